/** What keeps a run going, and what may end it: its heartbeat, its time limit, a stop from outside. */
import { ERROR_CODES, TripwrightError } from "../trip/errors.ts";
import type { RunRecorder } from "../trip/ports.ts";
import type { RunLimits } from "./limits.ts";
import { timeLimit } from "./time-limit.ts";

/** A third of the lease, so that one late beat does not lose the run. */
const HEARTBEAT_MS = 4_000;

export interface RunLife {
  /** Aborted by whoever stops the run, by its time limit, and when somebody else has given it up. */
  readonly signal: AbortSignal;
  end(): void;
}

export function keepAlive(
  recorder: RunRecorder,
  runId: string,
  { signal, limits }: { signal: AbortSignal; limits: RunLimits },
): RunLife {
  const lost = new AbortController();
  const heartbeat = setInterval(() => {
    recorder
      .heartbeat(runId)
      .catch(unlessOurs)
      .catch((error: unknown) => lost.abort(error));
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const limit = timeLimit(limits.maxDurationMs);
  return {
    signal: AbortSignal.any([signal, lost.signal, limit.signal]),
    end: () => {
      clearInterval(heartbeat);
      limit.clear();
    },
  };
}

/**
 * A database that does not answer now ends no run by itself: a beat may be missed while the lease lasts, and a run
 * whose end cannot be recorded is swept up later, where why there is no plan is what counts.
 */
export function unlessOurs(error: unknown): void {
  if (!(error instanceof TripwrightError && ERROR_CODES[error.code].blame === "us")) throw error;
}

export function asRunFailure(error: unknown, signal: AbortSignal, { maxDurationMs }: RunLimits): TripwrightError {
  if (error instanceof TripwrightError) return error;
  const { reason } = signal;
  if (reason instanceof TripwrightError) return reason;
  if (reason instanceof DOMException && reason.name === "TimeoutError") {
    const message = `This run may take ${maxDurationMs / 1000} seconds, and had no plan by then. Try a simpler request.`;
    return new TripwrightError("budget_of_run_spent", message, { maxDurationMs }, error);
  }
  if (signal.aborted)
    return new TripwrightError("cancelled", "Planning was stopped before it finished. Nothing was changed.", {}, error);
  return new TripwrightError("internal", "Planning ended unexpectedly. The run is on record; try again.", {}, error);
}
