/**
 * The queue of background planning, and what every statement about it shares. The queue owns delivery: which attempt
 * holds a job, when the next one may begin, when there is none any more. What it carries is whose job it is; all else
 * stands in the job's own record.
 */
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { Database, Transaction } from "../transaction.ts";
import {
  createJobQueue,
  type JobQueue,
  type JobQueueOptions,
  type QueueOptions,
  withinTravellers,
} from "./job-queue.ts";
import { queueSchemaOf } from "./queue-schema.ts";

export const PLANNING_QUEUE = "planning";

/** Failures of its own that end a job; the record keeps count. */
export const MAX_FAILURES = 3;
/**
 * Attempts in all. A worker that is killed is no failure of the job, so there are more of these; a job that takes
 * every worker down with it has to end as well.
 */
const MAX_ATTEMPTS = 12;

export interface PlanningQueueSettings {
  /** A worker that is silent for so long has lost its job; the library takes no less than 10. */
  readonly heartbeatSeconds: number;
  /** The first wait before another attempt; each one after it is about twice as long. */
  readonly retrySeconds: number;
  readonly longestRetrySeconds: number;
}

/** Far above what a run may take by its own limits. */
const EXPIRE_SECONDS = 900;

export function planningQueueOptions(settings: PlanningQueueSettings): QueueOptions {
  return {
    retryLimit: MAX_ATTEMPTS - 1,
    retryDelay: settings.retrySeconds,
    // Exponential, with up to as much again by chance.
    retryBackoff: true,
    retryDelayMax: settings.longestRetrySeconds,
    heartbeatSeconds: settings.heartbeatSeconds,
    expireInSeconds: EXPIRE_SECONDS,
  };
}

/** For a process that sends jobs and works none. */
export async function openPlanningQueue(
  db: Database,
  settings: PlanningQueueSettings,
  options: Pick<JobQueueOptions, "schema" | "onError">,
): Promise<JobQueue> {
  const queue = createJobQueue(db, { ...options, isSender: true });
  await queue.start();
  // Not there yet before the first worker; one that is there stays as it is.
  await queue.createQueue(PLANNING_QUEUE, { policy: "standard", ...planningQueueOptions(settings) });
  return queue;
}

/** One delivery of a job: the library fences by the two. */
export interface Delivery {
  readonly id: string;
  readonly retryCount: number;
}

const affectedSchema = z.object({ affected: z.number() });

/** Whether the delivery is still the job's latest; its row is held until the transaction ends. */
export async function holdsDelivery(queue: JobQueue, tx: Transaction, delivery: Delivery): Promise<boolean> {
  const answer = await queue.touch(PLANNING_QUEUE, { ...delivery }, { db: withinTravellers(tx) });
  return affectedSchema.parse(answer).affected === 1;
}

export type QueuedState = "waiting" | "active" | "done" | "failed" | "missing";
export interface QueuedJob {
  readonly state: QueuedState;
  /** When the next attempt may begin. */
  readonly startAfter: string | null;
}

const STATES = {
  created: "waiting",
  retry: "waiting",
  active: "active",
  completed: "done",
  cancelled: "failed",
  failed: "failed",
} as const;

export async function findQueuedJob(queue: JobQueue, tx: Transaction, jobId: string): Promise<QueuedJob> {
  const [job] = await queue.findJobs(PLANNING_QUEUE, { id: jobId, db: withinTravellers(tx) });
  if (!job) return { state: "missing", startAfter: null };
  return { state: STATES[job.state], startAfter: new Date(job.startAfter).toISOString() };
}

export async function sendJob(queue: JobQueue, tx: Transaction, job: { id: string; userId: string }): Promise<void> {
  const { id, userId } = job;
  const sent = await queue.send(PLANNING_QUEUE, { userId }, { id, db: withinTravellers(tx) });
  if (sent !== id) throw new TripwrightError("internal", `The queue did not take job ${id}.`, { jobId: id });
}

const strayRowSchema = z.object({ id: z.string(), userId: z.string() });

/** Jobs whose record and queue say different things: their worker is gone, or their place in the queue is. */
export async function findStrayJobs(
  tx: Transaction,
  schema: string | undefined,
  limit: number,
): Promise<z.infer<typeof strayRowSchema>[]> {
  const table = `"${queueSchemaOf(schema).replaceAll('"', '""')}".job`;
  const rows = await tx.runText(
    `select j.id, j.user_id as "userId" from ai_planning_jobs j left join ${table} q on q.name = $1 and q.id = j.id
     where j.kind = 'background'
       and (j.status in ('queued', 'processing') and (q.id is null or q.state not in ('created', 'retry', 'active'))
         or j.status = 'processing' and q.state <> 'active')
     order by j.updated_at limit $2`,
    [PLANNING_QUEUE, limit],
  );
  return z.array(strayRowSchema).parse(rows);
}
