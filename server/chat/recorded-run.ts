/** A run that another process runs, followed by what stands of it in the database. */
import { setTimeout as pause } from "node:timers/promises";
import type { RunEvent } from "../../agents/events.ts";
import type { RunEventLog } from "../../trip/ports.ts";
import { DONE, type FrameSource, frameOf } from "./sse.ts";
import type { ChunkMaker } from "./ui-chunks.ts";

export interface RecordedRunOptions {
  runId: string;
  events: RunEventLog;
  maker: ChunkMaker;
  lookEveryMs?: number | undefined;
}

const LOOK_EVERY_MS = 100;

/** Its record just ends: whoever ran it is gone. */
export const ABANDONED = {
  code: "cancelled",
  message: "The server that was working on this has stopped, and its work with it. Send your message again.",
} as const;

export function followRecord(options: RecordedRunOptions): FrameSource {
  const { runId, events: log, maker, lookEveryMs = LOOK_EVERY_MS } = options;
  let isOver = false;

  async function next(position: number): Promise<{ events: RunEvent[]; isAbandoned: boolean }> {
    const found = await log.read(runId, position);
    // Written by this program, as these.
    const events = found.events as RunEvent[];
    const isAbandoned = found.isOver && events.length === 0;
    return { events, isAbandoned };
  }

  return {
    async read(position, signal) {
      while (!isOver && !signal.aborted) {
        const { events, isAbandoned } = await next(position);
        if (isAbandoned) events.push({ type: "run-end", runId, durationMs: 0, status: "failed", error: ABANDONED });
        isOver = events.some(({ type }) => type === "run-end");
        const text = events.flatMap((event) => maker.chunks(event).map(frameOf)).join("");
        if (events.length > 0) return { text: isOver ? text + DONE : text, position: position + events.length };
        await pause(lookEveryMs, undefined, { signal }).catch(() => undefined);
      }
      return null;
    },
  };
}
