/**
 * The open hours of one calendar date. What nobody knows is kept apart from closed: a comment ("by
 * appointment"), a school holiday we have no calendar of, a sunset without a place.
 */
import { addDays } from "../calendar.ts";
import { type Day, dayOf } from "./day.ts";
import type { IsHoliday } from "./match-dates.ts";
import { type Holiday, type HoursRule, MINUTES_IN_DAY } from "./rule.ts";
import type { SunPlace } from "./sun.ts";
import { type Stretch, timelineOn } from "./timeline.ts";

export interface OpenSpan {
  openMinute: number;
  /** Exceeds 1440 after midnight; at most a day after it opened. */
  closeMinute: number;
}

export interface HoursContext {
  sun: SunPlace | null;
  /** `null` where the holidays of the country are not known. */
  isPublicHoliday: (date: string) => boolean | null;
  isSchoolHoliday: (date: string) => boolean | null;
}

/** Who writes "18:00+" is open for at least so long: the least that is safe to plan with. */
const OPEN_END_MINUTES = 180;

/** Empty is closed. Certain hours of a day whose rest is unknown are its hours. */
export function evaluate(rule: HoursRule, date: string, context: HoursContext): OpenSpan[] | "unknown" {
  const day = dayOf(date);
  const worlds = worldsOn(rule, day, context);
  const spans = worlds.map((line) => spansOf(line));
  const [first = [], ...others] = spans;
  const certain = others.reduce(common, first);
  if (certain.length > 0) return certain;
  const isClosed = worlds.every((line) => line.every(({ fromMinute }) => fromMinute >= MINUTES_IN_DAY));
  return isClosed ? [] : "unknown";
}

/** With holidays nobody knows of there is one world in which the day is one, and one in which it is not. */
function worldsOn(rule: HoursRule, day: Day, context: HoursContext): Stretch[][] {
  const unknown = new Set<Holiday["which"]>();
  const lines: Stretch[][] = [];
  for (const assumed of WORLDS) {
    if (!assumed.every((which) => unknown.has(which))) continue;
    const isHoliday: IsHoliday = (which, of, addDays) => {
      const known = holidayOn(context, which, shifted(of, -addDays));
      if (known === null) unknown.add(which);
      return known ?? assumed.includes(which);
    };
    lines.push(timelineOn(rule, day, { isHoliday, sun: context.sun }));
  }
  return lines;
}

const WORLDS: readonly (readonly Holiday["which"][])[] = [[], ["public"], ["school"], ["public", "school"]];

function holidayOn(context: HoursContext, which: Holiday["which"], date: string): boolean | null {
  return which === "public" ? context.isPublicHoliday(date) : context.isSchoolHoliday(date);
}

function shifted({ date }: Day, days: number): string {
  return days === 0 ? date : addDays(date, days);
}

/** Whether a rule speaks of such holidays at all. */
export function mentionsHoliday(rules: HoursRule, which: Holiday["which"]): boolean {
  return rules.some(
    ({ days, holidays }) =>
      holidays.some((holiday) => holiday.which === which) ||
      days.some((range) => range.kind === "holiday" && range.which === which),
  );
}

function spansOf(line: readonly Stretch[]): OpenSpan[] {
  const isCertain = line.some(({ state }) => state === "open");
  const spans: OpenSpan[] = [];
  for (const { fromMinute, toMinute, state } of line) {
    if (state === "unknown" || (state === "open-end" && isCertain)) continue;
    const closeMinute = state === "open-end" ? Math.min(toMinute, fromMinute + OPEN_END_MINUTES) : toMinute;
    const before = spans.at(-1);
    if (before && before.closeMinute >= fromMinute) before.closeMinute = closeMinute;
    else spans.push({ openMinute: fromMinute, closeMinute });
  }
  return (
    spans
      // Rest of a night of which the evening is taken away: nobody looks for it under the evening's date.
      .filter(({ openMinute }) => openMinute < MINUTES_IN_DAY)
      .map(({ openMinute, closeMinute }) => {
        return { openMinute, closeMinute: Math.min(closeMinute, openMinute + MINUTES_IN_DAY) };
      })
  );
}

/** The minutes both have. */
function common(some: readonly OpenSpan[], others: readonly OpenSpan[]): OpenSpan[] {
  return some.flatMap((span) =>
    others.flatMap((other) => {
      const openMinute = Math.max(span.openMinute, other.openMinute);
      const closeMinute = Math.min(span.closeMinute, other.closeMinute);
      return closeMinute > openMinute ? [{ openMinute, closeMinute }] : [];
    }),
  );
}
