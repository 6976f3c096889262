/**
 * What a rule says of one date, minute by minute: open, unknown, else closed. Hours after midnight belong to
 * the evening they begin on, so a later rule for the next day does not touch them.
 */
import type { Day } from "./day.ts";
import { type IsHoliday, isForDay } from "./match-dates.ts";
import { type HoursRule, MINUTES_IN_DAY, type Rule, type RuleState, selectsDates, type TimePoint } from "./rule.ts";
import { type SunPlace, sunMinute } from "./sun.ts";

export interface Stretch {
  fromMinute: number;
  toMinute: number;
  /** `open-end`: opens then, and nobody says until when. */
  state: "open" | "unknown" | "open-end";
}

export interface DateContext {
  isHoliday: IsHoliday;
  /** `null` where the place is not known: then times of the sun are not either. */
  sun: SunPlace | null;
}

/** Sorted, none overlapping, none of them closed. */
export function timelineOn(rules: HoursRule, day: Day, context: DateContext): Stretch[] {
  let matching: Rule[] = [];
  for (const rule of rules) {
    if (!isForDay(rule, day, context.isHoliday)) continue;
    const replaces = rule.separator === ";" && rule.state !== "closed" && selectsDates(rule);
    if (replaces) matching = [];
    matching.push(rule);
  }
  let line: Stretch[] = [];
  for (const rule of matching) {
    const stretches = stretchesOf(rule, day, context.sun);
    if (rule.separator === "||")
      line.push(...stretches.flatMap((stretch) => without(stretch, line)).filter(isNotClosed));
    else for (const stretch of stretches) line = painted(line, stretch);
  }
  return line.sort((a, b) => a.fromMinute - b.fromMinute);
}

type Painted = Omit<Stretch, "state"> & { state: Stretch["state"] | "closed" };

const isNotClosed = (stretch: Painted): stretch is Stretch => stretch.state !== "closed";

function painted(line: readonly Stretch[], stretch: Painted): Stretch[] {
  const rest = line.flatMap((other) => without(other, [stretch]));
  return isNotClosed(stretch) ? [...rest, stretch] : rest;
}

/** What of a stretch lies outside all others. */
function without<Part extends Painted>(stretch: Part, others: readonly Painted[]): Part[] {
  let parts = [stretch];
  for (const { fromMinute, toMinute } of others) {
    parts = parts.flatMap((part) => {
      if (part.toMinute <= fromMinute || part.fromMinute >= toMinute) return [part];
      const before = { ...part, toMinute: fromMinute };
      const after = { ...part, fromMinute: toMinute };
      return [before, after].filter((left) => left.toMinute > left.fromMinute);
    });
  }
  return parts;
}

function stretchesOf(rule: Rule, day: Day, sun: SunPlace | null): Painted[] {
  const { times, state } = rule;
  // "Off" takes the night that begins on that day, too.
  const endOfAll = state === "closed" ? 3 * MINUTES_IN_DAY : MINUTES_IN_DAY;
  if (times.length === 0) return [{ fromMinute: 0, toMinute: endOfAll, state }];
  const starts = times.map(({ from }) => minuteOn(from, day, sun));
  return times.flatMap((span, index): Painted[] => {
    const fromMinute = starts[index] ?? null;
    const end = span.to === null ? null : minuteOn(span.to, day, sun);
    const isUnknowable = fromMinute === null || (span.to !== null && end === null);
    if (isUnknowable) return [unknowable(fromMinute, end, state)];
    const toMinute = end === null ? null : wrapped(fromMinute, end, span);
    const known = knownStretch(fromMinute, toMinute, state);
    if (!span.isOpenEnded) {
      return span.to === null ? [{ fromMinute, toMinute: fromMinute + 1, state: asUnknown(state) }] : known;
    }
    const opensAt = toMinute ?? fromMinute;
    const next = starts.slice(index + 1).find((start) => start !== null && start > opensAt);
    const until = Math.min(likelyEnd(opensAt), next ?? Number.POSITIVE_INFINITY);
    return [...known, { fromMinute: opensAt, toMinute: until, state: state === "open" ? "open-end" : state }];
  });
}

function knownStretch(fromMinute: number, toMinute: number | null, state: RuleState): Painted[] {
  return toMinute === null || toMinute <= fromMinute ? [] : [{ fromMinute, toMinute, state }];
}

/** Where the sun's times are not known, between what is known of them. */
function unknowable(from: number | null, to: number | null, state: RuleState): Painted {
  const fromMinute = from ?? 0;
  return { fromMinute, toMinute: Math.max(to ?? MINUTES_IN_DAY, fromMinute + 1), state: asUnknown(state) };
}

const asUnknown = (state: RuleState): RuleState => (state === "open" ? "unknown" : state);

/** No closing time is known; by then even a bar has closed. */
function likelyEnd(opensAt: number): number {
  if (opensAt >= 1_320) return opensAt + 480;
  return opensAt >= 1_020 ? opensAt + 600 : MINUTES_IN_DAY;
}

function minuteOn(point: TimePoint, day: Day, sun: SunPlace | null): number | null {
  if (typeof point === "number") return point;
  const minute = sun && sunMinute(point.event, day, sun);
  return minute === null ? null : minute + point.addMinutes;
}

const EVENING: readonly unknown[] = ["sunset", "dusk"];
const MORNING: readonly unknown[] = ["sunrise", "dawn"];

/**
 * "sunset-02:00" and "22:00-sunrise" end on the next day. "16:00-sunset" does not: where the sun sets before four,
 * that is no time at all.
 */
function wrapped(from: number, to: number, { from: start, to: end }: Rule["times"][number]): number {
  const isOvernight =
    (typeof start !== "number" && EVENING.includes(start.event)) ||
    (end !== null && typeof end !== "number" && MORNING.includes(end.event));
  return isOvernight && to <= from ? to + MINUTES_IN_DAY : to;
}
