/** The search beside what one would write first: nearest neighbour by day, and a plain greedy. */
import { evaluate } from "../../trip/schedule/evaluate.ts";
import type { Plan } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";
import { timedSearch } from "../timed-search.ts";
import { generateProblem } from "./generate.ts";
import { greedyPlan } from "./greedy.ts";
import { nearestPlan } from "./nearest.ts";
import { USUAL } from "./over-time.ts";
import { fixed, mean, type PartReport, type Progress, upTo } from "./part.ts";

const METHODS: readonly { name: string; figure: string; plan: (problem: Problem) => Plan }[] = [
  { name: "nearest neighbour by day", figure: "nearestPercent", plan: nearestPlan },
  { name: "plain greedy", figure: "greedyPercent", plan: greedyPlan },
  { name: "search, 200 ms", figure: "search200MsPercent", plan: (problem) => timedSearch(problem, 200).solution.days },
  { name: "search, 1 s", figure: "search1sPercent", plan: (problem) => timedSearch(problem, 1_000).solution.days },
];

export function measurePlainMethods(seeds: number, progress: Progress): PartReport {
  const cities = upTo(seeds).map((seed) => generateProblem({ ...USUAL, seed }));
  const measured = METHODS.map((method) => {
    progress(`plain methods: ${method.name}`);
    return { ...method, runs: cities.map((city) => judged(city, method.plan)) };
  });
  const best = cities.map((_, index) => Math.max(...measured.map(({ runs }) => runs[index]?.score ?? 0)));
  const shares = measured.map(({ runs }) => mean(runs.map(({ score }, index) => (100 * score) / (best[index] ?? 1))));
  return {
    tables: [
      {
        title: `Methods on ${seeds} cities of 200 candidates and 7 days`,
        head: ["method", "mean score", "% of the best of them", "mean ms"],
        rows: measured.map(({ name, runs }, index) => [
          name,
          fixed(mean(runs.map(({ score }) => score)), 1),
          fixed(shares[index] ?? 0, 1),
          fixed(mean(runs.map(({ ms }) => ms)), 1),
        ]),
      },
    ],
    figures: Object.fromEntries(measured.map(({ figure }, index) => [figure, shares[index] ?? null])),
  };
}

function judged(problem: Problem, method: (problem: Problem) => Plan): { score: number; ms: number } {
  const began = performance.now();
  const plan = method(problem);
  const ms = performance.now() - began;
  const { score, broken } = evaluate(problem, plan);
  if (broken.length > 0) throw new Error(`Expected a sound plan, got one that breaks ${JSON.stringify(broken)}.`);
  return { score, ms };
}
