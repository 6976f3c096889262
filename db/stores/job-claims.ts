/**
 * Background planning as its workers see it: claimed, completed, failed, handed back. The queue says which delivery of
 * a job is the latest, the record which worker holds it; both change in one transaction. Every transaction about a job
 * takes its record first and its place in the queue second.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { RunEnd } from "../../trip/ports.ts";
import { claimLost, type RunClaim } from "../fenced-database.ts";
import { type JobQueue, withinTravellers } from "../queue/job-queue.ts";
import { type Delivery, findQueuedJob, holdsDelivery, PLANNING_QUEUE } from "../queue/planning-queue.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { addedTo, NOTHING_SPENT, type Spent, spentBefore } from "./job-spending.ts";
import { jsonText } from "./json-text.ts";
import { noteOnTrip } from "./planning-jobs.ts";
import { createRunRecorder } from "./run-recorder.ts";

export interface JobClaimParts {
  db: Database;
  queue: JobQueue;
  newId: () => string;
  now: () => Date;
  /** How long a worker's silence is its own business. */
  leaseMs: number;
}

export interface ClaimedJob extends RunClaim {
  readonly delivery: Delivery;
  readonly userId: string;
  /** `null` for a job that came with its trip. */
  readonly request: string | null;
  readonly model: string | null;
  /** The trip that came with it, or that an attempt before this one has made. */
  readonly tripId: string | null;
  readonly modelVersion: string;
  /** Of the attempts before this one. */
  readonly spent: Spent;
}

/** `isFinal`: trying again cannot mend it. */
export interface JobFailure {
  readonly code: string;
  readonly message: string;
  readonly isFinal: boolean;
}

const claimRowSchema = z.object({
  status: z.string(),
  request: z.string().nullable(),
  model: z.string().nullable(),
  tripId: z.string().nullable(),
  modelVersion: z.string(),
});
const heldRowSchema = z.object({
  failures: z.number(),
  maxFailures: z.number(),
  tripId: z.string().nullable(),
  modelVersion: z.string(),
});

const actorOf = ({ userId }: { userId: string }): Actor => ({ kind: "user", userId });

/** `null` when there is nothing to do: the job has ended, or another delivery of it is on its way. */
export function claimJob(
  { db, queue, now, leaseMs }: JobClaimParts,
  delivery: Delivery,
  holder: { userId: string; token: string },
): Promise<ClaimedJob | null> {
  const runId = delivery.id;
  return db.transaction(actorOf(holder), async (tx) => {
    const row = await tx.maybeOne(
      claimRowSchema,
      sql`
        select status, input_params->>'request' as request, input_params->>'model' as model, trip_id as "tripId",
          coalesce(model_version, '') as "modelVersion"
        from ai_planning_jobs where id = ${runId} and kind = 'background' for update`,
    );
    if (!row || !(await holdsDelivery(queue, tx, delivery))) return null;
    if (row.status !== "queued" && row.status !== "processing") {
      await queue.complete(PLANNING_QUEUE, { ...delivery }, null, { db: withinTravellers(tx) });
      return null;
    }
    await tx.execute(sql`
      update ai_planning_jobs
      set status = 'processing', worker_id = ${holder.token}, next_retry_at = null,
        lease_expires_at = ${new Date(now().getTime() + leaseMs).toISOString()},
        started_at = coalesce(started_at, ${now().toISOString()})
      where id = ${runId}`);
    const { status: _, ...stored } = row;
    const { tripId } = row;
    if (tripId !== null) await noteOnTrip(tx, { tripId, jobId: runId, status: "processing" });
    const spent = await spentBefore(tx, runId);
    return { runId, delivery, ...holder, ...stored, spent };
  });
}

const storedPlanSchema = z.object({ tripId: z.string(), version: z.number() });
export type StoredPlan = z.infer<typeof storedPlanSchema>;

/** What an attempt before this one has stored and could not report any more; only a plan that holds. */
export function findStoredPlan({ db }: JobClaimParts, job: ClaimedJob): Promise<StoredPlan | null> {
  return db.transaction(actorOf(job), (tx) =>
    tx.maybeOne(
      storedPlanSchema,
      sql`
        select trip_id as "tripId", version from itineraries
        where run_id = ${job.runId} and (verdict->>'ok')::boolean
        order by is_selected desc, created_at desc, version desc limit 1`,
    ),
  );
}

/** The recorder's own statements, inside a transaction that is open already. */
function recorderWithin(tx: Transaction, { db, now }: JobClaimParts, { userId, token }: ClaimedJob) {
  const joined: Database = { ...db, transaction: (_, work) => work(tx), read: (_, work) => work(tx) };
  return createRunRecorder({ db: joined, userId, workerId: token, now });
}

/**
 * The end of the run, the mark on the one version that is the job's plan, and the end of its place in the queue.
 * Versions that were repaired, or that a killed attempt left, have no mark.
 */
export function completeJob(parts: JobClaimParts, job: ClaimedJob, end: RunEnd): Promise<void> {
  const { runId, delivery } = job;
  return parts.db.transaction(actorOf(job), async (tx) => {
    await recorderWithin(tx, parts, job).completeRun(runId, addedTo(job.spent, end));
    const marked = await tx.execute(sql`
      with plan as (
        select id from itineraries where run_id = ${runId} and trip_id = ${end.tripId}::uuid
        order by is_selected desc, version desc limit 1),
      marked as (update itineraries i set job_id = ${runId} from plan where i.id = plan.id returning i.id)
      update ai_planning_jobs j set itinerary_id = marked.id from marked where j.id = ${runId}`);
    // Its trip was deleted meanwhile.
    if (marked === 0) throw claimLost(job);
    await parts.queue.complete(PLANNING_QUEUE, { ...delivery }, null, { db: withinTravellers(tx) });
  });
}

export type FailureOutcome = "retried" | "given-up";

/** What the attempt has spent, where it got so far. */
export function failJob(
  parts: JobClaimParts,
  job: ClaimedJob,
  { failure, end }: { failure: JobFailure; end: RunEnd | null },
): Promise<FailureOutcome> {
  const { runId, delivery } = job;
  return parts.db.transaction(actorOf(job), async (tx) => {
    const { failures, maxFailures, tripId, modelVersion } = await countFailure(tx, job, 1);
    const finished = addedTo(job.spent, { ...(end ?? unheardEnd(modelVersion)), tripId: end?.tripId ?? tripId });
    const isFinal = failure.isFinal || failures >= maxFailures || !(await putBack(tx, parts, job, failure));
    if (!isFinal) {
      await noteSpending(tx, runId, finished);
      if (finished.tripId !== null) await noteOnTrip(tx, { tripId: finished.tripId, jobId: runId, status: "queued" });
      return "retried";
    }
    const result = { ...finished.result, code: failure.code };
    await recorderWithin(tx, parts, job).failRun(runId, { ...finished, result, error: failure.message });
    await parts.queue.cancel(PLANNING_QUEUE, { ...delivery }, { db: withinTravellers(tx) });
    await notifyOfFailure(tx, parts, { runId, userId: job.userId, tripId: finished.tripId, ...failure });
    return "given-up";
  });
}

/** A worker that is told to stop: no failure of the job, which goes to the next worker. */
export function handBackJob(parts: JobClaimParts, job: ClaimedJob): Promise<void> {
  const reason = { code: "cancelled", message: "Its worker was stopped.", isFinal: false };
  return parts.db.transaction(actorOf(job), async (tx) => {
    await countFailure(tx, job, 0);
    // Where the queue lets no attempt follow, the sweep of strays ends the job.
    await putBack(tx, parts, job, reason);
  });
}

async function countFailure(tx: Transaction, job: ClaimedJob, more: 0 | 1): Promise<z.infer<typeof heldRowSchema>> {
  const held = await tx.maybeOne(
    heldRowSchema,
    sql`
      update ai_planning_jobs set retry_count = retry_count + ${more}
      where id = ${job.runId} and status = 'processing' and worker_id = ${job.token}
      returning retry_count as failures, max_retries as "maxFailures", trip_id as "tripId",
        coalesce(model_version, '') as "modelVersion"`,
  );
  if (!held) throw claimLost(job);
  return held;
}

/** To the queue, which says when it may be tried again; `false` when it says never. */
async function putBack(
  tx: Transaction,
  { queue }: JobClaimParts,
  { runId, delivery }: ClaimedJob,
  { code, message }: JobFailure,
): Promise<boolean> {
  await queue.fail(PLANNING_QUEUE, { ...delivery }, { code }, { db: withinTravellers(tx) });
  const { state, startAfter } = await findQueuedJob(queue, tx, runId);
  if (state !== "waiting") return false;
  await tx.execute(sql`
    update ai_planning_jobs
    set status = 'queued', worker_id = null, lease_expires_at = null, next_retry_at = ${startAfter}::timestamptz,
      error_message = ${message}, result_data = ${jsonText({ code })}::jsonb
    where id = ${runId}`);
  return true;
}

async function noteSpending(tx: Transaction, runId: string, { tokens, tripId }: RunEnd): Promise<void> {
  await tx.execute(sql`
    update ai_planning_jobs
    set trip_id = ${tripId}::uuid, tokens_used = ${tokens.input + tokens.output}, tokens_input = ${tokens.input},
      tokens_output = ${tokens.output}, tokens_cached = ${tokens.cached}, tokens_reasoning = ${tokens.reasoning}
    where id = ${runId}`);
}

/** Of an attempt that did not get far enough to say. */
function unheardEnd(modelVersion: string): RunEnd {
  const { tokens } = NOTHING_SPENT;
  return { tripId: null, modelVersion, result: {}, tokens, durationMs: 0, toolCalls: 0 };
}

export interface FailedJob {
  readonly runId: string;
  readonly userId: string;
  readonly tripId: string | null;
  readonly code: string;
  readonly message: string;
  readonly isFinal: boolean;
}

/** Tells the traveller what went wrong, and what they can do about it. */
export async function notifyOfFailure(
  tx: Transaction,
  { newId }: { newId: () => string },
  job: FailedJob,
): Promise<void> {
  const { runId, userId, tripId, code, message, isFinal } = job;
  const advice = isFinal
    ? "Change the request and order it again."
    : "It was tried several times. Begin it again later, or put it away.";
  await tx.execute(sql`
    insert into notifications (id, user_id, trip_id, notification_type, title, body, data)
    values (
      ${newId()}, ${userId}, ${tripId}::uuid, 'planning_failed', 'A trip could not be planned',
      ${`${message} ${advice}`}, ${jsonText({ jobId: runId, code })}::jsonb)`);
}
