/** The plain greedy to compare with: what is demanded, then meals, then the best sights first, each at its best place. */
import { evaluate } from "../../trip/schedule/evaluate.ts";
import type { Plan, Stop } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";
import { bestInsertion, staysOf, withDemands } from "./insertion.ts";

export function greedyPlan(problem: Problem): Plan {
  const days = [...problem.days.keys()];
  let plan = withDemands(problem);
  const tryStops = (stops: readonly Stop[], onDays: readonly number[]): void => {
    const next = bestInsertion(problem, plan, stops, onDays);
    if (next !== null && evaluate(problem, next).score > evaluate(problem, plan).score) plan = next;
  };
  for (const [day, { meals }] of problem.days.entries()) {
    for (const slot of meals.keys()) {
      const tables = [null, ...problem.eateries.keys()];
      tryStops(
        tables.map((eatery) => ({ kind: "meal", slot, eatery })),
        [day],
      );
    }
  }
  const bestFirst = [...problem.visits.entries()].toSorted(([, a], [, b]) => b.score - a.score);
  for (const [visit] of bestFirst) {
    const isIn = plan.some((stops) => stops.some((stop) => stop.kind === "visit" && stop.visit === visit));
    if (!isIn) tryStops(staysOf(problem, visit), days);
  }
  return plan;
}
