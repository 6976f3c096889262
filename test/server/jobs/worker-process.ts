/** A planning worker in a process of its own, as somebody would run it, and what it says. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { startCli } from "../run-cli.ts";

const eventSchema = z.looseObject({ event: z.string(), job: z.string().optional(), result: z.string().optional() });
export type WorkerEvent = z.infer<typeof eventSchema>;

const LIMIT_MS = 120_000;

export class WorkerProcess {
  readonly events: WorkerEvent[] = [];
  readonly child: ChildProcess;
  readonly closed: Promise<unknown>;

  constructor(environment: Record<string, string>) {
    this.child = startCli(["worker", "--only", "planning", "--json"], environment);
    this.closed = once(this.child, "close");
    if (!this.child.stderr) throw new Error("the worker has no error stream");
    createInterface({ input: this.child.stderr }).on("line", (line) => {
      // The last line of a killed process may be half of one.
      if (line.endsWith("}")) this.events.push(eventSchema.parse(JSON.parse(line)));
    });
  }

  async saw(isIt: (event: WorkerEvent) => boolean, limitMs = LIMIT_MS): Promise<WorkerEvent> {
    for (const deadline = Date.now() + limitMs; ; await wait(10)) {
      const event = this.events.find(isIt);
      if (event) return event;
      if (Date.now() > deadline) throw new Error(`not seen in time; what was: ${JSON.stringify(this.events)}`);
    }
  }

  async kill(signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
    this.child.kill(signal);
    await this.closed;
  }
}
