/**
 * What a search with so much time finds, against the same search with ten seconds: each budget is a run
 * of its own, as a caller with that budget would have it. And how soon there is a plan at all.
 */
import { evaluate } from "../../trip/schedule/evaluate.ts";
import type { Problem } from "../../trip/schedule/problem.ts";
import { createSearch } from "../../trip/schedule/search.ts";
import { percentile } from "../db/statistics.ts";
import { timedSearch } from "../timed-search.ts";
import { generateProblem, type Size } from "./generate.ts";
import { fixed, mean, type PartReport, type Progress, shortOf, upTo } from "./part.ts";

export const USUAL: Omit<Size, "seed"> = { visits: 200, days: 7, eateries: 40 };
const LARGE: Omit<Size, "seed"> = { visits: 2_000, days: 14, eateries: 400 };
const LONGEST_MS = 10_000;
const USUAL_BUDGETS = [10, 50, 100, 200, 500, 1_000];
const LARGE_BUDGETS = [200, 1_000];
const FIRST_PLANS = 5;

export function measureUsual(seeds: number, progress: Progress): PartReport {
  const cities = upTo(seeds).map((seed) => generateProblem({ ...USUAL, seed }));
  const { report, shortAt } = measure("200 candidates, 7 days", cities, USUAL_BUDGETS, progress);
  const first = firstPlans(cities);
  return {
    tables: [report, firstTable("200 candidates, 7 days: until the first feasible plan", first)],
    figures: {
      meanGapAt200Ms: mean(shortAt(200)),
      worstGapAt200Ms: Math.max(...shortAt(200)),
      firstPlanMs: percentile(first, 0.5),
      firstPlanWorstMs: Math.max(...first),
    },
  };
}

export function measureLarge(progress: Progress): PartReport {
  const cities = upTo(2).map((seed) => generateProblem({ ...LARGE, seed }));
  const { report, shortAt } = measure("2,000 candidates, 14 days", cities, LARGE_BUDGETS, progress);
  const first = firstPlans(cities);
  return {
    tables: [report, firstTable("2,000 candidates, 14 days: until the first feasible plan", first)],
    figures: { largeMeanGapAt1s: mean(shortAt(1_000)), largeFirstPlanMs: percentile(first, 0.5) },
  };
}

interface Measured {
  report: PartReport["tables"][number];
  shortAt: (budget: number) => number[];
}

function measure(title: string, cities: readonly Problem[], budgets: readonly number[], progress: Progress): Measured {
  const runs = cities.map((city, index) => {
    progress(`${title}: city ${index + 1} of ${cities.length}`);
    return new Map([...budgets, LONGEST_MS].map((ms) => [ms, soundRun(city, ms)]));
  });
  const scoreAt = (budget: number): number[] => runs.map((byBudget) => byBudget.get(budget)?.score ?? Number.NaN);
  const best = scoreAt(LONGEST_MS);
  const shortAt = (budget: number): number[] =>
    scoreAt(budget).map((score, index) => shortOf(best[index] ?? Number.NaN, score));
  const rows = [...budgets, LONGEST_MS].map((budget) => {
    const short = shortAt(budget);
    const steps = mean(runs.map((byBudget) => byBudget.get(budget)?.steps ?? Number.NaN));
    const cells = [fixed(steps, 0), fixed(mean(scoreAt(budget)), 1), fixed(mean(short)), fixed(Math.max(...short))];
    return [String(budget), ...cells];
  });
  const head = ["ms", "mean steps", "mean score", "mean below 10 s, %", "worst below 10 s, %"];
  return { report: { title: `${title}, ${cities.length} cities: score by time`, head, rows }, shortAt };
}

/** A score of an unsound plan would be worth nothing. */
export function soundRun(problem: Problem, ms: number): { score: number; steps: number } {
  const { solution, steps } = timedSearch(problem, ms);
  const { score, broken } = evaluate(problem, solution.days);
  if (broken.length > 0) throw new Error(`Expected a sound plan, got one that breaks ${JSON.stringify(broken)}.`);
  return { score, steps };
}

/** From the problem to a plan in hand; the first of all runs is slower and is left out. */
function firstPlans(cities: readonly Problem[]): number[] {
  return cities.flatMap((city) =>
    upTo(FIRST_PLANS + 1)
      .map(() => {
        const began = performance.now();
        const { days } = createSearch(city, { steps: 1_000 }).solution();
        const took = performance.now() - began;
        return evaluate(city, days).broken.length === 0 ? took : Number.POSITIVE_INFINITY;
      })
      .slice(1),
  );
}

function firstTable(title: string, samples: readonly number[]): PartReport["tables"][number] {
  const cells = [percentile(samples, 0.5), percentile(samples, 0.95), Math.max(...samples)];
  return { title, head: ["median ms", "p95 ms", "worst ms"], rows: [cells.map((ms) => fixed(ms))] };
}
