/**
 * What a plan means: when each stop begins, which limits it breaks, and what it is worth by term. Plain
 * and slow on purpose: the search does the same arithmetic incrementally and is tested against this,
 * and so are the bound and the exact models of the benchmarks.
 *
 * Every stop begins as early as its windows allow: for a given order no later start is worth more,
 * crowds aside.
 */
import type { OpenWindow } from "../opening-hours.ts";
import type { Plan, Stop, TimedStop } from "./plan.ts";
import type { Before, Day, Problem, Visit } from "./problem.ts";

export type BrokenLimit =
  | "not_open"
  | "meal_hours"
  | "day_end"
  | "visits"
  | "visit_minutes"
  | "walk"
  | "budget"
  | "category_most"
  | "repeated"
  | "wrong_area"
  | "visit_length"
  | "fixed_missing";
export interface Broken {
  readonly limit: BrokenLimit;
  /** Index of the day; `null` for the plan as a whole. */
  readonly day: number | null;
  /** Position within the day, where one stop is to blame. */
  readonly stop: number | null;
}

/** Gains are positive, costs negative; the score is their sum. */
export interface Terms {
  interest: number;
  food: number;
  variety: number;
  crowds: number;
  travel: number;
  span: number;
  daysOut: number;
  missedMeals: number;
  missedMustSees: number;
  shortfalls: number;
  stability: number;
}

export interface Evaluation {
  readonly days: readonly (readonly TimedStop[])[];
  readonly terms: Terms;
  readonly score: number;
  readonly spent: number;
  /** Empty when the plan is feasible. */
  readonly broken: readonly Broken[];
}

export const MOST_MOVED_MINUTES = 240;

/** What a visit of so many minutes is worth, crowds aside. */
export function visitWorth({ score, minutes, leastMinutes, shortWorth }: Visit, planned: number): number {
  if (planned >= minutes || minutes === leastMinutes) return score;
  return score * (1 - ((1 - shortWorth) * (minutes - planned)) / (minutes - leastMinutes));
}

/** `null` when no window takes a stop of so many minutes from then on. */
export function earliestStart(
  windows: readonly OpenWindow[],
  from: number,
  minutes: number,
  grid: number,
): number | null {
  for (const { openMinute, closeMinute, lastEntryMinute } of windows) {
    const start = Math.ceil(Math.max(openMinute, from) / grid) * grid;
    if (start <= lastEntryMinute && start + minutes <= closeMinute) return start;
  }
  return null;
}

export const NO_TERMS: Terms = {
  interest: 0,
  food: 0,
  variety: 0,
  crowds: 0,
  travel: 0,
  span: 0,
  daysOut: 0,
  missedMeals: 0,
  missedMustSees: 0,
  shortfalls: 0,
  stability: 0,
};

export const sumOf = (terms: Terms): number =>
  Object.values(terms).reduce((sum: number, term: number) => sum + term, 0);

export function evaluate(problem: Problem, plan: Plan): Evaluation {
  const terms = { ...NO_TERMS };
  const broken: Broken[] = [];
  const days = problem.days.map((_, day) => walkDay(problem, day, plan[day] ?? [], terms, broken));
  const spent = days.reduce((sum, stops, day) => sum + costOf(problem, day, stops), 0);
  if (problem.budget !== null && spent > problem.budget) broken.push({ limit: "budget", day: null, stop: null });
  judgeWhole(problem, days, terms, broken);
  return { days, terms, score: sumOf(terms), spent, broken };
}

/** Where a stop is; `null` where the traveller happens to be. */
export function pointOf({ visits, eateries }: Problem, stop: Stop): number | null {
  if (stop.kind === "visit") return visits[stop.visit]?.point ?? null;
  return stop.eatery === null ? null : (eateries[stop.eatery]?.point ?? null);
}

function walkDay(problem: Problem, index: number, order: readonly Stop[], terms: Terms, broken: Broken[]): TimedStop[] {
  const day = problem.days[index];
  if (!day) return [];
  const { travel, weights } = problem;
  const stops: TimedStop[] = [];
  let at = day.startPoint;
  let minute = day.startMinute;
  let walked = 0;
  const go = (to: number): number => {
    const leg = at * travel.points + to;
    const minutes = travel.minutes[leg] ?? 0;
    walked += travel.walkMeters[leg] ?? 0;
    terms.travel -= minutes * weights.travelMinute + ((travel.meters[leg] ?? 0) / 1000) * weights.travelKilometer;
    at = to;
    return minutes;
  };
  for (const [position, stop] of order.entries()) {
    const arriveMinute = minute + go(pointOf(problem, stop) ?? at);
    const { startMinute, minutes, limit } = beginning(problem, index, stop, arriveMinute);
    if (limit !== null) broken.push({ limit, day: index, stop: position });
    const endMinute = startMinute + minutes;
    stops.push({ ...stop, arriveMinute, startMinute, endMinute });
    const isSight = stop.kind === "visit" && problem.visits[stop.visit]?.isErrand === false;
    minute = endMinute + (isSight ? day.bufferMinutes : 0);
  }
  const back = minute + go(day.endPoint);
  terms.span -= order.length === 0 ? 0 : (back - day.startMinute) * weights.spanMinute;
  if (back > day.endMinute) broken.push({ limit: "day_end", day: index, stop: null });
  judgeDay(problem, { index, day, stops, walked }, terms, broken);
  return stops;
}

/** Whole, the least, or cut down by steps of the grid. */
function isLengthOf(visit: Visit, minutes: number, grid: number): boolean {
  if (minutes === visit.minutes || minutes === visit.leastMinutes) return true;
  return minutes >= visit.leastMinutes && minutes < visit.minutes && minutes % grid === 0;
}

interface Beginning {
  startMinute: number;
  minutes: number;
  limit: BrokenLimit | null;
}

function beginning(problem: Problem, day: number, stop: Stop, arriveMinute: number): Beginning {
  const { gridMinutes } = problem;
  const late = Math.ceil(arriveMinute / gridMinutes) * gridMinutes;
  if (stop.kind === "visit") {
    const visit = problem.visits[stop.visit];
    const { minutes } = stop;
    if (!visit || visit.area !== problem.days[day]?.area) return { startMinute: late, minutes, limit: "wrong_area" };
    if (!isLengthOf(visit, minutes, gridMinutes)) return { startMinute: late, minutes, limit: "visit_length" };
    const startMinute = earliestStart(visit.windows[day] ?? [], arriveMinute, minutes, gridMinutes);
    return { startMinute: startMinute ?? late, minutes, limit: startMinute === null ? "not_open" : null };
  }
  const slot = problem.days[day]?.meals[stop.slot];
  const minutes = slot?.minutes ?? 0;
  if (!slot) return { startMinute: late, minutes, limit: "meal_hours" };
  const hungry = Math.max(arriveMinute, slot.earliestMinute);
  const eatery = stop.eatery === null ? null : problem.eateries[stop.eatery];
  if (eatery && eatery.area !== problem.days[day]?.area) return { startMinute: late, minutes, limit: "wrong_area" };
  const startMinute = eatery
    ? earliestStart(eatery.windows[day] ?? [], hungry, minutes, gridMinutes)
    : Math.ceil(hungry / gridMinutes) * gridMinutes;
  if (startMinute === null) return { startMinute: late, minutes, limit: "not_open" };
  return { startMinute, minutes, limit: startMinute > slot.latestMinute ? "meal_hours" : null };
}

interface WalkedDay {
  index: number;
  day: Day;
  stops: readonly TimedStop[];
  walked: number;
}

function judgeDay(problem: Problem, { index, day, stops, walked }: WalkedDay, terms: Terms, broken: Broken[]): void {
  const { visits, eateries, weights, limits } = problem;
  const sights = stops.flatMap((stop) => {
    const visit = stop.kind === "visit" ? visits[stop.visit] : undefined;
    if (!visit) return [];
    terms.interest += visitWorth(visit, stop.endMinute - stop.startMinute);
    terms.crowds -= visit.crowd?.[Math.floor(stop.startMinute / 60) % 24] ?? 0;
    return visit.isErrand ? [] : [{ visit, minutes: stop.endMinute - stop.startMinute }];
  });
  const groups = new Map<number, number>();
  for (const { visit } of sights) {
    const before = groups.get(visit.group) ?? 0;
    terms.variety -= before * weights.repeat;
    groups.set(visit.group, before + 1);
  }
  if (sights.length > 0) terms.daysOut += weights.dayOut;
  const eaten = new Set<number>();
  for (const stop of stops) {
    if (stop.kind !== "meal") continue;
    if (eaten.has(stop.slot)) broken.push({ limit: "repeated", day: index, stop: null });
    eaten.add(stop.slot);
    terms.food += stop.eatery === null ? 0 : (eateries[stop.eatery]?.score ?? 0);
  }
  terms.missedMeals -= (day.meals.length - eaten.size) * weights.missedMeal;
  const breaks = (limit: BrokenLimit, isBroken: boolean): void => {
    if (isBroken) broken.push({ limit, day: index, stop: null });
  };
  breaks("visits", sights.length > day.maxVisits);
  breaks("visit_minutes", sights.reduce((sum, { minutes }) => sum + minutes, 0) > day.maxVisitMinutes);
  breaks("walk", walked > day.maxWalkMeters);
  for (const { category, mostPerDay } of limits) {
    const count = sights.filter(({ visit }) => visit.categories.includes(category)).length;
    breaks("category_most", mostPerDay !== null && count > mostPerDay);
  }
}

export function costOf({ days, visits, eateries }: Problem, day: number, stops: readonly Stop[]): number {
  return stops.reduce((sum, stop) => {
    if (stop.kind === "visit") return sum + (visits[stop.visit]?.cost ?? 0);
    if (stop.eatery !== null) return sum + (eateries[stop.eatery]?.cost ?? 0);
    return sum + (days[day]?.meals[stop.slot]?.costWithoutPlace ?? 0);
  }, 0);
}

function judgeWhole(problem: Problem, days: readonly (readonly TimedStop[])[], terms: Terms, broken: Broken[]): void {
  const { visits, eateries, weights } = problem;
  const { seen, eaten, repeats } = whereabouts(days);
  broken.push(...repeats);
  for (const [index, visit] of visits.entries()) {
    const now = seen.get(index);
    if (!now && visit.isFixed) broken.push({ limit: "fixed_missing", day: null, stop: null });
    if (!now && visit.isMustSee) terms.missedMustSees -= weights.missedMustSee;
    terms.stability -= unrest(problem, visit.before, now);
  }
  for (const [index, { before }] of eateries.entries()) terms.stability -= unrest(problem, before, eaten.get(index));
  judgeCategories(problem, [...seen.keys()], terms, broken);
}

/** Visits and eateries of the plan with where they stand; nothing is done twice. */
function whereabouts(days: readonly (readonly TimedStop[])[]): {
  seen: Map<number, Before>;
  eaten: Map<number, Before>;
  repeats: Broken[];
} {
  const seen = new Map<number, Before>();
  const eaten = new Map<number, Before>();
  const repeats: Broken[] = [];
  for (const [day, stops] of days.entries()) {
    for (const [position, stop] of stops.entries()) {
      const [known, index] = stop.kind === "visit" ? [seen, stop.visit] : [eaten, stop.eatery];
      if (index === null) continue;
      if (known.has(index)) repeats.push({ limit: "repeated", day, stop: position });
      known.set(index, { day, startMinute: stop.startMinute });
    }
  }
  return { seen, eaten, repeats };
}

function judgeCategories(problem: Problem, seen: readonly number[], terms: Terms, broken: Broken[]): void {
  const sights = seen.flatMap((index) => {
    const visit = problem.visits[index];
    return visit && !visit.isErrand ? [visit] : [];
  });
  for (const { category, most, least } of problem.limits) {
    const count = sights.filter(({ categories }) => categories.includes(category)).length;
    if (most !== null && count > most) broken.push({ limit: "category_most", day: null, stop: null });
    terms.shortfalls -= Math.max(0, least - count) * problem.weights.shortfall;
  }
}

function unrest({ weights }: Problem, before: Before | null, now: Before | undefined): number {
  if (!before) return 0;
  if (!now) return weights.dropped;
  if (now.day !== before.day) return weights.otherDay;
  return Math.min(MOST_MOVED_MINUTES, Math.abs(now.startMinute - before.startMinute)) * weights.movedMinute;
}
