/** The guard itself: the world is out of reach, this machine is not. */
import dns from "node:dns";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer as createHttpServer, get as namedGet } from "node:http";
import { connect, createServer, type NetConnectOpts, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HttpResponse, http } from "msw";
import { expect, test, vi } from "vitest";
import { letThrough, server, takeUnansweredRequests } from "./network-guard.ts";

async function listening(target: Server, where: string | { port: number; host: string }): Promise<Server> {
  await new Promise<void>((resolve) =>
    typeof where === "string" ? target.listen(where, resolve) : target.listen(where, resolve),
  );
  return target;
}

function portOf(target: Server): number {
  const address = target.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Sends bytes that are no HTTP, in two pieces, and returns all that comes back. */
function echoed(where: NetConnectOpts): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(where);
    const received: Buffer[] = [];
    socket.on("data", (piece) => received.push(piece)).on("error", reject);
    socket.on("end", () => resolve(Buffer.concat(received)));
    socket.write(Buffer.from([0, 0, 0, 8]));
    socket.end(Buffer.from([4, 210, 22, 47]));
  });
}

const ECHO = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

test("a request that nobody answers fails, and is remembered even when its failure is swallowed", async () => {
  const printed = vi.spyOn(console, "error").mockReturnValue();
  await expect(fetch("https://example.org/places?q=1")).rejects.toThrow();
  printed.mockRestore();
  expect(takeUnansweredRequests()).toEqual(["GET https://example.org/places?q=1"]);
});

test("node:http is held back too, imported by name", async () => {
  const failure = await new Promise((resolve) => {
    namedGet("http://example.org/by-name", () => resolve("it was answered")).on("error", resolve);
  });
  expect(failure).toMatchObject({ message: "Tests stay on this machine: example.org has no address" });
  expect(takeUnansweredRequests()).toEqual(["the address of example.org"]);
});

test("a handler answers for the world", async () => {
  server.use(http.get("https://example.org/places", () => HttpResponse.json({ places: 3 })));
  expect(await (await fetch("https://example.org/places")).json()).toEqual({ places: 3 });
});

test("a live host is let through by itself", async () => {
  letThrough("api.example.org");
  const failure = await new Promise((resolve) => dns.lookup("example.org", resolve));
  expect(failure).toMatchObject({ message: "Tests stay on this machine: example.org has no address" });
  expect(takeUnansweredRequests()).toEqual(["the address of example.org"]);
});

test("and not for longer than the test that was let through", async () => {
  const failure = await new Promise((resolve) => dns.lookup("api.example.org", resolve));
  expect(failure).toMatchObject({ message: "Tests stay on this machine: api.example.org has no address" });
  expect(takeUnansweredRequests()).toEqual(["the address of api.example.org"]);
});

test("HTTP on this machine passes", async () => {
  const local = await listening(
    createHttpServer((_, response) => response.end("here")),
    { port: 0, host: "127.0.0.1" },
  );
  expect(await (await fetch(`http://127.0.0.1:${portOf(local)}/healthz`)).text()).toBe("here");
  local.close();
});

test("sockets of databases pass byte for byte, over TCP and over a unix socket", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guard-"));
  const echo = (): Server => createServer((socket) => socket.pipe(socket));
  const tcp = await listening(echo(), { port: 0, host: "127.0.0.1" });
  const unix = await listening(echo(), join(folder, ".s.PGSQL.5432"));
  expect(await echoed({ port: portOf(tcp), host: "127.0.0.1" })).toEqual(ECHO);
  expect(await echoed({ path: join(folder, ".s.PGSQL.5432") })).toEqual(ECHO);
  tcp.close();
  unix.close();
  await rm(folder, { recursive: true });
});
