/** Background planning as its traveller sees it: ordered, looked at, ended, begun again. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { PlanningJob, PlanningJobs, PlanningRequest } from "../../trip/planning-jobs.ts";
import type { JobQueue } from "../queue/job-queue.ts";
import { withinTravellers } from "../queue/job-queue.ts";
import { MAX_FAILURES, PLANNING_QUEUE, sendJob } from "../queue/planning-queue.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { jsonText } from "./json-text.ts";
import { instantSql, isUuid } from "./row-parts.ts";
import { createTrip } from "./trips.ts";

export interface PlanningJobsOptions {
  db: Database;
  userId: string;
  /** Started, with the planning queue in it; asked for by what changes something. */
  queue: () => Promise<JobQueue>;
  newId: () => string;
  now: () => Date;
}

const jobRowSchema = z
  .object({
    id: z.string(),
    status: z.enum(["queued", "processing", "completed", "failed"]),
    request: z.string(),
    model: z.string().nullable(),
    tripId: z.string().nullable(),
    version: z.number().nullable(),
    failures: z.number(),
    maxFailures: z.number(),
    errorCode: z.string().nullable(),
    errorMessage: z.string().nullable(),
    nextRetryAt: z.string().nullable(),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    completedAt: z.string().nullable(),
  })
  .transform(({ errorCode, errorMessage, ...job }): PlanningJob => {
    const error = errorMessage === null ? null : { code: errorCode ?? "internal", message: errorMessage };
    return { ...job, error, waitsForPerson: job.status === "failed" && errorCode !== "cancelled" };
  });

/** Of `ai_planning_jobs j`. */
const JOB_COLUMNS: Sql = sql`
  j.id, j.status, coalesce(j.input_params->>'request', j.input_params->'trip'->>'title', '') as request,
  j.input_params->>'model' as model, j.trip_id as "tripId",
  (select i.version from itineraries i where i.job_id = j.id) as version,
  j.retry_count as failures, j.max_retries as "maxFailures", j.result_data->>'code' as "errorCode",
  j.error_message as "errorMessage", ${instantSql(sql`j.next_retry_at`)} as "nextRetryAt",
  ${instantSql(sql`j.created_at`)} as "createdAt", ${instantSql(sql`j.started_at`)} as "startedAt",
  ${instantSql(sql`j.completed_at`)} as "completedAt"`;

function jobNotFound(jobId: string): TripwrightError {
  const message = `Expected the id of one of your planning jobs, got "${jobId}". List them to see their ids.`;
  return new TripwrightError("run_not_found", message, { jobId });
}

/** Its row is held until the transaction ends; the queue's comes after it, always in this order. */
async function lockJob(tx: Transaction, jobId: string): Promise<PlanningJob> {
  const job = isUuid(jobId)
    ? await tx.maybeOne(
        jobRowSchema,
        sql`select ${JOB_COLUMNS} from ai_planning_jobs j where j.id = ${jobId} and j.kind = 'background' for update`,
      )
    : null;
  if (!job) throw jobNotFound(jobId);
  return job;
}

function inputOf(request: PlanningRequest, model: string | undefined): string {
  return jsonText({ ...request, ...(model !== undefined && { model }) });
}

interface NewJob {
  request: PlanningRequest;
  model: string | undefined;
  userId: string;
  newId: () => string;
}

async function enqueueJob(tx: Transaction, queue: JobQueue, job: NewJob) {
  const { request, model, userId, newId } = job;
  const jobId = newId();
  const trip = "trip" in request ? await createTrip(tx, request.trip, { userId, newId }) : null;
  await tx.execute(sql`
    insert into ai_planning_jobs (
      id, user_id, trip_id, kind, status, input_params, max_retries, model_version, prompt_hash)
    values (
      ${jobId}, ${userId}, ${trip?.id ?? null}, 'background', 'queued', ${inputOf(request, model)}::jsonb,
      ${MAX_FAILURES}, ${model ?? ""}, '')`);
  if (trip) await noteOnTrip(tx, { tripId: trip.id, jobId, status: "queued" });
  await sendJob(queue, tx, { id: jobId, userId });
  return { jobId, tripId: trip?.id ?? null };
}

async function cancelJob(tx: Transaction, queue: JobQueue, jobId: string, at: Date): Promise<PlanningJob> {
  const { status, tripId } = await lockJob(tx, jobId);
  if (status === "completed") {
    const message = `Expected a job that is not done yet, and ${jobId} has made its plan. Look at its trip instead.`;
    throw new TripwrightError("invalid_input", message, { jobId, status });
  }
  await tx.execute(sql`
    update ai_planning_jobs
    set status = 'failed', lease_expires_at = null, next_retry_at = null,
      completed_at = coalesce(completed_at, ${at.toISOString()}),
      error_message = case when status = 'failed' then error_message else 'Cancelled.' end,
      result_data = coalesce(result_data, '{}') || '{"code": "cancelled"}'
    where id = ${jobId}`);
  if (tripId !== null) await noteOnTrip(tx, { tripId, jobId, status: "failed" });
  await queue.cancel(PLANNING_QUEUE, jobId, { db: withinTravellers(tx) });
  return lockJob(tx, jobId);
}

async function retryJob(tx: Transaction, queue: JobQueue, jobId: string, userId: string): Promise<PlanningJob> {
  const { status, tripId } = await lockJob(tx, jobId);
  if (status !== "failed") {
    const message = `Expected a job that has failed, and ${jobId} is ${status}. Wait for it, or cancel it first.`;
    throw new TripwrightError("invalid_input", message, { jobId, status });
  }
  await tx.execute(sql`
    update ai_planning_jobs
    set status = 'queued', retry_count = 0, worker_id = null, completed_at = null, error_message = null,
      result_data = null
    where id = ${jobId}`);
  if (tripId !== null) await noteOnTrip(tx, { tripId, jobId, status: "queued" });
  // It may be gone already: the queue does not keep what has ended for ever.
  await queue.deleteJob(PLANNING_QUEUE, jobId, { db: withinTravellers(tx) });
  await sendJob(queue, tx, { id: jobId, userId });
  return lockJob(tx, jobId);
}

export function createPlanningJobs({ db, userId, queue, newId, now }: PlanningJobsOptions): PlanningJobs {
  const actor: Actor = { kind: "user", userId };
  async function change<Result>(work: (tx: Transaction, opened: JobQueue) => Promise<Result>): Promise<Result> {
    const opened = await queue();
    return db.transaction(actor, (tx) => work(tx, opened));
  }
  return {
    enqueue: (request, { model } = {}) =>
      change((tx, opened) => enqueueJob(tx, opened, { request, model, userId, newId })),
    find: async (jobId) =>
      isUuid(jobId)
        ? db.transaction(actor, (tx) =>
            tx.maybeOne(
              jobRowSchema,
              sql`select ${JOB_COLUMNS} from ai_planning_jobs j where j.id = ${jobId} and j.kind = 'background'`,
            ),
          )
        : null,
    list: (limit) =>
      db.transaction(actor, (tx) =>
        tx.many(
          jobRowSchema,
          sql`select ${JOB_COLUMNS} from ai_planning_jobs j where j.kind = 'background'
            order by j.created_at desc, j.id limit ${limit}`,
        ),
      ),
    cancel: (jobId) => change((tx, opened) => cancelJob(tx, opened, jobId, now())),
    retry: (jobId) => change((tx, opened) => retryJob(tx, opened, jobId, userId)),
  };
}

/** A trip says which job made it, and how far that is. */
export async function noteOnTrip(
  tx: Transaction,
  { tripId, jobId, status }: { tripId: string; jobId: string; status: "queued" | "processing" | "failed" },
): Promise<void> {
  await tx.execute(sql`
    update trips set planning_status = ${status}, ai_planning_job_id = ${jobId} where id = ${tripId}`);
}

const waitingSchema = z.object({ id: z.string(), message: z.string(), failedAt: z.string() });
export type WaitingJob = z.infer<typeof waitingSchema>;

/** Everybody's, for whoever looks after the program: ended as failed, and nobody has tried again or put it away. */
export function listWaitingJobs(db: Database, limit: number): Promise<WaitingJob[]> {
  return db.read({ kind: "service" }, (tx) =>
    tx.many(
      waitingSchema,
      sql`
        select id, coalesce(error_message, '') as message, ${instantSql(sql`completed_at`)} as "failedAt"
        from ai_planning_jobs
        where kind = 'background' and status = 'failed' and coalesce(result_data->>'code', '') <> 'cancelled'
        order by completed_at desc limit ${limit}`,
    ),
  );
}
