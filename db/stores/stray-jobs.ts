/**
 * Jobs whose worker was killed. The queue misses it by its silence and delivers the job again, or gives it up when it has
 * taken down worker after worker; here the job's record learns of it, and so does its traveller.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { JobQueue } from "../queue/job-queue.ts";
import { findQueuedJob, findStrayJobs } from "../queue/planning-queue.ts";
import type { Database } from "../transaction.ts";
import { notifyOfFailure } from "./job-claims.ts";
import { noteOnTrip } from "./planning-jobs.ts";

export interface StrayJobParts {
  db: Database;
  /** Where the tables stand; `public` unless given. */
  schema?: string | undefined;
  queue: JobQueue;
  newId: () => string;
  now: () => Date;
}

/** At a time; the next sweep takes the others. */
const SWEPT = 200;

const strayRowSchema = z.object({ tripId: z.string().nullable() });
const GIVEN_UP = "Every worker that took it ended before it was done.";

/** Returns how many were put right. */
export async function sweepStrayJobs(parts: StrayJobParts): Promise<number> {
  const { db, schema } = parts;
  const strays = await db.transaction({ kind: "service" }, (tx) => findStrayJobs(tx, schema, SWEPT));
  let swept = 0;
  for (const stray of strays) if (await putRight(parts, stray)) swept += 1;
  return swept;
}

/** Looked at again with its row held: a worker may have it by now. */
function putRight({ db, queue, newId, now }: StrayJobParts, stray: { id: string; userId: string }): Promise<boolean> {
  const { id, userId } = stray;
  return db.transaction({ kind: "user", userId }, async (tx) => {
    const row = await tx.maybeOne(
      strayRowSchema,
      sql`
        select trip_id as "tripId" from ai_planning_jobs
        where id = ${id} and status in ('queued', 'processing') for update`,
    );
    if (!row) return false;
    const { state, startAfter } = await findQueuedJob(queue, tx, id);
    if (state === "active") return false;
    const { tripId } = row;
    if (state === "waiting") {
      await tx.execute(sql`
        update ai_planning_jobs
        set status = 'queued', worker_id = null, lease_expires_at = null, next_retry_at = ${startAfter}::timestamptz
        where id = ${id}`);
      if (tripId !== null) await noteOnTrip(tx, { tripId, jobId: id, status: "queued" });
      return true;
    }
    await tx.execute(sql`
      update ai_planning_jobs
      set status = 'failed', lease_expires_at = null, next_retry_at = null, completed_at = ${now().toISOString()},
        error_message = ${GIVEN_UP}, result_data = '{"code": "internal"}'
      where id = ${id}`);
    if (tripId !== null) await noteOnTrip(tx, { tripId, jobId: id, status: "failed" });
    const failure = { code: "internal", message: GIVEN_UP, isFinal: false };
    await notifyOfFailure(tx, { newId }, { runId: id, userId, tripId, ...failure });
    return true;
  });
}
