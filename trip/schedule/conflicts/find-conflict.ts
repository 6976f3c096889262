/**
 * When not everything that was asked for can be had: which few requirements cannot be held together, and
 * what is the least to give way on. Bounded by steps, not by a clock; what was not proven within them is
 * marked as such.
 */
import type { Problem } from "../problem.ts";
import type { Change } from "./changes.ts";
import { minimalSet } from "./minimal-set.ts";
import { createOracle } from "./oracle.ts";
import { type Relaxation, relaxations } from "./relaxations.ts";
import type { Requirement } from "./requirements.ts";
import { taskOf } from "./task.ts";

export interface Conflict {
  readonly requirements: readonly Requirement[];
  /** No plan holds them all. Where not, none was found within the steps allowed. */
  readonly isProven: boolean;
  /** Without any one of them the rest can be held. */
  readonly isMinimal: boolean;
  /** Cheapest first. */
  readonly relaxations: readonly Relaxation[];
  readonly steps: number;
}

export interface ConflictOptions {
  readonly steps?: number;
  readonly canOffer?: (change: Change) => boolean;
}

export const DEFAULT_STEPS = 1_000_000;
/** No single question may use up what the others need. */
const QUESTIONS = 20;

/** `null` when a plan with every must-see, fixed visit, meal and category within all limits exists. */
export function findConflict(problem: Problem, options: ConflictOptions = {}): Conflict | null {
  const { steps: total = DEFAULT_STEPS, canOffer = () => true } = options;
  const oracle = createOracle(Math.ceil(total / QUESTIONS));
  oracle.grant(total / 2);
  const task = taskOf(problem);
  const { answer } = oracle.ask(task);
  if (answer === "yes") return null;
  const { requirements, isProven, isMinimal } = minimalSet(oracle, task, answer === "no");
  oracle.grant(total / 2);
  const found = relaxations(oracle, task, requirements, { canOffer });
  return { requirements, isProven, isMinimal, relaxations: found, steps: oracle.steps };
}
