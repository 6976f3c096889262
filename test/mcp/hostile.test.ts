/**
 * Thousands of malformed, oversized and out-of-order requests to /mcp: each is answered as HTTP or JSON-RPC has it,
 * none as a fault of ours, and in between and after them an honest client is served. `HOSTILE_SEED` makes others.
 */
import { Agent } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../trip/schedule/random.ts";
import { openTestServer, type TestServer } from "../server/http/http-for-tests.ts";
import { brokenHttp, oversized, sendBytes } from "./hostile/bytes.ts";
import { type HostileRequest, hostileRequest } from "./hostile/http-requests.ts";
import { envelope } from "./hostile/messages.ts";
import { deliver, type Reply } from "./hostile/send.ts";

const SEED = Number(process.env.HOSTILE_SEED ?? 7);
const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 10_000);
const BROKEN = 200;
const AT_ONCE = 16;
const HONEST_EVERY = 500;
const MOST_GROWN_BYTES = 400 * 1_048_576;
const MINUTES = 60_000;

let server: TestServer;
let token: string;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
beforeAll(async () => {
  server = await openTestServer({ http: { tokensRequired: true }, rateLimit: { burst: 1e9, perSecond: 1e9 } });
  token = (await server.tokenFor()).token;
});
afterAll(async () => {
  agent.destroy();
  await server?.close();
});

/** What a fault of ours would have been logged as. What a client did wrong is logged in other words. */
const OURS = /TypeError|RangeError|ReferenceError|SyntaxError|InternalError|DatabaseError|PostgresError|heap|undefined/;

/** The SDK answers an initialize that breaks its schema with the code of an internal error, and what is wrong with it. */
const SCHEMA_ISSUES = /"code":-32603,"message":"\[\\n {2}\{/;

async function honestCall(): Promise<void> {
  const headers = { accept: "application/json, text/event-stream", authorization: `Bearer ${token}` };
  const legacy = { name: "search_cities", arguments: { query: "Lisbon" } };
  const modern = { ...legacy, _meta: envelope() };
  const named = { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": "search_cities" };
  for (const [params, more] of [
    [legacy, {}],
    [modern, named],
  ] as const) {
    const body = { jsonrpc: "2.0", id: "honest", method: "tools/call", params };
    const { status, text } = await server.call("/mcp", { method: "POST", headers: { ...headers, ...more }, body });
    expect(status, text.slice(0, 500)).toBe(200);
    expect(text).toContain('"status":"ok"');
    expect(text).toContain('"name":"Lisbon"');
  }
}

const isRpc = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "jsonrpc" in value && value.jsonrpc === "2.0";

/** What is wrong with an answer; null for nothing. */
function faultOf({ isKnown, method }: HostileRequest, { status, type, text }: Reply): string | null {
  if (status >= 500) return `status ${status}`;
  if (text.includes("-32603") && !SCHEMA_ISSUES.test(text)) return "an internal error";
  if (!isKnown && ![401, 403].includes(status) && method !== "OPTIONS") return `${status} for a stranger`;
  if (text === "") return status === 200 && method === "POST" ? "nothing said" : null;
  if (type.startsWith("application/problem+json")) return "code" in (JSON.parse(text) as object) ? null : "no code";
  if (type.startsWith("application/json")) {
    const said: unknown = JSON.parse(text);
    const all = Array.isArray(said) ? said : [said];
    return all.length > 0 && all.every(isRpc) ? null : "no JSON-RPC";
  }
  if (!type.startsWith("text/event-stream")) return `a body of type ${type}`;
  const events = text.split("\n").filter((line) => line.startsWith("data: ") && line.length > 6);
  return events.every((line) => isRpc(JSON.parse(line.slice(6)))) ? null : "an event without JSON-RPC";
}

test(`${REQUESTS} hostile requests are refused one by one, and an honest client is served all along`, {
  timeout: 5 * MINUTES,
}, async () => {
  const random = seededRandom(SEED);
  await honestCall();
  const before = process.memoryUsage().heapUsed;
  const faults: string[] = [];
  const seen = new Map<string, number>();
  let made = 0;
  const one = async (): Promise<void> => {
    while (made < REQUESTS) {
      made += 1;
      if (made % HONEST_EVERY === 0) await honestCall();
      const hostile = hostileRequest(random, token);
      const reply = await deliver(server.port, agent, hostile).catch((error: Error) => ({
        ...{ status: 599, type: "", text: error.message },
      }));
      const answer = reply ? String(reply.status) : "cut off";
      seen.set(answer, (seen.get(answer) ?? 0) + 1);
      const fault = reply && faultOf(hostile, reply);
      if (fault)
        faults.push(`${fault}: ${hostile.kind} ${JSON.stringify(hostile).slice(0, 700)} → ${reply.text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  await honestCall();
  process.stdout.write(
    `hostile requests, seed ${SEED}: ${made}, answered ${JSON.stringify(Object.fromEntries(seen))}\n`,
  );
  expect(faults.slice(0, 5)).toEqual([]);
  expect(made).toBeGreaterThanOrEqual(REQUESTS);
  const ours = server.logged.filter(
    ([event, fields]) => event === "request-failed" || OURS.test(JSON.stringify(fields)),
  );
  expect(ours.slice(0, 5)).toEqual([]);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(MOST_GROWN_BYTES);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test(`${BROKEN} connections of broken HTTP end with a refusal or without a word`, { timeout: MINUTES }, async () => {
  const random = seededRandom(SEED);
  let made = 0;
  const one = async (): Promise<void> => {
    while (made < BROKEN) {
      made += 1;
      const { kind, parts } = brokenHttp(random, token);
      const answer = await sendBytes(server.port, parts, 1_500);
      expect(answer, kind).not.toMatch(/^HTTP\/1.1 5/);
      if (answer !== "") expect(answer, kind).toMatch(/^HTTP\/1.1 [24]\d\d /);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  await honestCall();
});

test("a body of more than a megabyte is refused, whether it says its size or not", async () => {
  for (let round = 0; round < 10; round += 1) {
    for (const { kind, parts } of oversized(token)) {
      const answer = await sendBytes(server.port, parts, 10_000);
      expect(answer, kind).toMatch(/^HTTP\/1.1 413 /);
    }
  }
  await honestCall();
});
