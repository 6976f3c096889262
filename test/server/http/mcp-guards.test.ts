/** What a request to `/mcp` and to what is written about it passes: a token always, whose name it calls us by, whence, how much. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extraProperties } from "../../../mcp/call-arguments.ts";
import { modelSchemaOf } from "../../../tools/model-schema.ts";
import { TOOLS } from "../../../tools/registry.ts";
import { openTestServer, type TestServer } from "./http-for-tests.ts";
import { messageOf } from "./oauth-servers.ts";

const ISSUER = "https://login.example.org/tenant";
const PAGE = "https://app.example.org";
const METADATA = ["/.well-known/oauth-protected-resource/mcp", "/.well-known/oauth-protected-resource"];

let server: TestServer;
let plain: TestServer;
let token: string;
beforeAll(async () => {
  plain = await openTestServer();
  server = await openTestServer({
    database: plain.database,
    http: {
      ...{ publicUrl: "http://localhost:4000", allowedOrigins: [PAGE] },
      oauth: { issuer: ISSUER, audience: undefined, scopePrefix: "tripwright:" },
    },
  });
  token = (await server.tokenFor({ email: "guarded@example.org" })).token;
});
afterAll(async () => {
  await server?.close();
  await plain?.close();
});

const list = messageOf("tools/list");

describe("without a token", () => {
  test("nobody gets in, also on this machine, and learns how to", async () => {
    for (const one of [plain, server]) {
      const answer = await one.call("/mcp", list);
      expect([answer.status, answer.json.code]).toEqual([401, "not_signed_in"]);
      expect(answer.json.detail).toMatch(/^[^\n]*tripwright tokens create[^\n]*tripwright mcp$/);
    }
    expect((await plain.call("/mcp", list)).headers["www-authenticate"]).toBe('Bearer realm="tripwright"');
    expect((await server.call("/mcp", list)).headers["www-authenticate"]).toBe(
      'Bearer realm="tripwright", scope="tripwright:read tripwright:plan", resource_metadata="http://localhost:4000/.well-known/oauth-protected-resource/mcp"',
    );
    expect((await plain.call("/api/me")).status).toBe(200);
  });

  test.each([
    ["another name for it", "/mcp/", {}],
    ["two strokes", "//mcp", {}],
    ["letters as numbers", "/%6dcp", {}],
    ["large letters", "/MCP", {}],
    ["a way around", "/api/../mcp", {}],
    ["a query", "/mcp?x=1", {}],
    ["this machine as the one that is spoken for", "/mcp", { "x-forwarded-for": "127.0.0.1" }],
    ["this machine in the other header", "/mcp", { forwarded: "for=127.0.0.1" }],
    ["an address that a proxy gives", "/mcp", { "x-real-ip": "127.0.0.1" }],
    ["another method in a header", "/mcp", { "x-http-method-override": "GET" }],
    ["an empty token", "/mcp", { authorization: "Bearer " }],
    ["no word before it", "/mcp", { authorization: `tw_${"A".repeat(43)}` }],
    ["a name and a password", "/mcp", { authorization: "Basic eDp5" }],
    ["a session of an old client", "/mcp", { "mcp-session-id": "00000000-0000-4000-8000-000000000001" }],
    ["a cookie", "/mcp", { cookie: "token=tw_x; session=1" }],
  ])("%s is no way in", async (_, path, headers) => {
    for (const method of ["POST", "GET", "DELETE", "PUT"]) {
      const answer = await plain.call(path, { ...list, method, headers: { ...list.headers, ...headers } });
      expect(answer.text, method).not.toContain("search_cities");
      expect([400, 401, 404, 405, 415], `${method} ${answer.status}`).toContain(answer.status);
    }
  });

  test("methods that only a session would have are refused after the token, not before", async () => {
    for (const method of ["GET", "DELETE"]) {
      const headers = { accept: "application/json, text/event-stream" };
      expect((await plain.call("/mcp", { method, headers })).status, method).toBe(401);
      expect((await plain.call("/mcp", { method, headers, token })).status, method).toBe(405);
    }
  });
});

test("a token of ours opens it, and when it was used is known", async () => {
  const { token: used, id } = await plain.tokenFor({ email: "used@example.org", scopes: ["read"] });
  const answer = await plain.call("/mcp", { ...list, token: used });
  expect([answer.status, answer.text.includes("search_cities")]).toEqual([200, true]);
  const [row] = await plain.database.admin("select last_used_at from user_sessions where id = $1", [id]);
  expect(row).toMatchObject({ last_used_at: expect.any(Date) });
  // It cannot ask anybody for more: its model reads why.
  const call = messageOf("tools/call", { name: "create_trip", arguments: { title: "x" } });
  const refused = await plain.call("/mcp", { ...call, token: used });
  expect(refused.status).toBe(200);
  expect(refused.text).toMatch(/not_allowed|needs the scope/);
});

describe("whose name, and whence", () => {
  test.each(["evil.example.org", "127.0.0.1.evil.example.org", "10.0.0.7"])("%s is not us", async (host) => {
    for (const path of ["/mcp", ...METADATA]) {
      const answer = await server.call(path, { ...list, token, headers: { ...list.headers, host } });
      expect([answer.status, answer.json.code], path).toEqual([403, "host_not_allowed"]);
    }
  });

  test.each(["https://evil.example.org", "null", "http://localhost:4001", `${PAGE}.evil.example.org`])(
    "a page of %s reads nothing of /mcp",
    async (origin) => {
      for (const method of ["POST", "GET", "OPTIONS", "DELETE"]) {
        const answer = await server.call("/mcp", { ...list, method, token, headers: { ...list.headers, origin } });
        expect([answer.status, answer.json.code], method).toEqual([403, "origin_not_allowed"]);
        expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
      }
    },
  );

  test("a configured page may send what the protocol has it send, and reads what it needs", async () => {
    const names = "authorization,content-type,mcp-protocol-version,mcp-method,mcp-name,last-event-id,mcp-session-id";
    const asked = await server.call("/mcp", {
      method: "OPTIONS",
      headers: { origin: PAGE, "access-control-request-method": "POST", "access-control-request-headers": names },
    });
    expect([asked.status, asked.headers["access-control-allow-origin"]]).toEqual([204, PAGE]);
    const allowed = String(asked.headers["access-control-allow-headers"]).toLowerCase().split(",");
    expect(names.split(",").filter((name) => !allowed.includes(name))).toEqual([]);
    const answer = await server.call("/mcp", { ...list, token, headers: { ...list.headers, origin: PAGE } });
    expect([answer.status, answer.headers["access-control-allow-origin"]]).toEqual([200, PAGE]);
    const shown = String(answer.headers["access-control-expose-headers"]).toLowerCase();
    for (const name of ["mcp-session-id", "mcp-protocol-version", "www-authenticate"]) expect(shown).toContain(name);
    const refused = await server.call("/mcp", { ...list, headers: { ...list.headers, origin: PAGE } });
    expect([refused.status, refused.headers["access-control-allow-origin"]]).toEqual([401, PAGE]);
  });
});

describe("what is written about it", () => {
  test("says who makes tokens for what, to any page", async () => {
    for (const path of METADATA) {
      const answer = await server.call(path, { headers: { origin: "https://anybody.example.org" } });
      expect([answer.status, answer.headers["access-control-allow-origin"]]).toEqual([200, "*"]);
      expect(answer.json).toEqual({
        resource: "http://localhost:4000/mcp",
        resource_name: "Tripwright",
        authorization_servers: [ISSUER],
        scopes_supported: ["tripwright:read", "tripwright:plan"],
        bearer_methods_supported: ["header"],
      });
      const headers = {
        origin: "https://anybody.example.org",
        ...{ "access-control-request-method": "GET", "access-control-request-headers": "mcp-protocol-version" },
      };
      const asked = await server.call(path, { method: "OPTIONS", headers });
      expect([asked.status, asked.headers["access-control-allow-origin"]]).toEqual([204, "*"]);
      expect((await server.call(path, { method: "HEAD" })).status).toBe(200);
      expect((await server.call(path, { method: "POST", body: {} })).status).toBe(405);
    }
  });

  test("is not there without an authorization server", async () => {
    for (const path of METADATA) expect((await plain.call(path)).status).toBe(404);
  });
});

describe("how much", () => {
  const long = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: { pad: "x".repeat(1_100_000) } });

  test("a megabyte at most, told or not", async () => {
    for (const extra of [{}, { "transfer-encoding": "chunked" }]) {
      const answer = await plain.call("/mcp", { ...list, token, body: long, headers: { ...list.headers, ...extra } });
      expect(answer.json).toMatchObject({ status: 413, code: "too_large", detail: expect.stringMatching(/^[^\n]+$/) });
    }
    const within = long.replace(/x{200000}/, "");
    expect((await plain.call("/mcp", { ...list, token, body: within })).status).toBe(200);
  });

  test("each program of a traveller has its own rate, and nobody waits for one who guesses", async () => {
    const strict = await openTestServer({ database: plain.database, rateLimit: { burst: 3, perSecond: 0.001 } });
    try {
      const email = "two-programs@example.org";
      const [{ token: busy }, { token: calm }] = [await strict.tokenFor({ email }), await strict.tokenFor({ email })];
      const status = async (shown: string): Promise<number> =>
        (await strict.call("/mcp", { ...list, token: shown })).status;
      expect([await status(busy), await status(calm)]).toEqual([200, 200]);
      expect([await status(busy), await status(busy), await status(busy)]).toEqual([200, 200, 429]);
      const answer = await strict.call("/mcp", { ...list, token: busy });
      expect(answer.json).toMatchObject({ code: "allowance_spent", detail: expect.stringMatching(/^[^\n]+$/) });
      const guesses = ["tw_1", "a.b.c", "x", "y", "z"];
      const answers: number[] = [];
      for (const guess of guesses) answers.push(await status(guess));
      expect(answers).toEqual([401, 401, 401, 429, 429]);
      expect(await status(calm)).toBe(200);
      // The person at this machine needs no token for the rest, and is not held back.
      expect((await strict.call("/api/me")).status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});

test("each message of a batch counts as a request does", async () => {
  const strict = await openTestServer({ database: plain.database, rateLimit: { burst: 20, perSecond: 0.5 } });
  try {
    const { token: shown } = await strict.tokenFor({ email: "batches@example.org" });
    const batch = Array.from({ length: 40 }, (_, id) => ({ jsonrpc: "2.0", id, method: "ping" }));
    expect((await strict.call("/mcp", { ...list, token: shown, body: batch })).status).toBe(200);
    const answer = await strict.call("/mcp", { ...list, token: shown });
    expect([answer.status, answer.json.code]).toEqual([429, "allowance_spent"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(20);
  } finally {
    await strict.close();
  }
});

test("no argument of a tool can name another user", () => {
  const names = (schema: unknown): string[] => {
    if (typeof schema !== "object" || schema === null) return [];
    const own =
      "properties" in schema && typeof schema.properties === "object" ? Object.keys(schema.properties ?? {}) : [];
    return [...own, ...Object.values(schema).flatMap(names)];
  };
  expect(TOOLS).toHaveLength(16);
  const suspicious = /user|account|owner|tenant|subject|identity|principal|travell?er_?id|email|token|scope|author/i;
  for (const tool of TOOLS) {
    const all = [...names(modelSchemaOf(tool)), ...Object.keys(extraProperties(tool))];
    expect(all.length, tool.name).toBeGreaterThan(0);
    expect(
      all.filter((name) => suspicious.test(name)),
      tool.name,
    ).toEqual([]);
  }
});
