/**
 * The engine as the rest of the host sees it: run a batch of protocol messages, get the answer. Behind
 * it stands a thread; when a statement breaks the engine or will not end, the thread is replaced
 * (PostgreSQL recovers from its log as after a crash) and only that statement's client hears of it.
 */
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { isDiskFull } from "../disk-full.ts";
import type { BatchEnd, EngineNews, EngineRequest, EngineThreadOptions } from "./engine-thread.ts";

const STACK_MB = 32;
const CLOSE_LIMIT_MS = 5_000;

export interface EngineReply {
  readonly bytes: Uint8Array;
  readonly status: string | null;
}

/** The engine is being replaced: whatever transaction was open is gone. */
export class EngineLostError extends Error {
  /** SQLSTATE for the client. */
  readonly code: string;

  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}

export interface EngineOptions extends EngineThreadOptions {
  /** PGlite ignores `statement_timeout`, so this is the limit there is. */
  readonly statementLimitMs: number;
  readonly log: (line: string) => void;
  /** The engine broke and would not open again. */
  readonly onDead: (error: Error) => void;
}

/** Serves one batch at a time: the caller queues. */
export class Engine {
  readonly #options: EngineOptions;
  #thread: Promise<EngineThread>;

  private constructor(options: EngineOptions, thread: EngineThread) {
    this.#options = options;
    this.#thread = Promise.resolve(thread);
  }

  static async start(options: EngineOptions): Promise<Engine> {
    return new Engine(options, await EngineThread.open(options));
  }

  async serverVersion(): Promise<string> {
    return (await this.#current()).serverVersion;
  }

  async run(bytes: Uint8Array, end: BatchEnd): Promise<EngineReply> {
    const thread = await this.#current();
    try {
      return await thread.run(bytes, end, this.#options.statementLimitMs);
    } catch (error) {
      if (error instanceof EngineLostError) this.#replace(thread, error);
      throw error;
    }
  }

  /** Checkpoints and closes the files; a thread that does not manage in time is ended, which loses nothing. */
  async close(): Promise<void> {
    const thread = await this.#thread.catch(() => null);
    await thread?.close();
  }

  /**
   * An engine that cannot open for want of disk space stays closed, and whoever needs it next has it tried
   * again; nobody has to start anything once there is space.
   */
  async #current(): Promise<EngineThread> {
    const thread = this.#thread;
    try {
      return await thread;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      // Of those who waited together only the first one opens it: two engines on one folder destroy it.
      if (this.#thread === thread) this.#open(Promise.resolve());
      return await this.#thread;
    }
  }

  #replace(broken: EngineThread, error: EngineLostError): void {
    this.#options.log(`engine replaced: ${error.message}`);
    this.#open(broken.end());
  }

  #open(before: Promise<void>): void {
    this.#thread = before.then(() => EngineThread.open(this.#options));
    this.#thread.catch((error: Error) => {
      if (isDiskFull(error)) this.#options.log(`the engine cannot open: ${error.message}`);
      else this.#options.onDead(error);
    });
  }
}

class EngineThread {
  readonly #worker: Worker;
  readonly serverVersion: string;
  #isOver = false;

  private constructor(worker: Worker, serverVersion: string) {
    this.#worker = worker;
    this.serverVersion = serverVersion;
    worker
      .on("error", () => undefined)
      .on("exit", () => {
        this.#isOver = true;
      });
  }

  static async open({ dataFolder, postgisBundle }: EngineThreadOptions): Promise<EngineThread> {
    const file = new URL(`engine-thread${extname(import.meta.url)}`, import.meta.url);
    const workerData: EngineThreadOptions = { dataFolder, postgisBundle };
    const worker = new Worker(file, { workerData, resourceLimits: { stackSizeMb: STACK_MB } });
    const news = await nextNews(worker);
    if (news.kind === "ready") return new EngineThread(worker, news.serverVersion);
    await worker.terminate();
    if (news.kind === "lost") throw new EngineLostError(news.code, `the engine did not open: ${news.reason}`);
    throw new EngineLostError("57P03", `the engine did not open: ${news.kind}`);
  }

  async run(bytes: Uint8Array, end: BatchEnd, limitMs: number): Promise<EngineReply> {
    if (this.#isOver) throw new EngineLostError("57P02", "the engine had ended");
    const answer = nextNews(this.#worker, {
      ms: limitMs,
      error: new EngineLostError("57014", `a statement ran longer than ${limitMs / 1000} s and was ended`),
    });
    // A copy of its own size: cloning a view would clone all that stands behind it.
    this.#send({ kind: "run", bytes: new Uint8Array(bytes), end });
    const news = await answer;
    if (news.kind === "reply") return news;
    if (news.kind === "lost") throw new EngineLostError(news.code, news.reason);
    throw new EngineLostError("57P02", `unexpected answer: ${news.kind}`);
  }

  async close(): Promise<void> {
    const answer = nextNews(this.#worker, { ms: CLOSE_LIMIT_MS, error: new EngineLostError("57P02", "slow to close") });
    this.#send({ kind: "close" });
    await answer.catch(() => undefined);
    await this.end();
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(request: EngineRequest): void {
    this.#worker.postMessage(request);
  }
}

/** What the thread says next, whether by message, by failing or by falling silent. */
function nextNews(
  worker: Worker,
  limit?: { readonly ms: number; readonly error: EngineLostError },
): Promise<EngineNews> {
  return new Promise((resolve, reject) => {
    const timer = limit === undefined ? undefined : setTimeout(() => fail(limit.error), limit.ms);
    const settle = (): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    };
    const fail = (error: EngineLostError): void => {
      settle();
      reject(error);
    };
    const onMessage = (news: EngineNews): void => {
      settle();
      resolve(news);
    };
    const onError = (error: Error): void => fail(new EngineLostError("57P02", `the engine failed: ${error.message}`));
    const onExit = (code: number): void => fail(new EngineLostError("57P02", `the engine ended with code ${code}`));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
