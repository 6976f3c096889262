/**
 * Can one day hold these visits beside its meals? Asked for the same sets again and again, and so answered
 * once. A meal without a place is had where the traveller is; where that is awkward, an eatery further on
 * may do. That none would do is shown by meals on the move, which nothing beats.
 */
import type { Stop } from "../plan.ts";
import type { Day, MealSlot, Problem } from "../problem.ts";
import { mealHours } from "../stop-hours.ts";
import type { Effort } from "./effort.ts";
import { type Choice, findOrder, type Order, type Part } from "./find-order.ts";
import type { Task } from "./task.ts";

export interface Held {
  readonly stops: readonly Stop[];
  readonly cost: number;
}

/**
 * What is too long stays so with one visit more, and wherever one eats. What is too far on foot may not, as
 * longer ways are ridden. Awkward: it takes the right eatery, if there is one.
 */
export type DayAnswer = Held | "too_long" | "too_far" | "awkward";

export interface DayOrders {
  /** Meals wherever the traveller is. `visits` in ascending order. */
  answer(visits: readonly number[]): DayAnswer;
  /** With the eateries that help most, as cheap as can be, not at those taken. */
  seated(visits: readonly number[], taken: ReadonlySet<number>): DayAnswer;
  /** Every way to seat the meals at those eateries. */
  seatings(visits: readonly number[]): readonly Held[];
  /** What the meals cost at the least, whatever the day. */
  readonly leastMealCost: number;
  /** There are eateries that `seated` does not try. */
  readonly isCutShort: boolean;
}

/** How many eateries are tried for a meal. */
const MOST_EATERIES = 12;

export function dayOrders({ problem, meals }: Task, index: number, effort: Effort): DayOrders {
  const day = problem.days[index];
  if (!day) throw new RangeError(`expected a day of the task, got ${index}`);
  const slots = (meals[index] ?? []).flatMap((slot) => day.meals[slot] ?? []);
  const numbers = meals[index] ?? [];
  const onTheWay = slots.map((meal, at) => onTheWayPart(meal, numbers[at] ?? 0));
  const eateries = slots.map((meal, at) => eateryChoices(problem, day, index, { meal, slot: numbers[at] ?? 0 }));
  const seats = onTheWay.map((part, at) => withChoices(part, (eateries[at] ?? []).slice(0, MOST_EATERIES)));
  const known = new Map<string, DayAnswer>();
  const knownSeated = new Map<string, DayAnswer>();
  const tooLong: (readonly number[])[] = [];
  const knownSeatings = new Map<string, readonly Held[]>();
  const visitParts = (visits: readonly number[]): Part[] =>
    visits.map((visit) => visitPart(problem, day, index, visit));

  const settle = (visits: readonly number[]): DayAnswer => {
    if (isTooMany(problem, day, visits)) return "too_long";
    const stays = visitParts(visits);
    const find = (walkMeters: number, isOnTheMove: boolean): Order | null =>
      findOrder(problem, day, [...stays, ...onTheWay], { walkMeters, cost: ANY, isOnTheMove }, effort);
    const quickest = find(ANY, false);
    if (quickest && quickest.walkMeters <= day.maxWalkMeters) return quickest;
    if (!quickest && (slots.length === 0 || !find(ANY, true))) return "too_long";
    const shorter = quickest && find(day.maxWalkMeters, false);
    return shorter ?? (slots.length > 0 && find(day.maxWalkMeters, true) ? "awkward" : "too_far");
  };

  const answer = (visits: readonly number[]): DayAnswer => {
    const key = visits.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const isHopeless = tooLong.some((few) => few.every((visit) => visits.includes(visit)));
    const found = isHopeless ? "too_long" : settle(visits);
    if (found === "too_long" && !isHopeless) tooLong.push(visits);
    known.set(key, found);
    return found;
  };

  const seated = (visits: readonly number[], taken: ReadonlySet<number>): DayAnswer => {
    const first = answer(visits);
    if (first === "too_long" || first === "too_far") return first;
    const own = seats.flatMap(({ choices }) => choices.flatMap((choice) => eateryIn(choice) ?? []));
    const key = `${visits.join()}|${[...new Set(own)].filter((eatery) => taken.has(eatery)).join()}`;
    const before = knownSeated.get(key);
    if (before !== undefined) return before;
    const parts = [...visitParts(visits), ...seats.map(without(taken))];
    const found = cheapestOrder(problem, day, parts, effort) ?? first;
    knownSeated.set(key, found);
    return found;
  };

  const seatings = (visits: readonly number[]): readonly Held[] => {
    const before = knownSeatings.get(visits.join());
    if (before) return before;
    const stays = visitParts(visits);
    const found = combinations(seats).flatMap((chosen) => {
      const caps = { walkMeters: day.maxWalkMeters, cost: ANY };
      return findOrder(problem, day, [...stays, ...chosen], caps, effort) ?? [];
    });
    knownSeatings.set(visits.join(), found);
    return found;
  };

  return {
    answer,
    seated,
    seatings,
    leastMealCost: onTheWay.reduce((sum, part, at) => sum + leastCost([...part.choices, ...(eateries[at] ?? [])]), 0),
    isCutShort: eateries.some(({ length }) => length > MOST_EATERIES),
  };
}

const ANY = Number.POSITIVE_INFINITY;

function isTooMany({ visits, limits }: Problem, day: Day, chosen: readonly number[]): boolean {
  const sights = chosen.flatMap((index) => {
    const visit = visits[index];
    return visit && !visit.isErrand ? [visit] : [];
  });
  const minutes = sights.reduce((sum, { leastMinutes }) => sum + leastMinutes, 0);
  if (sights.length > day.maxVisits || minutes > day.maxVisitMinutes) return true;
  return limits.some(
    ({ category, mostPerDay }) =>
      mostPerDay !== null && sights.filter(({ categories }) => categories.includes(category)).length > mostPerDay,
  );
}

function cheapestOrder(problem: Problem, day: Day, parts: readonly Part[], effort: Effort): Order | null {
  let best: Order | null = null;
  for (let cost = problem.budget ?? ANY; ; cost = best.cost - 1) {
    const cheaper: Order | null = findOrder(problem, day, parts, { walkMeters: day.maxWalkMeters, cost }, effort);
    if (!cheaper) return best;
    best = cheaper;
    if (problem.budget === null) return best;
  }
}

function visitPart({ visits }: Problem, day: Day, index: number, visit: number): Part {
  const { point, leastMinutes, isErrand, windows } = visits[visit] ?? {
    point: null,
    leastMinutes: 0,
    isErrand: true,
    windows: [],
  };
  const stop: Stop = { kind: "visit", visit, minutes: leastMinutes };
  const choice = { stop, point, windows: windows[index] ?? [], cost: 0 };
  return { minutes: leastMinutes, rest: isErrand ? 0 : day.bufferMinutes, choices: [choice] };
}

function onTheWayPart(meal: MealSlot, slot: number): Part {
  const { costWithoutPlace: cost, minutes } = meal;
  const stop: Stop = { kind: "meal", slot, eatery: null };
  return { minutes, rest: 0, choices: [{ stop, point: null, windows: mealHours(meal), cost }] };
}

/** Cheapest first, and of the same price those least out of the day's way. */
function eateryChoices(
  { eateries, travel }: Problem,
  day: Day,
  index: number,
  { meal, slot }: { meal: MealSlot; slot: number },
): Choice[] {
  const detour = ({ point }: Choice): number =>
    point === null
      ? 0
      : (travel.minutes[day.startPoint * travel.points + point] ?? 0) +
        (travel.minutes[point * travel.points + day.endPoint] ?? 0);
  return [...eateries.entries()]
    .flatMap(([eatery, { area, point, cost, windows }]): Choice[] => {
      if (area !== day.area) return [];
      const hours = mealHours(meal, windows[index] ?? []).filter(
        ({ openMinute, lastEntryMinute, closeMinute }) =>
          openMinute <= Math.min(lastEntryMinute, closeMinute - meal.minutes),
      );
      return hours.length === 0 ? [] : [{ stop: { kind: "meal", slot, eatery }, point, windows: hours, cost }];
    })
    .sort((a, b) => a.cost - b.cost || detour(a) - detour(b));
}

const withChoices = (part: Part, more: readonly Choice[]): Part => ({
  ...part,
  choices: [...part.choices, ...more].sort((a, b) => a.cost - b.cost),
});

/** Each part with one choice, in every combination. */
function combinations(parts: readonly Part[]): Part[][] {
  return parts.reduce<Part[][]>(
    (sets, part) => sets.flatMap((set) => part.choices.map((choice) => [...set, { ...part, choices: [choice] }])),
    [[]],
  );
}

const leastCost = (choices: readonly Choice[]): number =>
  choices.reduce((least, { cost }) => Math.min(least, cost), ANY);

const eateryIn = ({ stop }: Choice): number | null => (stop.kind === "meal" ? stop.eatery : null);

const without =
  (taken: ReadonlySet<number>) =>
  (part: Part): Part => ({ ...part, choices: part.choices.filter((choice) => !taken.has(eateryIn(choice) ?? -1)) });
