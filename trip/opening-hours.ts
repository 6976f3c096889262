/**
 * When a place is open, in its own wall time. Three answers are kept apart everywhere: open at these
 * hours, closed, and unknown (`null`): a plan must never present a guess as an opening hour.
 */
import { z } from "zod";
import { dateSchema, WEEKDAYS, type WeekdayName, weekdayOf } from "./calendar.ts";

const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "expected HH:MM");

/** `close` at or before `open` means the place closes on the following day (a bar open 18:00–02:00). */
const intervalSchema = z.object({ open: wallTimeSchema, close: wallTimeSchema });
export type OpeningInterval = z.infer<typeof intervalSchema>;

const dayHoursSchema = z.array(intervalSchema).max(8);

/** Seven keys, always: an empty list is "closed that day". */
export const weeklyHoursSchema = z.object({
  monday: dayHoursSchema,
  tuesday: dayHoursSchema,
  wednesday: dayHoursSchema,
  thursday: dayHoursSchema,
  friday: dayHoursSchema,
  saturday: dayHoursSchema,
  sunday: dayHoursSchema,
});
export type WeeklyHours = z.infer<typeof weeklyHoursSchema>;

const monthDaySchema = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "expected MM-DD");

/** Hours of one date of one year, instead of everything else: a holiday, a strike. Empty is closed, `null` unknown. */
export const hoursExceptionSchema = z.object({ date: dateSchema, intervals: dayHoursSchema.nullable() });
export type HoursException = z.infer<typeof hoursExceptionSchema>;

/**
 * The `attractions.opening_hours` document. The weekday keys are the design's; the rest refines them:
 * `seasons` replaces the week between two days of the year (both included, may wrap around New Year),
 * `closedDates` are yearly closures, `lastEntryMinutes` is how long before closing the door shuts,
 * `exceptions` are single dates and outweigh the rest. `rule` is there where all that cannot say
 * everything (holidays, first Sundays, sunset): OpenStreetMap's opening_hours, of which the rest is what
 * an ordinary date comes to; `trip/hours/resolve-hours.ts` makes exceptions of it for the dates of a trip.
 */
export const openingHoursSchema = weeklyHoursSchema.extend({
  seasons: z
    .array(z.object({ from: monthDaySchema, to: monthDaySchema, week: weeklyHoursSchema }))
    .max(24)
    .optional(),
  closedDates: z.array(monthDaySchema).max(30).optional(),
  lastEntryMinutes: z.int().min(0).max(240).optional(),
  exceptions: z.array(hoursExceptionSchema).max(400).optional(),
  rule: z.string().max(1_500).optional(),
  /** The rule may open, or leave open whether it is open, where the rest says closed. */
  ruleMayOpen: z.boolean().optional(),
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** Minutes since midnight of the date; `closeMinute` may exceed 1440 when the place closes after midnight. */
export interface OpenWindow {
  openMinute: number;
  closeMinute: number;
  /** Latest minute at which a visitor is let in. */
  lastEntryMinute: number;
}

export function minuteOf(wallTime: string): number {
  const colon = wallTime.indexOf(":");
  return Number(wallTime.slice(0, colon)) * 60 + Number(wallTime.slice(colon + 1));
}

/** "HH:MM" of a minute count; 1500 is "01:00" (the next day is the caller's to know). */
export function wallTimeOf(minute: number): string {
  const inDay = ((minute % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

function isWithinSeason(monthDay: string, from: string, to: string): boolean {
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}

function intervalsOn(hours: OpeningHours, date: string): readonly OpeningInterval[] | null {
  const exception = hours.exceptions?.find((other) => other.date === date);
  if (exception) return exception.intervals;
  const monthDay = date.slice(5);
  if (hours.closedDates?.includes(monthDay)) return [];
  const season = hours.seasons?.find(({ from, to }) => isWithinSeason(monthDay, from, to));
  const week: WeeklyHours = season?.week ?? hours;
  return week[weekdayOf(date)];
}

/**
 * The windows of one calendar date, in order; empty when closed, `null` when unknown, on that date or on any.
 * The hours after midnight of the evening before belong to the evening before, as its `closeMinute`.
 */
export function windowsOn(hours: OpeningHours | null, date: string): OpenWindow[] | null {
  if (hours === null) return null;
  const lastEntry = hours.lastEntryMinutes ?? 0;
  const intervals = intervalsOn(hours, date);
  if (intervals === null) return null;
  return intervals.map(({ open, close }) => {
    const openMinute = minuteOf(open);
    const closing = minuteOf(close);
    const closeMinute = closing <= openMinute ? closing + 1440 : closing;
    return { openMinute, closeMinute, lastEntryMinute: Math.max(openMinute, closeMinute - lastEntry) };
  });
}

/** How a rule begins that knows nothing but closed weekdays. */
export const UNKNOWN_BUT_CLOSED = "Mo-Su 00:00-24:00 unknown; ";

/** Of a place whose hours nobody knows, while it is known to be closed on some weekdays ("Mo"): as they are resolved for a date, it is closed or unknown. */
export function closedOnly(weekdays: readonly string[]): OpeningHours {
  const never = Object.fromEntries(WEEKDAYS.map((day: WeekdayName) => [day, []])) as unknown as WeeklyHours;
  return { ...never, rule: `${UNKNOWN_BUT_CLOSED}${weekdays.join(",")} off`, ruleMayOpen: true };
}

/** Whether they say when the place is open, and not only when it is not. */
export function knowsHours(hours: OpeningHours | null): boolean {
  return hours !== null && hours.rule?.startsWith(UNKNOWN_BUT_CLOSED) !== true;
}

/** Open round the clock on every day: streets, squares, viewpoints. */
export const ALWAYS_OPEN: OpeningHours = (() => {
  const allDay: OpeningInterval[] = [{ open: "00:00", close: "24:00" }];
  return Object.fromEntries(WEEKDAYS.map((day: WeekdayName) => [day, allDay])) as WeeklyHours;
})();

export function isAlwaysOpen(hours: OpeningHours | null): boolean {
  if (hours === null || hours.rule !== undefined) return false;
  if (hours.seasons?.length || hours.closedDates?.length || hours.exceptions?.length) return false;
  return WEEKDAYS.every((day) => hours[day].some(({ open, close }) => open === "00:00" && close === "24:00"));
}
