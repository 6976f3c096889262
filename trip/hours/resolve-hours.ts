/**
 * Rules become windows once, for the dates that matter: what a rule says of them is written into the document
 * as exceptions, in the wall time of the place. Whoever asks `windowsOn` afterwards need not know of rules.
 */
import { type HoursException, type OpeningHours, windowsOn } from "../opening-hours.ts";
import type { Place } from "../place.ts";
import { evaluate, type HoursContext, mentionsHoliday } from "./evaluate.ts";
import { parseHours } from "./parse-hours.ts";
import type { HoursRule } from "./rule.ts";
import { intervalOf } from "./yearly.ts";

/** Date → its name in English. */
export type Holidays = ReadonlyMap<string, string>;

export interface LocalCalendar {
  /** IANA name. */
  timezone: string;
  /** Public ones of the years asked about; `null` where nobody knows the country's. */
  holidays: Holidays | null;
}

/** School holidays have no calendar; hours that turn on them are certain only where both readings agree. */
export function hoursContext({ location }: Pick<Place, "location">, calendar: LocalCalendar): HoursContext {
  const { timezone, holidays } = calendar;
  return {
    sun: { location, timezone },
    isPublicHoliday: (date) => holidays?.has(date) ?? null,
    isSchoolHoliday: () => null,
  };
}

/** The same place with its hours on these dates; places without a rule come back as they are. */
export function resolveHours<Some extends Pick<Place, "hours" | "location">>(
  place: Some,
  dates: readonly string[],
  calendar: LocalCalendar,
): Some {
  const { hours } = place;
  const rule = hours && ruleIn(hours);
  if (!rule) return place;
  const context = hoursContext(place, calendar);
  // Where a country's holidays are not known, a day is taken for an ordinary one, like at places that say nothing of them.
  const ordinary = calendar.holidays ? context : { ...context, isPublicHoliday: () => false };
  const known = new Set(hours.exceptions?.map(({ date }) => date));
  const resolved = dates
    .filter((date) => !known.has(date))
    .flatMap((date) => exceptionOn(date, hours, { rule, context: ordinary }));
  if (resolved.length === 0) return place;
  return { ...place, hours: { ...hours, exceptions: [...(hours.exceptions ?? []), ...resolved] } };
}

function ruleIn(hours: OpeningHours): HoursRule | null {
  return hours.rule === undefined ? null : parseHours(hours.rule).rule;
}

interface Resolving {
  rule: HoursRule;
  context: HoursContext;
}

/** None where an ordinary date is all it is. */
function exceptionOn(date: string, hours: OpeningHours, { rule, context }: Resolving): HoursException[] {
  const spans = evaluate(rule, date, context);
  if (spans === "unknown") return [{ date, intervals: null }];
  const usual = windowsOn(hours, date) ?? [];
  const isUsual =
    usual.length === spans.length &&
    usual.every(({ openMinute, closeMinute }, index) => {
      const span = spans[index];
      return span?.openMinute === openMinute && span.closeMinute === closeMinute;
    });
  return isUsual ? [] : [{ date, intervals: spans.map(intervalOf) }];
}

/** Whether these hours say what holds on a public holiday: by naming them, or by naming the dates they are closed on. */
export function saysHolidays(hours: OpeningHours, date: string): boolean {
  if (hours.closedDates?.length || hours.exceptions?.some((exception) => exception.date === date)) return true;
  const rule = ruleIn(hours);
  return rule !== null && mentionsHoliday(rule, "public");
}
