/** The worker's jobs: one entry a queue, with its schedule and what is to be done. */
import { embedMissingPlaces } from "../db/embeddings/embed-places.ts";
import type { QueueOptions, QueuePolicy } from "../db/queue/job-queue.ts";
import { chooseEmbedders } from "../providers/embeddings/choose-embedders.ts";
import { VendorError } from "../providers/kernel/vendor-error.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { BackgroundSession } from "./background-session.ts";
import { type EventLog, errorFields } from "./event-log.ts";
import { dutyFields, hasFailed, runMaintenance } from "./maintenance.ts";
import { refreshRates } from "./refresh-rates.ts";

export interface WorkerJob {
  readonly queue: string;
  readonly policy: QueuePolicy;
  readonly options: QueueOptions;
  /** When it comes by itself, in UTC. */
  readonly cron: string;
  /** Sent when a worker starts, unless one is waiting or under way already. */
  readonly isSentAtStart: boolean;
  run(session: BackgroundSession, log: EventLog): Promise<void>;
}

const maintenance: WorkerJob = {
  queue: "maintenance",
  policy: "exclusive",
  // A worker that has vanished is noticed by its silence, and the job goes to another one.
  options: { expireInSeconds: 4 * 3600, heartbeatSeconds: 20, retryLimit: 3, retryDelay: 5, retryBackoff: true },
  cron: "0 3 * * *",
  isSentAtStart: true,
  async run(session, log) {
    const report = await runMaintenance(session);
    for (const duty of report.duties) log("duty-end", dutyFields(duty));
    if (hasFailed(report)) throw new TripwrightError("internal", "Part of the maintenance failed.");
  },
};

/** A new model, or places with a new text: until it is done, searches use what is there. */
const embeddings: WorkerJob = {
  queue: "embeddings",
  policy: "exclusive",
  options: { expireInSeconds: 4 * 3600, heartbeatSeconds: 20, retryLimit: 3, retryDelay: 60, retryBackoff: true },
  cron: "17 * * * *",
  isSentAtStart: true,
  async run({ config, database, signal }, log) {
    for (const embedder of chooseEmbedders(config.model)) {
      log("embeddings-end", { ...(await embedMissingPlaces(database, embedder, { signal })) });
    }
  },
};

/** Central banks publish in the afternoon. Plans go by yesterday's rates as well, so whoever fails is asked tomorrow. */
const rates: WorkerJob = {
  queue: "rates",
  policy: "exclusive",
  options: { expireInSeconds: 600, heartbeatSeconds: 20, retryLimit: 1, retryDelay: 60, retryBackoff: true },
  cron: "41 16 * * *",
  isSentAtStart: true,
  async run(session, log) {
    try {
      const report = await refreshRates(session);
      if (!report) return;
      const { provider, asOf, stored, unchanged, unknown, refused } = report;
      const counts = { stored: stored.length, unchanged: unchanged.length, unknown: unknown.length };
      log("rates-end", { provider, asOf, ...counts, ...(refused.length > 0 && { refused }) });
    } catch (error) {
      session.signal.throwIfAborted();
      if (!(error instanceof VendorError)) throw error;
      log("rates-failed", { ...errorFields(error), provider: error.provider, kind: error.kind });
    }
  },
};

/** Another kind of work is another entry here. */
export const WORKER_JOBS: readonly WorkerJob[] = [maintenance, embeddings, rates];
