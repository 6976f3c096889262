/** The proven optimum of a small scheduling problem, by HiGHS (Huangfu & Hall 2018) on its exact model. */
import loadHighs from "highs";
import { evaluate } from "../../trip/schedule/evaluate.ts";
import type { Plan } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";
import { exactModel } from "./exact/model.ts";

export interface Optimum {
  readonly plan: Plan;
  readonly score: number;
}

const SAME_SCORE = 1e-4;
/** The package's types describe its CommonJS face; as an ES module its default export is the loader itself. */
const load = loadHighs as unknown as typeof loadHighs.default;
let loaded: ReturnType<typeof load> | undefined;

/** `null` when no plan is feasible. Throws when model and evaluator disagree, or the proof took too long. */
export async function optimumOf(problem: Problem, secondsAtMost = 300): Promise<Optimum | null> {
  loaded ??= load();
  const highs = await loaded;
  const { text, constant, decode } = exactModel(problem);
  const result = highs.solve(text, {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    time_limit: secondsAtMost,
  });
  if (result.Status === "Infeasible") return null;
  if (result.Status !== "Optimal") throw new Error(`Expected a proven optimum, got "${result.Status}".`);
  const plan = decode((variable) => result.Columns[variable]?.Primal ?? 0);
  const { score, broken } = evaluate(problem, plan);
  const claimed = result.ObjectiveValue + constant;
  if (broken.length > 0 || Math.abs(score - claimed) > SAME_SCORE) {
    throw new Error(
      `Expected the plan of the exact model to be worth ${claimed}, got ${score} ${JSON.stringify(broken)}.`,
    );
  }
  return { plan, score };
}
