/**
 * How much a search leaves to chance. Where only the score of visits counts, many plans are worth the same
 * and wide detours pay: it starts hot, shakes the order of insertion and removes much. Where time under
 * way has its price as well, what an insertion gains is a good guide, and the search keeps closer to it.
 * Measured on the public instances of team orienteering and on generated cities.
 */
import type { Problem } from "../problem.ts";

export interface Boldness {
  /** Temperature at the start, beside a usual visit's score. */
  readonly startTemperature: number;
  /** What is added to the random factor of a visit's urgency: the more, the less chance decides. */
  readonly steadiness: number;
  /** How often a position that would do is passed over (Christiaens & Vanden Berghe 2020). */
  readonly blinks: number;
  /** Stops removed in a step on average, over all days. */
  readonly removals: number;
}

const BOLD: Boldness = { startTemperature: 1.4, steadiness: 0.5, blinks: 0.07, removals: 9 };
const GUIDED: Boldness = { startTemperature: 0.4, steadiness: 3, blinks: 0.02, removals: 5 };

export function boldnessFor({ weights }: Pick<Problem, "weights">): Boldness {
  return weights.travelMinute > 0 ? GUIDED : BOLD;
}
