/**
 * A title that names a weekday ("Tuesday: Belém", "Dinner on Friday", "Sat 15 May") must mean the weekday
 * of its date. A weekday that is part of a name (the Friday Mosque, a Sunday market) says nothing.
 */
import { WEEKDAYS, type WeekdayName, weekdayOf } from "../calendar.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedDay } from "./context.ts";
import { capital, dayName } from "./phrases.ts";
import { datesNear } from "./remedies.ts";

const FULL = "(mon|tues|wednes|thurs|fri|satur|sun)day";
const SHORT = "(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\.?";
const DAY_NUMBER = "(?:day \\d+\\s*[:,(–—-]*\\s*)?";
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b";
const DATE = `(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?\\.? ${MONTH}|${MONTH} \\d|\\d{1,2}(?:st|nd|rd|th)\\b)`;
const TIME_OF_DAY = "(?:morning|noon|afternoon|evening|night)\\b(?! market)";
/** Only where a weekday stands as a date does, and not as part of a name. */
const SAID = [
  `^${DAY_NUMBER}${FULL}\\s*(?:$|[:,)]|\\s[(–—-])`,
  `^${DAY_NUMBER}${SHORT}\\s*:`,
  `\\bon ${FULL}\\s*(?:$|[,.:;)(–—]|-\\s|at\\b|\\d|${TIME_OF_DAY})`,
  `\\(${FULL}\\b`,
  `\\(${SHORT}[,) ]`,
  `\\b${FULL},? ${DATE}`,
  `\\b${SHORT},? ${DATE}`,
  `^${DAY_NUMBER}${FULL} ${TIME_OF_DAY}`,
].map((pattern) => new RegExp(pattern, "i"));
const MENTIONED = /\b(?:mon|tue|wed|thu|fri|sat|sun)/i;
/** Long enough for any day's or item's name; nobody reads a novel for its weekdays. */
const READ_CHARACTERS = 200;

/** The weekday a title says it is for; `null` where it says none, or more than one. */
export function weekdaySaid(title: string): WeekdayName | null {
  const text = title.slice(0, READ_CHARACTERS);
  if (!MENTIONED.test(text)) return null;
  const said = new Set(
    SAID.flatMap((pattern) => {
      const short = pattern.exec(text)?.[1]?.slice(0, 3).toLowerCase();
      return short ? WEEKDAYS.filter((weekday) => weekday.startsWith(short)) : [];
    }),
  );
  const [only] = said;
  return said.size === 1 && only ? only : null;
}

export function weekdayRule(context: CheckContext): Violation[] {
  return context.days.flatMap((day) => [
    ...judge(context, day, day.path, day.day.title ?? ""),
    ...day.items.flatMap(({ item, path, place }) =>
      judge(context, day, path, place ? item.title.replace(place.name, "") : item.title),
    ),
  ]);
}

function judge({ trip }: CheckContext, { day: { date } }: JudgedDay, path: string, title: string): Violation[] {
  const said = weekdaySaid(title);
  const is = weekdayOf(date);
  if (said === null || said === is) return [];
  const message = `"${title.trim()}" says ${capital(said)}; it is dated ${dayName(date)}.`;
  const meant = datesNear(date, trip.startDate, trip.endDate).find((other) => weekdayOf(other) === said);
  const fix = meant
    ? `move it to ${dayName(meant)}, or call it ${capital(is)}`
    : `call it ${capital(is)}: the trip has no ${capital(said)}`;
  return [violation("weekday_mismatch", path, message, { expected: capital(is), actual: capital(said), fix })];
}
