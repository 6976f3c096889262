/**
 * Events as a browser's EventSource reads them: each has a number, so that one who was cut off goes on where they were.
 * A reader that is slow is waited for, and a line now and then tells proxies that it lives.
 */
import { streamSSE } from "hono/streaming";
import type { HttpContext } from "./parts.ts";

const KEEP_ALIVE_MS = 15_000;

/** The number of the first event that the reader does not have. */
export function nextSeq(c: HttpContext): number {
  const last = Number(/^\d{1,9}$/.exec(c.req.header("last-event-id") ?? "")?.[0] ?? -1);
  return last + 1;
}

export interface EventSourceOptions {
  fromSeq: number;
  events: (signal: AbortSignal) => AsyncIterable<{ type: string }>;
  signal: AbortSignal;
  onError: (error: unknown) => void;
}

/** Ends when the events do; an EventSource that comes back then is told that there is no more. */
export function eventStream(c: HttpContext, { fromSeq, events, signal, onError }: EventSourceOptions): Response {
  c.header("x-accel-buffering", "no");
  return streamSSE(
    c,
    async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const keepAlive = setInterval(() => void stream.write(": keep-alive\n\n"), KEEP_ALIVE_MS);
      try {
        let seq = fromSeq;
        for await (const event of events(AbortSignal.any([signal, gone.signal]))) {
          await stream.writeSSE({ id: String(seq++), event: event.type, data: JSON.stringify(event) });
        }
      } finally {
        clearInterval(keepAlive);
      }
    },
    async (error) => onError(error),
  );
}
