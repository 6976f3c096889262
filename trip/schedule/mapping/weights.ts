/**
 * What one unit of each cost is worth in score, where a good sight is worth about 100, a fair one 40,
 * and a meal at a good table 40. Tuned by reading plans.
 */
import type { Weights } from "../problem.ts";

export const WEIGHTS: Weights = {
  travelMinute: 0.3,
  /** Riding hides distance behind the wait at the stop: without this a day may cross the city twice. */
  travelKilometer: 3,
  spanMinute: 0.06,
  /** The second of a kind on a day must be worth so much more than something else. */
  repeat: 10,
  /** A day with nothing in it is a day lost: something small, even out of the way, is better. */
  dayOut: 40,
  /** More than any sight but one that must be seen. */
  missedMeal: 400,
  missedMustSee: 1_000,
  shortfall: 500,
  dropped: 60,
  otherDay: 40,
  movedMinute: 0.05,
};
