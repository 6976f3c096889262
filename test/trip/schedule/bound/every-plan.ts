/** The best score of all plans of a small problem: every choice, order and length of stay in steps of five minutes. */
import { evaluate } from "../../../../trip/schedule/evaluate.ts";
import type { Stop } from "../../../../trip/schedule/plan.ts";
import type { Problem } from "../../../../trip/schedule/problem.ts";

const STEP_MINUTES = 5;

/** -Infinity when no plan is feasible. */
export function bestOfAll(problem: Problem): number {
  let best = Number.NEGATIVE_INFINITY;
  const chosen: (readonly Stop[])[] = [];
  const fill = (day: number): void => {
    if (day === problem.days.length) {
      const { score, broken } = evaluate(problem, chosen);
      if (broken.length === 0) best = Math.max(best, score);
      return;
    }
    for (const order of ordersOf(problem, day, chosen)) {
      chosen.push(order);
      fill(day + 1);
      chosen.pop();
    }
  };
  fill(0);
  return best;
}

/** Every order of stops that keeps the day's own hours, given what earlier days hold. */
function ordersOf(problem: Problem, day: number, earlier: readonly (readonly Stop[])[]): (readonly Stop[])[] {
  const orders: (readonly Stop[])[] = [];
  const grow = (order: readonly Stop[]): void => {
    const plan = problem.days.map((_, index) => (index === day ? order : []));
    const { broken } = evaluate(problem, plan);
    const own = broken.filter((each) => each.day === day);
    if (own.some(({ limit }) => limit !== "day_end" && limit !== "walk")) return;
    // Not over in time, or walked too far: more stops might, where the shortest way is not the direct one.
    if (own.length === 0) orders.push(order);
    for (const stop of stopsLeft(problem, day, [...earlier, order])) grow([...order, stop]);
  };
  grow([]);
  return orders;
}

function stopsLeft(problem: Problem, day: number, plan: readonly (readonly Stop[])[]): Stop[] {
  const taken = plan.flat();
  const today = plan.at(-1) ?? [];
  const visits = problem.visits.flatMap((each, visit): Stop[] => {
    if (taken.some((stop) => stop.kind === "visit" && stop.visit === visit)) return [];
    const lengths: Stop[] = [];
    for (let minutes = each.leastMinutes; minutes <= each.minutes; minutes += STEP_MINUTES) {
      lengths.push({ kind: "visit", visit, minutes });
    }
    return lengths;
  });
  const meals = [...(problem.days[day]?.meals.keys() ?? [])].flatMap((slot): Stop[] => {
    if (today.some((stop) => stop.kind === "meal" && stop.slot === slot)) return [];
    const free = [...problem.eateries.keys()].filter(
      (eatery) => !taken.some((stop) => stop.kind === "meal" && stop.eatery === eatery),
    );
    return [null, ...free].map((eatery) => ({ kind: "meal", slot, eatery }));
  });
  return [...visits, ...meals];
}
