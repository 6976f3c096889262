/** A few threads that take tasks in turn. They start when they are first needed and do not keep the process alive. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ThreadAnswer, ThreadTask } from "./solver-thread.ts";

const MOST_THREADS = 4;
const THREAD = new URL(import.meta.url.endsWith(".ts") ? "./solver-thread.ts" : "./solver-thread.js", import.meta.url);

interface Waiting {
  task: ThreadTask;
  settle: (answer: ThreadAnswer) => void;
}

export class SolverThreads {
  private readonly idle: Worker[] = [];
  private readonly queue: Waiting[] = [];
  private running = 0;

  /** Answers a failure rather than throwing. */
  run(task: ThreadTask): Promise<ThreadAnswer> {
    return new Promise((settle) => {
      this.queue.push({ task, settle });
      this.next();
    });
  }

  private next(): void {
    const most = Math.max(2, Math.min(MOST_THREADS, availableParallelism()));
    while (this.running < most) {
      const waiting = this.queue.shift();
      if (!waiting) return;
      // Nobody waits any more: not worth a thread.
      if (Atomics.load(waiting.task.stop, 0) !== 0) waiting.settle({ failure: "stopped" });
      else this.hand(this.idle.pop() ?? new Worker(THREAD), waiting);
    }
  }

  private hand(thread: Worker, { task, settle }: Waiting): void {
    this.running += 1;
    thread.ref();
    const finish = (answer: ThreadAnswer, isAlive: boolean): void => {
      thread.off("message", onAnswer).off("error", onError).off("exit", onExit);
      this.running -= 1;
      thread.unref();
      if (isAlive) this.idle.push(thread);
      settle(answer);
      this.next();
    };
    const onAnswer = (answer: ThreadAnswer): void => finish(answer, true);
    const onError = (error: unknown): void =>
      finish({ failure: error instanceof Error ? error.message : String(error) }, false);
    const onExit = (code: number): void => finish({ failure: `the thread ended with code ${code}` }, false);
    thread.on("message", onAnswer).on("error", onError).on("exit", onExit);
    thread.postMessage(task);
  }
}
