/** What a search has found: the plan with its times, its worth by term, and what stayed out and why. */
import type { Terms } from "./evaluate.ts";
import type { Plan, TimedStop } from "./plan.ts";

/**
 * The single limit that keeps a visit out of this plan: lifted alone, the visit would fit.
 * `lower_interest` fits as the plan stands and is not worth its time; `several` needs more than one lifted.
 */
export const LEFT_OUT_REASONS = [
  "closed_on_every_day",
  "hours",
  "no_time_left",
  "pace",
  "walking",
  "beyond_the_budget",
  "category_limit",
  "lower_interest",
  "several",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface Solution {
  readonly days: readonly (readonly TimedStop[])[];
  readonly terms: Terms;
  readonly score: number;
  readonly spent: number;
  readonly leftOut: readonly { readonly visit: number; readonly reason: LeftOutReason }[];
  /** Search steps taken. */
  readonly steps: number;
}

/** A search that can be stopped between any two steps; it holds no clock. */
export interface Search {
  step(count: number): void;
  readonly steps: number;
  /** More steps are not expected to help. */
  readonly isDone: boolean;
  /** The best so far; there is one before the first step. */
  solution(): Solution;
}

export interface SearchOptions {
  /** How many steps are meant to be taken: what the search cools down over. */
  readonly steps: number;
  /** Begins from here instead of from nothing, where it is feasible. */
  readonly start?: Plan | undefined;
}
