/** Cases of the full model small enough for a proof: 6 to 8 places to see, two days, the rest as in any other. */
import type { Problem } from "../../trip/schedule/problem.ts";
import { generateProblem } from "./generate.ts";

/** Crowds in every third only: with them the proof takes several times as long. */
export function smallCase(seed: number): Problem {
  return generateProblem({ visits: 6 + (seed % 3), days: 2, eateries: 3, seed, hasCrowds: seed % 3 === 1 });
}
