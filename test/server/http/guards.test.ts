/** What every request passes: whose name it calls us by, where it comes from, what it brings, how it is answered. */
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openTestServer, type TestServer } from "./http-for-tests.ts";

let server: TestServer;
const PAGE = "https://trips.example.org";
beforeAll(async () => {
  server = await openTestServer({
    http: { allowedOrigins: ["https://app.example.org"], publicUrl: "http://localhost:8080" },
  });
});
afterAll(() => server?.close());

/** Bytes as they are, for what no client would send. */
function bytes(lines: string): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  socket.end(lines.replaceAll("\n", "\r\n"));
  return text(socket);
}

const hostCases: [host: string, status: number][] = [
  ["127.0.0.1", 200],
  ["127.0.0.1:1234", 200],
  ["localhost:3000", 200],
  ["LOCALHOST", 200],
  ["[::1]:3000", 200],
  ["evil.example.org", 403],
  ["127.0.0.1.evil.example.org", 403],
  ["localhost.evil.example.org:80", 403],
  ["user@localhost", 400],
  ["10.0.0.7", 403],
  ["0.0.0.0", 403],
];
test.each(hostCases)("a request to %s is answered with %i", async (host, status) => {
  for (const path of ["/healthz", "/openapi.json", "/api/trips", "/nowhere"]) {
    const answer = await server.call(path, { headers: { host } });
    expect(answer.status, path).toBe(status === 200 && path === "/nowhere" ? 404 : status);
    if (status !== 200) expect(answer.json.code).toBe(status === 403 ? "host_not_allowed" : "malformed_request");
  }
});

test("an absolute target is held to the same names, and no Host is none", async () => {
  expect(await bytes("GET http://evil.example.org/healthz HTTP/1.1\nHost: localhost\nConnection: close\n\n")).toMatch(
    /^HTTP\/1.1 403/,
  );
  expect(await bytes("GET /healthz HTTP/1.1\nConnection: close\n\n")).toMatch(/^HTTP\/1.1 400/);
  expect(await bytes("GET /healthz HTTP/1.0\n\n")).toMatch(/^HTTP\/1.1 403/);
});

const originCases: [origin: string | undefined, status: number][] = [
  [undefined, 200],
  ["http://localhost:4000", 200],
  ["https://localhost:4000", 200],
  ["http://localhost:8080", 200],
  ["https://app.example.org", 200],
  ["http://localhost:4001", 403],
  ["http://localhost", 403],
  ["http://localhost:4000.evil.example.org", 403],
  ["http://localhost:4000/", 403],
  ["null", 403],
  ["", 403],
  ["chrome-extension://abc", 403],
  [PAGE, 403],
];
test.each(originCases)("a page of %s is answered with %i", async (origin, status) => {
  for (const method of ["GET", "POST", "DELETE", "OPTIONS"]) {
    const headers = { host: "localhost:4000", ...(origin !== undefined && { origin }) };
    const answer = await server.call("/api/trips", { method, headers });
    if (status === 403) expect(answer.json, method).toMatchObject({ status: 403, code: "origin_not_allowed" });
    else expect(answer.status, method).not.toBe(403);
    const isOther = origin === "https://app.example.org";
    expect(answer.headers["access-control-allow-origin"]).toBe(isOther ? origin : undefined);
  }
});

test("a configured page may ask first", async () => {
  const asked = await server.call("/api/trips", {
    method: "OPTIONS",
    headers: { origin: "https://app.example.org", "access-control-request-method": "POST" },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers["access-control-allow-methods"]).toContain("POST");
  expect(asked.headers["access-control-allow-headers"]).toContain("authorization");
  expect(asked.headers["access-control-allow-credentials"]).toBeUndefined();
});

test("a stream has the headers of every response, and is read by a configured page", async () => {
  const body = { id: "t1", messages: [{ id: "m1", role: "user", parts: [{ type: "text", text: "hello" }] }] };
  const headers = { origin: "https://app.example.org" };
  const { status, headers: said, text: stream } = await server.call("/api/chat", { method: "POST", body, headers });
  expect([status, said["access-control-allow-origin"]]).toEqual([200, "https://app.example.org"]);
  expect(said).toMatchObject({ "content-type": "text/event-stream", "x-content-type-options": "nosniff" });
  expect(said["x-request-id"]).toMatch(/^[\w-]{36}$/);
  expect(stream).toMatch(/data: \[DONE\]\s*$/);
});

describe("bodies", () => {
  const post = (body: unknown, headers: Record<string, string> = {}): ReturnType<TestServer["call"]> =>
    server.call("/api/trips", { method: "POST", body, headers });

  test("are JSON", async () => {
    expect((await post("a=b", { "content-type": "application/x-www-form-urlencoded" })).json.status).toBe(415);
    expect((await post("{}", { "content-type": "text/plain" })).json.code).toBe("unsupported_media_type");
    expect((await post("{", {})).json).toMatchObject({ status: 400, code: "malformed_request" });
    expect((await post("", {})).status).toBe(400);
    expect((await post("[]", {})).json).toMatchObject({ status: 422, code: "invalid_input" });
    expect((await post("null", {})).status).toBe(422);
    expect((await post({}, { "content-type": "application/json; charset=utf-8" })).status).toBe(422);
  });

  test("have a size, told or not", async () => {
    const long = JSON.stringify({ title: "x".repeat(1_100_000) });
    expect((await post(long)).json).toMatchObject({ status: 413, code: "too_large" });
    const chunked = await server.call("/api/trips", {
      method: "POST",
      body: long,
      headers: { "transfer-encoding": "chunked" },
    });
    expect(chunked.status).toBe(413);
    expect((await post(JSON.stringify({ title: "x".repeat(900_000) }))).status).toBe(422);
  });
});

test("methods and paths that are not there say so", async () => {
  const wrong = await server.call("/api/me", { method: "PUT", body: {} });
  expect([wrong.json.code, wrong.headers.allow]).toEqual(["method_not_allowed", "GET, HEAD, PATCH"]);
  expect((await server.call("/api/none")).json).toMatchObject({
    status: 404,
    code: "not_found",
    instance: "/api/none",
  });
  expect((await server.call("/healthz", { method: "HEAD" })).status).toBe(200);
});

test("every response has its headers and its line in the log, without what was asked", async () => {
  for (const path of ["/healthz", "/api/trips?secret=1", "/api/none?secret=1", "/api/trips/x?secret=1"]) {
    const { headers } = await server.call(path);
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "x-request-id": expect.stringMatching(/^[\w-]{36}$/),
    });
    const line = server.logged.find(([event, fields]) => event === "request" && fields.id === headers["x-request-id"]);
    expect(line?.[1]).toMatchObject({ method: "GET", path: path.split("?")[0] });
  }
  expect(JSON.stringify(server.logged)).not.toContain("secret");
  const named = await server.call("/healthz", { headers: { "x-request-id": "mine-1" } });
  expect(named.headers["x-request-id"]).toBe("mine-1");
});

test("readiness, health and metrics", async () => {
  expect((await server.call("/readyz")).text).toBe("ready\n");
  expect((await server.call("/healthz")).text).toBe("ok\n");
  await server.call("/nowhere");
  const { text: figures } = await server.call("/metrics");
  expect(figures).toMatch(/^tripwright_db_up 1$/m);
  expect(figures).toMatch(/^tripwright_http_request_duration_seconds_count{.*route="\/healthz",status="200"} \d+$/m);
  expect(figures).toMatch(/route="none",status="404"/);
});

/** From a fixed seed, so that a failure can be had again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test("2,500 malformed requests leave it serving", async () => {
  const next = random(7);
  const pick = <One>(all: readonly One[]): One => all[Math.floor(next() * all.length)] as One;
  const paths = ["/api/trips", "/api/me", "/api/trips/%00", "/%", "/api/trips/../..", "//", "/api/trips/x/edits", "*"];
  const methods = ["GET", "POST", "PATCH", "DELETE", "TRACE", "BREW", "CONNECT", "get", ""];
  const bodies = ["", "{", "[[[[[[", '{"__proto__":{"x":1}}', "\0\0\0", "�", "9".repeat(5_000), '{"a":', "null"];
  const headers = [
    "Content-Length: -1",
    "Content-Length: 5\nContent-Length: 6",
    "Transfer-Encoding: chunked\n\nzz",
    "Transfer-Encoding: chunked\nContent-Length: 3",
    "Content-Type: application/json\nContent-Length: 4",
    `Authorization: Bearer ${"x".repeat(3_000)}`,
    "Authorization: Basic eDp5",
    "Authorization: Bearer tw_\u00ff",
    `X-Long: ${"y".repeat(20_000)}`,
    "Host: a\nHost: b",
    "no colon here",
    "Expect: 100-continue",
    "Upgrade: websocket\nConnection: Upgrade",
    'If-Match: "',
    "Origin: http://[",
  ];
  const statuses = new Map<string, number>();
  for (let batch = 0; batch < 100; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () =>
        bytes(
          `${pick(methods)} ${pick(paths)} HTTP/1.1\nHost: localhost\nConnection: close\n${pick(headers)}\n\n${pick(bodies)}`,
        ).catch(() => "HTTP/1.1 reset"),
      ),
    );
    for (const answer of answers) {
      const status = /^HTTP\/1\.1 (\w+)/.exec(answer)?.[1] ?? "none";
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(2_500);
  expect([...statuses.keys()].filter((status) => status.startsWith("5"))).toEqual([]);
  // What was under way when its client left is ended first.
  await vi.waitFor(async () => expect((await server.call("/readyz")).status).toBe(200), 30_000);
  await vi.waitFor(() => expect(server.database.db.poolUse().waiting).toBe(0), 30_000);
  expect((await server.call("/api/trips")).json).toEqual({ trips: [] });
}, 120_000);
