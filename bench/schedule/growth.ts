/** How the search grows with candidates and with days: what a step costs, and how long until it is nearly there. */
import { createSearch } from "../../trip/schedule/search.ts";
import { generateProblem } from "./generate.ts";
import { soundRun } from "./over-time.ts";
import { fixed, type PartReport, type Progress, shortOf } from "./part.ts";

const BY_CANDIDATES = [50, 100, 200, 500, 1_000, 2_000].map((visits) => ({ visits, days: 7 }));
const BY_DAYS = [1, 2, 4, 7, 14].map((days) => ({ visits: 200, days }));
const REFERENCE_MS = 2_000;
const BUDGETS = [10, 20, 50, 100, 200, 500, 1_000];
const NEARLY_PERCENT = 1;
const STEPS_FOR_MS = 300;

export function measureGrowth(progress: Progress): PartReport {
  const head = ["candidates", "days", "created in ms", "ms for 100 steps", "ms to within 1 % of 2 s"];
  const rows = (sizes: typeof BY_DAYS): string[][] =>
    sizes.map((size) => {
      progress(`growth: ${size.visits} candidates, ${size.days} days`);
      return rowOf(size);
    });
  return {
    tables: [
      { title: "Growth with candidates", head, rows: rows(BY_CANDIDATES) },
      { title: "Growth with days", head, rows: rows(BY_DAYS) },
    ],
    figures: {},
  };
}

function rowOf({ visits, days }: { visits: number; days: number }): string[] {
  const problem = generateProblem({ visits, days, eateries: Math.ceil(visits / 5), seed: 1 });
  const best = soundRun(problem, REFERENCE_MS).score;
  const began = performance.now();
  const search = createSearch(problem, { steps: 100_000 });
  const created = performance.now();
  while (performance.now() - created < STEPS_FOR_MS && !search.isDone) search.step(10);
  const perHundred = (100 * (performance.now() - created)) / Math.max(1, search.steps);
  const enough = BUDGETS.find((ms) => shortOf(best, soundRun(problem, ms).score) <= NEARLY_PERCENT);
  const cells = [
    fixed(created - began),
    fixed(perHundred),
    enough === undefined ? `> ${BUDGETS.at(-1)}` : String(enough),
  ];
  return [visits.toLocaleString("en"), String(days), ...cells];
}
