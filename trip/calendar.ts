/**
 * Calendar dates are `YYYY-MM-DD` text and never a `Date`: a `Date` is an instant, and an instant is
 * another day in Tokyo. Zones are IANA names. Only this file and the zone helpers know Temporal, and what
 * a plan is checked with thousands of times (weekdays, distances in days) is plain arithmetic.
 */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { TripwrightError } from "./errors.ts";

export const dateSchema = z.iso.date();

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

function plain(date: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(date, { overflow: "reject" });
  } catch (cause) {
    throw new TripwrightError(
      "invalid_input",
      `Expected a calendar date such as 2027-05-10, got "${date}".`,
      { date },
      cause,
    );
  }
}

export function isDate(text: string): boolean {
  return dateSchema.safeParse(text).success;
}

const DAY_MS = 86_400_000;
const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** The number written there; -1 where anything but digits is. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Days since 1 January 1970, a Thursday. A year is counted from 1 March, so that leap days come last. */
function dayCount(date: string): number {
  const year = digitsAt(date, 0, 4);
  const month = digitsAt(date, 5, 7);
  const day = digitsAt(date, 8, 10);
  const isPlain = date.length === 10 && date[4] === "-" && date[7] === "-" && year >= 0;
  // The end of a month, and anything that is no plain date, is Temporal's to judge.
  if (!isPlain || month < 1 || month > 12 || day < 1 || day > 28) return EPOCH.until(plain(date)).days;
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leaps + dayOfYear - 719_468;
}

export function weekdayOf(date: string): WeekdayName {
  return WEEKDAYS[(((dayCount(date) + 3) % 7) + 7) % 7] as WeekdayName;
}

export function addDays(date: string, days: number): string {
  const text = new Date((dayCount(date) + days) * DAY_MS).toISOString();
  return text.slice(0, text.indexOf("T"));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayCount(to) - dayCount(from);
}

/** Every date from `start` to `end`, both included. */
export function datesFrom(start: string, end: string): string[] {
  const count = daysBetween(start, end) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(start, index));
}

/** The calendar date of an instant in a zone. */
export function dateInZone(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The UTC instant of a wall time in a zone; a time skipped by daylight saving moves forward. */
export function instantOf(date: string, minute: number, zone: string): Date {
  const day = plain(date).add({ days: Math.floor(minute / 1440) });
  const inDay = minute % 1440;
  const wall = day.toPlainDateTime({ hour: Math.floor(inDay / 60), minute: inDay % 60 });
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds);
}

const OFFSETS_KEPT = 20_000;
const offsets = new Map<string, number>();

/** How far a zone's clocks are ahead of UTC at noon of a date, in minutes. */
export function minutesFromUtc(date: string, zone: string): number {
  const key = `${zone} ${date}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const noon = plain(date).toPlainDateTime({ hour: 12 }).toZonedDateTime(zone);
  const minutes = Math.round(noon.offsetNanoseconds / 60e9);
  if (offsets.size >= OFFSETS_KEPT) offsets.clear();
  offsets.set(key, minutes);
  return minutes;
}

const LONG_DATE = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const SHORT_DATE = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** "Monday, 10 May 2027". */
export function formatDateLong(date: string): string {
  return LONG_DATE.format(new Date(`${date}T00:00:00Z`)).replace(/^(\w+) /, "$1, ");
}

/** "Mon 10 May". */
export function formatDateShort(date: string): string {
  return SHORT_DATE.format(new Date(`${date}T00:00:00Z`)).replace(",", "");
}
