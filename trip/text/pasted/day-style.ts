/**
 * How a text marks its days, seen over all of its lines: a weekday or a date in front of a line begins a
 * day without further ado where one line after the other does so.
 */
import { daysBetween, WEEKDAYS } from "../../calendar.ts";
import { dateAt, dateLast, isNumberedHead } from "./day-heads.ts";
import type { TextLine } from "./text-lines.ts";
import { weekdayFirst } from "./weekday-names.ts";

export interface DayStyle {
  /** "Day 2": a weekday in a sentence begins none. */
  isNumbered: boolean;
  /** "fri 9:00 castle", "sat museum". */
  isByWeekday: boolean;
  /** "12/4 castle", "13/4 museum". */
  isByDate: boolean;
  /** "Lisbon, Friday 12 March". */
  isDateLast: boolean;
}

/** More than this between two of them, and they are no days of one trip. */
const LONGEST_STEP = 4;

export function dayStyleOf(lines: readonly TextLine[], from: string): DayStyle {
  const isNumbered = lines.some(isNumberedHead);
  const prose = lines.filter(({ cells }) => cells === null);
  const first = prose.flatMap(({ text }) => dateAt(text, from, true).date ?? []);
  const last = prose.flatMap((line) => dateLast(line, from)?.date ?? []);
  const weekdays = prose.flatMap(({ text }) => weekdayFirst(text.replace(/^[^\p{L}\d]+/u, ""))?.weekday ?? []);
  return {
    isNumbered,
    isByDate: !isNumbered && follow(first),
    isDateLast: !isNumbered && first.length === 0 && follow(last),
    isByWeekday: !isNumbered && first.length === 0 && weekdays.length > 1 && isRunOfWeekdays(weekdays),
  };
}

const follow = (dates: readonly string[]): boolean =>
  dates.length > 1 &&
  dates.every((date, index) => {
    const step = index === 0 ? 1 : daysBetween(dates[index - 1] ?? date, date);
    return step > 0 && step <= LONGEST_STEP;
  });

function isRunOfWeekdays(names: readonly (typeof WEEKDAYS)[number][]): boolean {
  const index = names.map((name) => WEEKDAYS.indexOf(name));
  return index.every((day, at) => at === 0 || day === ((index[at - 1] ?? 0) + 1) % WEEKDAYS.length);
}
