/** Chunks as they go over the wire: one server-sent event each, and the mark that ends them. */
import type { ChatChunk } from "./ui-message.ts";

export const DONE = "data: [DONE]\n\n";
export const KEEP_ALIVE = ": keep-alive\n\n";

export function frameOf(chunk: ChatChunk): string {
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

/** What a response follows, at its own pace: it holds a position, and nothing else is kept for it. */
export interface FrameSource {
  /**
   * What comes at that position, as one text; waits while there is nothing yet. `null` when nothing will come any more,
   * or when the signal says to stop.
   */
  read(position: number, signal: AbortSignal): Promise<{ text: string; position: number } | null>;
}
