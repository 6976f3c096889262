/** A worker's part in background planning: takes jobs from the queue, a few at a time, and looks after stray ones. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { JobQueue } from "../db/queue/job-queue.ts";
import { PLANNING_QUEUE, planningQueueOptions } from "../db/queue/planning-queue.ts";
import { seedCatalogue } from "../db/seed/seed-catalogue.ts";
import { claimJob, type JobClaimParts } from "../db/stores/job-claims.ts";
import { sweepStrayJobs } from "../db/stores/stray-jobs.ts";
import { createLocalEmbedder } from "../providers/embeddings/local-embedding.ts";
import type { BackgroundSession } from "./background-session.ts";
import { createClock } from "./clock.ts";
import { createRuntime, type Runtime } from "./compose.ts";
import { type EventLog, errorFields } from "./event-log.ts";
import type { Metrics } from "./metrics.ts";
import { planJob } from "./plan-job.ts";
import { ownWorkerId } from "./worker-id.ts";

const POLL_SECONDS = 1;
/** What the lease of any run is. */
const LEASE_MS = 15_000;

const dataSchema = z.object({ userId: z.uuid() });

export interface PlanningWorker {
  /** Ends what happens between jobs; jobs are ended by stopping the queue. */
  stop(): Promise<void>;
  /** Once no job runs any more: writes what is still to be written. */
  close(): Promise<void>;
}

export async function startPlanning(
  queue: JobQueue,
  session: BackgroundSession,
  log: EventLog,
  metrics?: Pick<Metrics, "onLookup" | "onVendorCall">,
): Promise<PlanningWorker> {
  const { config, database, signal } = session;
  const options = planningQueueOptions(config.jobs);
  await queue.createQueue(PLANNING_QUEUE, { policy: "standard", ...options });
  await queue.updateQueue(PLANNING_QUEUE, options);
  const onProgress = (message: string): void => log("progress", { message });
  await seedCatalogue(database, { onProgress, embedder: createLocalEmbedder() });
  const runtime = await createRuntime(database, { config, clock: createClock(config.today), ...metrics });
  const parts: JobClaimParts = {
    ...{ db: database, queue, newId: randomUUID, now: () => runtime.clock.now(), leaseMs: LEASE_MS },
  };
  const { atOnce, heartbeatSeconds } = config.jobs;
  await queue.work(
    PLANNING_QUEUE,
    { localConcurrency: atOnce, pollingIntervalSeconds: POLL_SECONDS, heartbeatRefreshSeconds: heartbeatSeconds / 4 },
    async (delivered) => {
      for (const delivery of delivered) await workOn(delivery, { runtime, parts, stop: signal, log });
    },
  );
  const sweeper = sweeping(parts, { schema: database.migrations.schema, everySeconds: heartbeatSeconds / 2, log });
  return { ...sweeper, close: () => runtime.lookups.close().then(() => runtime.callLog.close()) };
}

interface Delivered {
  id: string;
  retryCount: number;
  data: unknown;
  signal: AbortSignal;
}

interface Working {
  runtime: Runtime;
  parts: JobClaimParts;
  stop: AbortSignal;
  log: EventLog;
}

async function workOn({ id, retryCount, data, signal }: Delivered, working: Working): Promise<void> {
  const { runtime, parts, stop, log } = working;
  const which = { queue: PLANNING_QUEUE, job: id, attempt: retryCount + 1 };
  const { userId } = dataSchema.parse(data);
  // Another claim is another holder, also by the same process: it may have been paused between the two.
  const token = `${ownWorkerId()}:${randomUUID().slice(0, 8)}`;
  const job = await claimJob(parts, { id, retryCount }, { userId, token });
  if (job === null) {
    log("job-skipped", which);
    return;
  }
  const started = performance.now();
  log("job-start", which);
  try {
    const result = await planJob({ runtime, parts, job, stop, lost: signal });
    log("job-end", { ...which, result, milliseconds: Math.round(performance.now() - started) });
  } catch (error) {
    log("job-lost", { ...which, ...errorFields(error) });
    throw error;
  }
}

/** What cannot be looked after now is looked after the next time. */
function sweeping(
  parts: JobClaimParts,
  { schema, everySeconds, log }: { schema: string | undefined; everySeconds: number; log: EventLog },
): Pick<PlanningWorker, "stop"> {
  let sweep: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    sweep = sweep
      .then(() => sweepStrayJobs({ ...parts, schema }))
      .then((jobs) => {
        if (jobs > 0) log("jobs-swept", { jobs });
      })
      .catch((error: unknown) => log("sweep-failed", errorFields(error)));
  }, everySeconds * 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      return sweep;
    },
  };
}
