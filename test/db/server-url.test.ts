/** DATABASE_URL decides about TLS as little as it can get wrong. */
import { expect, test } from "vitest";
import { serverConfig, serverName } from "../../db/server-url.ts";

const VERIFIED = "sslmode=verify-full";

test.each([
  ["postgres://u:p@db.example.com/trips", VERIFIED],
  ["postgresql://u:p@10.0.0.7:6432/trips", VERIFIED],
  ["postgres://u:p@db.example.com/trips?sslmode=require", VERIFIED],
  ["postgres://u:p@localhost/trips?sslmode=verify-ca", VERIFIED],
  ["postgres://u:p@db.example.com/trips?sslmode=no-verify", "sslmode=no-verify"],
])("%s is spoken to over TLS: %s", (url, mode) => {
  const config = serverConfig(url);
  expect(config.connectionString).toContain(mode);
  expect(config).not.toHaveProperty("ssl");
});

test.each([
  "postgres://localhost/trips",
  "postgres://u:p@127.0.0.1:5433/trips",
  "postgres://u@[::1]/trips",
  "postgres:///trips?host=/var/run/postgresql",
  "postgres://u:p@db.example.com/trips?sslmode=disable",
])("%s is spoken to without TLS", (url) => {
  expect(serverConfig(url).ssl).toBe(false);
});

test("a server's name holds no password, and what is no URL is refused without being shown", () => {
  expect(serverName("postgres://u:secret@db.example.com/trips")).toBe("db.example.com:5432/trips");
  expect(() => serverConfig("mysql://u:secret@db/trips")).toThrow(/^(?!.*secret).*postgres:\/\/user/);
});
