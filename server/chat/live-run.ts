/**
 * A run as its own process follows it: frames for pages, events that are still to be written down, and the message they
 * add up to. It belongs to no response: those come and go, the run goes on.
 */
import type { RunEvent } from "../../agents/events.ts";
import type { EventBatch } from "../../db/stores/run-events.ts";
import { callsOf, MessageRecord } from "./message-record.ts";
import { DONE, type FrameSource, frameOf } from "./sse.ts";
import { ChunkMaker } from "./ui-chunks.ts";
import type { ChatChunk, TripwrightUIMessage } from "./ui-message.ts";

export interface LiveRunParts {
  runId: string;
  /** Of a traveller and a thread. */
  key: string;
  threadId: string;
  title: string | null;
  replyId: string;
  /** The reply that the run goes on with; `null` when it begins one. */
  before: TripwrightUIMessage | null;
  abort: AbortController;
}

/** One write to a socket; a slow reader is handed no more before it has taken this. */
const PIECE_CHARACTERS = 64 * 1024;
/** Beyond this, what only shows how far a plan has come is left out: the plan itself comes at the end of the call. */
const LONG_CHARACTERS = 8_000_000;

export class LiveRun implements FrameSource {
  readonly runId: string;
  readonly key: string;
  /** Its end is on record, and its reply is being stored. */
  isClosing = false;
  readonly threadId: string;
  readonly replyId: string;
  readonly before: TripwrightUIMessage | null;
  readonly #abort: AbortController;
  readonly #maker: ChunkMaker;
  readonly #record = new MessageRecord();
  readonly #frames: string[] = [];
  #characters = 0;
  #isOver = false;
  #unwritten: RunEvent[] = [];
  #batch: EventBatch | null = null;
  #taken = 0;
  #changed = Promise.withResolvers<void>();
  #isWaking = false;

  constructor({ runId, key, threadId, title, replyId, before, abort }: LiveRunParts) {
    this.runId = runId;
    this.key = key;
    this.threadId = threadId;
    this.replyId = replyId;
    this.before = before;
    this.#abort = abort;
    const calls = before ? callsOf(before) : [];
    this.#maker = new ChunkMaker({ threadId, messageId: replyId, title, calls });
  }

  append(event: RunEvent): void {
    if (this.#isOver) return;
    if (event.type === "tool-progress" && event.draft && this.#characters > LONG_CHARACTERS) {
      this.append({ ...event, draft: undefined });
      return;
    }
    this.#show(this.#note(event));
  }

  #note(event: RunEvent): ChatChunk[] {
    this.#keep(event);
    const chunks = this.#maker.chunks(event);
    for (const chunk of chunks) this.#record.add(chunk);
    return chunks;
  }

  /** Words that are written down together are one event there: who reads along elsewhere gets them a batch at a time. */
  #keep(event: RunEvent): void {
    const last = this.#unwritten.at(-1);
    if (event.type !== "text-delta" || last?.type !== "text-delta") this.#unwritten.push(event);
    else this.#unwritten[this.#unwritten.length - 1] = { type: "text-delta", text: last.text + event.text };
  }

  /** Takes the last event, and keeps it from readers until `end`: by then the reply is stored. */
  last(event: RunEvent): ChatChunk[] {
    return this.#note(event);
  }

  end(chunks: readonly ChatChunk[]): void {
    this.#show(chunks);
    this.#frames.push(DONE);
    this.#isOver = true;
    this.#wake();
  }

  get agreedElsewhere(): readonly string[] {
    return this.#maker.agreedElsewhere;
  }

  message(): Promise<TripwrightUIMessage> {
    return this.#record.message(this.replyId, this.before);
  }

  #show(chunks: readonly ChatChunk[]): void {
    for (const chunk of chunks) {
      const frame = frameOf(chunk);
      this.#frames.push(frame);
      this.#characters += frame.length;
    }
    if (chunks.length > 0) this.#wake();
  }

  /** Once a turn of the event loop, so that what comes together goes out together. */
  #wake(): void {
    if (this.#isWaking) return;
    this.#isWaking = true;
    setImmediate(() => {
      this.#isWaking = false;
      const { resolve } = this.#changed;
      this.#changed = Promise.withResolvers<void>();
      resolve();
    });
  }

  stop(reason: unknown): void {
    this.#abort.abort(reason);
  }

  async read(position: number, signal: AbortSignal): Promise<{ text: string; position: number } | null> {
    while (position >= this.#frames.length) {
      if (this.#isOver || signal.aborted) return null;
      await this.#changed.promise;
    }
    if (signal.aborted) return null;
    let text = "";
    let next = position;
    while (next < this.#frames.length && text.length < PIECE_CHARACTERS) text += this.#frames[next++] ?? "";
    return { text, position: next };
  }

  /**
   * What is to be written down next; `null` when nothing is. The same batch until it has been written, so that one of
   * which nobody knows whether it was can be written again.
   */
  batch(): EventBatch | null {
    if (this.#batch === null && this.#unwritten.length > 0) {
      this.#batch = { runId: this.runId, firstSeq: this.#taken, events: this.#unwritten };
      this.#taken += this.#unwritten.length;
      this.#unwritten = [];
    }
    return this.#batch;
  }

  batchWritten(): void {
    this.#batch = null;
  }
}
