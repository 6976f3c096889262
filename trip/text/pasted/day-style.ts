/**
 * How a text marks its days, seen over all of its lines: a weekday or a date in front of a line begins a
 * day without further ado where one line after the other does so.
 */
import { daysBetween, WEEKDAYS } from "../../calendar.ts";
import { dateAt, dateLast, isNumberedHead, ordinalFirst } from "./day-heads.ts";
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
  /** "12th", "13th", or "1: castle 9:00, museum 11:00": the first of them; `null` where none follow each other. */
  firstOrdinal: number | null;
}

/** More than this between two of them, and they are no days of one trip. */
const LONGEST_STEP = 4;

export function dayStyleOf(lines: readonly TextLine[], from: string): DayStyle {
  const isNumbered = lines.some(isNumberedHead);
  const prose = lines.filter(({ cells }) => cells === null);
  const first = prose.flatMap(({ text }) => dateAt(text, from, true).date ?? []);
  const last = prose.flatMap((line) => dateLast(line, from)?.date ?? []);
  const weekdays = prose.flatMap(({ text }) => weekdayFirst(text.replace(/^[^\p{L}\d]+/u, ""))?.weekday ?? []);
  const ordinals = prose.flatMap((line) => ordinalFirst(line.text)?.ordinal ?? []);
  return {
    isNumbered,
    firstOrdinal: !isNumbered && first.length === 0 && weekdays.length === 0 ? firstOfRun(ordinals) : null,
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

const firstOfRun = (ordinals: readonly number[]): number | null =>
  ordinals.length > 1 && ordinals.every((ordinal, at) => ordinal === (ordinals[0] ?? 0) + at)
    ? (ordinals[0] ?? null)
    : null;
