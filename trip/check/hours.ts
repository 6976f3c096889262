/** Is the door open? A visit must begin and end within one stretch of opening, and begin before last entry. */
import { addDays, weekdayOf } from "../calendar.ts";
import { saysHolidays } from "../hours/resolve-hours.ts";
import { isAlwaysOpen, type OpeningHours, type OpenWindow, wallTimeOf, windowsOn } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedItem } from "./context.ts";
import { capital, closing, dayName, listOf, span, weekdaysName, windowsText } from "./phrases.ts";
import { isOpenFor, otherDay, otherHour, otherTable, whenElse } from "./remedies.ts";

export function hoursRule(context: CheckContext): Violation[] {
  return context.items.flatMap((item) => {
    if (!item.place) return [];
    return item.place.hours === null ? [unknownHours(item)] : judgeHours(context, item, item.place.hours);
  });
}

/** Weekly hours hold on a public holiday as far as we know, which is not far: once a day, so that it is read. */
export function holidayRule({ days, facts }: CheckContext): Violation[] {
  return days.flatMap(({ day: { date, city }, items, path }) => {
    const holiday = facts.holidays?.get(city.id)?.get(date);
    if (holiday === undefined) return [];
    const doubtful = items.filter(
      ({ place }) => place?.hours && !isAlwaysOpen(place.hours) && !saysHolidays(place.hours, date),
    );
    if (doubtful.length === 0) return [];
    const country = facts.cities.get(city.id)?.countryName ?? city.name;
    const names = listOf([...new Set(doubtful.map(({ name }) => name))]);
    const message = `${dayName(date)} is a public holiday in ${country} (${holiday}); whether the usual hours hold then is not known of ${names}.`;
    const saying = {
      expected: "known hours on public holidays",
      actual: `the usual hours of a ${capital(weekdayOf(date))}`,
    };
    return [
      violation("unknown_hours", path, message, { ...saying, fix: `ask whether they are open on ${dayName(date)}` }),
    ];
  });
}

function unknownHours(item: JudgedItem): Violation {
  const { path, name, date, startMinute } = item;
  const when = `${dayName(date)} at ${wallTimeOf(startMinute)}`;
  return violation("unknown_hours", path, `We do not know when ${name} is open. Look it up before ${when}.`, {
    expected: "known opening hours",
    actual: `${dayName(date)}, ${span(item)}`,
    fix: `ask whether it is open on ${dayName(date)}, ${span(item)}`,
  });
}

function judgeHours(context: CheckContext, item: JudgedItem, hours: OpeningHours): Violation[] {
  const { path, name, date, startMinute, endMinute } = item;
  const today = windowsOn(hours, date);
  if (today?.some((window) => isOpenFor(window, item))) return [];
  const stretches = stretchesAround(hours, date);
  if (today === null) return stretches.some((stretch) => isOpenFor(stretch, item)) ? [] : [unknownHours(item)];
  const stretch = stretches.find(
    ({ openMinute, closeMinute }) => startMinute >= openMinute && startMinute < closeMinute,
  );
  const actual = `${dayName(date)}, ${span(item)}`;
  if (!stretch && today.length === 0) {
    const closure = `${name} ${closureOf(hours, date)}; you would be there on ${dayName(date)}.`;
    const other = item.item.type === "meal" ? otherTable(context, item) : otherDay(context, item, hours);
    const fix = other ?? "drop it: it is closed on every day you could go";
    return [violation("closed_day", path, closure, { expected: "a day on which it is open", actual, fix })];
  }
  const there = `you would be there ${span(item)} on ${dayName(date)}.`;
  const fix = whenElse(context, item, hours);
  if (!stretch) {
    const open = windowsText(today);
    const message = `${name} is open ${open} that day; ${there}`;
    return [violation("outside_hours", path, message, { expected: open, actual, fix })];
  }
  const violations: Violation[] = [];
  if (startMinute > stretch.lastEntryMinute) {
    const last = wallTimeOf(stretch.lastEntryMinute);
    const message = `${name} lets the last visitors in at ${last}; ${there}`;
    const earlier = otherHour(hours, item) ?? fix;
    violations.push(violation("after_last_entry", path, message, { expected: `in by ${last}`, actual, fix: earlier }));
  }
  if (endMinute > stretch.closeMinute) {
    const close = closing(stretch.closeMinute);
    const message = `${name} closes at ${wallTimeOf(stretch.closeMinute)}; ${there}`;
    violations.push(violation("outside_hours", path, message, { expected: `out by ${close}`, actual, fix }));
  }
  return violations;
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

/** Why it is closed, as far as the hours say: a yearly closure, a single date, the season, the weekday. */
function closureOf(hours: OpeningHours, date: string): string {
  if (hours.closedDates?.includes(date.slice(5))) {
    return `is closed every year on ${dayName(date).replace(/^\w+ /, "")}`;
  }
  const isOpenWeek = (shift: number): boolean => windowsOn(hours, addDays(date, shift))?.length !== 0;
  if (isOpenWeek(-7) && isOpenWeek(7)) return `is closed on ${dayName(date)}`;
  const isSeasonal = hours[weekdayOf(date)].length > 0;
  return isSeasonal
    ? `is closed on ${weekdaysName(date)} at that time of the year`
    : `is closed on ${weekdaysName(date)}`;
}
