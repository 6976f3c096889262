/** A day's calls are counted exactly, whoever makes them and however many at once. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApiCallLog } from "../../../db/stores/api-call-log.ts";
import { callsToday, createCallLedger } from "../../../db/stores/vendor-calls.ts";
import type { CallCount, CallLedger, CallRecord } from "../../../trip/vendor-calls.ts";
import { startLoopbackVendor } from "../../providers/conformance/loopback-vendor.ts";
import { FOUND, find, huts, open } from "../../providers/kernel/huts.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

let database: TestDatabase;
let ledger: CallLedger;
let provider: string;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  ledger = createCallLedger(database.db);
});
beforeEach(() => {
  provider = randomUUID().slice(0, 8);
});
afterAll(() => database?.close());

const take = (userId: string | null, perDay: number | null, perUserPerDay: number | null = null): Promise<CallCount> =>
  ledger.take({ provider, userId, perDay, perUserPerDay });

async function counts(): Promise<number[]> {
  const rows = await database.admin("select calls from vendor_calls where provider = $1 order by user_id", [provider]);
  return rows.map(({ calls }) => Number(calls));
}

test("of many at once, as many are counted as there are", async () => {
  const taken = await Promise.all(Array.from({ length: 12 }, () => take(randomUUID(), 5)));
  expect(taken.filter((count) => count === "counted")).toHaveLength(5);
  expect(taken.filter((count) => count === "all-used")).toHaveLength(7);
  expect(await counts()).toEqual([5, 1, 1, 1, 1, 1]);
});

test("one traveller's day is used up without the others', and what is refused is not counted", async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  expect([await take(one, 10, 2), await take(one, 10, 2), await take(one, 10, 2)]).toEqual([
    "counted",
    "counted",
    "own-used",
  ]);
  expect(await take(other, 10, 2)).toBe("counted");
  expect((await counts())[0]).toBe(3);
  expect(await take(null, 10, 2)).toBe("counted");
  expect((await counts())[0]).toBe(4);
});

test("nothing allowed is nothing counted", async () => {
  expect(await take(null, 0)).toBe("all-used");
  expect(await take(randomUUID(), null, 0)).toBe("own-used");
  expect(await counts()).toEqual([]);
});

test("another vendor and another day are counted by themselves", async () => {
  expect(await take(null, 1)).toBe("counted");
  expect(await ledger.take({ provider: `${provider}x`, userId: null, perDay: 1, perUserPerDay: null })).toBe("counted");
  expect(await take(null, 1)).toBe("all-used");
  await database.admin("update vendor_calls set day = day - 1 where provider = $1", [provider]);
  expect(await take(null, 1)).toBe("counted");
});

test("a traveller sees their own count, and can change none", async () => {
  const userId = randomUUID();
  await take(userId, 5);
  const change = database.db.transaction({ kind: "user", userId }, (tx) =>
    tx.runText("update vendor_calls set calls = 0"),
  );
  await expect(change).rejects.toThrow();
  const seen = database.db.transaction({ kind: "user", userId }, (tx) => tx.runText("select calls from vendor_calls"));
  expect(await seen).toEqual([{ calls: 1 }]);
});

test("eight callers that share nothing but the database ask as often as the day allows, and no more", async () => {
  const vendor = await startLoopbackVendor();
  vendor.respond({ body: FOUND });
  const own = huts({ perDay: 5 }, { id: provider });
  const callers = Array.from({ length: 8 }, () => open(vendor.url, own, { ledger: createCallLedger(database.db) }));
  const outcomes = await Promise.allSettled(callers.map((http) => find(http)));
  await vendor.close();
  expect(vendor.asked).toHaveLength(5);
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toHaveLength(3);
  for (const one of refused) expect(one).toMatchObject({ kind: "quota", isHeld: true });
});

test("calls leave their rows: answered, refused, tried again, stopped; with what is left, and no word of the answer", async () => {
  const vendor = await startLoopbackVendor();
  const log = createApiCallLog(database.db);
  const terms = { contentSeconds: 0, priceSeconds: 0, keepsIds: true, isForModels: false };
  const http = open(vendor.url, huts({}, { id: provider, terms }), { log });
  vendor.respond({ body: FOUND, headers: { "ratelimit-remaining": "41", "ratelimit-reset": "60" } });
  const runId = randomUUID();
  await find(http, { scope: { signal: new AbortController().signal, userId: null, runId } });
  vendor.respond({ status: 422, body: { error: { code: "lone_hut", message: "Lone" } } });
  await find(http, { path: "/refused" }).catch(() => {});
  vendor.respondInTurn({ status: 503, body: "Lone" }, { body: FOUND });
  await find(http, { path: "/again" });
  vendor.respond({ body: FOUND, delayMs: 5_000 });
  const stop = new AbortController();
  const stopped = find(http, { path: "/stopped", scope: { signal: stop.signal, userId: null, runId: null } });
  await expect.poll(() => vendor.asked.length, { interval: 5 }).toBe(5);
  stop.abort(new Error("left"));
  await expect(stopped).rejects.toThrow("left");
  await log.close();
  await vendor.close();
  const rows = await database.admin(
    "select * from external_api_logs where api_provider = $1 order by request_started_at",
    [provider],
  );
  expect(rows).toMatchObject([
    { api_endpoint: "/huts", response_status: 200, error_message: null, rate_limit_remaining: 41, run_id: runId },
    { api_endpoint: "/refused", response_status: 422, error_message: "bad_request", rate_limit_remaining: null },
    { api_endpoint: "/again", response_status: 503, error_message: "upstream" },
    { api_endpoint: "/again", response_status: 200, error_message: null },
    { api_endpoint: "/stopped", response_status: null, error_message: "stopped" },
  ]);
  for (const row of rows) expect(row).toMatchObject({ duration_ms: expect.any(Number), response_body: null });
  expect(JSON.stringify(rows)).not.toMatch(/lone/i);
});

test("today's calls and how the last one ended are told of each vendor that is asked about", async () => {
  const now = new Date("2026-11-22T09:00:00Z");
  const log = createApiCallLog(database.db);
  const record = (of: string, minutesAgo: number, change: Partial<CallRecord> = {}): void =>
    log.record({
      ...{ provider: of, endpoint: "/", method: "GET", parameters: null, status: 200, errorCode: null, failure: null },
      ...{ startedAt: new Date(now.getTime() - minutesAgo * 60_000), durationMs: 1, remaining: null, runId: null },
      ...change,
    });
  const failing = `${provider}-f`;
  record(provider, 600);
  record(provider, 4);
  record(provider, 3);
  record(provider, 1, { status: null, failure: "stopped" });
  record(failing, 5);
  record(failing, 2, { status: null, failure: "timeout" });
  await log.close();
  await database.admin("update external_api_logs set created_at = request_started_at");
  const counted = "insert into vendor_calls (provider, day, user_id, calls) values ($1, $2, $3, 12), ($1, $2, $4, 7)";
  await database.admin(counted, [failing, "2026-11-22", "00000000-0000-0000-0000-000000000000", randomUUID()]);
  expect(await callsToday(database.db, [failing, provider, "nobody"], now)).toEqual([
    { provider: failing, today: 12, last: { at: "2026-11-22T08:58:00.000Z", status: null, failure: "timeout" } },
    { provider, today: 3, last: { at: "2026-11-22T08:57:00.000Z", status: 200, failure: null } },
    { provider: "nobody", today: 0, last: null },
  ]);
});
