/** The same call with the same key is done once, however often and wherever it arrives. */
import { randomUUID } from "node:crypto";
import type { Client } from "@modelcontextprotocol/client";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCallKeeper } from "../../../db/stores/call-keeper.ts";
import { LOCAL_USER_ID } from "../../../db/stores/users.ts";
import { canonicalJson, hashOfCall } from "../../../mcp/call-hash.ts";
import { onceByKey } from "../../../mcp/keyed-call.ts";
import { createTrip } from "../../../tools/create-trip.ts";
import type { ToolResult } from "../../../tools/tool.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import type { CallKeeper } from "../../../trip/ports.ts";
import { openTestServer, type TestServer } from "../../server/http/http-for-tests.ts";
import { callTool, DATES, overHttp, overStdio, type Person } from "./mcp-clients.ts";

let server: TestServer;
let client: Client;
let calls: CallKeeper;
beforeAll(async () => {
  server = await openTestServer();
  const { token } = await server.tokenFor();
  client = await overHttp({ era: "2026", url: server.url, token });
  calls = createCallKeeper({ db: server.database.db, userId: LOCAL_USER_ID, now: () => new Date() });
});
afterAll(async () => {
  await client.close();
  await server.close();
});

const tripCount = async (): Promise<number> =>
  Number((await server.database.admin("select count(*)::integer as count from trips"))[0]?.count);

describe("a key", () => {
  test("gives the same result again, whatever the order of the arguments, and writes nothing twice", async () => {
    const idempotencyKey = randomUUID();
    const before = await tripCount();
    const first = await callTool(client, "create_trip", { cityIds: ["Lisbon"], ...DATES, idempotencyKey });
    const again = await callTool(client, "create_trip", {
      idempotencyKey,
      ...DATES,
      pace: "moderate",
      cityIds: ["Lisbon"],
    });
    expect(again).toEqual(first);
    expect(await tripCount()).toBe(before + 1);
    const full = await callTool(client, "create_trip", {
      cityIds: ["Lisbon"],
      ...DATES,
      idempotencyKey,
      detail: "full",
    });
    expect(full).toMatchObject({ status: "ok", trip: (first as { trip?: object }).trip });
    expect(await tripCount()).toBe(before + 1);
  });

  test("is refused to any other call", async () => {
    const idempotencyKey = randomUUID();
    await callTool(client, "create_trip", { cityIds: ["Lisbon"], ...DATES, idempotencyKey });
    const before = await tripCount();
    for (const args of [
      { cityIds: ["Porto"], ...DATES },
      { cityIds: ["Lisbon"], ...DATES, planNow: true },
    ]) {
      expect(await callTool(client, "create_trip", { ...args, idempotencyKey })).toMatchObject({
        status: "error",
        error: { code: "invalid_input", message: expect.stringContaining(idempotencyKey) },
      });
    }
    expect(await tripCount()).toBe(before);
  });

  test("is free after a call that failed, or lacked something", async () => {
    const idempotencyKey = randomUUID();
    for (const [args, status] of [
      [{ cityIds: ["Lisbon"] }, "needs_input"],
      [{ cityIds: ["Xqzwvk"], ...DATES }, "error"],
      [{ cityIds: ["Lisbon", "Porto", "Rome"], ...DATES }, "infeasible"],
      [{ cityIds: ["Lisbon"], ...DATES }, "ok"],
    ] as const) {
      expect((await callTool(client, "create_trip", { ...args, idempotencyKey })).status).toBe(status);
    }
  });

  test("holds over the question whether a plan may be replaced", async () => {
    const { trip } = (await callTool(client, "create_trip", {
      cityIds: ["Lisbon"],
      ...DATES,
      planNow: true,
    })) as unknown as {
      trip: { id: string };
    };
    const args = { tripId: trip.id, idempotencyKey: randomUUID() };
    const asked = await callTool(client, "plan_itinerary", args);
    expect(asked.status).toBe("needs_input");
    const confirmation = String(asked.error?.details?.confirmation);
    const planned = await callTool(client, "plan_itinerary", { ...args, confirmation });
    expect(planned).toMatchObject({ status: "ok", itinerary: { version: 2 } });
    expect(await callTool(client, "plan_itinerary", { ...args, confirmation })).toEqual(planned);
    expect(await callTool(client, "plan_itinerary", args)).toEqual(planned);
  });

  test("keeps the result of a title that is no whole text", async () => {
    const args = { cityIds: ["Lisbon"], ...DATES, title: "half a \ud83d", idempotencyKey: randomUUID() };
    const first = await callTool(client, "create_trip", args);
    expect(first).toMatchObject({ status: "ok", trip: { title: "half a \ufffd" } });
    expect(await callTool(client, "create_trip", args)).toEqual(first);
  });
});

test("the same words with another answer of the person are another call", async () => {
  const { token } = await server.tokenFor();
  const asking = async (city: string, args: object): ReturnType<typeof callTool> => {
    const person = (): ReturnType<Person> => ({ action: "accept", content: { cityIds_0: city } });
    const each = await overHttp({ era: "2026", url: server.url, token, person });
    const result = await callTool(each, "create_trip", { ...DATES, ...args });
    await each.close();
    return result;
  };
  const idempotencyKey = randomUUID();
  const first = await asking("Lisbon", { idempotencyKey });
  expect(first).toMatchObject({ status: "ok", trip: { destinations: [{ name: "Lisbon" }] } });
  const before = await tripCount();
  expect(await asking("Lisbon", { idempotencyKey })).toEqual(first);
  expect(await asking("Porto", { idempotencyKey })).toMatchObject({
    error: { code: "invalid_input", message: expect.stringContaining(idempotencyKey) },
  });
  expect(await tripCount()).toBe(before);
});

test("two processes that get it at once make one trip", async () => {
  const both = await Promise.all([overStdio({ era: "2025" }), overStdio({ era: "2026" })]);
  const args = { cityIds: ["Lisbon"], ...DATES, planNow: true, idempotencyKey: randomUUID() };
  const results = await Promise.all(both.map((each) => callTool(each, "create_trip", args)));
  expect(results[0]).toMatchObject({ status: "ok", itinerary: { version: 1 } });
  expect(results[1]).toEqual(results[0]);
  await Promise.all(both.map((each) => each.close()));
});

describe("while another is at it", () => {
  const done: ToolResult = { status: "ok", request: {}, notices: ["made"] };
  const keyed = (key: string, work: () => Promise<ToolResult>): Parameters<typeof onceByKey<never>>[0] => ({
    ...{ tool: createTrip, args: DATES, key, calls, work },
    signal: AbortSignal.timeout(30_000),
    onError: (error) => noted.push(error),
  });
  const noted: unknown[] = [];
  beforeEach(() => {
    noted.length = 0;
  });
  const mustNot = (): Promise<ToolResult> => Promise.reject(new Error("done twice"));

  test("a call waits for its result", async () => {
    const key = randomUUID();
    const { promise, resolve } = Promise.withResolvers<ToolResult>();
    const started = Promise.withResolvers<void>();
    const first = onceByKey(
      keyed(key, () => {
        started.resolve();
        return promise;
      }),
    );
    await started.promise;
    const second = onceByKey(keyed(key, mustNot));
    resolve(done);
    expect(await Promise.all([first, second])).toEqual([done, done]);
  });

  test("takes its place when it is refused", async () => {
    const key = randomUUID();
    const { promise, reject } = Promise.withResolvers<ToolResult>();
    const started = Promise.withResolvers<void>();
    const first = onceByKey(
      keyed(key, () => {
        started.resolve();
        return promise;
      }),
    );
    await started.promise;
    const second = onceByKey(keyed(key, async () => done));
    reject(new TripwrightError("not_allowed", "refused"));
    await expect(first).rejects.toThrow("refused");
    expect(await second).toEqual(done);
    expect(noted).toEqual([]);
  });

  test("does nothing where nobody knows what that one has done", async () => {
    const key = randomUUID();
    const fault = new TypeError("after it was written");
    const unknown = {
      ...{ status: "error", request: DATES },
      error: {
        code: "internal",
        message: expect.stringMatching(/not known whether it was done\. Look with list_trips/),
      },
    };
    expect(await onceByKey(keyed(key, () => Promise.reject(fault)))).toMatchObject(unknown);
    expect(await onceByKey(keyed(key, mustNot))).toMatchObject(unknown);
    expect(noted).toEqual([fault]);
  });

  test("does nothing where the database was lost while it wrote", async () => {
    const key = randomUUID();
    const error = { code: "database_unavailable", message: "lost", details: { isOutcomeKnown: false } };
    const lost: ToolResult = { status: "error", request: {}, notices: [], error };
    expect(await onceByKey(keyed(key, async () => lost))).toEqual(lost);
    expect(await onceByKey(keyed(key, mustNot))).toEqual(lost);
  });

  test("takes its place when it is stopped", async () => {
    const key = randomUUID();
    const stop = new AbortController();
    const stopped = { ...keyed(key, async () => stop.signal.throwIfAborted() ?? done), signal: stop.signal };
    stop.abort(new Error("enough"));
    await expect(onceByKey(stopped)).rejects.toThrow("enough");
    expect(await onceByKey(keyed(key, async () => done))).toEqual(done);
  });

  test("and says so when that takes too long", async () => {
    const key = randomUUID();
    await calls.claimCall({ key, tool: createTrip.name, argumentsHash: hashOfCall(createTrip, DATES) });
    expect(await onceByKey(keyed(key, mustNot), 300)).toMatchObject({
      status: "rate_limited",
      notices: [expect.stringContaining("still under way")],
    });
  });
});

describe("what makes a call that call", () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, each]) => [name, shuffled(each)]),
    );
  };

  test("does not depend on the order of names", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test("is all of it: what reads back differently is another call", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
  });
});
