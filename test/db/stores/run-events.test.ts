/** What a run told is read back in its order from any number on, and a wish to stop reaches whoever runs it. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRunEventLog, createRunEventWriter, createStopRequests } from "../../../db/stores/run-events.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import type { RunEventLog } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { runMaintenance } from "../maintenance/old-rows.ts";
import { addUser } from "./trips-for-tests.ts";

let database: TestDatabase;
let userId = "";
let nowMs = Date.now();
const now = (): Date => new Date(nowMs);
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  userId = await addUser(database);
});
afterAll(() => database?.close());

const logOf = (owner = userId): RunEventLog => createRunEventLog({ db: database.db, userId: owner, now });
const newRun = async (): Promise<string> => {
  const recorder = createRunRecorder({ db: database.db, userId, workerId: "a", now });
  return (await recorder.startRun({ input: {}, modelVersion: "m", promptHash: "p" })).id;
};
const endRun = (runId: string): Promise<unknown> =>
  database.admin(
    "update ai_planning_jobs set status = 'completed', lease_expires_at = null, completed_at = $2 where id = $1",
    [runId, now()],
  );

test("however events are batched, each is read once and in its order, from any number on", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 8 }), fc.nat(30), async (sizes, from) => {
      const runId = await newRun();
      const total = sizes.reduce((sum, size) => sum + size, 0);
      let firstSeq = 0;
      for (const size of sizes) {
        const events = Array.from({ length: size }, (_, index) => ({ n: firstSeq + index }));
        await createRunEventWriter(database.db).appendAll([{ runId, firstSeq, events }]);
        firstSeq += size;
      }
      const { events, isOver } = await logOf().read(runId, from);
      expect(events).toEqual(Array.from({ length: Math.max(0, total - from) }, (_, index) => ({ n: from + index })));
      expect(isOver).toBe(false);
    }),
    { numRuns: 25 },
  );
});

test("batches of many runs are written at once, a second time without effect, and not for a run that is gone", async () => {
  const [one, two] = [await newRun(), await newRun()];
  const batches = [one, two, randomUUID()].map((runId) => ({ runId, firstSeq: 0, events: [{ runId }] }));
  const writer = createRunEventWriter(database.db);
  await writer.appendAll(batches);
  await writer.appendAll(batches);
  for (const runId of [one, two]) expect((await logOf().read(runId, 0)).events).toEqual([{ runId }]);
});

test("a run is over with its last event, a while after it ended without one, or when its lease has run out", async () => {
  const [told, silent, dead] = [await newRun(), await newRun(), await newRun()];
  await logOf().append(told, { firstSeq: 0, events: [{ type: "run-end" }] });
  expect((await logOf().read(told, 0)).isOver).toBe(false);
  await endRun(told);
  expect(await logOf().read(told, 0)).toEqual({ events: [{ type: "run-end" }], isOver: true });
  await endRun(silent);
  expect((await logOf().read(silent, 0)).isOver).toBe(false);
  nowMs += 6_000;
  expect((await logOf().read(silent, 0)).isOver).toBe(true);
  expect((await logOf().read(dead, 0)).isOver).toBe(false);
  nowMs += 10_000;
  expect((await logOf().read(dead, 0)).isOver).toBe(true);
});

test("a stop is found by whoever runs it; a stranger can neither read nor stop", async () => {
  const [wanted, other] = [await newRun(), await newRun()];
  await logOf().requestStop(wanted);
  await logOf().requestStop(wanted);
  const stops = createStopRequests(database.db);
  expect(await stops.stopRequested([wanted, other])).toEqual([wanted]);
  expect(await stops.stopRequested([])).toEqual([]);
  expect((await logOf().read(wanted, 0)).events).toEqual([]);
  const stranger = logOf(await addUser(database));
  await expect(stranger.requestStop(other)).rejects.toMatchObject({ code: "run_not_found" });
  await expect(stranger.read(other, 0)).rejects.toMatchObject({ code: "run_not_found" });
  await expect(logOf().requestStop("mine")).rejects.toMatchObject({ code: "run_not_found" });
  expect(await stops.stopRequested([other])).toEqual([]);
});

test("a day after its end a run's events go, and only then", async () => {
  const [old, fresh, running] = [await newRun(), await newRun(), await newRun()];
  for (const runId of [old, fresh, running]) await logOf().append(runId, { firstSeq: 0, events: [{}] });
  await endRun(fresh);
  nowMs -= 25 * 3_600_000;
  await endRun(old);
  nowMs += 25 * 3_600_000;
  await runMaintenance(database, { archive: null, now: now() });
  const left = await database.admin("select run_id from run_events where run_id = any($1)", [[old, fresh, running]]);
  expect(new Set(left.map(({ run_id }) => run_id))).toEqual(new Set([fresh, running]));
});
