/** Who may call what, how often at once and for how long. */
import { randomUUID } from "node:crypto";
import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCallKeeper } from "../../../db/stores/call-keeper.ts";
import { LOCAL_USER_ID } from "../../../db/stores/users.ts";
import { hashOfCall } from "../../../mcp/call-hash.ts";
import { MOST_CALLS_AT_ONCE, withinLimits } from "../../../mcp/call-limits.ts";
import { createTrip } from "../../../tools/create-trip.ts";
import { openTestServer, type TestServer } from "../../server/http/http-for-tests.ts";
import { callTool, DATES, ERAS, type Era, overHttp } from "./mcp-clients.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const http = async (era: Era, session = {}): Promise<Client> =>
  overHttp({ era, url: server.url, token: (await server.tokenFor(session)).token });

test.each(ERAS)("a token that may only read reads, and is told what it lacks to write, %s", async (era) => {
  const client = await http(era, { scopes: ["read"] });
  expect(await callTool(client, "search_cities", { query: "Lisbon" })).toMatchObject({ status: "ok" });
  expect(await callTool(client, "create_trip", { cityIds: ["Lisbon"], ...DATES })).toMatchObject({
    status: "error",
    error: {
      code: "not_allowed",
      message: expect.stringMatching(
        /needs the scope "plan", .* has read\. .*tripwright tokens create --scopes read,plan$/,
      ),
      details: { scope: "plan" },
    },
  });
  await client.close();
});

test("more calls at once than anybody needs are refused, and taken again when others have ended", async () => {
  const client = await http("2026");
  const args = { cityIds: ["Lisbon"], ...DATES };
  const key = randomUUID();
  const calls = createCallKeeper({ db: server.database.db, userId: LOCAL_USER_ID, now: () => new Date() });
  const claimed = await calls.claimCall({
    ...{ key, tool: createTrip.name },
    argumentsHash: hashOfCall(createTrip, args),
  });
  if (claimed.state !== "claimed") throw new Error("Expected a key that is free.");
  // All of them wait for the one that has the key.
  const waiting = Array.from({ length: MOST_CALLS_AT_ONCE + 4 }, () =>
    callTool(client, "create_trip", { ...args, idempotencyKey: key }),
  );
  const refused = await Promise.all(Array.from({ length: 4 }, () => Promise.race(waiting)));
  expect(refused[0]).toMatchObject({ status: "rate_limited", notices: [expect.stringContaining("16 calls")] });
  await calls.keepResult(claimed.claim, { status: "ok", request: {}, notices: ["made elsewhere"] });
  const all = await Promise.all(waiting);
  expect(all.filter(({ status }) => status === "ok")).toHaveLength(MOST_CALLS_AT_ONCE);
  expect(all.filter(({ status }) => status === "rate_limited")).toHaveLength(4);
  expect(await callTool(client, "search_cities", { query: "Lisbon" })).toMatchObject({ status: "ok" });
  await client.close();
});

test("a call ends when its time is up, and its place is free", async () => {
  const never = new AbortController().signal;
  const work = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  for (let time = 0; time <= MOST_CALLS_AT_ONCE; time++) {
    await expect(withinLimits("somebody", never, work, { longestMs: 5 })).rejects.toMatchObject({ code: "cancelled" });
  }
});

test("a call that does not stop when it is told to is not waited for, and its place is free", async () => {
  const client = new AbortController();
  const deaf = (): Promise<never> => new Promise(() => {});
  const limits = { longestMs: 5, graceMs: 5 };
  for (let time = 0; time <= MOST_CALLS_AT_ONCE; time++) {
    const stopped = expect(withinLimits("somebody", client.signal, deaf, limits)).rejects;
    await stopped.toMatchObject({ code: "cancelled", message: expect.stringContaining("may still be done") });
  }
  client.abort();
  await expect(withinLimits("somebody", client.signal, deaf, limits)).rejects.toMatchObject({ code: "cancelled" });
  const slow = async (): Promise<string> => "taken back";
  expect(await withinLimits("somebody", client.signal, slow, limits)).toBe("taken back");
});

test("nothing that a client calls by a wrong name or with a NUL is more than an error", async () => {
  const client = await http("2026");
  expect(await callTool(client, "book_everything", {})).toMatchObject({
    status: "error",
    error: { code: "unknown_tool" },
  });
  for (const args of [{ query: "Lis\u0000bon" }, { idempotencyKey: "\u0000", cityIds: ["Lisbon"], ...DATES }]) {
    const name = "query" in args ? "search_cities" : "create_trip";
    expect(await callTool(client, name, args)).toMatchObject({ status: "error", error: { code: "invalid_input" } });
  }
  await client.close();
});
