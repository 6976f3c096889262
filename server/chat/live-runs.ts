/**
 * The runs of this process: found by their thread, written down together in small batches, and stopped when another
 * process has left word. One look at the database serves all of them.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { RunEventWriter } from "../../db/stores/run-events.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { StopRequests } from "../../trip/ports.ts";
import { type EventLog, errorFields } from "../event-log.ts";
import type { LiveRun } from "./live-run.ts";

export interface LiveRunsOptions {
  writer: RunEventWriter;
  stops: StopRequests;
  log: EventLog;
  writeEveryMs?: number | undefined;
  lookEveryMs?: number | undefined;
}

const WRITE_EVERY_MS = 150;
const LOOK_EVERY_MS = 50;
/** Of the last batch of a run; whoever reads along in another process waits for it. */
const LAST_TRIES = 3;
const LOOK_AGAIN_MS = 10;
/** Between the record of a run's end and its being told here. */
const UNDER_WAY_MS = 100;
const MOST_WAITING_MS = 5_000;

export class LiveRuns {
  readonly #options: LiveRunsOptions;
  /** By their ids: a thread's next run may stand before the last one has put everything away. */
  readonly #runs = new Map<string, LiveRun>();
  #stopped: { reason: unknown } | null = null;
  #timers: NodeJS.Timeout[] = [];
  #writing: Promise<boolean> | null = null;
  #isLooking = false;
  readonly #whenEmpty: (() => void)[] = [];

  constructor(options: LiveRunsOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#runs.size;
  }

  add(run: LiveRun): void {
    this.#runs.set(run.runId, run);
    if (this.#stopped) run.stop(this.#stopped.reason);
    if (this.#timers.length > 0) return;
    const { writeEveryMs = WRITE_EVERY_MS, lookEveryMs = LOOK_EVERY_MS } = this.#options;
    this.#timers = [
      setInterval(() => void this.#write(), writeEveryMs),
      setInterval(() => void this.#lookForStops(), lookEveryMs),
    ];
  }

  /** The newest of a thread. */
  find(key: string): LiveRun | null {
    return [...this.#runs.values()].findLast((run) => run.key === key) ?? null;
  }

  /**
   * A run whose end is on record may still be storing its reply. Whoever comes next waits for that, or the reply would
   * stand behind their words; a run that is under way is left to say so itself.
   */
  async whenStored(key: string): Promise<void> {
    for (let waited = 0; waited < MOST_WAITING_MS; waited += LOOK_AGAIN_MS) {
      const run = this.find(key);
      if (!run || (!run.isClosing && waited >= UNDER_WAY_MS)) return;
      await delay(LOOK_AGAIN_MS);
    }
  }

  remove(run: LiveRun): void {
    this.#runs.delete(run.runId);
    if (this.#runs.size > 0) return;
    for (const resolve of this.#whenEmpty.splice(0)) resolve();
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** Those to come, too: a process that is going down begins nothing. */
  stopAll(reason: unknown): void {
    this.#stopped = { reason };
    for (const run of this.#runs.values()) run.stop(reason);
  }

  /** Settles when no run is left. */
  async allEnded(): Promise<void> {
    while (this.#runs.size > 0) await new Promise<void>((resolve) => this.#whenEmpty.push(resolve));
  }

  /** Everything that a run has told so far; gives up after some tries, for the run is over whatever becomes of its record. */
  async writeAll(run: LiveRun): Promise<void> {
    for (let tries = 0; tries < LAST_TRIES; ) {
      const left = run.batch();
      if (left === null) return;
      await this.#write();
      if (run.batch() === left) tries += 1;
    }
  }

  /** One write at a time, so that batches of a run are written in their order. */
  async #write(): Promise<boolean> {
    while (this.#writing) await this.#writing;
    this.#writing = this.#writeBatches();
    try {
      return await this.#writing;
    } finally {
      this.#writing = null;
    }
  }

  async #writeBatches(): Promise<boolean> {
    const { writer, log } = this.#options;
    const held = [...this.#runs.values()].flatMap((run) => {
      const batch = run.batch();
      return batch ? [{ run, batch }] : [];
    });
    try {
      await writer.appendAll(held.map(({ batch }) => batch));
      for (const { run } of held) run.batchWritten();
      return true;
    } catch (error) {
      log("run-events-unwritten", { runs: held.length, ...errorFields(error) });
      return false;
    }
  }

  async #lookForStops(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const runs = new Map([...this.#runs.values()].map((run) => [run.runId, run]));
      for (const id of await this.#options.stops.stopRequested([...runs.keys()]))
        runs.get(id)?.stop(stoppedByTraveller());
    } catch (error) {
      this.#options.log("stop-requests-unread", errorFields(error));
    } finally {
      this.#isLooking = false;
    }
  }
}

export function stoppedByTraveller(): TripwrightError {
  return new TripwrightError("cancelled", "Stopped, as asked. What was done before stays.");
}
