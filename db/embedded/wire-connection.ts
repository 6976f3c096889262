/**
 * One client of the wire bridge. The engine is a single session, so what a real server gives each
 * client is made here by taking turns: a turn starts with a whole batch of messages (a slow or broken
 * client never holds the engine with half of one) and lasts until no transaction is open. Between two
 * turns nothing may be expected to persist: no named statements, no SET without LOCAL.
 */
import type { Socket } from "node:net";
import { type Engine, EngineLostError } from "./engine.ts";
import type { BatchEnd } from "./engine-thread.ts";
import { answerStartup } from "./startup.ts";
import type { TurnQueue } from "./turn-queue.ts";
import {
  BadFrameError,
  type Frame,
  FrameReader,
  fatalError,
  MAX_FRAME_BYTES,
  message,
  simpleQuery,
  strings,
} from "./wire-frames.ts";

const BATCH_PARTS = new Set(["P", "B", "D", "E", "C"]);
const BATCH_ENDS: ReadonlyMap<string, BatchEnd> = new Map([
  ["Q", "Q"],
  ["S", "S"],
  ["H", "H"],
  ["F", "F"],
]);
/** COPY data and passwords: nobody asked for them, and PostgreSQL too passes over the strays. */
const IGNORED = new Set(["d", "c", "f", "p"]);

/**
 * Ends whatever a client left open. The nonsense comes first on purpose: it fails, so that the Sync
 * rolls an implicit transaction back where Sync alone would commit it.
 */
const ABANDON: Buffer = Buffer.concat([
  message("P", Buffer.concat([strings("", "abandoned"), Buffer.alloc(2)])),
  message("S", new Uint8Array()),
  simpleQuery("rollback"),
]);

/** What a client set for its session must not reach the next one, for they share it. */
const FORGET: Buffer = simpleQuery("discard all");

interface Batch {
  readonly bytes: Buffer;
  readonly end: BatchEnd;
}

export interface WireContext {
  readonly engine: Promise<Engine>;
  readonly turns: TurnQueue;
  /** How long a transaction may wait for its client's next message. */
  readonly idleInTransactionMs: number;
  /** What a status request is answered with. */
  readonly status: () => unknown;
}

export class WireConnection {
  readonly #socket: Socket;
  readonly #context: WireContext;
  readonly #frames = new FrameReader();
  readonly #gone = new AbortController();
  #phase: "startup" | "open" = "startup";
  #parts: Buffer[] = [];
  #pendingBytes = 0;
  readonly #inbox: Batch[] = [];
  #wake: (() => void) | null = null;
  #isServing = false;
  /** See `KEEP_TURN_OPTIONS`. */
  #keepsTurn = false;
  #hasUsedEngine = false;
  /** After an error before a Flush the protocol passes over everything up to the next Sync. */
  #skipsToSync = false;

  constructor(socket: Socket, context: WireContext) {
    this.#socket = socket;
    this.#context = context;
    socket.on("data", (piece) => this.#receive(piece));
    socket.on("error", () => socket.destroy());
    socket.on("end", () => this.#leave());
    socket.on("close", () => this.#leave());
  }

  /** A client counts once it speaks the database protocol; a status request does not. */
  get isClient(): boolean {
    return this.#phase === "open";
  }

  end(code: string, text: string): void {
    this.#socket.end(fatalError(code, text));
    this.#leave();
  }

  #receive(piece: Buffer): void {
    this.#frames.push(piece);
    try {
      while (!this.#gone.signal.aborted) {
        const frame = this.#frames.next(this.#phase === "open");
        if (frame === null) return;
        if (this.#phase === "startup") this.#start(frame);
        else this.#accept(frame);
      }
    } catch (error) {
      if (!(error instanceof BadFrameError)) throw error;
      this.end("08P01", `Expected a PostgreSQL protocol message; got one with a bad length (${error.message}).`);
    }
  }

  #start(frame: Frame): void {
    const answer = answerStartup(frame.bytes, this.#context.status);
    if (answer.kind === "reply") this.#socket.write(answer.bytes);
    else if (answer.kind === "close") {
      this.#socket.end(answer.bytes);
      this.#leave();
    } else {
      this.#phase = "open";
      this.#keepsTurn = answer.keepsTurn;
      this.#context.engine
        .then((engine) => engine.serverVersion())
        .then((version) => this.#socket.write(answer.welcome(version)))
        .catch((error: unknown) => {
          const code = error instanceof EngineLostError ? error.code : "57P03";
          this.end(code, "The built-in database could not start; see host.log in its folder.");
        });
    }
  }

  #accept({ type, bytes }: Frame): void {
    if (type === "X") {
      this.#socket.end();
      this.#leave();
      return;
    }
    if (IGNORED.has(type)) return;
    const end = BATCH_ENDS.get(type);
    if (end === undefined && !BATCH_PARTS.has(type)) {
      this.end("08P01", `Expected a PostgreSQL protocol message; got type "${type}".`);
      return;
    }
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes > MAX_FRAME_BYTES) {
      this.end("54000", `More than ${MAX_FRAME_BYTES} bytes are waiting on this connection; send less at once.`);
      return;
    }
    const isQuery = end === "Q" || end === "F";
    // Parts without their Sync run first and alone: were one to fail, the engine would pass over the query.
    if (isQuery && this.#parts.length > 0) this.#closeBatch("H");
    this.#parts.push(bytes);
    if (end !== undefined) this.#closeBatch(end);
  }

  #closeBatch(end: BatchEnd): void {
    this.#inbox.push({ bytes: Buffer.concat(this.#parts), end });
    this.#parts = [];
    this.#wake?.();
    void this.#serve();
  }

  #leave(): void {
    if (this.#gone.signal.aborted) return;
    this.#gone.abort();
    this.#wake?.();
    if (this.#hasUsedEngine && !this.#keepsTurn) void this.#forgetSession();
  }

  async #serve(): Promise<void> {
    if (this.#isServing) return;
    this.#isServing = true;
    while (this.#inbox.length > 0 && !this.#gone.signal.aborted) {
      const release = await this.#context.turns.takeUnless(this.#gone.signal);
      if (release === null) break;
      try {
        await this.#turn(await this.#context.engine);
      } finally {
        release();
      }
    }
    this.#isServing = false;
  }

  async #turn(engine: Engine): Promise<void> {
    this.#hasUsedEngine = true;
    let isOpen = true;
    try {
      while (isOpen) {
        const batch = this.#inbox.shift() ?? (await this.#nextBatch());
        if (batch === null) break;
        isOpen = await this.#runBatch(engine, batch);
      }
      if (isOpen) await engine.run(ABANDON, "Q");
      if (this.#keepsTurn) await engine.run(FORGET, "Q");
    } catch (error) {
      if (!(error instanceof EngineLostError)) throw error;
      this.end(error.code, `The built-in database had to start anew: ${error.message}.`);
    }
  }

  /** Answers whether the turn goes on. */
  async #runBatch(engine: Engine, batch: Batch): Promise<boolean> {
    this.#pendingBytes -= batch.bytes.length;
    if (this.#skipsToSync && batch.end !== "S") return true;
    const { bytes, status } = await engine.run(batch.bytes, batch.end);
    this.#skipsToSync = batch.end === "H" && hasError(bytes);
    this.#send(bytes);
    return status !== "I" || this.#keepsTurn;
  }

  /** A client that does not read its answers is not read from either. */
  #send(bytes: Uint8Array): void {
    if (this.#socket.destroyed || this.#socket.write(bytes)) return;
    this.#socket.pause();
    this.#socket.once("drain", () => this.#socket.resume());
  }

  /** Null when the client is gone or has let its open transaction wait too long. */
  #nextBatch(): Promise<Batch | null> {
    if (this.#gone.signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const limitMs = this.#context.idleInTransactionMs;
      const timer = setTimeout(() => {
        this.end(
          "25P03",
          `The built-in database waited ${limitMs / 1000} s for this client's next statement and let others go on.`,
        );
      }, limitMs);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve(this.#gone.signal.aborted ? null : (this.#inbox.shift() ?? null));
      };
    });
  }

  async #forgetSession(): Promise<void> {
    const release = await this.#context.turns.take();
    try {
      await (await this.#context.engine).run(FORGET, "Q");
    } catch {
      // The engine was lost, and the session with it.
    } finally {
      release();
    }
  }
}

function hasError(reply: Uint8Array): boolean {
  const view = Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength);
  for (let offset = 0; offset + 5 <= view.length; offset += 1 + view.readInt32BE(offset + 1)) {
    if (view[offset] === "E".charCodeAt(0)) return true;
  }
  return false;
}
