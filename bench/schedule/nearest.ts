/**
 * Nearest neighbour by day, the way a person with a map plans: from where one is to the nearest sight
 * that takes one in soon, a table nearby when it is time to eat, until the day is full; then the next day.
 * Demands are placed first and worked around.
 */
import { evaluate, pointOf } from "../../trip/schedule/evaluate.ts";
import type { Plan, Stop, TimedStop } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";
import { inserted, isSound, withDemands } from "./insertion.ts";

/** Longer than this, nobody waits before a closed door. */
const WAIT_AT_MOST_MINUTES = 30;

export function nearestPlan(problem: Problem): Plan {
  let plan = withDemands(problem);
  for (const day of problem.days.keys()) {
    for (let position = 0; ; position++) {
      const next = nextStop(problem, plan, day, position);
      if (next !== null) plan = inserted(plan, day, position, next);
      // What was demanded later in the day stands here already; go on behind it.
      else if (position >= (plan[day]?.length ?? 0)) break;
    }
  }
  return plan;
}

function nextStop(problem: Problem, plan: Plan, day: number, position: number): Stop | null {
  const sight = nearestOf(problem, { plan, day, position }, sightsLeft(problem, plan));
  const meal = nextMeal(problem, { plan, day, position });
  if (meal === null || sight === null) return meal ?? sight;
  const latest = problem.days[day]?.meals[meal.slot]?.latestMinute ?? 0;
  const before = timesAt(problem, inserted(plan, day, position, meal), day, position);
  const sightEnds = timesAt(problem, inserted(plan, day, position, sight), day, position)?.endMinute ?? 0;
  const isHungry = before !== undefined && before.startMinute - before.arriveMinute <= WAIT_AT_MOST_MINUTES;
  return isHungry || sightEnds > latest ? meal : sight;
}

interface Place {
  plan: Plan;
  day: number;
  position: number;
}

function sightsLeft({ visits }: Problem, plan: Plan): Stop[] {
  const taken = new Set(plan.flat().map((stop) => (stop.kind === "visit" ? stop.visit : -1)));
  return [...visits.entries()].flatMap(([visit, { minutes }]) =>
    taken.has(visit) ? [] : [{ kind: "visit" as const, visit, minutes }],
  );
}

/** The next meal not yet eaten, at the nearest table that suits, else wherever one is. */
function nextMeal(problem: Problem, place: Place): Extract<Stop, { kind: "meal" }> | null {
  const { plan, day } = place;
  const eaten = new Set(plan[day]?.map((stop) => (stop.kind === "meal" ? stop.slot : -1)));
  const slot = problem.days[day]?.meals.findIndex((_, index) => !eaten.has(index)) ?? -1;
  if (slot < 0) return null;
  const taken = new Set(plan.flat().map((stop) => (stop.kind === "meal" ? stop.eatery : null)));
  const tables = [...problem.eateries.keys()].filter((eatery) => !taken.has(eatery));
  const stop = (eatery: number | null): Stop => ({ kind: "meal", slot, eatery });
  const found = nearestOf(problem, place, tables.map(stop)) ?? nearestOf(problem, place, [stop(null)]);
  return found?.kind === "meal" ? found : null;
}

function nearestOf(problem: Problem, { plan, day, position }: Place, stops: readonly Stop[]): Stop | null {
  const { travel, days } = problem;
  const here = whereabouts(problem, plan[day]?.slice(0, position) ?? []) ?? days[day]?.startPoint ?? 0;
  const away = (stop: Stop): number => travel.minutes[here * travel.points + (pointOf(problem, stop) ?? here)] ?? 0;
  const nearestFirst = stops.toSorted((a, b) => away(a) - away(b));
  return nearestFirst.find((stop) => fitsSoon(problem, inserted(plan, day, position, stop), day, position)) ?? null;
}

function whereabouts(problem: Problem, stops: readonly Stop[]): number | null {
  return stops.reduce<number | null>((at, stop) => pointOf(problem, stop) ?? at, null);
}

function fitsSoon(problem: Problem, plan: Plan, day: number, position: number): boolean {
  if (!isSound(problem, plan)) return false;
  const times = timesAt(problem, plan, day, position);
  const isMeal = times?.kind === "meal";
  return times !== undefined && (isMeal || times.startMinute - times.arriveMinute <= WAIT_AT_MOST_MINUTES);
}

function timesAt(problem: Problem, plan: Plan, day: number, position: number): TimedStop | undefined {
  return evaluate(problem, plan).days[day]?.[position];
}
