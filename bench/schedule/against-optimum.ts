/** The search against what HiGHS proves to be the best plan. */
import { evaluate } from "../../trip/schedule/evaluate.ts";
import type { Plan } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";
import { timedSearch } from "../timed-search.ts";
import { type Optimum, optimumOf } from "./exact.ts";
import { fixed, mean, type PartReport, type Progress, upTo } from "./part.ts";
import { smallCase } from "./small-cases.ts";

const SEARCH_MS = 200;
const SAME_PERCENT = 1e-4;
/** A plan that breaks a limit is no plan. */
const NOTHING_REACHED = 100;

/**
 * In per cent of the optimum, without what even that must miss: a meal that no plan has room for would
 * otherwise make the hundred of the per cents anything.
 */
export function gapToOptimum(problem: Problem, optimum: Optimum, plan: Plan): number {
  const { terms } = evaluate(problem, optimum.plan);
  const found = evaluate(problem, plan);
  if (found.broken.length > 0) return NOTHING_REACHED;
  const reached = optimum.score - terms.missedMeals - terms.missedMustSees - terms.shortfalls;
  return (100 * (optimum.score - found.score)) / Math.abs(reached);
}

export async function measureAgainstOptimum(cases: number, progress: Progress): Promise<PartReport> {
  const gaps: number[] = [];
  const proofs: number[] = [];
  for (const seed of upTo(cases)) {
    const problem = smallCase(seed);
    const began = performance.now();
    const optimum = await optimumOf(problem);
    proofs.push(performance.now() - began);
    if (optimum === null) continue;
    const gap = gapToOptimum(problem, optimum, timedSearch(problem, SEARCH_MS).solution.days);
    if (gap < -SAME_PERCENT)
      throw new Error(`Expected no plan above the optimum, got one ${-gap} % better (case ${seed}).`);
    gaps.push(gap);
    progress(`optimum ${seed} of ${cases}: proven in ${fixed(proofs.at(-1) ?? 0, 0)} ms, gap ${fixed(gap)} %`);
  }
  const optimal = gaps.filter((gap) => gap <= SAME_PERCENT).length;
  const head = ["with a plan", "optimal", "mean gap %", "worst gap %", "mean ms to prove", "worst ms to prove"];
  const row = [String(gaps.length), String(optimal), fixed(mean(gaps), 3), fixed(Math.max(...gaps), 3)];
  const title = `${cases} small cases of the full model, search with ${SEARCH_MS} ms against the proven optimum`;
  return {
    tables: [{ title, head, rows: [[...row, fixed(mean(proofs), 0), fixed(Math.max(...proofs), 0)]] }],
    figures: { optimumMeanGap: mean(gaps), optimumWorstGap: Math.max(...gaps), optimal, cases: gaps.length },
  };
}
