/** Is the door open? A visit must begin and end within one stretch of opening, and begin before last entry. */
import { addDays, weekdayOf } from "../calendar.ts";
import { type OpeningHours, type OpenWindow, wallTimeOf, windowsOn } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedItem } from "./context.ts";
import { dayName, span, weekdaysName, windowsText } from "./phrases.ts";

export function hoursRule({ items }: CheckContext): Violation[] {
  return items.flatMap((item) => {
    if (!item.place) return [];
    return item.place.hours === null ? [unknownHours(item)] : judgeHours(item, item.place.hours);
  });
}

function unknownHours({ path, name, date, startMinute }: JudgedItem): Violation {
  const when = `${dayName(date)} at ${wallTimeOf(startMinute)}`;
  return violation("unknown_hours", path, `We do not know when ${name} is open. Look it up before ${when}.`);
}

function judgeHours(item: JudgedItem, hours: OpeningHours): Violation[] {
  const { path, name, date, startMinute, endMinute } = item;
  const today = windowsOn(hours, date) ?? [];
  if (today.some((window) => holds(window, item))) return [];
  const stretches = stretchesAround(hours, date);
  const stretch = stretches.find(
    ({ openMinute, closeMinute }) => startMinute >= openMinute && startMinute < closeMinute,
  );
  if (!stretch && today.length === 0) {
    return [
      violation("closed_day", path, `${name} ${closureOf(hours, date)}; you would be there on ${dayName(date)}.`),
    ];
  }
  const there = `you would be there ${span(item)} on ${dayName(date)}.`;
  if (!stretch) {
    return [violation("outside_hours", path, `${name} is open ${windowsText(today)} that day; ${there}`)];
  }
  const violations: Violation[] = [];
  if (startMinute > stretch.lastEntryMinute) {
    const entry = `${name} lets the last visitors in at ${wallTimeOf(stretch.lastEntryMinute)}`;
    violations.push(violation("after_last_entry", path, `${entry}; ${there}`));
  }
  if (endMinute > stretch.closeMinute) {
    violations.push(violation("outside_hours", path, `${name} closes at ${wallTimeOf(stretch.closeMinute)}; ${there}`));
  }
  return violations;
}

function holds({ openMinute, closeMinute, lastEntryMinute }: OpenWindow, item: JudgedItem): boolean {
  return item.startMinute >= openMinute && item.startMinute <= lastEntryMinute && item.endMinute <= closeMinute;
}

/**
 * The windows of yesterday, today and tomorrow on today's clock, joined where one runs into the next:
 * a bar's night belongs to the evening before, and a square open round the clock never closes at 24:00.
 */
function stretchesAround(hours: OpeningHours, date: string): OpenWindow[] {
  const windows = [-1, 0, 1].flatMap((shift) =>
    (windowsOn(hours, addDays(date, shift)) ?? []).map((window) => ({
      openMinute: window.openMinute + shift * 1440,
      closeMinute: window.closeMinute + shift * 1440,
      lastEntryMinute: window.lastEntryMinute + shift * 1440,
    })),
  );
  const joined: OpenWindow[] = [];
  for (const window of windows.sort((a, b) => a.openMinute - b.openMinute)) {
    const before = joined.at(-1);
    if (!before || window.openMinute > before.closeMinute) joined.push(window);
    else if (window.closeMinute > before.closeMinute) {
      joined[joined.length - 1] = { ...window, openMinute: before.openMinute };
    }
  }
  return joined;
}

/** Why it is closed, as far as the hours say: a yearly closure, the season, the weekday. */
function closureOf(hours: OpeningHours, date: string): string {
  if (hours.closedDates?.includes(date.slice(5))) {
    return `is closed every year on ${dayName(date).replace(/^\w+ /, "")}`;
  }
  const isSeasonal = hours[weekdayOf(date)].length > 0;
  return isSeasonal
    ? `is closed on ${weekdaysName(date)} at that time of the year`
    : `is closed on ${weekdaysName(date)}`;
}
