/**
 * The message that a run's chunks add up to, as the AI SDK's own client would have it. Chunks are kept short on the
 * way: deltas of one text as one, and of a data part that is updated in place the last state.
 */
import { isDeepStrictEqual } from "node:util";
import { type DynamicToolUIPart, readUIMessageStream, type ToolUIPart } from "ai";
import type { ChatMessage } from "../../trip/ports.ts";
import { type EarlierCall, WAITS } from "./ui-chunks.ts";
import type { ChatChunk, ChatTools, TripwrightUIMessage } from "./ui-message.ts";

interface Delta {
  type: "text-delta";
  id: string;
  pieces: string[];
}

export class MessageRecord {
  readonly #kept: (ChatChunk | Delta)[] = [];
  /** Where the data part of that type and id stands. */
  readonly #dataAt = new Map<string, number>();

  add(chunk: ChatChunk): void {
    if (chunk.type === "text-delta") this.#addDelta(chunk.id, chunk.delta);
    else if ("data" in chunk) this.#addData(chunk);
    else this.#kept.push(chunk);
  }

  #addDelta(id: string, delta: string): void {
    const last = this.#kept.at(-1);
    if (last && "pieces" in last && last.id === id) last.pieces.push(delta);
    else this.#kept.push({ type: "text-delta", id, pieces: [delta] });
  }

  #addData(chunk: Extract<ChatChunk, { data: unknown }>): void {
    if (chunk.transient) return;
    const key = JSON.stringify([chunk.type, chunk.id]);
    const at = chunk.id === undefined ? undefined : this.#dataAt.get(key);
    if (at !== undefined) {
      this.#kept[at] = chunk;
      return;
    }
    this.#dataAt.set(key, this.#kept.push(chunk) - 1);
  }

  /** `before` is what the message held when the run began. */
  async message(messageId: string, before: TripwrightUIMessage | null): Promise<TripwrightUIMessage> {
    const chunks = this.#kept.map((kept): ChatChunk => {
      if (!("pieces" in kept)) return kept;
      return { type: "text-delta", id: kept.id, delta: kept.pieces.join("") };
    });
    const start: TripwrightUIMessage = before ?? { id: messageId, role: "assistant", parts: [] };
    let message = start;
    const stream = ReadableStream.from(chunks);
    for await (const state of readUIMessageStream<TripwrightUIMessage>({ message: structuredClone(start), stream })) {
      message = state;
    }
    return message;
  }
}

export function storedMessage({ id, role, parts, metadata }: TripwrightUIMessage): ChatMessage {
  if (role === "system") throw new TypeError("a thread keeps no system messages");
  // What is undefined in a part is no part of its JSON.
  const plain = JSON.parse(JSON.stringify({ parts, metadata })) as Pick<ChatMessage, "parts" | "metadata">;
  return { id, role, ...plain };
}

/** What was stored is what `storedMessage` made. */
export function shownMessage(stored: ChatMessage): TripwrightUIMessage {
  return stored as unknown as TripwrightUIMessage;
}

/** Tool calls of the message, for a run that goes on with it. */
export function callsOf(message: TripwrightUIMessage): EarlierCall[] {
  return message.parts.flatMap((part): EarlierCall[] => {
    if (!("toolCallId" in part)) return [];
    const { toolCallId, input } = part;
    const approvalId = part.state === "approval-requested" ? part.approval.id : null;
    return [{ toolCallId, input, isOpen: isOpen(part), approvalId }];
  });
}

function isOpen(part: ToolUIPart<ChatTools> | DynamicToolUIPart): boolean {
  if (part.state === "output-available") return isDeepStrictEqual(part.output, WAITS);
  return part.state !== "output-error" && part.state !== "output-denied";
}
