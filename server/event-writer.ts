/** Writes a run's events down as they come, a few times a second, so that whoever watches sees them from anywhere. */
import type { RunEvent } from "../agents/events.ts";
import type { RunEventLog } from "../trip/ports.ts";

const WRITE_EVERY_MS = 250;

export interface EventWriter {
  listener(event: RunEvent): void;
  /** When the last of them stands. */
  close(): Promise<void>;
}

/** A batch that could not be written is written with the next one; what shows progress is no reason to end a run. */
export function createEventWriter(
  log: Pick<RunEventLog, "append">,
  { runId, firstSeq }: { runId: string; firstSeq: number },
): EventWriter {
  let next = firstSeq;
  let waiting: RunEvent[] = [];
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const events = waiting;
    waiting = [];
    if (events.length === 0) return;
    try {
      await log.append(runId, { firstSeq: next, events });
      next += events.length;
    } catch {
      waiting = [...events, ...waiting];
    }
  }
  const flush = (): Promise<void> => {
    writing = writing.then(write);
    return writing;
  };
  const timer = setInterval(() => void flush(), WRITE_EVERY_MS);
  timer.unref();
  return {
    listener: (event) => {
      waiting.push(event);
    },
    close: () => {
      clearInterval(timer);
      return flush();
    },
  };
}
