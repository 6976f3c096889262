/** Which part of the year a rule is for: years, months, dates, Easter, weeks. */
import { type Cursor, takeDayOffset } from "./cursor.ts";
import { DAYS_IN_MONTH } from "./day.ts";
import type { DatePoint, DateRange, WeekRange, YearRange } from "./rule.ts";
import { NotUnderstood } from "./tokens.ts";

function takeStep(cursor: Cursor): number {
  if (!cursor.takeSymbol("/")) return 1;
  const every = cursor.takeNumber("how many at a time");
  if (every < 1) throw new NotUnderstood('"/0" is no step: expected 1 or more.');
  return every;
}

/** "2026", "2026-2028", "2026+", "2026-2036/2". */
export function takeYears(cursor: Cursor): YearRange[] {
  const years: YearRange[] = [];
  do {
    const from = cursor.takeNumber("a year");
    let to: number | null = from;
    if (cursor.isSymbol("-") && cursor.isYearAt(1)) {
      cursor.skip();
      to = cursor.takeNumber("a year");
      if (to < from) throw new NotUnderstood(`The years ${from}-${to} run backwards.`);
    } else if (cursor.takeSymbol("+")) to = null;
    const isEndless = to === from && cursor.isSymbol("/");
    years.push({ from, to: isEndless ? null : to, every: takeStep(cursor) });
  } while (cursor.isYearAt(1) && cursor.takeSymbol(","));
  return years;
}

/** "week 10", "week 1-53/2,4". */
export function takeWeeks(cursor: Cursor): WeekRange[] {
  const weeks: WeekRange[] = [];
  do {
    if (cursor.isKind("week")) cursor.skip();
    const from = cursor.takeNumber("the number of a week");
    const to = cursor.takeSymbol("-") ? cursor.takeNumber("the number of a week") : from;
    if (from < 1 || to < 1 || from > 53 || to > 53) {
      throw new NotUnderstood(`"week ${from}-${to}" is not in the calendar: expected weeks from 1 to 53.`);
    }
    weeks.push({ from, to, every: takeStep(cursor) });
  } while ((cursor.isKind("number", 1) || cursor.isKind("week", 1)) && cursor.takeSymbol(","));
  return weeks;
}

export function startsDate(cursor: Cursor, ahead = 0): boolean {
  if (cursor.isKind("month", ahead) || cursor.isKind("easter", ahead)) return true;
  return cursor.isYearAt(ahead) && (cursor.isKind("month", ahead + 1) || cursor.isKind("easter", ahead + 1));
}

/** The month and year that a bare day belongs to ("Dec 24,25"). */
type Around = { year: number | null; month: number } | null;

/** "Mar-Oct", "Dec 24-Jan 6", "2026 Dec 24,25", "easter -2 days-easter +1 day". */
export function takeDates(cursor: Cursor): DateRange[] {
  const dates: DateRange[] = [];
  let around: Around = null;
  do {
    const range: DateRange = takeDateRange(cursor, around);
    dates.push(range);
    const last: DatePoint | null = range.kind === "dates" ? (range.to ?? range.from) : null;
    around =
      last && typeof last.anchor === "object" && "day" in last.anchor
        ? { year: last.year, month: last.anchor.month }
        : null;
  } while ((startsDate(cursor, 1) || (around && isDayAt(cursor, 1))) && cursor.takeSymbol(","));
  return dates;
}

function isDayAt(cursor: Cursor, ahead: number): boolean {
  const day = cursor.numberAt(ahead);
  return day !== null && day >= 1 && day <= 31;
}

function takeDateRange(cursor: Cursor, around: Around): DateRange {
  const year = cursor.isYearAt() ? cursor.takeNumber("a year") : null;
  const isMonthAlone = cursor.isKind("month") && !isDayAt(cursor, 1) && !isNthBound(cursor);
  if (isMonthAlone) return takeMonths(cursor, year);
  const from = takePoint(cursor, { year, around });
  if (cursor.isSymbol("+")) {
    if (from.year === null) throw new NotUnderstood("A date without an end needs a year, as in 2026 Mar 1+.");
    cursor.skip();
    return { kind: "dates", from, to: null, every: 1 };
  }
  const to = takeEnd(cursor, from);
  return { kind: "dates", from, to, every: to === from ? 1 : takeStep(cursor) };
}

function takeMonths(cursor: Cursor, year: number | null): DateRange {
  const from = takeMonth(cursor);
  let to = from;
  let toYear = year;
  if (cursor.isSymbol("-") && startsDate(cursor, 1)) {
    cursor.skip();
    if (cursor.isYearAt()) toYear = cursor.takeNumber("a year");
    to = takeMonth(cursor);
    if (isDayAt(cursor, 0)) throw cursor.refusal("a day for both ends of the dates, or for neither,");
  }
  if (year === null && toYear !== null) throw new NotUnderstood("Dates that end in a year have to begin in one.");
  return { kind: "months", year, from, to, toYear };
}

function takeMonth(cursor: Cursor): number {
  const token = cursor.peek();
  if (token?.kind !== "month") throw cursor.refusal("a month");
  cursor.skip();
  return token.month;
}

/** Whether "Mar Su[-1]" here is an end of a range of dates; alone it is a month and a weekday. */
function isNthBound(cursor: Cursor): boolean {
  if (!cursor.isKind("weekdays", 1) || !cursor.isSymbol("[", 2)) return false;
  let ahead = 3;
  while (cursor.peek(ahead) && !cursor.isSymbol("]", ahead)) ahead++;
  ahead++;
  if (cursor.isKind("day", ahead + 2)) ahead += 3;
  return cursor.isSymbol("-", ahead) && startsDate(cursor, ahead + 1);
}

function takePoint(cursor: Cursor, { year, around }: { year: number | null; around: Around }): DatePoint {
  const ownYear = year ?? (cursor.isKind("number") && around ? around.year : null);
  const anchor = takeAnchor(cursor, around);
  return { year: ownYear, anchor, toWeekday: takeToWeekday(cursor), addDays: takeDayOffset(cursor) };
}

function takeAnchor(cursor: Cursor, around: Around): DatePoint["anchor"] {
  if (cursor.isKind("easter")) {
    cursor.skip();
    return "easter";
  }
  const month = cursor.isKind("number") && around ? around.month : takeMonth(cursor);
  const token = cursor.peek();
  if (token?.kind === "weekdays" && token.from === token.to) {
    cursor.skip();
    if (!cursor.takeSymbol("[")) throw cursor.refusal('which of them, as in "[1]",');
    const sign = cursor.takeSymbol("-") ? -1 : 1;
    const nth = sign * cursor.takeNumber("which of them");
    if (nth === 0 || Math.abs(nth) > 5 || !cursor.takeSymbol("]")) throw cursor.refusal("one of 1 to 5, and a ]");
    return { month, weekday: token.from, nth };
  }
  const day = cursor.takeNumber("a day of the month");
  if (day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 31)) {
    throw new NotUnderstood(`Day ${day} is not in that month.`);
  }
  return { month, day };
}

/** "Dec 25 -Su": the last Sunday before. A dash before a weekday means nothing else behind a date. */
function takeToWeekday(cursor: Cursor): DatePoint["toWeekday"] {
  const token = cursor.peek(1);
  const isOffset = cursor.isSymbol("+") || cursor.isSymbol("-");
  if (!isOffset || token?.kind !== "weekdays" || token.from !== token.to) return null;
  const direction = cursor.isSymbol("-") ? -1 : 1;
  cursor.skip(2);
  return { weekday: token.from, direction };
}

function takeEnd(cursor: Cursor, from: DatePoint): DatePoint {
  if (!cursor.isSymbol("-")) return from;
  if (startsDate(cursor, 1)) {
    cursor.skip();
    const year = cursor.isYearAt() ? cursor.takeNumber("a year") : null;
    if (year !== null && from.year === null) {
      throw new NotUnderstood("Dates that end in a year have to begin in one.");
    }
    return takePoint(cursor, { year, around: null });
  }
  const { anchor } = from;
  if (typeof anchor === "object" && "day" in anchor && isDayAt(cursor, 1)) {
    cursor.skip();
    const around = { year: from.year, month: anchor.month };
    const to = takePoint(cursor, { year: null, around });
    const isBackwards = typeof to.anchor === "object" && "day" in to.anchor && to.anchor.day < anchor.day;
    if (isBackwards) throw new NotUnderstood("The days of the month run backwards.");
    return to;
  }
  throw cursor.refusal("the last date");
}
