/** Runs and answers are kept once however often they are written, and meet what people said of the same plans. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createEvaluationStore,
  type EvaluationAnswer,
  type EvaluationHead,
  type EvaluationStore,
} from "../../../db/stores/evaluation-store.ts";
import { createFeedbackStore } from "../../../db/stores/feedback-store.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import type { Feedback } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, draftIn, placesOf, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

let database: TestDatabase;
let userId: string;
let evaluation: EvaluationStore;
/** A trip with a version that a run made and then one by hand, which is selected. */
let planned: { tripId: string; runId: string; madeId: string; selectedId: string };
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
  userId = await addUser(database);
  evaluation = createEvaluationStore({ db: database.db, userId });
  const trips = storeFor(database, userId);
  const city = await cityNamed(database, "Lisbon");
  const { id: tripId } = await trips.createTrip(tripTo(city));
  const recorder = createRunRecorder({ db: database.db, userId, workerId: "w", now: () => new Date() });
  const { id: runId } = await recorder.startRun({ input: {}, modelVersion: "offline/1", promptHash: "h" });
  const draft = draftIn(city, await placesOf(database, city));
  const made = await trips.saveItinerary(planFor(tripId, draft, { runId }));
  const manual = { generatedBy: "manual", aiModelVersion: null } as const;
  const byHand = await trips.saveItinerary(planFor(tripId, draft, manual));
  planned = { tripId, runId, madeId: made.itinerary.id, selectedId: byHand.itinerary.id };
});
afterAll(() => database?.close());

const headOf = (changes: Partial<EvaluationHead> = {}): EvaluationHead & { seed: number } => ({
  ...{ runId: randomUUID(), suite: "golden", modelVersion: "offline/1", promptHash: "abc", answers: 2, seed: 7 },
  startedAt: "2026-11-24T02:00:00.000Z",
  ...changes,
});

const answerOf = (changes: Partial<EvaluationAnswer> = {}): EvaluationAnswer => ({
  ...{ sample: "lisbon-food", method: "planner", trial: 1, passed: true, plan: null, planRunId: null },
  scores: { pace: { value: 0.75 }, "hours-kept": { value: 1 } },
  ...changes,
});

async function started(head: EvaluationHead = headOf()): Promise<string> {
  await evaluation.startRun(head);
  return head.runId;
}

const answersOf = (runId: string): Promise<Record<string, unknown>[]> =>
  database.admin(
    `select sample, method, trial, passed, scores, trip_id, itinerary_id, run_id from eval_answers
     where eval_run_id = $1 order by sample, method, trial`,
    [runId],
  );

test("a run is kept with its whole head, and counted when it ends", async () => {
  const head = headOf();
  await started(head);
  const read = (): Promise<Record<string, unknown>[]> =>
    database.admin(
      "select suite, head, answers_expected, answers, passed, ended_at::text from eval_runs where id = $1",
      [head.runId],
    );
  expect(await read()).toEqual([
    { suite: "golden", head: { ...head }, answers_expected: 2, answers: null, passed: null, ended_at: null },
  ]);
  await evaluation.keepAnswer(head.runId, answerOf());
  await evaluation.keepAnswer(head.runId, answerOf({ trial: 2, passed: false }));
  await evaluation.keepAnswer(head.runId, answerOf({ method: "nearest" }));
  const end = { endedAt: "2026-11-24T02:03:00.000Z" };
  expect(await evaluation.endRun(head.runId, end)).toEqual({ answers: 3, passed: 2 });
  expect(await read()).toMatchObject([{ answers: 3, passed: 2, ended_at: expect.stringContaining("2026-11-24") }]);
});

test("a run that is taken up again writes nothing twice; the last answer stands", async () => {
  const head = headOf();
  await started(head);
  await evaluation.keepAnswer(head.runId, answerOf({ passed: false }));
  await started({ ...head, suite: "another" });
  await evaluation.keepAnswer(head.runId, answerOf({ scores: { pace: { value: 0.5 } } }));
  expect(await answersOf(head.runId)).toMatchObject([{ passed: true, scores: { pace: 0.5 } }]);
  expect(await database.admin("select suite from eval_runs where id = $1", [head.runId])).toEqual([
    { suite: "golden" },
  ]);
});

test("an answer is about the version its run made, whichever is selected now", async () => {
  const runId = await started();
  const { tripId, madeId } = planned;
  await evaluation.keepAnswer(runId, answerOf({ plan: { tripId }, planRunId: planned.runId }));
  expect(await answersOf(runId)).toMatchObject([{ trip_id: tripId, itinerary_id: madeId, run_id: planned.runId }]);
});

test("of a run that only answered it is about the version selected; a plain method's plan is about none", async () => {
  const runId = await started();
  const { tripId, selectedId } = planned;
  const recorder = createRunRecorder({ db: database.db, userId, workerId: "w", now: () => new Date() });
  const { id: talk } = await recorder.startRun({ input: {}, modelVersion: "offline/1", promptHash: "h" });
  await evaluation.keepAnswer(runId, answerOf({ sample: "a", plan: { tripId }, planRunId: talk }));
  await evaluation.keepAnswer(runId, answerOf({ sample: "b", method: "nearest", plan: { tripId } }));
  expect((await answersOf(runId)).map((row) => row.itinerary_id)).toEqual([selectedId, null]);
});

test("trips and runs of another database are left out, and ids that are none", async () => {
  const runId = await started();
  await evaluation.keepAnswer(runId, answerOf({ plan: { tripId: randomUUID() }, planRunId: randomUUID() }));
  await evaluation.keepAnswer(runId, answerOf({ sample: "pasted", plan: { tripId: "line-3" }, planRunId: "none" }));
  const nothing = { trip_id: null, itinerary_id: null, run_id: null };
  expect(await answersOf(runId)).toMatchObject([nothing, nothing]);
});

test("ratings are those of the very version as a whole", async () => {
  const runId = await started();
  const { tripId, madeId, selectedId } = planned;
  await evaluation.keepAnswer(runId, answerOf({ plan: { tripId }, planRunId: planned.runId }));
  await evaluation.keepAnswer(runId, answerOf({ method: "nearest", plan: { tripId } }));
  const feedback = createFeedbackStore({ db: database.db, userId, newId: randomUUID });
  const say = (changes: Partial<Feedback>): Promise<unknown> =>
    feedback.recordFeedback({
      ...{ tripId, itineraryId: madeId, type: "rating", rating: 4, text: null },
      ...{ ratedItemType: null, ratedItemId: null, ratedDayNumber: null },
      ...changes,
    });
  expect(await evaluation.ratings(runId)).toEqual([]);
  await say({ ratedItemType: "itinerary" });
  await say({ itineraryId: selectedId, rating: 1 });
  await say({ ratedItemType: "day", ratedDayNumber: 1, rating: 2 });
  await say({ type: "suggestion", rating: null, text: "More cafés." });
  expect(await evaluation.ratings(runId)).toEqual([
    {
      ...{ sample: "lisbon-food", method: "planner", trial: 1, passed: true, rating: 4 },
      scores: { pace: 0.75, "hours-kept": 1 },
    },
  ]);
});

test("nobody sees, continues or ends another traveller's run", async () => {
  const head = headOf();
  await started(head);
  const other = createEvaluationStore({ db: database.db, userId: await addUser(database) });
  const refused = { code: "run_not_found" };
  await expect(other.startRun(head)).rejects.toMatchObject(refused);
  await expect(other.keepAnswer(head.runId, answerOf())).rejects.toMatchObject(refused);
  await expect(other.endRun(head.runId, { endedAt: head.startedAt })).rejects.toMatchObject(refused);
  await expect(other.keepAnswer("mine", answerOf())).rejects.toMatchObject(refused);
  expect(await other.ratings(head.runId)).toEqual([]);
});

test("figures outlive the trips they are about", async () => {
  const trips = storeFor(database, userId);
  const { id: tripId } = await trips.createTrip(tripTo(await cityNamed(database, "Lisbon")));
  const runId = await started();
  await evaluation.keepAnswer(runId, answerOf({ plan: { tripId } }));
  expect(await answersOf(runId)).toMatchObject([{ trip_id: tripId }]);
  await database.admin("delete from trips where id = $1", [tripId]);
  expect(await answersOf(runId)).toMatchObject([{ trip_id: null, passed: true }]);
});
