/** Background planning for whoever serves a traveller: commands and HTTP order, watch and end jobs through this. */
import { randomUUID } from "node:crypto";
import type { RunEvent } from "../agents/events.ts";
import type { JobQueue } from "../db/queue/job-queue.ts";
import { openPlanningQueue } from "../db/queue/planning-queue.ts";
import { createPlanningJobs } from "../db/stores/planning-jobs.ts";
import { createRunEventLog } from "../db/stores/run-events.ts";
import type { Database } from "../db/transaction.ts";
import type { PlanningJobs } from "../trip/planning-jobs.ts";
import type { Clock } from "../trip/ports.ts";
import type { JobsConfig } from "./config.ts";
import { followRun } from "./follow-run.ts";

export interface TravellersJobs extends PlanningJobs {
  /** Its events from the first one on, until it has ended. Throws `run_not_found`. */
  follow(jobId: string, options: { signal: AbortSignal; fromSeq?: number }): AsyncIterable<RunEvent>;
}

/** One a process. */
export interface Jobs {
  forUser(userId: string): TravellersJobs;
  close(): Promise<void>;
}

export interface JobsOptions {
  database: Database;
  /** Where the tables stand; `public` unless given. */
  schema?: string | undefined;
  settings: JobsConfig;
  clock: Clock;
  onError: (error: Error) => void;
}

const STOP_LIMIT_MS = 1_000;

/** The queue is opened by the first job that is ordered: who only looks needs none. */
export function createJobs({ database, schema, settings, clock, onError }: JobsOptions): Jobs {
  const now = (): Date => clock.now();
  let opening: Promise<JobQueue> | null = null;
  const queue = (): Promise<JobQueue> => {
    opening ??= openPlanningQueue(database, settings, { schema, onError }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    forUser(userId) {
      const log = createRunEventLog({ db: database, userId, now });
      return {
        ...createPlanningJobs({ db: database, userId, queue, newId: randomUUID, now }),
        follow: (jobId, options) => followRun(log, jobId, options),
      };
    },
    async close() {
      const opened = await opening?.catch(() => null);
      await opened?.stop({ timeout: STOP_LIMIT_MS });
    },
  };
}
