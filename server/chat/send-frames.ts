/**
 * One response that follows a run. It writes as much as the socket takes and no more, says something now and then so
 * that no proxy takes it for dead, and ends alone: the run does not notice.
 */
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { UI_MESSAGE_STREAM_HEADERS } from "ai";
import { DONE, type FrameSource, frameOf, KEEP_ALIVE } from "./sse.ts";

export interface SendOptions {
  /** Told before anything of the run. */
  opening?: string | undefined;
  headers?: Record<string, string> | undefined;
  keepAliveMs?: number | undefined;
}

const KEEP_ALIVE_MS = 15_000;

export async function sendFrames(response: ServerResponse, source: FrameSource, options: SendOptions): Promise<void> {
  const { opening = "", headers = {}, keepAliveMs = KEEP_ALIVE_MS } = options;
  const closed = new AbortController();
  response.once("close", () => closed.abort());
  response.on("error", () => closed.abort());
  response.writeHead(200, { ...headers, ...UI_MESSAGE_STREAM_HEADERS });
  const keepAlive = setInterval(() => {
    if (!response.writableNeedDrain) response.write(KEEP_ALIVE);
  }, keepAliveMs);
  try {
    if (opening !== "") await write(response, opening, closed.signal);
    let position = 0;
    for (;;) {
      const piece = await source.read(position, closed.signal);
      if (piece === null || closed.signal.aborted) break;
      position = piece.position;
      await write(response, piece.text, closed.signal);
    }
  } catch (error) {
    // Half an answer is on its way, so that no status can say it any more.
    if (!closed.signal.aborted) response.write(frameOf({ type: "error", errorText: LOST }) + DONE);
    throw error;
  } finally {
    clearInterval(keepAlive);
    response.end();
  }
}

const LOST = "This could not be followed to its end. Load the conversation again to see how it went on.";

async function write(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted || response.write(text)) return;
  await once(response, "drain", { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
