/** A writer in a process of its own, as the test sees it: what was acknowledged to it, what it was refused, and its end. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Acknowledgement, acknowledgementSchema } from "./workload.ts";

const refusalSchema = z.object({ kind: z.literal("refused"), code: z.string(), message: z.string() });
export type Refusal = z.infer<typeof refusalSchema>;
const lineSchema = z.union([acknowledgementSchema, refusalSchema]);

export interface WriterTarget {
  readonly databaseUrl?: string;
  readonly home: string;
  readonly cacheDir: string;
}

export class Writer {
  readonly #target: WriterTarget;
  /** Of all its processes, in order. */
  readonly ledger: Acknowledgement[] = [];
  readonly refusals: Refusal[] = [];
  #child: ChildProcess;
  #read: Promise<void>;
  #news = Promise.withResolvers<void>();

  constructor(target: WriterTarget) {
    this.#target = target;
    this.#child = this.#start();
    this.#read = this.#listen();
  }

  /** Until the database has acknowledged so many more writes. */
  async writes(count: number): Promise<void> {
    const wanted = this.ledger.length + count;
    while (this.ledger.length < wanted) await this.#news.promise;
  }

  /** Ends when everything is read that it said. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#read;
  }

  async restart(): Promise<void> {
    await this.kill();
    this.#child = this.#start();
    this.#read = this.#listen();
  }

  #start(): ChildProcess {
    const script = fileURLToPath(new URL("writer-process.ts", import.meta.url));
    return spawn(process.execPath, [script, JSON.stringify(this.#target)], { stdio: ["ignore", "pipe", "inherit"] });
  }

  async #listen(): Promise<void> {
    const child = this.#child;
    const closed = once(child, "close");
    if (child.stdout === null) throw new Error("the writer has no output");
    for await (const line of createInterface({ input: child.stdout })) {
      // The last line of a killed process may be half of one.
      if (!line.endsWith("}")) continue;
      const said = lineSchema.parse(JSON.parse(line));
      if (said.kind === "refused") this.refusals.push(said);
      else this.ledger.push(said);
      this.#news.resolve();
      this.#news = Promise.withResolvers();
    }
    await closed;
    if (child.signalCode !== "SIGKILL") this.#news.reject(new Error(`the writer ended with code ${child.exitCode}`));
  }
}
