/** Events of a job as they are written and followed: all of them, in order, once, whatever fails in between. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { RunEvent } from "../../../agents/events.ts";
import { createRunEventLog } from "../../../db/stores/run-events.ts";
import { createEventWriter } from "../../../server/event-writer.ts";
import { followRun } from "../../../server/follow-run.ts";
import type { RunEventLog } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { addUser } from "../../db/stores/trips-for-tests.ts";

let database: TestDatabase;
let log: RunEventLog;
let runId: string;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
beforeEach(async () => {
  const userId = await addUser(database);
  runId = randomUUID();
  await database.admin("insert into ai_planning_jobs (id, user_id, kind) values ($1, $2, 'background')", [
    runId,
    userId,
  ]);
  log = createRunEventLog({ db: database.db, userId, now: () => new Date() });
});
afterAll(() => database?.close());

const step = (number: number): RunEvent => ({ type: "step-start", step: number });
const end = (): RunEvent => ({ type: "run-end", runId, durationMs: 1 });

test("what could not be written comes with the next batch, in order", async () => {
  await log.append(runId, { firstSeq: 0, events: [step(1)] });
  let refusals = 1;
  const unsteady: Pick<RunEventLog, "append"> = {
    append: async (id, batch) => {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error("the database does not answer");
      }
      await log.append(id, batch);
    },
  };
  const writer = createEventWriter(unsteady, { runId, firstSeq: 1 });
  writer.listener(step(2));
  await expect.poll(() => refusals).toBe(0);
  writer.listener(step(3));
  await writer.close();
  expect((await log.read(runId, 0)).events).toEqual([step(1), step(2), step(3)]);
});

test("a follower hears everything once, also what is written while it follows, and ends with the run", async () => {
  await log.append(runId, { firstSeq: 0, events: [step(1), step(2)] });
  const heard: RunEvent[] = [];
  for await (const event of followRun(log, runId, { signal: new AbortController().signal })) {
    heard.push(event);
    if (heard.length !== 2) continue;
    await log.append(runId, { firstSeq: 2, events: [step(3), end()] });
    await database.admin("update ai_planning_jobs set status = 'failed', completed_at = now() where id = $1", [runId]);
  }
  expect(heard).toEqual([step(1), step(2), step(3), end()]);
});

test("a follower waits for the next attempt of a job whose worker is gone", async () => {
  await log.append(runId, { firstSeq: 0, events: [step(1), end()] });
  const processing = "status = 'processing', worker_id = 'gone', lease_expires_at = now() - interval '1 hour'";
  await database.admin(`update ai_planning_jobs set ${processing} where id = $1`, [runId]);
  expect(await log.read(runId, 0)).toMatchObject({ isOver: false });
});

test("a follower goes on where it was cut off, and stops when it is told to", async () => {
  await log.append(runId, { firstSeq: 0, events: [step(1), step(2), step(3)] });
  const stop = new AbortController();
  const heard: RunEvent[] = [];
  for await (const event of followRun(log, runId, { signal: stop.signal, fromSeq: 2 })) {
    heard.push(event);
    stop.abort();
  }
  expect(heard).toEqual([step(3)]);
});
