/** The server as a process, spoken to line by line: for what no client library shows, such as order, streams and ends. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { z } from "zod";
import { documentedProgram, type Program } from "./places-to-connect.ts";

const messageSchema = z.looseObject({
  jsonrpc: z.literal("2.0"),
  id: z.int().optional(),
  result: z.looseObject({}).optional(),
  error: z.looseObject({ code: z.int(), message: z.string() }).optional(),
});
export type Message = z.infer<typeof messageSchema>;

export class RawStdio {
  readonly child: ChildProcessWithoutNullStreams;
  /** As they come; nothing but messages may come on the output. */
  readonly stdout: string[] = [];
  readonly stderr: string[] = [];
  readonly #closed: Promise<unknown>;
  readonly #waiting = new Map<number, PromiseWithResolvers<Message>>();
  #lastId = 0;

  constructor({ command, args, env }: Program) {
    this.child = spawn(command, args, { env, stdio: "pipe" });
    this.#closed = once(this.child, "close");
    createInterface({ input: this.child.stderr }).on("line", (line) => this.stderr.push(line));
    createInterface({ input: this.child.stdout }).on("line", (line) => this.#receive(line));
    void this.#closed.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`it ended: ${this.stderr.join("\n")}`));
    });
  }

  /** Greeted, as every client of 2025 greets. */
  static async open(env: Record<string, string> = {}): Promise<RawStdio> {
    const server = new RawStdio(documentedProgram(env));
    const clientInfo = { name: "test-client", version: "1.0.0" };
    await server.request("initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo });
    server.send({ method: "notifications/initialized" });
    return server;
  }

  send(message: Record<string, unknown>): void {
    this.child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  }

  async request(method: string, params: Record<string, unknown> = {}): Promise<Message> {
    const id = ++this.#lastId;
    const waiting = Promise.withResolvers<Message>();
    this.#waiting.set(id, waiting);
    this.send({ id, method, params });
    return waiting.promise;
  }

  async call(name: string, args: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const { result, error } = await this.request("tools/call", { name, arguments: args });
    if (!result) throw new Error(error?.message);
    return result;
  }

  /** Closes its input, or sends a signal, and waits for the end. */
  async end(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    if (signal) this.child.kill(signal);
    else this.child.stdin.end();
    await this.#closed;
    return { code: this.child.exitCode, signal: this.child.signalCode };
  }

  #receive(line: string): void {
    this.stdout.push(line);
    const { id, ...message } = messageSchema.parse(JSON.parse(line));
    if (id !== undefined) this.#waiting.get(id)?.resolve(message);
  }
}
