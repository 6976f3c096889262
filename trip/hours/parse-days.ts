/** Which days of the week a rule is for, and which holidays. */
import { type Cursor, takeDayOffset } from "./cursor.ts";
import type { DayRange, Holiday } from "./rule.ts";
import { NotUnderstood } from "./tokens.ts";

export function startsDay(cursor: Cursor, ahead = 0): boolean {
  return cursor.isKind("weekdays", ahead) || cursor.isKind("holiday", ahead);
}

/** "Mo-Fr,PH" are alternatives; in "PH Mo-Fr" the holidays narrow the weekdays. */
export function takeDays(cursor: Cursor): { days: DayRange[]; holidays: Holiday[] } {
  const first = takeList(cursor);
  if (!startsDay(cursor)) return { days: first, holidays: [] };
  const between = cursor.peek()?.text ?? "";
  const second = takeList(cursor);
  for (const [holidays, days] of [
    [first, second],
    [second, first],
  ]) {
    if (holidays?.every(isHoliday) && days && !days.some(isHoliday)) return { days, holidays };
  }
  throw new NotUnderstood(`Expected a comma or ";" before "${between}".`);
}

const isHoliday = (range: DayRange): range is Holiday => range.kind === "holiday";

function takeList(cursor: Cursor): DayRange[] {
  const ranges = [takeRange(cursor)];
  while (startsDay(cursor, 1) && cursor.takeSymbol(",")) ranges.push(takeRange(cursor));
  return ranges;
}

function takeRange(cursor: Cursor): DayRange {
  const token = cursor.peek();
  if (token?.kind === "holiday") {
    cursor.skip();
    return { kind: "holiday", which: token.which, addDays: takeDayOffset(cursor) };
  }
  if (token?.kind !== "weekdays") throw cursor.refusal("a day of the week");
  cursor.skip();
  const isSingle = token.from === token.to;
  if (isSingle && cursor.takeSymbol("[")) {
    const nths = takeNths(cursor);
    return { kind: "nth", weekday: token.from, nths, addDays: takeDayOffset(cursor) };
  }
  const last = cursor.peek(1);
  if (cursor.isSymbol("-") && last?.kind === "weekdays") {
    if (!isSingle || last.from !== last.to) throw cursor.refusal("one day of the week on either side");
    cursor.skip(2);
    return { kind: "weekdays", from: token.from, to: last.to };
  }
  return { kind: "weekdays", from: token.from, to: token.to };
}

/** Of "Mo[1,3-4,-1]", behind the bracket. */
function takeNths(cursor: Cursor): number[] {
  const nths: number[] = [];
  do {
    const from = takeNth(cursor);
    const to = cursor.takeSymbol("-") ? takeNth(cursor) : from;
    if (to < from || from * to < 0) throw new NotUnderstood(`"[${from}-${to}]" runs backwards.`);
    for (let nth = from; nth <= to; nth++) nths.push(nth);
  } while (cursor.takeSymbol(","));
  if (!cursor.takeSymbol("]")) throw cursor.refusal('"]"');
  return nths;
}

function takeNth(cursor: Cursor): number {
  const sign = cursor.takeSymbol("-") ? -1 : 1;
  const nth = sign * cursor.takeNumber("which of the month's, 1 to 5 or -1 to -5,");
  if (nth === 0 || Math.abs(nth) > 5) throw new NotUnderstood(`No month has a weekday number ${nth}: expected 1 to 5.`);
  return nth;
}
