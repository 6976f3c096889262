/**
 * `tripwright worker`: works in the background until it is told to stop. As many as one likes share the work.
 * A polite stop lets a job finish for a few seconds and then hands it back; a worker that is killed is missed
 * by its silence, and its job goes to another one.
 */

import type { AskReplica } from "../../db/monitoring/database-figures.ts";
import { createJobQueue, type JobQueue } from "../../db/queue/job-queue.ts";
import { type BackgroundSession, withBackgroundSession } from "../background-session.ts";
import { createEventLog, type EventLog, errorFields } from "../event-log.ts";
import { createMetrics, type Metrics } from "../metrics.ts";
import { serveMetrics } from "../serve-metrics.ts";
import { ownWorkerId } from "../worker-id.ts";
import { WORKER_JOBS, type WorkerJob } from "../worker-jobs.ts";

export interface WorkerOptions {
  once?: boolean;
  json?: boolean;
}

const STOP_LIMIT_MS = 8000;
const START_ATTEMPTS = 5;

export async function workerCommand({ once = false, json = false }: WorkerOptions): Promise<void> {
  const log = createEventLog({ json });
  const metrics = createMetrics();
  await withBackgroundSession({ onProgress: (message) => log("progress", { message }), metrics }, async (session) => {
    if (once) {
      for (const job of WORKER_JOBS) await runJob(job, session, log);
      return;
    }
    await servingMetrics(session, metrics, log, () => workUntilStopped(session, log));
  });
}

/** Where the settings name a port for them. */
async function servingMetrics(
  { config, database }: BackgroundSession,
  metrics: Metrics,
  log: EventLog,
  work: () => Promise<void>,
): Promise<void> {
  const { port, host } = config.metrics;
  if (port === undefined) return work();
  const askReplica: AskReplica = async () => (await database.readRoute?.lag())?.lagSeconds ?? null;
  const served = await serveMetrics({ metrics, database, port, host, askReplica });
  log("metrics-served", { host, port: served.port });
  try {
    await work();
  } finally {
    await served.close();
  }
}

async function workUntilStopped(session: BackgroundSession, log: EventLog): Promise<void> {
  const { database, signal, archive } = session;
  const { schema } = database.migrations;
  const queue = createJobQueue(database, { schema, onError: (error) => log("queue-error", errorFields(error)) });
  // Every statement of the queue reconnects by itself; only its start has to be tried again.
  await queue.start({ attempts: START_ATTEMPTS });
  try {
    for (const job of WORKER_JOBS) await register(queue, job, session, log);
    log("worker-start", { worker: ownWorkerId(), archive: archive !== null, database: database.kind });
    await untilAborted(signal);
    log("worker-stopping");
  } finally {
    await queue.stop({ graceful: true, timeout: STOP_LIMIT_MS });
  }
  log("worker-end");
}

async function register(queue: JobQueue, job: WorkerJob, session: BackgroundSession, log: EventLog): Promise<void> {
  const { queue: name, policy, options, cron, isSentAtStart } = job;
  await queue.createQueue(name, { policy, ...options });
  // Of another release, perhaps: what is said here counts.
  await queue.updateQueue(name, options);
  await queue.schedule(name, cron, null, { tz: "UTC" });
  await queue.work(name, async (claimed) => {
    for (const one of claimed) {
      const signal = AbortSignal.any([session.signal, one.signal]);
      await runJob(job, { ...session, signal }, log, one.id);
    }
  });
  if (isSentAtStart) await queue.send(name);
}

async function runJob(job: WorkerJob, session: BackgroundSession, log: EventLog, id?: string): Promise<void> {
  const which = { queue: job.queue, ...(id !== undefined && { job: id }) };
  const started = performance.now();
  log("job-start", which);
  try {
    await job.run(session, log);
    log("job-end", { ...which, milliseconds: Math.round(performance.now() - started) });
  } catch (error) {
    log(session.signal.aborted ? "job-handed-back" : "job-failed", { ...which, ...errorFields(error) });
    throw error;
  }
}

/** Keeps the process alive too: the connections of an idle pool do not. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    const alive = setInterval(() => undefined, 60_000);
    signal.addEventListener(
      "abort",
      () => {
        clearInterval(alive);
        resolve();
      },
      { once: true },
    );
  });
}
