/** What scorers share: rates that keep what was counted in them, and scores that need a plan. */
import type { PlannedWorld } from "../episode.ts";
import type { Scene } from "../scene.ts";
import type { Score, Scorer } from "../scorer.ts";

/** The high end of a range that has none: a log holds finite numbers. */
export const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** Of shares that are counted over a whole run. */
export const COUNTED_SHARE = { range: [0, 1], better: "higher", unit: "share", total: "micro" } as const;
/** Of figures whose run is the mean of its samples. */
export const MEAN_SHARE = { range: [0, 1], better: "higher", unit: "share", total: "mean" } as const;
export const MEAN_COUNT = { range: [0, UNBOUNDED], better: "lower", unit: "count", total: "mean" } as const;

/** `null` where there was nothing to count. */
export function rate(passed: number, of: number, explanation: string): Score | null {
  return of === 0 ? null : { value: passed / of, explanation, counts: { passed, of } };
}

/** A yes or no. */
export function verdictScore(isPassed: boolean, explanation: string): Score {
  return { value: isPassed ? 1 : 0, explanation };
}

/** Does not apply where there is no plan: that is what `delivery` counts. */
export function ofPlan(score: (plan: PlannedWorld, scene: Scene) => Score | null): Scorer["score"] {
  return (scene) => (scene.plan === null ? null : score(scene.plan, scene));
}

const MOST_NAMED = 5;

/** "A, B and 3 more"; empty for nothing. */
export function named(names: readonly string[], most = MOST_NAMED): string {
  const rest = names.length - most;
  return names.slice(0, most).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** ": A, B", or nothing where there is nothing to name. */
export const naming = (names: readonly string[]): string => (names.length === 0 ? "" : `: ${named(names)}`);
