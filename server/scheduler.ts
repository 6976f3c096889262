/**
 * Drives the stepped search: a fixed number of steps, so that the same trip gets the same plan on every
 * machine, a deadline that only a very slow machine meets, and a breath between batches so that other
 * work of this process goes on.
 */
import { setImmediate as breathe } from "node:timers/promises";
import type { Scheduler } from "../trip/ports.ts";
import { createSearch } from "../trip/schedule/search.ts";

export interface SchedulerBudget {
  steps: number;
  deadlineMs: number;
}
const DEFAULT_BUDGET: SchedulerBudget = { steps: 4_000, deadlineMs: 5_000 };
const BATCH_STEPS = 50;

export function createScheduler(budget: SchedulerBudget = DEFAULT_BUDGET): Scheduler {
  return {
    solve: async (problem, { signal, start }) => {
      signal.throwIfAborted();
      const { steps } = budget;
      const search = createSearch(problem, { steps, start });
      const stopAt = performance.now() + budget.deadlineMs;
      for (let taken = 0; taken < steps && !search.isDone && performance.now() < stopAt; taken += BATCH_STEPS) {
        signal.throwIfAborted();
        search.step(Math.min(BATCH_STEPS, steps - taken));
        await breathe();
      }
      return search.solution();
    },
  };
}
