/**
 * Replanning that leaves alone what it can. Terms of the score (`before`, `weights.dropped` …) make unrest
 * cost something; this narrows the problem besides, so that calm is certain and quick to find:
 *
 * - Days that still hold as they are, and that no change names, take nothing new and give nothing away to
 *   each other. What has lost its place may move there, and their stops may help to fill a day that must
 *   be filled anew.
 * - On a day that still holds without its lost stops, nothing begins earlier than it did: a gap stays a
 *   gap, or is filled, and the afternoon does not slide into it.
 */

import type { OpenWindow } from "../../opening-hours.ts";
import { type Evaluation, evaluate } from "../evaluate.ts";
import type { Plan, Stop } from "../plan.ts";
import type { Before, Problem } from "../problem.ts";
import { salvage } from "./salvage.ts";

/** The plan that is replaced, in the problem's terms. */
export interface OldPlan {
  readonly plan: Plan;
  /** When each meal began, by `day:slot`. */
  readonly mealStarts: ReadonlyMap<string, number>;
}

export interface Calmed {
  readonly problem: Problem;
  /** Feasible, and the nearest to the old plan that is found without a search. */
  readonly start: Plan;
  /** Days that may be filled anew. */
  readonly touched: ReadonlySet<number>;
}

export function calmed(problem: Problem, old: OldPlan, touchedAnyway: ReadonlySet<number>): Calmed {
  const possible = old.plan.map((stops, day) => stops.filter((stop) => isPossible(problem, day, stop)));
  const lostStops = old.plan.flatMap((stops, day) => (stops.length > (possible[day]?.length ?? 0) ? [day] : []));
  const late = notEarlier(problem, old, new Set(problem.days.keys()));
  const broken = brokenDays(late, evaluate(late, possible));
  const steady = new Set([...problem.days.keys()].filter((day) => !broken.has(day)));
  const touched = new Set([...touchedAnyway, ...lostStops, ...broken]);
  const calm = narrowed(notEarlier(problem, old, steady), touched, hungryDays(problem, possible));
  return { problem: calm, start: salvage(calm, possible), touched };
}

/** Days that lack a meal: they may look for a table. */
function hungryDays({ days }: Problem, plan: Plan): Set<number> {
  const meals = plan.map((stops) => stops.filter(({ kind }) => kind === "meal").length);
  return new Set([...days.keys()].filter((day) => (meals[day] ?? 0) < (days[day]?.meals.length ?? 0)));
}

/** Could it stand on that day at all, whatever else does? */
function isPossible(problem: Problem, day: number, stop: Stop): boolean {
  const { area } = problem.days[day] ?? { area: -1 };
  if (stop.kind === "visit") {
    const visit = problem.visits[stop.visit];
    return visit?.area === area && (visit.windows[day]?.length ?? 0) > 0;
  }
  if (stop.eatery === null) return true;
  const eatery = problem.eateries[stop.eatery];
  return eatery?.area === area && (eatery.windows[day]?.length ?? 0) > 0;
}

/** A limit of the whole plan that breaks is everybody's. */
function brokenDays({ days }: Problem, { broken }: Evaluation): Set<number> {
  const found = broken.filter(({ limit }) => limit !== "fixed_missing");
  return found.some(({ day }) => day === null)
    ? new Set(days.keys())
    : new Set(found.flatMap(({ day }) => (day === null ? [] : [day])));
}

function notEarlier(problem: Problem, { mealStarts }: OldPlan, steady: ReadonlySet<number>): Problem {
  return {
    ...problem,
    days: problem.days.map((day, index) => ({
      ...day,
      meals: day.meals.map((meal, slot) => {
        const start = mealStarts.get(`${index}:${slot}`) ?? 0;
        if (!steady.has(index) || start > meal.latestMinute) return meal;
        return { ...meal, earliestMinute: Math.max(meal.earliestMinute, start) };
      }),
    })),
    visits: problem.visits.map((visit) => ({
      ...visit,
      windows: visit.windows.map((windows, day) => from(windows, day, steady, visit)),
    })),
    eateries: problem.eateries.map((eatery) => ({
      ...eatery,
      windows: eatery.windows.map((windows, day) => from(windows, day, steady, { ...eatery, leastMinutes: 0 })),
    })),
  };
}

interface Opened {
  readonly before: Before | null;
  readonly leastMinutes: number;
}

/** Only where the old time was a possible one: a visit before opening time may well move. */
function from(
  windows: readonly OpenWindow[],
  day: number,
  steady: ReadonlySet<number>,
  { before, leastMinutes }: Opened,
): readonly OpenWindow[] {
  if (before?.day !== day || !steady.has(day)) return windows;
  const { startMinute } = before;
  const held = windows.findIndex(
    ({ openMinute, lastEntryMinute, closeMinute }) =>
      openMinute <= startMinute && startMinute <= lastEntryMinute && startMinute + leastMinutes <= closeMinute,
  );
  if (held < 0) return windows;
  return windows.slice(held).map((window, index) => (index === 0 ? { ...window, openMinute: startMinute } : window));
}

function narrowed(problem: Problem, touched: ReadonlySet<number>, hungry: ReadonlySet<number>): Problem {
  const isFree = (before: Before | null, day: number): boolean =>
    touched.has(day) || before?.day === day || (before !== null && touched.has(before.day));
  return {
    ...problem,
    visits: problem.visits.map((visit) => {
      // What must be seen and is in no plan yet may come in anywhere.
      if (visit.isMustSee && visit.before === null) return visit;
      return { ...visit, windows: visit.windows.map((day, index) => (isFree(visit.before, index) ? day : [])) };
    }),
    eateries: problem.eateries.map((eatery) => ({
      ...eatery,
      windows: eatery.windows.map((day, index) => (isFree(eatery.before, index) || hungry.has(index) ? day : [])),
    })),
  };
}
