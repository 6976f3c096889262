/** A search of so many steps, whose plan is judged by `evaluate` and must break nothing. */
import { expect } from "vitest";
import { type Evaluation, evaluate } from "../../trip/schedule/evaluate.ts";
import type { Plan } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";
import { createSearch } from "../../trip/schedule/search.ts";

export interface Searched extends Evaluation {
  readonly plan: Plan;
}

export function searched(problem: Problem, steps: number): Searched {
  const search = createSearch(problem, { steps });
  search.step(steps);
  const solution = search.solution();
  const judged = evaluate(problem, solution.days);
  expect(judged.broken).toEqual([]);
  expect(judged.score).toBeCloseTo(solution.score, 6);
  return { ...judged, plan: solution.days };
}

export const percentBelow = (best: number, score: number): number => (100 * (best - score)) / Math.abs(best);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
