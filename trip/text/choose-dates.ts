/**
 * From a time as said to the days of the trip. Where only a window was given, a choice is made inside
 * it, the same one every time, and said aloud. Dates that were said exactly are never moved, not even
 * when they are past: whoever stores the trip refuses those, and says why.
 */
import { addDays, daysBetween } from "../calendar.ts";
import { sayDates, weekdayFrom, weekdayIndex } from "./date-words.ts";
import type { Duration, Timing, When, WhenWindow } from "./request.ts";

export interface ChosenDates {
  startDate: string | null;
  endDate: string | null;
  assumptions: string[];
}

const DEFAULT_DAYS = 3;
const FRIDAY = 4;
const SATURDAY = 5;
const SUNDAY = 6;
/** A window this long has a second week to choose, away from the public holidays that cluster at month ends. */
const LONG_WINDOW_DAYS = 20;
const NOTICE_DAYS = 3;

const spanOf = (start: string, end: string): number => daysBetween(start, end) + 1;

const tidy = (said: string): string => said.replace(/^(?:for|over|on|of) (?=(?:the |next|this|coming))/i, "");

function asRange({ start, end }: { start: string; end: string }, duration: Duration | null): ChosenDates {
  const days = spanOf(start, end);
  const isOtherLength = duration?.kind === "days" && duration.days !== days && days > 0;
  const assumptions = isOtherLength
    ? [
        `You said ${duration.said}, but ${sayDates(start, end)} is ${days} ${days === 1 ? "day" : "days"}: I kept the dates.`,
      ]
    : [];
  return { startDate: start, endDate: end, assumptions };
}

/** From a Friday a weekend has three days, from a Saturday two; anything else starts as said. */
function weekendDays(start: string, { kind, days }: Duration): number {
  const weekday = weekdayIndex(start);
  if (kind === "weekend" && weekday === SATURDAY) return 2;
  return days;
}

/** "The long weekend of 1 May" holds that day and runs from a Friday to a Monday. */
function longWeekendAround(date: string): string {
  return weekdayFrom(addDays(date, -3), FRIDAY);
}

function impliedLength({ said }: Extract<When, { kind: "start" }>): Duration | null {
  if (/long weekend/i.test(said)) return { kind: "long_weekend", days: 4, said: "", note: null };
  return /weekend/i.test(said) ? { kind: "weekend", days: 3, said: "", note: null } : null;
}

function startOf({ start, said }: Extract<When, { kind: "start" }>, length: Duration | null): string {
  if (/long weekend/i.test(said)) return longWeekendAround(start);
  const isMidweek = ![FRIDAY, SATURDAY].includes(weekdayIndex(start));
  return length !== null && length.kind !== "days" && isMidweek ? weekdayFrom(start, FRIDAY) : start;
}

function fromStart(when: Extract<When, { kind: "start" }>, duration: Duration | null): ChosenDates {
  const length = duration ?? impliedLength(when);
  const start = startOf(when, length);
  const end = addDays(start, (length ? weekendDays(start, length) : DEFAULT_DAYS) - 1);
  const assumptions: string[] = [];
  if (length === null) assumptions.push(`You gave no length: I chose ${DEFAULT_DAYS} days, ${sayDates(start, end)}.`);
  else if (!when.isExact || start !== when.start) {
    const what = tidy([duration?.said, when.said].filter(Boolean).join(" "));
    assumptions.push(`You said ${what}: I chose ${sayDates(start, end)}.`);
  }
  return { startDate: start, endDate: end, assumptions };
}

function untilEnd({ end }: Extract<When, { kind: "end" }>, duration: Duration | null): ChosenDates {
  const start = addDays(end, 1 - (duration?.days ?? DEFAULT_DAYS));
  const assumptions = duration ? [] : [`You gave no first day: I chose ${DEFAULT_DAYS} days, ${sayDates(start, end)}.`];
  return { startDate: start, endDate: end, assumptions };
}

/** Up to four days end on a Sunday, a long weekend on a Monday; longer trips start on a Saturday. */
function firstGoodStart(from: string, { kind, days }: Duration): string {
  if (kind !== "days") return weekdayFrom(from, FRIDAY);
  if (days > 4) return weekdayFrom(from, SATURDAY);
  return weekdayFrom(from, (SUNDAY - days + 1 + 7) % 7);
}

function startWithin(window: { start: string; end: string }, duration: Duration): string {
  const { start, end } = window;
  const fits = (candidate: string): boolean => candidate >= start && addDays(candidate, duration.days - 1) <= end;
  const first = firstGoodStart(start, duration);
  const second = addDays(first, 7);
  if (spanOf(start, end) >= LONG_WINDOW_DAYS && Number(first.slice(8)) < 8 && fits(second)) return second;
  return fits(first) ? first : start;
}

/** What is left of a window from today on; a window wholly past stays as said. */
function openPart(window: WhenWindow, days: number, today: string): { start: string; end: string } {
  if (window.end < today) return window;
  /** Where there is a choice, nobody has to leave tomorrow. */
  const earliest = window.orElse ? addDays(today, NOTICE_DAYS) : today;
  const isUnderWay = window.start < earliest;
  const open = { start: isUnderWay ? earliest : window.start, end: window.end };
  return spanOf(open.start, open.end) < days && window.orElse ? window.orElse : open;
}

function weekendInShortWindow({ start, end }: { start: string; end: string }): Duration {
  return { kind: "days", days: Math.min(3, spanOf(start, end)), said: "", note: null };
}

function withinWindow(window: WhenWindow, duration: Duration | null, today: string): ChosenDates {
  const length: Duration = duration ?? { kind: "days", days: DEFAULT_DAYS, said: "", note: null };
  const isFilled = window.fill && (duration === null || duration.kind === "weekend");
  const open = openPart(window, isFilled ? 1 : length.days, today);
  const fitted = window.fill && duration?.kind === "weekend" ? weekendInShortWindow(open) : length;
  const isWhole = isFilled && spanOf(open.start, open.end) <= 14;
  const startDate = isWhole ? open.start : startWithin(open, fitted);
  const endDate = isWhole ? open.end : addDays(startDate, fitted.days - 1);
  const what = tidy([duration?.said, window.said].filter(Boolean).join(" "));
  const length_ = duration === null && !isWhole ? ` and no length: I chose ${DEFAULT_DAYS} days,` : ": I chose";
  return { startDate, endDate, assumptions: [`You said ${what}${length_} ${sayDates(startDate, endDate)}.`] };
}

export function chooseDates({ duration, when }: Timing, today: string): ChosenDates {
  if (when === null) return { startDate: null, endDate: null, assumptions: [] };
  if (when.kind === "range") return asRange(when, duration);
  if (when.kind === "start") return fromStart(when, duration);
  if (when.kind === "end") return untilEnd(when, duration);
  return withinWindow(when, duration, today);
}
