/** The times of a day: spans, ends left open, points in time, the sun. */
import type { Cursor } from "./cursor.ts";
import { MINUTES_IN_DAY, type TimePoint, type TimeSpan } from "./rule.ts";
import { NotUnderstood, type Token } from "./tokens.ts";

export function startsTime(cursor: Cursor, ahead = 0): boolean {
  const isHour =
    (cursor.numberAt(ahead) ?? 99) <= 24 && (cursor.isSymbol("-", ahead + 1) || cursor.isSymbol("+", ahead + 1));
  return cursor.isKind("clock", ahead) || cursor.isKind("event", ahead) || cursor.isSymbol("(", ahead) || isHour;
}

/** "09:00-12:00,13:00-17:00", "sunrise-(sunset-01:00)", "18:00+". */
export function takeTimes(cursor: Cursor): TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (;;) {
    const { span, isVague } = takeSpan(cursor);
    const before = spans.at(-1)?.from;
    if (isVague && typeof before === "number" && typeof span.from === "number" && span.from < before) {
      throw vague(cursor);
    }
    spans.push(span);
    if (startsTime(cursor, 1) && cursor.takeSymbol(",")) continue;
    if (!startsTime(cursor)) return spans;
  }
}

const vague = (cursor: Cursor): NotUnderstood =>
  new NotUnderstood(
    `Times before "${cursor.peek()?.text ?? "the end"}" may be of the morning or of the afternoon: write them as 09:00 or 21:00.`,
  );

interface Point {
  point: TimePoint;
  clock: Extract<Token, { kind: "clock" }> | null;
}

function takeSpan(cursor: Cursor): { span: TimeSpan; isVague: boolean } {
  const from = takePoint(cursor);
  const isVague = from.clock?.isVague ?? false;
  if (typeof from.point === "number" && from.point >= MINUTES_IN_DAY) {
    throw new NotUnderstood('Times have to begin before 24:00; "24:00" is an end.');
  }
  if (cursor.takeSymbol("+")) return { span: { from: from.point, to: null, isOpenEnded: true }, isVague };
  // "18:00-late".
  if (cursor.isSymbol("-") && cursor.isSymbol("+", 1)) {
    cursor.skip(2);
    return { span: { from: from.point, to: null, isOpenEnded: true }, isVague };
  }
  if (!cursor.takeSymbol("-")) {
    if (from.clock && !from.clock.text.includes(":")) throw cursor.refusal("the end of the opening time");
    return { span: { from: from.point, to: null, isOpenEnded: false }, isVague };
  }
  const to = endAfter(from, takePoint(cursor), cursor);
  const isOpenEnded = cursor.takeSymbol("+");
  if (cursor.takeSymbol("/")) takePeriod(cursor);
  return { span: { from: from.point, to, isOpenEnded }, isVague };
}

/** At or before its beginning, an end is on the following day. */
function endAfter(from: Point, to: Point, cursor: Cursor): TimePoint {
  if (from.clock && to.clock && from.clock.hasMeridiem !== to.clock.hasMeridiem) {
    const plain = from.clock.hasMeridiem ? to.clock : from.clock;
    if (plain.isVague) throw vague(cursor);
  }
  if (typeof from.point !== "number" || typeof to.point !== "number") return to.point;
  if (to.point > from.point) {
    if (to.point - from.point > MINUTES_IN_DAY) throw new NotUnderstood("Opening times are no longer than a day.");
    return to.point;
  }
  const isBare = to.point === from.point && to.clock?.text.includes(":") === false;
  if (isBare || (to.clock?.isVague && from.point < 780)) throw vague(cursor);
  return to.point + MINUTES_IN_DAY;
}

function takePoint(cursor: Cursor): Point {
  const token = cursor.peek();
  if (token?.kind === "clock") {
    cursor.skip();
    return { point: token.minute, clock: token };
  }
  if (token?.kind === "number" && token.number <= 24) {
    cursor.skip();
    const isVague = token.number >= 1 && token.number <= 11 && !token.text.startsWith("0");
    const clock = { kind: "clock", text: token.text, minute: token.number * 60, isVague, hasMeridiem: false } as const;
    return { point: clock.minute, clock };
  }
  if (token?.kind === "event") {
    cursor.skip();
    return { point: { event: token.event, addMinutes: 0 }, clock: null };
  }
  if (!cursor.takeSymbol("(")) throw cursor.refusal("a time such as 09:30");
  return { point: takeEventOffset(cursor), clock: null };
}

/** Of "(sunset-01:00)", behind the bracket. */
function takeEventOffset(cursor: Cursor): TimePoint {
  const event = cursor.peek();
  if (event?.kind !== "event") throw cursor.refusal("sunrise, sunset, dawn or dusk");
  cursor.skip();
  const sign = cursor.isSymbol("-") ? -1 : 1;
  if (!cursor.isSymbol("+") && !cursor.isSymbol("-")) throw cursor.refusal('"+" or "-"');
  cursor.skip();
  const offset = cursor.peek();
  if (offset?.kind !== "clock") throw cursor.refusal("hours and minutes such as 01:00");
  cursor.skip();
  if (!cursor.takeSymbol(")")) throw cursor.refusal('")"');
  return { event: event.event, addMinutes: sign * offset.minute };
}

/** "10:00-16:00/01:30": tours on the hour and a half. Between the first and the last the door is open. */
function takePeriod(cursor: Cursor): void {
  const token = cursor.peek();
  if (token?.kind !== "clock" && token?.kind !== "number") throw cursor.refusal("how many minutes lie between");
  cursor.skip();
}
