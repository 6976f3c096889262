/**
 * The npm package opening_hours as a second opinion: what it says minute by minute, beside what we say. It
 * takes its dates for local time, so the process runs on UTC; its place is Berlin, with its own holidays.
 */
import OpeningHours from "opening_hours";
import { addDays, datesFrom, daysBetween } from "../../../trip/calendar.ts";
import { type Day, dayOf } from "../../../trip/hours/day.ts";
import { parseHours } from "../../../trip/hours/parse-hours.ts";
import type { HoursRule } from "../../../trip/hours/rule.ts";
import { type Stretch, timelineOn } from "../../../trip/hours/timeline.ts";

process.env.TZ = "UTC";

const PLACE = { lat: 52.5, lon: 13.4 };
// The package believes coordinates only when they are text, whatever its types say.
const BERLIN = { lat: String(PLACE.lat), lon: String(PLACE.lon), address: { country_code: "de", state: "Berlin" } };
export const FROM = "2027-01-01";
export const TO = "2029-01-01";
const DAYS = daysBetween(FROM, TO);
const START_MS = Date.UTC(2027, 0, 1);
const MINUTE_MS = 60_000;

const CLOSED = 0;
const UNKNOWN = 1;
const OPEN = 2;
export const STATE_NAMES = ["closed", "unknown", "open"];

const midnight = (date: string): Date => new Date(`${date}T00:00`);
const dateOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** A state a minute of the two years. */
export type Minutes = Uint8Array;
const emptyMinutes = (): Minutes => new Uint8Array(DAYS * 1440);

/** Throws what the package throws. */
export function oracleMinutes(value: string): Minutes {
  const hours = new OpeningHours(value, BERLIN as never);
  const minutes = emptyMinutes();
  // From the day before, so that the night into the first day is there.
  const intervals = hours.getOpenIntervals(midnight(addDays(FROM, -1)), midnight(TO));
  for (const [from, to, isUnknown] of intervals) {
    const at = (date: Date): number => Math.max(0, Math.round((date.getTime() - START_MS) / MINUTE_MS));
    minutes.fill(isUnknown ? UNKNOWN : OPEN, at(from), at(to));
  }
  return minutes;
}

/** A week more on both sides: "PH -1 day" looks beyond them. */
function holidaysByOracle(value: string): Set<string> {
  const [from, to] = [addDays(FROM, -7), addDays(TO, 7)];
  const intervals = new OpeningHours(value, BERLIN as never).getOpenIntervals(midnight(from), midnight(to));
  return new Set(intervals.flatMap(([start, end]) => datesFrom(dateOf(start), addDays(dateOf(end), -1))));
}

const publicHolidays = holidaysByOracle("PH 00:00-24:00");
const schoolHolidays = holidaysByOracle("SH 00:00-24:00");

function isHoliday(which: "public" | "school", day: Day, shift: number): boolean {
  const date = addDays(day.date, -shift);
  return (which === "public" ? publicHolidays : schoolHolidays).has(date);
}

function stretchesOn(rule: HoursRule, index: number): Stretch[] {
  const sun = { location: PLACE, timezone: "UTC" };
  return timelineOn(rule, dayOf(addDays(FROM, index)), { isHoliday, sun });
}

export function ourMinutes(rule: HoursRule): Minutes {
  const minutes = emptyMinutes();
  for (let index = -1; index < DAYS; index++) {
    for (const { fromMinute, toMinute, state } of stretchesOn(rule, index)) {
      const [from, to] = [Math.max(0, index * 1440 + fromMinute), Math.max(0, index * 1440 + toMinute)];
      if (state === "open") minutes.fill(OPEN, from, to);
      // Where one night runs into the next day's hours, what is certain counts.
      else for (let at = from; at < to; at++) if (minutes[at] === CLOSED) minutes[at] = UNKNOWN;
    }
  }
  return minutes;
}

/** How far into the morning the latest night goes. */
function nightEnd(rule: HoursRule): number {
  const ends = rule.flatMap(({ times }) =>
    times.map(({ to, isOpenEnded }) => (isOpenEnded ? 480 : 0) + (typeof to === "number" ? Math.max(0, to - 1440) : 0)),
  );
  return Math.max(0, ...ends);
}

const usesSun = (rule: HoursRule): boolean =>
  rule.some(({ times }) => times.some(({ from, to }) => typeof from === "object" || (to && typeof to === "object")));

/** The first minute on which the two differ, in words; `null` when there is none. */
export function firstDifference(value: string, { everyMinute = false } = {}): string | null {
  const { rule, problem } = parseHours(value);
  if (!rule) return `refused: ${problem}`;
  const [theirs, ours] = [oracleMinutes(value), ourMinutes(rule)];
  // A night is part of the evening it begins on; the package cuts it off where another rule is for the next day.
  const morning = rule.length > 1 && !everyMinute ? nightEnd(rule) : 0;
  // Two formulas of the sun agree to a few minutes.
  const slack = usesSun(rule) ? 2 : 0;
  for (let at = 0; at < theirs.length; at++) {
    if (theirs[at] === ours[at] || at % 1440 < morning) continue;
    if (slack > 0 && isNear(theirs, ours, { at, slack })) continue;
    const date = addDays(FROM, Math.floor(at / 1440));
    const said = (minutes: Minutes): string => STATE_NAMES[minutes[at] ?? 0] ?? "";
    const clock = `${Math.floor((at % 1440) / 60)}:${String(at % 60).padStart(2, "0")}`;
    return `${date} ${clock}: package ${said(theirs)}, ours ${said(ours)}`;
  }
  return null;
}

function isNear(theirs: Minutes, ours: Minutes, { at, slack }: { at: number; slack: number }): boolean {
  const around = (minutes: Minutes): Minutes => minutes.subarray(Math.max(0, at - slack), at + slack + 1);
  return around(theirs).includes(ours[at] ?? 0) || around(ours).includes(theirs[at] ?? 0);
}
