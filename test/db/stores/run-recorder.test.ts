/** A run is its worker's while the worker lives; then it is failed, once and for good. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import type { RunEnd, RunRecorder } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

let database: TestDatabase;
let userId: string;
let nowMs: number;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.admin("delete from ai_planning_jobs");
  userId = await addUser(database);
  nowMs = Date.parse("2026-11-22T10:00:00Z");
});

const START = { input: { text: "4 days in Lisbon" }, modelVersion: "gpt-x", promptHash: "abc" };
const END: RunEnd = {
  tripId: null,
  modelVersion: "gpt-x-2026-11-01",
  result: { summary: "done" },
  tokens: { input: 100, output: 20, cached: 40, reasoning: 5 },
  durationMs: 812.4,
  toolCalls: 3,
};

function recorder(workerId: string, dead: readonly string[] = []): RunRecorder {
  const isWorkerAlive = (id: string): boolean => !dead.includes(id);
  return createRunRecorder({ db: database.db, userId, workerId, now: () => new Date(nowMs), isWorkerAlive });
}

async function jobOf(id: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await database.admin("select * from ai_planning_jobs where id = $1", [id]);
  return row;
}

test("a run is on record from its start", async () => {
  const { id } = await recorder("a").startRun(START);
  expect(await jobOf(id)).toMatchObject({
    user_id: userId,
    status: "processing",
    worker_id: "a",
    input_params: START.input,
    model_version: "gpt-x",
    prompt_hash: "abc",
    started_at: new Date(nowMs),
    lease_expires_at: new Date(nowMs + 15_000),
    result_data: null,
  });
});

test("its end brings result, tokens and the version the service reported, and the trip knows", async () => {
  const city = await cityNamed(database, "Lisbon");
  const trips = storeFor(database, userId);
  const { id: tripId } = await trips.createTrip(tripTo(city));
  const runs = recorder("a");
  const { id } = await runs.startRun(START);
  const { itinerary } = await trips.saveItinerary(planFor(tripId, { days: [] }, { runId: id }));
  nowMs += 900;
  await runs.completeRun(id, { ...END, tripId });
  expect(await jobOf(id)).toMatchObject({
    status: "completed",
    trip_id: tripId,
    itinerary_id: itinerary.id,
    result_data: { summary: "done" },
    model_version: "gpt-x-2026-11-01",
    tokens_used: 120,
    tokens_input: 100,
    tokens_output: 20,
    tokens_cached: 40,
    tokens_reasoning: 5,
    tool_calls: 3,
    duration_ms: 812,
    completed_at: new Date(nowMs),
    lease_expires_at: null,
    error_message: null,
  });
  expect(await runs.findRun(id)).toEqual({
    id,
    modelVersion: "gpt-x-2026-11-01",
    promptHash: "abc",
    tokens: END.tokens,
    durationMs: 812,
  });
  const [trip] = await database.admin("select planning_status, ai_planning_job_id from trips where id = $1", [tripId]);
  expect(trip).toEqual({ planning_status: "completed", ai_planning_job_id: id });
});

test("a failure keeps its reason and what it had used", async () => {
  const runs = recorder("a");
  const { id } = await runs.startRun(START);
  await runs.failRun(id, { ...END, error: "The model answered nothing." });
  expect(await jobOf(id)).toMatchObject({
    status: "failed",
    error_message: "The model answered nothing.",
    tokens_used: 120,
  });
});

test("a run that ended cannot be renewed or ended again", async () => {
  const runs = recorder("a");
  const { id } = await runs.startRun(START);
  await runs.completeRun(id, END);
  await expect(runs.heartbeat(id)).rejects.toMatchObject({ code: "cancelled" });
  await expect(runs.failRun(id, { ...END, error: "late" })).rejects.toMatchObject({ code: "cancelled" });
  expect(await jobOf(id)).toMatchObject({ status: "completed", error_message: null });
});

test("a heartbeat carries the lease on, and only its own worker's does", async () => {
  const { id } = await recorder("a").startRun(START);
  nowMs += 10_000;
  await recorder("a").heartbeat(id);
  expect(await jobOf(id)).toMatchObject({ lease_expires_at: new Date(nowMs + 15_000) });
  await expect(recorder("b").heartbeat(id)).rejects.toMatchObject({ code: "cancelled" });
});

test("a sweep fails runs whose lease ran out, and no others", async () => {
  const old = await recorder("a").startRun(START);
  nowMs += 10_000;
  const young = await recorder("b").startRun(START);
  expect(await recorder("c").sweepAbandonedRuns()).toBe(0);
  nowMs += 5_001;
  expect(await recorder("c").sweepAbandonedRuns()).toBe(1);
  expect(await recorder("c").sweepAbandonedRuns()).toBe(0);
  expect(await jobOf(old.id)).toMatchObject({ status: "failed", completed_at: new Date(nowMs) });
  expect((await jobOf(old.id))?.error_message).toContain("lease");
  expect(await jobOf(young.id)).toMatchObject({ status: "processing" });
  await expect(recorder("a").completeRun(old.id, END)).rejects.toMatchObject({ code: "cancelled" });
});

test("a sweep fails the runs of a dead process at once, whoever it acted for", async () => {
  const { id } = await recorder("dead:1").startRun(START);
  const alive = await recorder("alive:2").startRun(START);
  userId = await addUser(database);
  expect(await recorder("c", ["dead:1"]).sweepAbandonedRuns()).toBe(1);
  expect(await jobOf(id)).toMatchObject({ status: "failed", lease_expires_at: null });
  expect((await jobOf(id))?.error_message).toContain("ended");
  expect(await jobOf(alive.id)).toMatchObject({ status: "processing" });
});

test("a run that is not there, or another traveller's, is not found", async () => {
  const { id } = await recorder("a").startRun(START);
  expect(await recorder("a").findRun(id)).toMatchObject({ tokens: { input: 0, output: 0, cached: 0, reasoning: 0 } });
  userId = await addUser(database);
  expect(await recorder("a").findRun(id)).toBeNull();
  expect(await recorder("a").findRun(randomUUID())).toBeNull();
  expect(await recorder("a").findRun("latest")).toBeNull();
});
