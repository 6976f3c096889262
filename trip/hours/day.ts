/** A calendar date taken apart, once: what selectors of dates look at. Plain arithmetic, no zone. */
import { daysBetween } from "../calendar.ts";
import type { DatePoint, Weekday } from "./rule.ts";

/** Of a leap year. */
export const DAYS_IN_MONTH: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** Every day a year can have, as "MM-DD". */
export const MONTH_DAYS: readonly string[] = DAYS_IN_MONTH.flatMap((days, month) =>
  Array.from({ length: days }, (_, day) => `${twoDigits(month + 1)}-${twoDigits(day + 1)}`),
);

export interface Day {
  date: string;
  /** Days since 1 January 1970. */
  count: number;
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  weekday: Weekday;
  /** Of the ISO calendar. */
  week: number;
}

const CACHE_SIZE = 5_000;
const cache = new Map<string, Day>();

export function dayOf(date: string): Day {
  const known = cache.get(date);
  if (known) return known;
  const count = daysBetween("1970-01-01", date);
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const found = { date, count, year, month, day, weekday: weekdayOfCount(count), week: weekOf(count, year) };
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(date, found);
  return found;
}

/** 1 January 1970 was a Thursday. */
export function weekdayOfCount(count: number): Weekday {
  return ((((count + 3) % 7) + 7) % 7) as Weekday;
}

/** A week belongs to the year of its Thursday. */
function weekOf(count: number, year: number): number {
  const thursday = count - weekdayOfCount(count) + 3;
  const ofYear = [year + 1, year, year - 1].find((other) => thursday >= countOf(other, 1, 1)) ?? year;
  return Math.floor((thursday - countOf(ofYear, 1, 1)) / 7) + 1;
}

export function countOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leaps + dayOfYear - 719_468;
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : countOf(year, month + 1, 1) - countOf(year, month, 1);
}

/** Western Easter, by the Gregorian rule of Meeus, Jones and Butcher. */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + skipped + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const days = moon + toSunday - 7 * late + 114;
  return countOf(year, Math.floor(days / 31), (days % 31) + 1);
}

/** The nth weekday of a month, from its end where negative; `null` where the month has no fifth one. */
export function nthWeekday(year: number, month: number, weekday: Weekday, nth: number): number | null {
  const first = countOf(year, month, 1);
  const days = daysInMonth(year, month);
  const firstSuch = first + ((weekday - weekdayOfCount(first) + 7) % 7);
  const last = first + days - 1;
  const lastSuch = last - ((weekdayOfCount(last) - weekday + 7) % 7);
  const found = nth > 0 ? firstSuch + (nth - 1) * 7 : lastSuch + (nth + 1) * 7;
  return found >= first && found <= last ? found : null;
}

/** The day a point of the calendar falls on in a year; `null` where it has none (29 February). */
export function countOfPoint({ anchor, toWeekday, addDays }: DatePoint, year: number): number | null {
  const anchored = countOfAnchor(anchor, year);
  if (anchored === null) return null;
  if (toWeekday === null) return anchored + addDays;
  const { weekday, direction } = toWeekday;
  const away = (weekday - weekdayOfCount(anchored) + 7) % 7;
  return anchored + addDays + (direction === 1 || away === 0 ? away : away - 7);
}

function countOfAnchor(anchor: DatePoint["anchor"], year: number): number | null {
  if (anchor === "easter") return easterOf(year);
  if ("nth" in anchor) return nthWeekday(year, anchor.month, anchor.weekday, anchor.nth);
  return anchor.day <= daysInMonth(year, anchor.month) ? countOf(year, anchor.month, anchor.day) : null;
}
