/**
 * `tripwright worker`: works in the background until it is told to stop. As many as one likes share the work.
 * A polite stop lets a job finish for a few seconds and then hands it back; a worker that is killed is missed
 * by its silence, and its job goes to another one.
 */

import type { AskReplica } from "../../db/monitoring/database-figures.ts";
import { createJobQueue, type JobQueue } from "../../db/queue/job-queue.ts";
import { PLANNING_QUEUE } from "../../db/queue/planning-queue.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { type BackgroundSession, withBackgroundSession } from "../background-session.ts";
import { createEventLog, type EventLog, errorFields } from "../event-log.ts";
import { createMetrics, type Metrics } from "../metrics.ts";
import { type PlanningWorker, startPlanning } from "../planning-worker.ts";
import { serveMetrics } from "../serve-metrics.ts";
import { ownWorkerId } from "../worker-id.ts";
import { WORKER_JOBS, type WorkerJob } from "../worker-jobs.ts";

export interface WorkerOptions {
  once?: boolean;
  /** Queues; all of them unless given. */
  only?: string[];
  json?: boolean;
}

const STOP_LIMIT_MS = 8000;
const START_ATTEMPTS = 5;

const QUEUES: readonly string[] = [PLANNING_QUEUE, ...WORKER_JOBS.map(({ queue }) => queue)];

function queuesFrom(typed: readonly string[] = QUEUES): ReadonlySet<string> {
  const unknown = typed.find((name) => !QUEUES.includes(name));
  if (unknown === undefined) return new Set(typed);
  const message = `Expected --only with some of ${QUEUES.join(", ")}, got "${unknown}".`;
  throw new TripwrightError("invalid_input", message, { queue: unknown });
}

export async function workerCommand({ once = false, only, json = false }: WorkerOptions): Promise<void> {
  const queues = queuesFrom(only);
  const log = createEventLog({ json });
  const metrics = createMetrics();
  await withBackgroundSession({ onProgress: (message) => log("progress", { message }), metrics }, async (session) => {
    if (once) {
      for (const job of WORKER_JOBS.filter(({ queue }) => queues.has(queue))) await runJob(job, session, log);
      return;
    }
    await servingMetrics(session, metrics, log, () => workUntilStopped(session, { queues, metrics, log }));
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

interface Work {
  readonly queues: ReadonlySet<string>;
  readonly metrics: Metrics;
  readonly log: EventLog;
}

async function workUntilStopped(session: BackgroundSession, { queues, metrics, log }: Work): Promise<void> {
  const { config, database, signal, archive } = session;
  const { schema } = database.migrations;
  const onError = (error: Error): void => log("queue-error", errorFields(error));
  // Silent workers are noticed that much later than their heartbeat is due.
  const superviseSeconds = Math.ceil(config.jobs.heartbeatSeconds / 2);
  const queue = createJobQueue(database, { schema, onError, superviseSeconds });
  // Every statement of the queue reconnects by itself; only its start has to be tried again.
  await queue.start({ attempts: START_ATTEMPTS });
  let planning: PlanningWorker | null = null;
  try {
    for (const job of WORKER_JOBS.filter(({ queue: name }) => queues.has(name))) {
      await register(queue, job, session, log);
    }
    if (queues.has(PLANNING_QUEUE)) planning = await startPlanning(queue, session, log, metrics);
    log("worker-start", { worker: ownWorkerId(), archive: archive !== null, database: database.kind });
    await untilAborted(signal);
    log("worker-stopping");
  } finally {
    await planning?.stop();
    await queue.stop({ graceful: true, timeout: STOP_LIMIT_MS });
    await planning?.close();
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
