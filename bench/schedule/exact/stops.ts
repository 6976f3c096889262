/**
 * What a day of the exact model can hold: a "doing" for each visit and for each table or none of each
 * meal, and a node for each point at which it can be done. A doing without a place is done wherever the
 * traveller is, so it has one node for every such point, entered from that point only.
 */
import type { OpenWindow } from "../../../trip/opening-hours.ts";
import type { Stop } from "../../../trip/schedule/plan.ts";
import type { Day, Problem } from "../../../trip/schedule/problem.ts";

/** Starts from `least` to `most`, both on the grid; over by `close`. */
export interface StartWindow {
  readonly least: number;
  readonly most: number;
  readonly close: number;
}
export interface Doing {
  readonly name: string;
  /** With its longest duration. */
  readonly stop: Stop;
  readonly minutes: number;
  readonly leastMinutes: number;
  readonly bufferMinutes: number;
  readonly cost: number;
  readonly windows: readonly StartWindow[];
}
export interface DayNode {
  readonly name: string;
  /** Index of its doing. */
  readonly doing: number;
  readonly point: number;
  /** Entered from nodes of its own point only, without a way. */
  readonly isWherever: boolean;
}

export function doingsOf(problem: Problem, index: number): Doing[] {
  const day = problem.days[index];
  if (!day) return [];
  const doings = [
    ...visitDoings(problem, index, day),
    ...day.meals.flatMap((_, slot) => mealDoings(problem, index, slot)),
  ];
  return doings.filter(({ windows }) => windows.length > 0);
}

function visitDoings({ visits, gridMinutes }: Problem, index: number, day: Day): Doing[] {
  return visits.flatMap((visit, number) => {
    if (visit.area !== day.area) return [];
    const { minutes, leastMinutes, cost, isErrand } = visit;
    return {
      name: `v${number}`,
      stop: { kind: "visit", visit: number, minutes },
      minutes,
      leastMinutes,
      bufferMinutes: isErrand ? 0 : day.bufferMinutes,
      cost,
      windows: startWindows(
        visit.windows[index] ?? [],
        { from: day.startMinute, to: day.endMinute - leastMinutes },
        leastMinutes,
        gridMinutes,
      ),
    };
  });
}

function mealDoings({ days, eateries, gridMinutes }: Problem, index: number, slot: number): Doing[] {
  const day = days[index];
  const meal = day?.meals[slot];
  if (!day || !meal) return [];
  const { minutes, costWithoutPlace } = meal;
  const from = Math.max(day.startMinute, meal.earliestMinute);
  const to = Math.min(day.endMinute - minutes, meal.latestMinute);
  const shared = { minutes, leastMinutes: minutes, bufferMinutes: 0 };
  const anywhere = startWindows(
    [{ openMinute: from, lastEntryMinute: to, closeMinute: UNLIMITED }],
    { from, to },
    minutes,
    gridMinutes,
  );
  return [
    {
      ...shared,
      name: `m${slot}`,
      stop: { kind: "meal", slot, eatery: null },
      cost: costWithoutPlace,
      windows: anywhere,
    },
    ...eateries.flatMap((eatery, number): Doing[] => {
      if (eatery.area !== day.area) return [];
      const windows = startWindows(eatery.windows[index] ?? [], { from, to }, minutes, gridMinutes);
      return [
        {
          ...shared,
          name: `m${slot}e${number}`,
          stop: { kind: "meal", slot, eatery: number },
          cost: eatery.cost,
          windows,
        },
      ];
    }),
  ];
}
const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** Windows as ranges of starts on the grid, for a stay of at least so many minutes. */
function startWindows(
  windows: readonly OpenWindow[],
  within: { from: number; to: number },
  minutes: number,
  grid: number,
): StartWindow[] {
  return windows
    .map(({ openMinute, lastEntryMinute, closeMinute }) => ({
      least: Math.ceil(Math.max(openMinute, within.from) / grid) * grid,
      most: Math.floor(Math.min(lastEntryMinute, closeMinute - minutes, within.to) / grid) * grid,
      close: closeMinute,
    }))
    .filter(({ least, most }) => least <= most);
}

export function nodesOf({ days, visits, eateries }: Problem, index: number, doings: readonly Doing[]): DayNode[] {
  const startPoint = days[index]?.startPoint ?? 0;
  const points = doings.map(({ stop }) => {
    if (stop.kind === "visit") return visits[stop.visit]?.point ?? null;
    return stop.eatery === null ? null : (eateries[stop.eatery]?.point ?? null);
  });
  const everywhere = [...new Set([startPoint, ...points.filter((point) => point !== null)])];
  return doings.flatMap(({ name }, doing): DayNode[] => {
    const own = points[doing] ?? null;
    if (own !== null) return [{ name, doing, point: own, isWherever: false }];
    return everywhere.map((point) => ({ name: `${name}at${point}`, doing, point, isWherever: true }));
  });
}
