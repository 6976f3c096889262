/**
 * When a stop may begin, as windows alike for visits, eateries and meals without a place: so that whoever
 * reasons about times backwards, or about many orders at once, needs one rule (`evaluate.ts` has the same).
 */
import type { OpenWindow } from "../opening-hours.ts";
import type { Stop } from "./plan.ts";
import type { MealSlot, Problem } from "./problem.ts";

const NEVER_CLOSES = Number.MAX_SAFE_INTEGER;

/** At any hour. */
export const ALWAYS_OPEN: readonly OpenWindow[] = [
  { openMinute: 0, closeMinute: NEVER_CLOSES, lastEntryMinute: NEVER_CLOSES },
];

/** A meal is begun within its hours and, at an eatery, within the eatery's. */
export function mealHours(slot: MealSlot, eatery: readonly OpenWindow[] = ALWAYS_OPEN): OpenWindow[] {
  return eatery.map(({ openMinute, closeMinute, lastEntryMinute }) => ({
    openMinute: Math.max(openMinute, slot.earliestMinute),
    closeMinute,
    lastEntryMinute: Math.min(lastEntryMinute, slot.latestMinute),
  }));
}

export function stopHours({ days, visits, eateries }: Problem, day: number, stop: Stop): readonly OpenWindow[] {
  if (stop.kind === "visit") return visits[stop.visit]?.windows[day] ?? [];
  const slot = days[day]?.meals[stop.slot];
  if (!slot) return [];
  return mealHours(slot, stop.eatery === null ? ALWAYS_OPEN : (eateries[stop.eatery]?.windows[day] ?? []));
}

/** The latest start of a stop of so many minutes that is over by `by`; `-Infinity` when there is none. */
export function latestStart(windows: readonly OpenWindow[], by: number, minutes: number, grid: number): number {
  for (let index = windows.length - 1; index >= 0; index--) {
    const window = windows[index];
    if (!window) continue;
    const last = Math.min(window.lastEntryMinute, window.closeMinute - minutes, by - minutes);
    const start = Math.floor(last / grid) * grid;
    if (start >= window.openMinute) return start;
  }
  return Number.NEGATIVE_INFINITY;
}
