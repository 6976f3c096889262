/** One command's life: configuration, clock, application, Ctrl-C, and an orderly end. */

import { TripwrightError } from "../trip/errors.ts";
import { createClock } from "./clock.ts";
import { type Application, compose, type ProgressListener } from "./compose.ts";
import { type Config, loadConfig } from "./config.ts";
import type { Metrics } from "./metrics.ts";

export interface CommandSession extends Application {
  config: Config;
  /** Aborted by Ctrl-C and by a polite kill. */
  signal: AbortSignal;
}

export interface SessionOptions {
  today?: string | undefined;
  onProgress?: ProgressListener;
  metrics?: Metrics | undefined;
}

/** Runs the work with everything open, and closes it whatever happens. */
export async function withSession<Result>(
  options: SessionOptions,
  work: (session: CommandSession) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig();
  const clock = createClock(options.today ?? config.today);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort(new TripwrightError("cancelled", "Stopped. Nothing half-done was kept."));
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const application = await compose(config, clock, {
    onProgress: options.onProgress ?? (() => {}),
    metrics: options.metrics,
  });
  try {
    return await work({ ...application, config, signal: stop.signal });
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await application.close();
  }
}
