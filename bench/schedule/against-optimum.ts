/** The search against what HiGHS proves to be the best plan. */
import { optimumOf } from "./exact.ts";
import { soundScore } from "./over-time.ts";
import { fixed, mean, type PartReport, type Progress, shortOf, upTo } from "./part.ts";
import { smallCase } from "./small-cases.ts";

const SEARCH_MS = 200;
const SAME_PERCENT = 1e-4;

export async function measureAgainstOptimum(cases: number, progress: Progress): Promise<PartReport> {
  const gaps: number[] = [];
  const proofs: number[] = [];
  let impossible = 0;
  for (const seed of upTo(cases)) {
    const problem = smallCase(seed);
    const began = performance.now();
    const optimum = await optimumOf(problem);
    proofs.push(performance.now() - began);
    if (optimum === null) impossible++;
    else {
      const gap = shortOf(optimum.score, soundScore(problem, SEARCH_MS));
      if (gap < -SAME_PERCENT)
        throw new Error(`Expected no plan above the optimum, got one ${-gap} % better (case ${seed}).`);
      gaps.push(gap);
    }
    progress(
      `optimum ${seed} of ${cases}: proven in ${fixed(proofs.at(-1) ?? 0, 0)} ms, gap ${fixed(gaps.at(-1) ?? 0)} %`,
    );
  }
  const optimal = gaps.filter((gap) => gap <= SAME_PERCENT).length;
  return {
    tables: [
      {
        title: `${cases} small cases of the full model, search with ${SEARCH_MS} ms against the proven optimum`,
        head: ["with a plan", "optimal", "mean gap %", "worst gap %", "mean ms to prove", "worst ms to prove"],
        rows: [
          [
            String(cases - impossible),
            String(optimal),
            fixed(mean(gaps), 3),
            fixed(Math.max(...gaps), 3),
            fixed(mean(proofs), 0),
            fixed(Math.max(...proofs), 0),
          ],
        ],
      },
    ],
    figures: { optimumMeanGap: mean(gaps), optimumWorstGap: Math.max(...gaps), optimal, cases: gaps.length },
  };
}
