/** All plans of a tiny problem, one by one: the oracle of what the exact model and the search claim. */
import { evaluate } from "../../../trip/schedule/evaluate.ts";
import type { Plan, Stop } from "../../../trip/schedule/plan.ts";
import type { Problem } from "../../../trip/schedule/problem.ts";

/** Every order of every subset of the visits, every split over the days, every stay, every meal everywhere. */
export function* everyPlan(problem: Problem): Generator<Plan> {
  const empty: Plan = problem.days.map(() => []);
  for (const plan of withVisits(problem, empty, 0)) yield* withMeals(problem, plan, 0, 0);
}

export function bestOfEveryPlan(problem: Problem): { plan: Plan; score: number } | null {
  let best: { plan: Plan; score: number } | null = null;
  for (const plan of everyPlan(problem)) {
    const { score, broken } = evaluate(problem, plan);
    if (broken.length === 0 && (best === null || score > best.score)) best = { plan, score };
  }
  return best;
}

function* withVisits(problem: Problem, plan: Plan, visit: number): Generator<Plan> {
  const candidate = problem.visits[visit];
  if (!candidate) {
    yield plan;
    return;
  }
  if (!candidate.isFixed) yield* withVisits(problem, plan, visit + 1);
  for (let minutes = candidate.leastMinutes; minutes <= candidate.minutes; minutes++) {
    for (const next of insertedAnywhere(plan, { kind: "visit", visit, minutes })) {
      yield* withVisits(problem, next, visit + 1);
    }
  }
}

function* withMeals(problem: Problem, plan: Plan, day: number, slot: number): Generator<Plan> {
  const meals = problem.days[day]?.meals;
  if (!meals) {
    yield plan;
    return;
  }
  if (slot >= meals.length) {
    yield* withMeals(problem, plan, day + 1, 0);
    return;
  }
  yield* withMeals(problem, plan, day, slot + 1);
  for (const eatery of [null, ...problem.eateries.keys()]) {
    for (const next of insertedInto(plan, day, { kind: "meal", slot, eatery })) {
      yield* withMeals(problem, next, day, slot + 1);
    }
  }
}

function* insertedAnywhere(plan: Plan, stop: Stop): Generator<Plan> {
  for (const day of plan.keys()) yield* insertedInto(plan, day, stop);
}

function* insertedInto(plan: Plan, day: number, stop: Stop): Generator<Plan> {
  const order = plan[day] ?? [];
  for (let position = 0; position <= order.length; position++) yield plan.with(day, order.toSpliced(position, 0, stop));
}
