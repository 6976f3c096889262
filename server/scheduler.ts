/**
 * The scheduler's port over threads of its own, so that chats go on while a plan is computed. Fixed numbers
 * of steps give the same trip the same plan on every machine; the deadline is met by very slow ones only.
 */
import { TripwrightError } from "../trip/errors.ts";
import type { Scheduler } from "../trip/ports.ts";
import type { ThreadAnswer, ThreadTask } from "./solver-thread.ts";
import { SolverThreads } from "./solver-threads.ts";

export interface SchedulerBudget {
  steps: number;
  boundSteps?: number;
  conflictSteps?: number;
  deadlineMs: number;
}
export const DEFAULT_BUDGET: SchedulerBudget = { steps: 6_000, deadlineMs: 5_000 };
const BOUND_STEPS = 6;
const CONFLICT_STEPS = 300_000;

/** The threads look at this between batches; an abort reaches them within milliseconds. */
function stopSignFor(signal: AbortSignal): { stop: Int32Array; release: () => void } {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const raise = (): void => {
    Atomics.store(stop, 0, 1);
  };
  signal.addEventListener("abort", raise, { once: true });
  return { stop, release: () => signal.removeEventListener("abort", raise) };
}

function failed(answer: ThreadAnswer): TripwrightError {
  const why = "failure" in answer ? answer.failure : "it answered another question";
  return new TripwrightError("internal", `The scheduler failed: ${why}`, {});
}

export function createScheduler(budget: SchedulerBudget = DEFAULT_BUDGET): Scheduler {
  const threads = new SolverThreads();
  const { steps, boundSteps = BOUND_STEPS, conflictSteps = CONFLICT_STEPS, deadlineMs } = budget;
  const ask = async (signal: AbortSignal, taskWith: (stop: Int32Array) => ThreadTask): Promise<ThreadAnswer> => {
    signal.throwIfAborted();
    const { stop, release } = stopSignFor(signal);
    try {
      const answer = await threads.run(taskWith(stop));
      signal.throwIfAborted();
      return answer;
    } finally {
      release();
    }
  };
  return {
    solve: async (problem, { signal, start }) => {
      const answer = await ask(signal, (stop) => ({ kind: "solve", problem, start, steps, deadlineMs, stop }));
      if ("solution" in answer) return answer.solution;
      throw failed(answer);
    },
    bound: async (problem, { signal }) => {
      const answer = await ask(signal, (stop) => ({ kind: "bound", problem, steps: boundSteps, deadlineMs, stop }));
      if ("bound" in answer) return answer.bound;
      throw failed(answer);
    },
    findConflict: async (problem, { signal }) => {
      const answer = await ask(signal, (stop) => ({
        ...{ kind: "conflict", problem, steps: conflictSteps, deadlineMs, stop },
      }));
      if ("conflict" in answer) return answer.conflict;
      throw failed(answer);
    },
  };
}
