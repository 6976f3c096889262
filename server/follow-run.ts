/** A run's events as they come, whichever process runs it: from the first one on, until the run is over. */
import { setTimeout as pause } from "node:timers/promises";
import type { RunEvent } from "../agents/events.ts";
import type { RunEventLog } from "../trip/ports.ts";

const LOOK_EVERY_MS = 250;

/**
 * A job that is tried again begins anew with another `run-start`, in the same run. Ends when the run has ended, or the
 * signal says so. Throws `run_not_found`.
 */
export async function* followRun(
  log: Pick<RunEventLog, "read">,
  runId: string,
  { signal, fromSeq = 0 }: { signal: AbortSignal; fromSeq?: number },
): AsyncGenerator<RunEvent, void, undefined> {
  let seq = fromSeq;
  while (!signal.aborted) {
    const { events, isOver } = await log.read(runId, seq);
    seq += events.length;
    // Written by this program, as these.
    yield* events as RunEvent[];
    if (isOver) return;
    if (events.length === 0) await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
