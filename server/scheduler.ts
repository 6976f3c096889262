/**
 * Drives the stepped search: a fixed number of steps, so that the same trip gets the same plan on every
 * machine, a deadline that only a very slow machine meets, and a breath between batches so that other
 * work of this process goes on.
 */
import { setImmediate as breathe } from "node:timers/promises";
import type { Scheduler } from "../trip/ports.ts";
import type { PlanProblem } from "../trip/schedule/first/problem.ts";
import { createSearch } from "../trip/schedule/first/search.ts";

export interface SchedulerBudget {
  /** Steps for a plan of one day; longer plans get fewer, as each step costs more. */
  steps: number;
  deadlineMs: number;
}
const DEFAULT_BUDGET: SchedulerBudget = { steps: 280, deadlineMs: 5_000 };
const MIN_STEPS = 24;
const BATCH_STEPS = 8;

function stepsFor({ days }: PlanProblem, steps: number): number {
  return Math.max(MIN_STEPS, Math.round(steps / days.length));
}

export function createScheduler(budget: SchedulerBudget = DEFAULT_BUDGET): Scheduler {
  return {
    solve: async (problem, { signal }) => {
      const search = createSearch(problem);
      const steps = stepsFor(problem, budget.steps);
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
