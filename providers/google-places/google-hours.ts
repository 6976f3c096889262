/**
 * Google's opening periods as days of ours. A period begins and ends at a weekday and a time (0 is Sunday), or at a
 * date; one that began on the evening before a midnight belongs to that evening, and one of several days is cut into
 * days. A place that never closes is a single period without an end.
 */
import { z } from "zod";
import { addDays, daysBetween, isDate, WEEKDAYS, type WeekdayName } from "../../trip/calendar.ts";
import { twoDigits } from "../../trip/hours/day.ts";
import { type HoursException, type OpeningInterval, type WeeklyHours, wallTimeOf } from "../../trip/opening-hours.ts";

const dateSchema = z
  .object({ year: z.int(), month: z.int(), day: z.int() })
  .transform(({ year, month, day }) => `${year}-${twoDigits(month)}-${twoDigits(day)}`)
  .refine(isDate);

/** Zeros are left out of Google's JSON now and then. */
const pointSchema = z.object({
  day: z.int().min(0).max(6).default(0),
  hour: z.int().min(0).max(24).default(0),
  minute: z.int().min(0).max(59).default(0),
  date: dateSchema.optional(),
  /** It goes on beyond what is told: its true beginning or end is on another day. */
  truncated: z.boolean().default(false),
});
type Point = z.infer<typeof pointSchema>;

export const periodSchema = z.object({ open: pointSchema, close: pointSchema.optional() });
export type Period = z.infer<typeof periodSchema>;

export const specialDaysSchema = z.array(z.object({ date: dateSchema })).transform((days) => days.map((d) => d.date));

const DAY = 1440;
const WEEK = 7 * DAY;
/** Days that current hours are told of, today among them. */
const DAYS_AHEAD = 7;
/** What a day of ours can hold. */
const MOST_IN_A_DAY = 8;
const ALL_DAY: OpeningInterval = { open: "00:00", close: "24:00" };

const minuteOfDay = ({ hour, minute }: Point): number => hour * 60 + minute;
/** The end of what is told stands as a minute before midnight. */
const endOfDay = (point: Point): number =>
  point.truncated && minuteOfDay(point) === DAY - 1 ? DAY : minuteOfDay(point);

const isNeverClosed = (periods: readonly Period[]): boolean => {
  const [only] = periods;
  return periods.length === 1 && only !== undefined && !only.close && minuteOfDay(only.open) === 0;
};

interface Stretch {
  from: number;
  to: number;
}

const closeTime = (minute: number): string => (minute % DAY === 0 ? "24:00" : wallTimeOf(minute));

/** By the day it begins on, counted from where minutes are; longer ones are cut at midnights. */
function byDay(stretches: readonly Stretch[]): Map<number, OpeningInterval[]> {
  const days = new Map<number, OpeningInterval[]>();
  const add = (from: number, to: number): void => {
    const day = Math.floor(from / DAY);
    days.set(day, [...(days.get(day) ?? []), { open: wallTimeOf(from), close: closeTime(to) }]);
  };
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    let start = from;
    while (to - start > DAY) {
      const midnight = (Math.floor(start / DAY) + 1) * DAY;
      add(start, midnight);
      start = midnight;
    }
    add(start, to);
  }
  return days;
}

const isTooMany = (days: Iterable<readonly OpeningInterval[]>): boolean =>
  [...days].some((intervals) => intervals.length > MOST_IN_A_DAY);

/** `null` where it cannot be told: nothing is known, or a period has no end. */
export function weekOf(periods: readonly Period[] | undefined): WeeklyHours | null {
  if (periods === undefined || periods.length === 0) return null;
  const [only] = periods;
  const isAlways = isNeverClosed(periods) && only?.open.day === 0;
  if (!isAlways && periods.some(({ close }) => close === undefined)) return null;
  const stretches = periods.flatMap(({ open, close }): Stretch[] => {
    if (close === undefined) return [];
    const from = open.day * DAY + minuteOfDay(open);
    const to = close.day * DAY + endOfDay(close);
    return [{ from, to: to > from ? to : to + WEEK }];
  });
  const days = byDay(stretches);
  // Saturday's night, cut at midnight, goes on on Sunday.
  const of = (sunday: number): OpeningInterval[] => [...(days.get(sunday + 7) ?? []), ...(days.get(sunday) ?? [])];
  const week = WEEKDAYS.map(
    (name: WeekdayName, monday) => [name, isAlways ? [ALL_DAY] : of((monday + 1) % 7)] as const,
  );
  if (isTooMany(week.map(([, intervals]) => intervals))) return null;
  return Object.fromEntries(week) as WeeklyHours;
}

/**
 * The coming days; a day of these without a period is closed. Where nobody says what day it is there, only the days
 * between the first and the last period are known.
 */
export function datesOf(periods: readonly Period[] | undefined, today: string | null): HoursException[] {
  if (periods === undefined) return [];
  const mentioned = periods.flatMap(({ open }) => open.date ?? []).toSorted();
  const first = today ?? mentioned[0];
  if (first === undefined) return [];
  const count = today === null ? daysBetween(first, mentioned.at(-1) ?? first) + 1 : DAYS_AHEAD;
  const dates = Array.from({ length: Math.min(count, DAYS_AHEAD) }, (_, ahead) => addDays(first, ahead));
  if (isNeverClosed(periods)) return dates.map((date) => ({ date, intervals: [ALL_DAY] }));
  const stretches: Stretch[] = [];
  for (const { open, close } of periods) {
    if (open.date === undefined || close?.date === undefined) return [];
    const from = daysBetween(first, open.date) * DAY + minuteOfDay(open);
    const to = daysBetween(first, close.date) * DAY + endOfDay(close);
    if (to > from && to - from <= WEEK) stretches.push({ from, to });
  }
  const days = byDay(stretches);
  if (isTooMany(days.values())) return [];
  return dates.map((date, ahead) => ({ date, intervals: days.get(ahead) ?? [] }));
}
