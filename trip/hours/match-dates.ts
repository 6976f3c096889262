/** Whether a rule is for a date. Alternatives within a list, all lists together; nothing of a clock in here. */
import { countOfPoint, type Day, nthWeekday } from "./day.ts";
import type { DatePoint, DateRange, DayRange, Holiday, Rule, Weekday, WeekRange, YearRange } from "./rule.ts";

/** Whether the day so many days away is such a holiday. */
export type IsHoliday = (which: Holiday["which"], day: Day, addDays: number) => boolean;

export function isForDay(rule: Rule, day: Day, isHoliday: IsHoliday): boolean {
  const { years, dates, weeks, days, holidays } = rule;
  return (
    isAny(days, (range) => isWithinDays(range, day, isHoliday)) &&
    isAny(dates, (range) => isWithinDates(range, day)) &&
    isAny(years, (range) => isWithinYears(range, day)) &&
    isAny(weeks, (range) => isWithinWeeks(range, day)) &&
    isAny(holidays, ({ which, addDays }) => isHoliday(which, day, addDays))
  );
}

function isAny<Range>(ranges: readonly Range[], isWithin: (range: Range) => boolean): boolean {
  return ranges.length === 0 || ranges.some(isWithin);
}

function isWithinYears({ from, to, every }: YearRange, { year }: Day): boolean {
  return year >= from && (to === null || year <= to) && (year - from) % every === 0;
}

function isWithinWeeks({ from, to, every }: WeekRange, { week }: Day): boolean {
  const isBetween = from <= to ? week >= from && week <= to : week >= from || week <= to;
  const since = week >= from ? week - from : week + 53 - from;
  return isBetween && since % every === 0;
}

function isBetweenWrapping(value: number, from: number, to: number): boolean {
  return from <= to ? value >= from && value <= to : value >= from || value <= to;
}

function isWithinDays(range: DayRange, day: Day, isHoliday: IsHoliday): boolean {
  switch (range.kind) {
    case "weekdays":
      return isBetweenWrapping(day.weekday, range.from, range.to);
    case "nth":
      return range.nths.some((nth) => isNth(day, range.weekday, { nth, addDays: range.addDays }));
    case "holiday":
      return isHoliday(range.which, day, range.addDays);
  }
}

/** Moved by days it may lie in the month before or after the one that is counted in. */
function isNth(day: Day, weekday: Weekday, { nth, addDays }: { nth: number; addDays: number }): boolean {
  if ((day.weekday - addDays - weekday) % 7 !== 0) return false;
  const sought = day.count - addDays;
  return [0, -1, 1].some((shift) => {
    if (shift !== 0 && addDays === 0) return false;
    const months = day.year * 12 + day.month - 1 + shift;
    return nthWeekday(Math.floor(months / 12), (months % 12) + 1, weekday, nth) === sought;
  });
}

function isWithinDates(range: DateRange, day: Day): boolean {
  if (range.kind === "months") return isWithinMonths(range, day);
  const { from, to, every } = range;
  if (from === to) return isOn(from, day);
  if (to === null) return day.count >= (countOfPoint(from, from.year ?? day.year) ?? Number.POSITIVE_INFINITY);
  const bounds = from.year === null ? boundsAround(from, to, day) : boundsOf(from, to, from.year);
  return bounds.some(([first, last]) => day.count >= first && day.count <= last && (day.count - first) % every === 0);
}

function isWithinMonths({ year, from, to, toYear }: DateRange & { kind: "months" }, day: Day): boolean {
  if (year === null) return isBetweenWrapping(day.month, from, to);
  const first = year * 12 + from;
  const last = (toYear === year && to < from ? year + 1 : (toYear ?? year)) * 12 + to;
  const month = day.year * 12 + day.month;
  return month >= first && month <= last;
}

/** An offset may have moved it out of its year. */
function isOn(point: DatePoint, day: Day): boolean {
  if (point.year !== null) return countOfPoint(point, point.year) === day.count;
  const isPlain = point.addDays === 0 && point.toWeekday === null;
  const years = isPlain ? [day.year] : [day.year - 1, day.year, day.year + 1];
  return years.some((year) => countOfPoint(point, year) === day.count);
}

type Bounds = [first: number, last: number][];

function boundsAround(from: DatePoint, to: DatePoint, { year }: Day): Bounds {
  return [year - 1, year, year + 1].flatMap((other) => boundsOf(from, to, other));
}

/** The range that begins in a year; where the last day would come first, it is the next year's. */
function boundsOf(from: DatePoint, to: DatePoint, year: number): Bounds {
  const first = startOf(from, year);
  const last = endOf(to, to.year ?? year);
  if (last >= first || (to.year !== null && to.year !== year)) return [[first, last]];
  return [[first, endOf(to, year + 1)]];
}

/** 29 February begins on 1 March, and ends on 28 February, where there is none. */
function startOf(point: DatePoint, year: number): number {
  return countOfPoint(point, year) ?? (countOfPoint(withDay(point, 28), year) ?? 0) + 1;
}
function endOf(point: DatePoint, year: number): number {
  return countOfPoint(point, year) ?? countOfPoint(withDay(point, 28), year) ?? 0;
}

/** A fifth Sunday that a month has not counts as its fourth. */
function withDay(point: DatePoint, day: number): DatePoint {
  const { anchor } = point;
  if (anchor === "easter") return point;
  return "nth" in anchor
    ? { ...point, anchor: { ...anchor, nth: anchor.nth > 0 ? 4 : -4 } }
    : { ...point, anchor: { month: anchor.month, day } };
}
