/** What models took and cost is summed by day, model and prompt, for its own traveller alone. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createFeedbackStore } from "../../../db/stores/feedback-store.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import { createUsageStore } from "../../../db/stores/usage-store.ts";
import type { ModelCallRecord, RunRecorder } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

let database: TestDatabase;
let userId: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());
beforeEach(async () => {
  userId = await addUser(database);
});

const recorderOf = (owner: string): RunRecorder =>
  createRunRecorder({ db: database.db, userId: owner, workerId: "w", now: () => new Date() });
const usageOf = (owner: string) => createUsageStore({ db: database.db, userId: owner });

const CALL: ModelCallRecord = {
  seq: 1,
  provider: "openai",
  model: "gpt-5",
  modelVersion: "openai/gpt-5-2025-08-07",
  promptHash: "abc",
  tokens: { input: 1_000, output: 100, cached: 800, reasoning: 40 },
  costUsd: 0.0125,
  pricedAsOf: "2026-03-01",
  firstTokenMs: 400,
  durationMs: 900,
  finishReason: "stop",
  toolCalls: 1,
  errorCode: null,
};
const TOKENS = { input: 0, output: 0, cached: 0, reasoning: 0 };

async function runOf(
  owner: string,
  options: { calls: Partial<ModelCallRecord>[]; day?: string; verdictOk?: boolean; rating?: number },
): Promise<void> {
  const { calls, day = "2027-01-15", verdictOk, rating } = options;
  const recorder = recorderOf(owner);
  const { id } = await recorder.startRun({ input: {}, modelVersion: "openai/gpt-5", promptHash: "abc" });
  for (const [index, call] of calls.entries()) await recorder.recordModelCall(id, { ...CALL, ...call, seq: index + 1 });
  await database.admin("update model_calls set created_at = $2 where run_id = $1", [id, `${day}T10:00:00Z`]);
  const trips = storeFor(database, owner);
  const { id: tripId } = await trips.createTrip(tripTo(await cityNamed(database, "Lisbon")));
  const { itinerary } = await trips.saveItinerary(planFor(tripId, { days: [] }, { runId: id }));
  const modelVersion = calls.at(-1)?.modelVersion ?? CALL.modelVersion;
  const end = { tripId, modelVersion, result: {}, tokens: TOKENS, durationMs: 1, toolCalls: 0 };
  await recorder.completeRun(id, { ...end, verdictOk });
  if (rating === undefined) return;
  const feedback = createFeedbackStore({ db: database.db, userId: owner, newId: randomUUID });
  await feedback.recordFeedback({
    tripId,
    itineraryId: itinerary.id,
    type: "rating",
    rating,
    text: null,
    ratedItemType: "itinerary",
    ratedItemId: null,
    ratedDayNumber: null,
  });
}

test("calls, verdicts and ratings of a day come together by model and prompt", async () => {
  await runOf(userId, { calls: [{}, { firstTokenMs: 600 }], verdictOk: true, rating: 5 });
  await runOf(userId, { calls: [{ firstTokenMs: 500 }], verdictOk: false, rating: 4 });
  await runOf(userId, { calls: [{ promptHash: "def" }] });
  const rows = await usageOf(userId).listUsage({ from: "2027-01-15", to: "2027-01-15" });
  expect(rows).toEqual([
    {
      day: "2027-01-15",
      model: "openai/gpt-5-2025-08-07",
      promptHash: "abc",
      runs: 2,
      modelCalls: 3,
      tokens: { input: 3_000, output: 300, cached: 2_400, reasoning: 120 },
      costUsd: 0.0375,
      plansOk: 1,
      plansNotOk: 1,
      ratings: 2,
      averageRating: 4.5,
      firstTokenMs: 500,
    },
    expect.objectContaining({ promptHash: "def", runs: 1, modelCalls: 1, ratings: 0, averageRating: null }),
  ]);
});

test("a run that fell over to another model counts its calls for both, and its verdict for the one that ended it", async () => {
  const failed = {
    modelVersion: "openai/gpt-5",
    tokens: TOKENS,
    costUsd: 0,
    firstTokenMs: null,
    errorCode: "status_500",
  };
  const local = {
    provider: "compatible",
    model: "llama3",
    modelVersion: "compatible/llama3",
    costUsd: null,
    pricedAsOf: null,
  };
  await runOf(userId, { calls: [failed, local], verdictOk: true });
  const rows = await usageOf(userId).listUsage({ from: "2027-01-15", to: "2027-01-15" });
  expect(rows).toMatchObject([
    { model: "compatible/llama3", modelCalls: 1, costUsd: null, plansOk: 1 },
    { model: "openai/gpt-5", modelCalls: 1, costUsd: 0, plansOk: 0, firstTokenMs: null },
  ]);
});

test("days are told apart, newest first, and the range holds both its ends", async () => {
  for (const day of ["2027-01-13", "2027-01-14", "2027-01-15", "2027-01-16"]) await runOf(userId, { calls: [{}], day });
  const rows = await usageOf(userId).listUsage({ from: "2027-01-14", to: "2027-01-15" });
  expect(rows.map(({ day }) => day)).toEqual(["2027-01-15", "2027-01-14"]);
});

test("nobody sees, or is charged for, what a stranger used", async () => {
  await runOf(await addUser(database), { calls: [{}], verdictOk: true, rating: 5 });
  expect(await usageOf(userId).listUsage({ from: "2027-01-01", to: "2027-12-31" })).toEqual([]);
  expect(await usageOf(userId).usedSince("2027-01-01T00:00:00Z")).toEqual({ tokens: 0, costUsd: 0 });
});

test("what was used counts from the instant on, failed calls too, but not the offline model's words", async () => {
  await runOf(userId, { calls: [{}], day: "2027-01-14" });
  await runOf(userId, {
    calls: [{}, { errorCode: "cancelled", costUsd: null, pricedAsOf: null }, { provider: "offline" }],
  });
  expect(await usageOf(userId).usedSince("2027-01-15T00:00:00Z")).toEqual({ tokens: 2_200, costUsd: 0.0125 });
});
