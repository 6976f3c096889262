/** Jobs of background planning, from the order to the end: one transaction each way, one holder, one plan. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { fencedDatabase } from "../../../db/fenced-database.ts";
import { createJobQueue, type JobQueue } from "../../../db/queue/job-queue.ts";
import { openPlanningQueue, PLANNING_QUEUE } from "../../../db/queue/planning-queue.ts";
import { queueSchemaOf } from "../../../db/queue/queue-schema.ts";
import {
  type ClaimedJob,
  claimJob,
  completeJob,
  failJob,
  findStoredPlan,
  handBackJob,
  type JobClaimParts,
} from "../../../db/stores/job-claims.ts";
import { createJobRecorder, createJobTripStore } from "../../../db/stores/job-recorder.ts";
import { createPlanningJobs, listWaitingJobs } from "../../../db/stores/planning-jobs.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import { sweepStrayJobs } from "../../../db/stores/stray-jobs.ts";
import type { Database } from "../../../db/transaction.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { PlanningJobs } from "../../../trip/planning-jobs.ts";
import type { ModelCallRecord, RunEnd } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

const SETTINGS = { heartbeatSeconds: 10, retrySeconds: 4, longestRetrySeconds: 60 };
const REQUEST = { request: "4 days in Lisbon in May" };

let database: TestDatabase;
let queue: JobQueue;
let city: City;
let userId: string;
let jobs: PlanningJobs;
let parts: JobClaimParts;
const errors: Error[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  queue = await openPlanningQueue(database.db, SETTINGS, {
    schema: database.schema,
    onError: (error) => errors.push(error),
  });
  parts = { db: database.db, queue, newId: randomUUID, now: () => new Date(), leaseMs: 15_000 };
  city = await cityNamed(database, "Lisbon");
});
beforeEach(async () => {
  await database.admin("delete from ai_planning_jobs");
  await database.admin(`delete from "${queueSchemaOf(database.schema)}".job`);
  userId = await addUser(database);
  jobs = jobsOf(userId);
});
afterEach(() => {
  expect(errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await queue?.stop({ timeout: 1_000 });
  await database?.close();
});

function jobsOf(owner: string, db: Database = database.db): PlanningJobs {
  return createPlanningJobs({ db, userId: owner, queue: async () => queue, newId: randomUUID, now: () => new Date() });
}

const END: RunEnd = {
  tripId: null,
  modelVersion: "gpt-x-1",
  result: { outcome: "as it was" },
  tokens: { input: 100, output: 20, cached: 40, reasoning: 5 },
  durationMs: 812,
  toolCalls: 3,
  modelCalls: 2,
  costUsd: 0.25,
};
const FAILURE = { code: "model_failed", message: "The model does not answer.", isFinal: false };

async function deliver() {
  const [delivery] = await queue.fetch(PLANNING_QUEUE, { ignoreStartAfter: true });
  if (!delivery) throw new Error("there was nothing to deliver");
  return { id: delivery.id, retryCount: delivery.retryCount };
}

async function claim(token: string = randomUUID()): Promise<ClaimedJob> {
  const claimed = await claimJob(parts, await deliver(), { userId, token });
  if (!claimed) throw new Error("it could not be claimed");
  return claimed;
}

async function rowOf(jobId: string): Promise<Record<string, unknown>> {
  const [row] = await database.admin("select * from ai_planning_jobs where id = $1", [jobId]);
  return row ?? {};
}

async function queuedOf(jobId: string): Promise<Record<string, unknown>> {
  const [row] = await database.admin(
    `select state::text, retry_count, start_after from "${queueSchemaOf(database.schema)}".job where id = $1`,
    [jobId],
  );
  return row ?? {};
}

/** As when its worker has been silent for long, and some worker has looked after the queue. */
async function missHolder(jobId: string): Promise<void> {
  const schema = queueSchemaOf(database.schema);
  await database.admin(`update "${schema}".job set heartbeat_on = now() - interval '1 hour' where id = $1`, [jobId]);
  await database.admin(`update "${schema}".queue set monitor_on = null, monitor_claim_on = null`);
  const supervisor = createJobQueue(database.db, {
    schema: database.schema,
    isSender: true,
    onError: (error) => errors.push(error),
  });
  await supervisor.start();
  await supervisor.supervise(PLANNING_QUEUE);
  await supervisor.stop({ timeout: 1_000 });
}

const notificationsOf = (owner: string) =>
  database.admin("select notification_type, trip_id, body, data from notifications where user_id = $1", [owner]);

test("trip, record and place in the queue come together", async () => {
  const { jobId, tripId } = await jobs.enqueue({ trip: tripTo(city) }, { model: "openai:gpt-5" });
  expect(await jobs.find(jobId)).toMatchObject({
    ...{ id: jobId, status: "queued", request: "Three days in Lisbon", model: "openai:gpt-5", tripId, version: null },
    ...{ failures: 0, maxFailures: 3, error: null, waitsForPerson: false, nextRetryAt: null, startedAt: null },
  });
  expect(await rowOf(jobId)).toMatchObject({ kind: "background", user_id: userId, max_retries: 3 });
  expect(await queuedOf(jobId)).toMatchObject({ state: "created" });
  const [trip] = await database.admin("select planning_status, ai_planning_job_id from trips where id = $1", [tripId]);
  expect(trip).toEqual({ planning_status: "queued", ai_planning_job_id: jobId });
});

test("what fails before the commit leaves neither trip nor record nor place in the queue", async () => {
  const failure = new Error("the power is gone");
  const failing: Database = {
    ...database.db,
    transaction: (actor, work) =>
      database.db.transaction(actor, async (tx) => {
        await work(tx);
        throw failure;
      }),
  };
  await expect(jobsOf(userId, failing).enqueue({ trip: tripTo(city) })).rejects.toBe(failure);
  const nowhere = { ...city, id: randomUUID() };
  await expect(jobs.enqueue({ trip: tripTo(nowhere) })).rejects.toMatchObject({ code: "city_not_found" });
  expect(await database.admin("select from trips where user_id = $1", [userId])).toEqual([]);
  expect(await database.admin("select from ai_planning_jobs")).toEqual([]);
  expect(await database.admin(`select from "${queueSchemaOf(database.schema)}".job`)).toEqual([]);
});

test("a job is its traveller's alone", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  const others = jobsOf(await addUser(database));
  expect(await others.find(jobId)).toBeNull();
  expect(await others.list(10)).toEqual([]);
  await expect(others.cancel(jobId)).rejects.toMatchObject({ code: "run_not_found" });
  await expect(others.retry(jobId)).rejects.toMatchObject({ code: "run_not_found" });
  await expect(others.cancel("latest")).rejects.toMatchObject({ code: "run_not_found" });
  const another = await addUser(database);
  expect(await claimJob(parts, await deliver(), { userId: another, token: "x" })).toBeNull();
  expect(await jobs.list(10)).toMatchObject([{ id: jobId, status: "queued" }]);
});

test("a delivery is claimed while it is the latest, and what has ended is not begun again", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  const first = await deliver();
  await missHolder(jobId);
  expect(await claimJob(parts, first, { userId, token: "late" })).toBeNull();
  const second = await claim("second");
  expect(second).toMatchObject({ runId: jobId, request: REQUEST.request, tripId: null });
  expect(await rowOf(jobId)).toMatchObject({ status: "processing", worker_id: "second" });
  await failJob(parts, second, { failure: { ...FAILURE, isFinal: true }, end: null });
  await database.admin(`update "${queueSchemaOf(database.schema)}".job set state = 'created', completed_on = null`);
  expect(await claimJob(parts, await deliver(), { userId, token: "third" })).toBeNull();
  expect(await queuedOf(jobId)).toMatchObject({ state: "completed" });
});

test("a completed job has one plan, with the run's sums, and the queue is done with it", async () => {
  const { jobId, tripId } = await jobs.enqueue({ trip: tripTo(city) });
  const job = await claim();
  if (tripId === null) throw new Error("no trip");
  const trips = createJobTripStore(parts, job);
  const rejected = { ok: false, violations: [] };
  await trips.saveItinerary(planFor(tripId, { days: [] }, { runId: jobId, select: false, verdict: rejected }));
  const { itinerary } = await trips.saveItinerary(planFor(tripId, { days: [] }, { runId: jobId }));
  await createJobRecorder(parts, job).completeRun(jobId, { ...END, tripId });
  expect(await jobs.find(jobId)).toMatchObject({ status: "completed", version: itinerary.version, error: null });
  expect(await rowOf(jobId)).toMatchObject({ itinerary_id: itinerary.id, tokens_used: 120, tool_calls: 3 });
  expect(await database.admin("select version from itineraries where job_id = $1", [jobId])).toEqual([{ version: 2 }]);
  expect(await queuedOf(jobId)).toMatchObject({ state: "completed" });
  await expect(completeJob(parts, job, { ...END, tripId })).rejects.toMatchObject({ code: "cancelled" });
  await expect(jobs.cancel(jobId)).rejects.toMatchObject({ code: "invalid_input" });
});

test("a failure waits longer each time, as record and queue say alike; the third one asks a person", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  for (const [failures, least, most] of [
    [1, 4, 8],
    [2, 8, 16],
  ] as const) {
    const before = Date.now();
    expect(await failJob(parts, await claim(), { failure: FAILURE, end: END })).toBe("retried");
    const job = await jobs.find(jobId);
    expect(job).toMatchObject({ status: "queued", failures, error: { code: "model_failed" }, waitsForPerson: false });
    expect(new Date(job?.nextRetryAt ?? 0)).toEqual((await queuedOf(jobId)).start_after);
    const waits = (Date.parse(job?.nextRetryAt ?? "") - before) / 1_000;
    expect(waits).toBeGreaterThanOrEqual(least - 1);
    expect(waits).toBeLessThanOrEqual(most + 5);
  }
  expect(await notificationsOf(userId)).toEqual([]);
  expect(await failJob(parts, await claim(), { failure: FAILURE, end: END })).toBe("given-up");
  expect(await jobs.find(jobId)).toMatchObject({ status: "failed", failures: 3, waitsForPerson: true });
  expect(await queuedOf(jobId)).toMatchObject({ state: "cancelled" });
  const [told, ...more] = await notificationsOf(userId);
  expect(told).toMatchObject({ notification_type: "planning_failed", data: { jobId, code: "model_failed" } });
  expect(told?.body).toContain(FAILURE.message);
  expect(more).toEqual([]);
  expect(await listWaitingJobs(database.db, 5)).toMatchObject([{ id: jobId, message: FAILURE.message }]);
});

test("what cannot be mended is not tried again", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  const failure = { code: "city_not_found", message: "No such city.", isFinal: true };
  expect(await failJob(parts, await claim(), { failure, end: null })).toBe("given-up");
  expect(await jobs.find(jobId)).toMatchObject({ status: "failed", failures: 1, error: { code: "city_not_found" } });
  expect(await notificationsOf(userId)).toHaveLength(1);
});

test("a person begins a failed job again, or puts it away", async () => {
  const { jobId, tripId } = await jobs.enqueue({ trip: tripTo(city) });
  await expect(jobs.retry(jobId)).rejects.toMatchObject({ code: "invalid_input" });
  await failJob(parts, await claim(), { failure: { ...FAILURE, isFinal: true }, end: END });
  expect(await jobs.retry(jobId)).toMatchObject({ status: "queued", failures: 0, error: null, tripId });
  expect(await claim()).toMatchObject({ runId: jobId, tripId, delivery: { retryCount: 0 } });
  expect(await jobs.cancel(jobId)).toMatchObject({ status: "failed", waitsForPerson: false });
  expect(await queuedOf(jobId)).toMatchObject({ state: "cancelled" });
  expect(await listWaitingJobs(database.db, 5)).toEqual([]);
});

test("whoever has lost a job writes nothing of it any more", async () => {
  const { jobId, tripId } = await jobs.enqueue({ trip: tripTo(city) });
  if (tripId === null) throw new Error("no trip");
  const paused = await claim("paused");
  await missHolder(jobId);
  const holder = await claim("holder");
  const lost = { code: "cancelled" };
  const trips = createJobTripStore(parts, paused);
  await expect(trips.saveItinerary(planFor(tripId, { days: [] }, { runId: jobId }))).rejects.toMatchObject(lost);
  await expect(trips.createTrip(tripTo(city))).rejects.toMatchObject(lost);
  const recorder = createJobRecorder(parts, paused);
  await expect(recorder.heartbeat(jobId)).rejects.toMatchObject(lost);
  await expect(recorder.startRun({ input: {}, modelVersion: "x", promptHash: "" })).rejects.toMatchObject(lost);
  await expect(recorder.completeRun(jobId, { ...END, tripId })).rejects.toMatchObject(lost);
  await expect(failJob(parts, paused, { failure: FAILURE, end: null })).rejects.toMatchObject(lost);
  await expect(handBackJob(parts, paused)).rejects.toMatchObject(lost);
  expect(await queuedOf(jobId)).toMatchObject({ state: "active", retry_count: 1 });
  expect(await database.admin("select from itineraries where run_id = $1", [jobId])).toEqual([]);
  expect(await database.admin("select from trips where user_id = $1", [userId])).toHaveLength(1);
  await createJobTripStore(parts, holder).saveItinerary(planFor(tripId, { days: [] }, { runId: jobId }));
  await createJobRecorder(parts, holder).completeRun(jobId, { ...END, tripId });
  expect(await jobs.find(jobId)).toMatchObject({ status: "completed", version: 1 });
});

test("what the service keeps is not fenced, and what is told of a run may come after its end", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  const job = await claim("teller");
  const act = (db: Database, kind: "user" | "service") =>
    db.transaction(kind === "user" ? { kind, userId } : { kind }, async () => "done");
  await failJob(parts, job, { failure: { ...FAILURE, isFinal: true }, end: null });
  await expect(act(fencedDatabase(database.db, job), "user")).rejects.toMatchObject({ code: "cancelled" });
  expect(await act(fencedDatabase(database.db, job), "service")).toBe("done");
  expect(await act(fencedDatabase(database.db, job, { alsoAfterItsEnd: true }), "user")).toBe("done");
  const stranger = { runId: jobId, token: "stranger" };
  const late = fencedDatabase(database.db, stranger, { alsoAfterItsEnd: true });
  await expect(act(late, "user")).rejects.toMatchObject({ code: "cancelled" });
});

test("a trip that an attempt has made is the job's, and so is a plan that holds", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  const first = await claim();
  const trip = await createJobTripStore(parts, first).createTrip(tripTo(city));
  const rejected = { verdict: { ok: false, violations: [] }, select: false };
  const trips = createJobTripStore(parts, first);
  await trips.saveItinerary(planFor(trip.id, { days: [] }, { runId: jobId, ...rejected }));
  expect(await findStoredPlan(parts, first)).toBeNull();
  await missHolder(jobId);
  const second = await claim();
  expect(second.tripId).toBe(trip.id);
  await createJobTripStore(parts, second).saveItinerary(planFor(trip.id, { days: [] }, { runId: jobId }));
  await missHolder(jobId);
  expect(await findStoredPlan(parts, await claim())).toEqual({ tripId: trip.id, version: 2 });
});

test("a worker that is told to stop hands its job back, which counts as no failure", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  await handBackJob(parts, await claim());
  expect(await jobs.find(jobId)).toMatchObject({ status: "queued", failures: 0 });
  expect(await queuedOf(jobId)).toMatchObject({ state: "retry" });
});

test("a job whose worker was killed is queued again on record too, and is given up when it kills every worker", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  const sweep = () => sweepStrayJobs({ ...parts, schema: database.schema });
  await claim();
  expect(await sweep()).toBe(0);
  await missHolder(jobId);
  expect(await sweep()).toBe(1);
  const waiting = await jobs.find(jobId);
  expect(waiting).toMatchObject({ status: "queued", failures: 0 });
  expect(new Date(waiting?.nextRetryAt ?? 0)).toEqual((await queuedOf(jobId)).start_after);
  expect(await sweep()).toBe(0);
  for (let attempt = 2; attempt <= 12; attempt += 1) {
    await claim();
    await missHolder(jobId);
  }
  expect(await queuedOf(jobId)).toMatchObject({ state: "failed" });
  expect(await sweep()).toBe(1);
  expect(await jobs.find(jobId)).toMatchObject({ status: "failed", waitsForPerson: true });
  expect(await notificationsOf(userId)).toHaveLength(1);
  expect(await sweep()).toBe(0);
});

test("a job that has vanished from the queue does not wait for ever", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  await queue.deleteJob(PLANNING_QUEUE, jobId);
  expect(await sweepStrayJobs({ ...parts, schema: database.schema })).toBe(1);
  expect(await jobs.find(jobId)).toMatchObject({ status: "failed", waitsForPerson: true });
});

test("the sweep of abandoned runs leaves jobs to the queue", async () => {
  const { jobId } = await jobs.enqueue(REQUEST);
  await claim();
  await database.admin("update ai_planning_jobs set lease_expires_at = now() - interval '1 hour'");
  const runs = createRunRecorder({ db: database.db, userId, workerId: "sweeper", now: () => new Date() });
  expect(await runs.sweepAbandonedRuns()).toBe(0);
  expect(await jobs.find(jobId)).toMatchObject({ status: "processing" });
});

const CALL: ModelCallRecord = {
  ...{ seq: 1, provider: "openai", model: "gpt-x", modelVersion: "gpt-x-1", promptHash: "abc", tokens: END.tokens },
  ...{
    costUsd: 0.25,
    pricedAsOf: "2026-11-01",
    firstTokenMs: 300,
    durationMs: 900,
    finishReason: "stop",
    toolCalls: 3,
  },
  errorCode: null,
};

test("what was used by attempts that were killed is in the sums", async () => {
  const { jobId, tripId } = await jobs.enqueue({ trip: tripTo(city) });
  if (tripId === null) throw new Error("no trip");
  const killed = createJobRecorder(parts, await claim());
  await killed.recordModelCall(jobId, CALL);
  await killed.recordModelCall(jobId, { ...CALL, seq: 2 });
  await missHolder(jobId);
  const job = await claim();
  await createJobRecorder(parts, job).recordModelCall(jobId, CALL);
  await storeFor(database, userId).saveItinerary(planFor(tripId, { days: [] }, { runId: jobId }));
  await createJobRecorder(parts, job).completeRun(jobId, { ...END, tripId, modelCalls: 1 });
  const calls = await database.admin("select seq from model_calls where run_id = $1 order by seq", [jobId]);
  expect(calls).toEqual([{ seq: 1 }, { seq: 2 }, { seq: 3 }]);
  const row = await rowOf(jobId);
  expect(row).toMatchObject({ tokens_input: 300, tokens_output: 60, model_calls: 3, tool_calls: 9 });
  expect(Number(row.cost_usd)).toBeCloseTo(0.75);
});
