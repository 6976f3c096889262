/** Requests made to vendors are written down behind whoever makes them, and never in their way. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiCallLog } from "../../../db/stores/api-call-log.ts";
import type { CallRecord } from "../../../trip/vendor-calls.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
afterAll(() => database?.close());

function call(change: Partial<CallRecord> = {}): CallRecord {
  return {
    ...{
      provider: "testair",
      endpoint: "/v1/offers",
      method: "POST",
      parameters: { json: { adults: 2 } },
      status: 200,
    },
    ...{ errorCode: null, failure: null, startedAt: new Date("2026-11-22T09:00:00Z"), durationMs: 312.4 },
    ...{ remaining: 59, runId: null },
    ...change,
  };
}

const rowsOf = (provider: string): Promise<Record<string, unknown>[]> =>
  database.admin("select * from external_api_logs where api_provider = $1 order by request_started_at", [provider]);

test("a row says what was asked, how it ended and what is left", async () => {
  const log = createApiCallLog(database.db);
  const runId = randomUUID();
  log.record(call({ runId }));
  const startedAt = new Date("2026-11-22T09:00:01Z");
  log.record(call({ startedAt, status: 422, errorCode: "no_such_airport", failure: "bad_request", remaining: null }));
  await log.flush();
  expect(await rowsOf("testair")).toMatchObject([
    {
      ...{ api_endpoint: "/v1/offers", request_method: "POST", request_params: { json: { adults: 2 } } },
      ...{ response_status: 200, response_body: null, error_message: null, duration_ms: 312, rate_limit_remaining: 59 },
      ...{ run_id: runId, request_started_at: new Date("2026-11-22T09:00:00Z") },
      request_completed_at: new Date("2026-11-22T09:00:00.312Z"),
    },
    { response_status: 422, response_body: { code: "no_such_airport" }, error_message: "bad_request", run_id: null },
  ]);
});

test("closing writes what waits; what is no run of ours, or too long, costs no row", async () => {
  const log = createApiCallLog(database.db);
  for (let one = 0; one < 450; one += 1) {
    log.record(call({ provider: "many", runId: "run-7", endpoint: "/x".repeat(500), remaining: 1e12 }));
  }
  await log.close();
  expect(await rowsOf("many")).toHaveLength(450);
});

test("what cannot be written is tried once more, then let go, and nobody hears of it", async () => {
  let isBroken = true;
  let tried = 0;
  const log = createApiCallLog({
    ...database.db,
    transaction: (actor, work) => {
      tried += 1;
      return isBroken ? Promise.reject(new Error("no database")) : database.db.transaction(actor, work);
    },
  });
  log.record(call({ provider: "lost" }));
  await log.flush();
  await log.flush();
  expect(tried).toBe(2);
  log.record(call({ provider: "late" }));
  await log.flush();
  isBroken = false;
  await log.close();
  expect(await rowsOf("lost")).toHaveLength(0);
  expect(await rowsOf("late")).toHaveLength(1);
});
