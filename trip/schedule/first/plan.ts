/**
 * A plan while it is being searched: an order of stops for every day, with what each day is worth.
 * Changing one day re-walks that day only.
 */
import type { PlanProblem } from "./problem.ts";
import { type Stop, type Timeline, walkThrough } from "./timeline.ts";
import type { TravelTable } from "./travel-table.ts";

/** What a minute of the traveller's time costs, in score, when it is spent under way or waiting. */
const TRAVEL_MINUTE_COST = 0.3;
const WAIT_MINUTE_COST = 0.06;
/** Riding hides distance behind the wait at the stop: without this a day may cross the city twice. */
const TRAVEL_KILOMETER_COST = 1.5;
/** The second museum of a day is worth this much of what it would be worth alone, the third its square. */
const SAME_GROUP_VALUE = 0.7;
/** A day with nothing in it is a day lost: something small, even out of the way, is better. */
const DAY_OUT_VALUE = 40;

export interface DayPlan {
  readonly order: readonly Stop[];
  readonly timeline: Timeline;
  readonly value: number;
  readonly spentMinor: number;
}

export interface Plan {
  readonly days: readonly DayPlan[];
  readonly value: number;
  readonly spentMinor: number;
  readonly visited: ReadonlySet<number>;
  readonly eaten: ReadonlySet<number>;
}

/** The search's working place: the problem, and the table it walks by. */
export interface Ground {
  problem: PlanProblem;
  travel: TravelTable;
}

function visitsValue(problem: PlanProblem, order: readonly Stop[]): number {
  const seen = new Map<string, number>();
  let value = 0;
  for (const stop of order) {
    if (stop.kind === "meal") {
      value += stop.eatery === null ? 0 : (problem.eateries[stop.eatery]?.score ?? 0);
      continue;
    }
    const visit = problem.visits[stop.visit];
    if (!visit) continue;
    const before = seen.get(visit.group) ?? 0;
    seen.set(visit.group, before + 1);
    value += visit.isMustSee ? visit.score : visit.score * SAME_GROUP_VALUE ** before;
  }
  return seen.size > 0 ? value + DAY_OUT_VALUE : value;
}

function spentOn(problem: PlanProblem, day: number, order: readonly Stop[]): number {
  const withoutPlace = problem.days[day]?.mealWithoutPlaceMinor;
  return order.reduce((sum, stop) => {
    if (stop.kind === "visit") return sum + (problem.visits[stop.visit]?.costMinor ?? 0);
    return (
      sum + (stop.eatery === null ? (withoutPlace?.[stop.slot] ?? 0) : (problem.eateries[stop.eatery]?.costMinor ?? 0))
    );
  }, 0);
}

/** `null` when the day cannot be done in this order. */
export function dayPlan({ problem, travel }: Ground, day: number, order: readonly Stop[]): DayPlan | null {
  const timeline = walkThrough(problem, travel, day, order);
  if (timeline === null) return null;
  const value =
    visitsValue(problem, order) -
    timeline.travelMinutes * TRAVEL_MINUTE_COST -
    (timeline.travelMeters / 1_000) * TRAVEL_KILOMETER_COST -
    timeline.waitMinutes * WAIT_MINUTE_COST;
  return { order, timeline, value, spentMinor: spentOn(problem, day, order) };
}

export function planOf(days: readonly DayPlan[]): Plan {
  const stops = days.flatMap(({ order }) => order);
  return {
    days,
    value: days.reduce((sum, { value }) => sum + value, 0),
    spentMinor: days.reduce((sum, { spentMinor }) => sum + spentMinor, 0),
    visited: new Set(stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visit] : []))),
    eaten: new Set(stops.flatMap((stop) => (stop.kind === "meal" && stop.eatery !== null ? [stop.eatery] : []))),
  };
}

export function withDay(plan: Plan, day: number, replacement: DayPlan): Plan {
  return planOf(plan.days.with(day, replacement));
}

/** What costs nothing more is always affordable, even when the meals alone have emptied the purse. */
export function canAfford({ problem }: Ground, plan: Plan, extraMinor: number): boolean {
  return extraMinor <= 0 || problem.purseMinor === null || plan.spentMinor + extraMinor <= problem.purseMinor;
}

/** Meals only, none with a place: what every search starts from. A meal that cannot be had is dropped. */
export function emptyPlan(ground: Ground): Plan {
  const days = ground.problem.days.map((day, index) => {
    let order: readonly Stop[] = [];
    for (const slot of day.meals.keys()) {
      const longer: readonly Stop[] = [...order, { kind: "meal", slot, eatery: null }];
      if (dayPlan(ground, index, longer)) order = longer;
    }
    return (
      dayPlan(ground, index, order) ?? {
        order: [],
        timeline: { stops: [], travelMinutes: 0, travelMeters: 0, waitMinutes: 0, visitCount: 0, visitMinutes: 0 },
        value: 0,
        spentMinor: 0,
      }
    );
  });
  return planOf(days);
}
