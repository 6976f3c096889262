/** The date of each day: as said, else counted from the first day, and a start chosen where the text has none. */
import { addDays, daysBetween, type WeekdayName, weekdayOf } from "../../calendar.ts";
import { sayDate } from "../date-words.ts";
import type { SaidDay } from "./said-days.ts";

export interface DatedDay {
  number: number;
  date: string;
  /** As the text says it, to be held against the date. */
  weekday: WeekdayName | null;
}

export interface DateOptions {
  today: string;
  /** Of the first day, as the caller knows it. */
  startDate: string | null;
  /** Said above the days. */
  range: { start: string; end: string | null } | null;
  /** How many of a start's days would find a place closed; breaks the choice of a start nobody said. */
  closures: (start: string) => number;
}

export interface DatedPlan {
  startDate: string;
  endDate: string;
  days: DatedDay[];
  assumptions: string[];
}

/** Far enough ahead to book, near enough to know the hours. */
const DAYS_AHEAD = 28;

export function datesOfDays(days: readonly SaidDay[], options: DateOptions): DatedPlan {
  const numbers = numbersOf(days);
  const { start, assumptions } = startOf(days, numbers, options);
  const dated = days.map(({ head }, index): DatedDay => {
    const number = numbers[index] ?? index + 1;
    const date = head?.date ?? addDays(start, number - 1);
    return { number, date, weekday: head?.weekday ?? null };
  });
  const last = Math.max(...numbers, 1);
  const listed = addDays(start, last - 1);
  const end = options.range?.end ?? null;
  const endDate = end !== null && end < listed && end >= start ? end : listed;
  return { startDate: start, endDate, days: dated, assumptions };
}

/** Numbers as said; days known by date or weekday count from the first of them. */
function numbersOf(days: readonly SaidDay[]): number[] {
  const numbers: number[] = [];
  const anchor = days.findIndex(({ head }) => head?.date);
  for (const [index, { head }] of days.entries()) {
    const previous = numbers.at(-1) ?? 0;
    const first = days[anchor]?.head?.date;
    const known = numbers[anchor];
    if (head?.number) numbers.push(head.number);
    else if (head?.date && first && known !== undefined) {
      const counted = known + daysBetween(first, head.date);
      numbers.push(counted > previous && counted <= previous + 7 ? counted : previous + 1);
    } else if (head?.weekday && index > 0) {
      const before = days[index - 1]?.head?.weekday;
      const step = before ? (weekdayIndex(head.weekday) - weekdayIndex(before) + 7) % 7 || 7 : 1;
      numbers.push(previous + step);
    } else numbers.push(previous + 1);
  }
  return numbers;
}

const ORDER: readonly WeekdayName[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const weekdayIndex = (name: WeekdayName): number => ORDER.indexOf(name);

function startOf(
  days: readonly SaidDay[],
  numbers: readonly number[],
  { today, startDate, range, closures }: DateOptions,
): { start: string; assumptions: string[] } {
  const starts = days.flatMap(({ head }, index) => (head?.date ? [addDays(head.date, 1 - (numbers[index] ?? 1))] : []));
  const said = mostCommon(starts);
  if (range && (said === null || Math.abs(daysBetween(range.start, said)) <= 1))
    return { start: range.start, assumptions: [] };
  if (said !== null) return { start: said, assumptions: [] };
  if (startDate !== null) return { start: startDate, assumptions: [] };
  const ahead = Array.from({ length: 7 }, (_, index) => addDays(today, DAYS_AHEAD + index));
  const misses = (start: string): number =>
    days.filter(
      ({ head }, index) => head?.weekday && weekdayOf(addDays(start, (numbers[index] ?? 1) - 1)) !== head.weekday,
    ).length;
  const cost = (start: string): number => misses(start) * 100 + closures(start);
  const start = ahead.reduce((best, next) => (cost(next) < cost(best) ? next : best));
  const hasWeekday = days.some(({ head }) => head?.weekday);
  const why = hasWeekday ? "the next that fits the weekdays it names" : "the text says no dates";
  return { start, assumptions: [`I took ${sayDate(start)} as the first day: ${why}.`] };
}

function mostCommon(dates: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
