/** A run's recorder for a job that a worker has claimed: the run exists, and its end is the job's. */
import sql from "sql-template-tag";
import type { RunEnd, RunRecorder, TripStore } from "../../trip/ports.ts";
import { claimLost, fencedDatabase } from "../fenced-database.ts";
import type { Actor } from "../transaction.ts";
import { type ClaimedJob, completeJob, type JobClaimParts } from "./job-claims.ts";
import { createRunRecorder } from "./run-recorder.ts";
import { createTripStore } from "./trip-store.ts";
import { createTrip } from "./trips.ts";

export interface JobRecorder extends RunRecorder {
  /** What the run said of its failure; whether it is tried again is for its worker to say. */
  failedEnd(): RunEnd | null;
}

export function createJobRecorder(parts: JobClaimParts, job: ClaimedJob): JobRecorder {
  const { runId, userId, token, spent } = job;
  const db = fencedDatabase(parts.db, job);
  const actor: Actor = { kind: "user", userId };
  const runs = createRunRecorder({ db, userId, workerId: token, now: parts.now, leaseMs: parts.leaseMs });
  let failed: RunEnd | null = null;
  return {
    ...runs,
    async startRun({ modelVersion, promptHash }) {
      const begun = sql`
        update ai_planning_jobs set model_version = ${modelVersion}, prompt_hash = ${promptHash} where id = ${runId}`;
      if ((await db.transaction(actor, (tx) => tx.execute(begun))) === 0) throw claimLost(job);
      return { id: runId };
    },
    // Calls of the attempts before this one keep their numbers.
    recordModelCall: (id, call) => runs.recordModelCall(id, { ...call, seq: spent.modelCalls + call.seq }),
    completeRun: (_, end) => completeJob(parts, job, end),
    failRun: async (_, end) => {
      failed = end;
    },
    failedEnd: () => failed,
  };
}

/** The traveller's trips for one job: written while it is claimed, and a trip that it makes is remembered as the job's. */
export function createJobTripStore(parts: JobClaimParts, job: ClaimedJob): TripStore {
  const { runId, userId } = job;
  const { newId } = parts;
  const db = fencedDatabase(parts.db, job);
  return {
    ...createTripStore({ db, userId, newId }),
    createTrip: (trip) =>
      db.transaction({ kind: "user", userId }, async (tx) => {
        const created = await createTrip(tx, trip, { userId, newId });
        await tx.execute(sql`
          with job as (update ai_planning_jobs set trip_id = ${created.id} where id = ${runId} returning id)
          update trips set planning_status = 'processing', ai_planning_job_id = job.id from job
          where trips.id = ${created.id}`);
        return created;
      }),
  };
}
