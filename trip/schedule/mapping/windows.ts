/**
 * On which dates and at what hours a place can be visited: its own hours, less what is known to have
 * changed. Unknown hours are planned for the middle of the day only, and reported by the checker.
 */
import { type OpenWindow, windowsOn } from "../../opening-hours.ts";
import type { Place } from "../../place.ts";
import type { Change } from "./change.ts";
import { isOutdoors } from "./weather.ts";

const LIKELY_WINDOW: OpenWindow = { openMinute: 630, closeMinute: 1_020, lastEntryMinute: 1_020 };
const LIKELY_MEAL_WINDOWS: readonly OpenWindow[] = [
  { openMinute: 720, closeMinute: 870, lastEntryMinute: 870 },
  { openMinute: 1_140, closeMinute: 1_290, lastEntryMinute: 1_290 },
];
/** Nobody dines at a pastry shop, and a bar is no lunch. */
const LUNCH_ONLY = new Set(["cafe", "bakery"]);
const LUNCH_UNTIL_MINUTE = 960;

const isShut = ({ id }: Place, date: string, change: Change | undefined): boolean =>
  change?.closures?.some(({ placeId, dates }) => placeId === id && dates.includes(date)) ?? false;

export function visitWindows(place: Place, date: string, change: Change | undefined): readonly OpenWindow[] {
  if (isShut(place, date, change)) return [];
  return windowsOn(place.hours, date) ?? [LIKELY_WINDOW];
}

/** What is seen from under the sky is not for a rainy day, unless there is no other day for what must be seen. */
export function drySpells(
  place: Place,
  dates: readonly string[],
  windows: readonly (readonly OpenWindow[])[],
  { change, isMustSee }: { change: Change | undefined; isMustSee: boolean },
): readonly (readonly OpenWindow[])[] {
  const rainy = change?.rainyDates;
  if (!rainy || !isOutdoors(place)) return windows;
  const dry = windows.map((day, index) => (rainy.includes(dates[index] ?? "") ? [] : day));
  return isMustSee && dry.every((day) => day.length === 0) ? windows : dry;
}

export function mealWindows(place: Place, date: string, change: Change | undefined): readonly OpenWindow[] {
  if (isShut(place, date, change)) return [];
  const windows = windowsOn(place.hours, date) ?? LIKELY_MEAL_WINDOWS;
  if (!LUNCH_ONLY.has(place.type)) return windows;
  return windows
    .filter(({ openMinute }) => openMinute < LUNCH_UNTIL_MINUTE)
    .map((window) => ({ ...window, lastEntryMinute: Math.min(window.lastEntryMinute, LUNCH_UNTIL_MINUTE) }));
}
