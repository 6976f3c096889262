/**
 * What is asked of a plan when nothing may be missing: a problem, which of its visits must be in, and
 * which meals of each day must be eaten. Requirements are dropped and relaxed by making another task.
 */
import type { Problem } from "../problem.ts";

export interface Task {
  readonly problem: Problem;
  readonly required: ReadonlySet<number>;
  /** By day: the slots that are wanted. */
  readonly meals: readonly (readonly number[])[];
}

/** Everything that a problem asks for. */
export function taskOf(problem: Problem): Task {
  const required = [...problem.visits.entries()].filter(([, { isMustSee, isFixed }]) => isMustSee || isFixed);
  return {
    problem,
    required: new Set(required.map(([visit]) => visit)),
    meals: problem.days.map(({ meals }) => [...meals.keys()]),
  };
}
