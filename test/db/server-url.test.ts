/** DATABASE_URL decides about TLS as little as it can get wrong, and PG* variables of the environment about nothing. */
import fc from "fast-check";
import pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { serverConfig, serverName } from "../../db/server-url.ts";

afterEach(() => vi.unstubAllEnvs());

test.each([
  "postgres://u:p@db.example.com/trips",
  "postgresql://u:p@10.0.0.7:6432/trips",
  "postgres://u:p@db.example.com/trips?sslmode=require",
  "postgres://u:p@db.example.com/trips?sslmode=prefer",
  "postgres://u:p@db.example.com/trips?uselibpqcompat=true&sslmode=allow",
  "postgres://u:p@db.example.com/trips?ssl=false",
  "postgres://u:p@localhost/trips?sslmode=verify-ca",
  "postgres://u:p@localhost/trips?ssl=true",
  // The host in the query is the one that is connected to.
  "postgres://u:p@localhost/trips?host=db.example.com",
])("%s is spoken to over TLS, with the certificate checked", (url) => {
  expect(serverConfig(url).ssl).toMatchObject({ rejectUnauthorized: true });
});

test("only no-verify takes any certificate", () => {
  expect(serverConfig("postgres://db.example.com/trips?sslmode=no-verify").ssl).toEqual({ rejectUnauthorized: false });
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

test("whatever the host and the other parameters: it is this machine, or it says disable, or it is TLS", () => {
  const host = fc.constantFrom(
    "localhost",
    "127.0.0.1",
    "db.example.com",
    "127.0.0.1.evil.example",
    "localhost.evil",
    "10.1.2.3",
  );
  const mode = fc.option(
    fc.constantFrom("disable", "allow", "prefer", "require", "verify-ca", "verify-full", "no-verify"),
  );
  const other = fc.dictionary(
    fc.constantFrom("ssl", "uselibpqcompat", "channel_binding", "options"),
    fc.constantFrom("false", "0", "disable"),
  );
  fc.assert(
    fc.property(host, fc.option(host), mode, other, (inUrl, inQuery, sslmode, rest) => {
      const params = { ...rest, ...(inQuery && { host: inQuery }), ...(sslmode && { sslmode }) };
      const { ssl, host: actual } = serverConfig(`postgres://u:p@${inUrl}/trips?${new URLSearchParams(params)}`);
      const isHere = actual === "localhost" || actual === "127.0.0.1";
      expect(ssl === false).toBe(sslmode === "disable" || (sslmode === null && isHere));
      expect(actual).toBe(inQuery ?? inUrl);
    }),
  );
});

describe("the environment", () => {
  const lies = { PGHOST: "evil.example", PGPORT: "1", PGUSER: "eve", PGDATABASE: "loot", PGSSLMODE: "disable" };

  test.each(["postgres://db.example.com", "postgres:///?host=/run/db", "postgres://localhost"])(
    "has no say in where %s leads",
    (url) => {
      const before = new pg.Client(serverConfig(url));
      for (const [name, value] of Object.entries(lies)) vi.stubEnv(name, value);
      const after = new pg.Client(serverConfig(url));
      const told = ({ host, port, user, database, ssl }: pg.Client): unknown => ({ host, port, user, database, ssl });
      expect(told(after)).toEqual(told(before));
    },
  );
});

test("a server's name holds no password, and what is no URL is refused without being shown", () => {
  expect(serverName("postgres://u:secret@db.example.com/trips")).toBe("db.example.com:5432/trips");
  expect(() => serverConfig("mysql://u:secret@db/trips")).toThrow(/^(?!.*secret).*postgres:\/\/user/);
  expect(() => serverConfig("postgres://u:sec#ret@db/trips")).toThrow(/^(?!.*sec).*%XX/);
  expect(() => serverConfig("postgres://u:sec%ret@db/trips")).toThrow(/^(?!.*sec).*%25/);
  expect(() => serverConfig("postgres://u@db/trips?sslmode=on", "DATABASE_READ_URL")).toThrow(
    /DATABASE_READ_URL.*got "on"/,
  );
  expect(() => serverConfig("postgres://u@db/trips?sslrootcert=/no/such.pem")).toThrow("/no/such.pem, ENOENT");
});

test("names and passwords are written with %XX", () => {
  expect(serverConfig("postgres://o%40ps:p%23ss%2F1@db/my%20trips")).toMatchObject({
    user: "o@ps",
    password: "p#ss/1",
    database: "my trips",
  });
});
