/**
 * An OpenStreetMap opening_hours value once it is understood: rules in their order, each with the dates it
 * selects, the times it names and what it says of them. The words of the specification are kept, so that
 * who knows https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification finds their way.
 */

/** 0 is Monday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface YearRange {
  from: number;
  /** `null` for "2026+". */
  to: number | null;
  every: number;
}

/** A day that stands in the calendar, or is found from one that does. */
export interface DatePoint {
  /** Without a year, every year has one. */
  year: number | null;
  anchor: { month: number; day: number } | { month: number; weekday: Weekday; nth: number } | "easter";
  /** Then the next (1) or the last (-1) such weekday, where the anchor is none itself. */
  toWeekday: { weekday: Weekday; direction: 1 | -1 } | null;
  addDays: number;
}

export type DateRange =
  | { kind: "months"; year: number | null; from: number; to: number; toYear: number | null }
  /** `to` is `null` for "2026 Mar 1+", and the same as `from` for a single day; `every` counts days from the first. */
  | { kind: "dates"; from: DatePoint; to: DatePoint | null; every: number };

export interface WeekRange {
  from: number;
  to: number;
  every: number;
}

export type DayRange =
  | { kind: "weekdays"; from: Weekday; to: Weekday }
  /** The nth of the month, counted from its end where negative; then so many days on. */
  | { kind: "nth"; weekday: Weekday; nths: readonly number[]; addDays: number }
  | Holiday;

export interface Holiday {
  kind: "holiday";
  which: "public" | "school";
  addDays: number;
}

export const SUN_EVENTS = ["dawn", "sunrise", "sunset", "dusk"] as const;
export type SunEvent = (typeof SUN_EVENTS)[number];

/** Minutes since midnight of the date, or so many after an event of the sun. */
export type TimePoint = number | { event: SunEvent; addMinutes: number };

export interface TimeSpan {
  from: TimePoint;
  /** `null` for a point in time ("10:00") and for an end left open ("18:00+"). May exceed 1440. */
  to: TimePoint | null;
  isOpenEnded: boolean;
}

export type RuleState = "open" | "closed" | "unknown";

/** Lists are alternatives ("or"), different lists hold together ("and"), an empty list selects everything. */
export interface Rule {
  /** How it stands to the rules before: it replaces their days (`;`), adds to them (`,`), or fills what they leave (`||`). */
  separator: ";" | "," | "||";
  years: readonly YearRange[];
  dates: readonly DateRange[];
  weeks: readonly WeekRange[];
  days: readonly DayRange[];
  /** Holidays that narrow the weekdays ("PH Mo-Fr") instead of standing beside them ("PH,Mo-Fr"). */
  holidays: readonly Holiday[];
  /** None is the whole day. */
  times: readonly TimeSpan[];
  state: RuleState;
  comment: string | null;
}

export type HoursRule = readonly Rule[];

export const MINUTES_IN_DAY = 1_440;

export function selectsDates({ years, dates, weeks, days, holidays }: Rule): boolean {
  return years.length + dates.length + weeks.length + days.length + holidays.length > 0;
}

export const WEEKDAY_NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
export const MONTH_NAMES = [
  ...["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
  ...["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
] as const;
