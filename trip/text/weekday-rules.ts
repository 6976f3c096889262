/** Rules for days of the week: "next Friday", "Thursday to Sunday next week", "a week from Saturday", "the first Monday of June". */
import { addDays } from "../calendar.ts";
import {
  firstOfMonth,
  lastOfMonth,
  MONTH,
  mondayOf,
  readMonth,
  readWeekday,
  WEEKDAY,
  weekdayFrom,
  yearOf,
} from "./date-words.ts";
import { readYear, SAID_YEAR } from "./exact-dates.ts";
import { NUMBER, ORDINAL, readNumber, readOrdinal } from "./numbers.ts";
import { phrase } from "./reading.ts";
import { found, said, startsOn, type WhenRule, windowOf } from "./when-rule.ts";

const DAY_NAME = `${WEEKDAY}|mon|tues?|weds?|thur?s?|fri|sat|sun`;
const FRIDAY = 4;
const SUNDAY = 6;

/** "Friday" is the coming one, never today; "next Friday" is that of next week, weeks starting on Monday. */
export function saidWeekday(word: string, which: string, today: string): string {
  const weekday = readWeekday(word);
  if (/next/i.test(which)) return addDays(mondayOf(today), 7 + weekday);
  return weekdayFrom(addDays(today, 1), weekday);
}

const weeksOf = (text = ""): number => readNumber(text.replace(/^a (couple|few).*/i, "$1")) ?? 1;

/** Before "next week" is read as a window of its own. */
export const WEEKDAY_RANGE_RULES: readonly WhenRule[] = [
  {
    pattern: phrase(
      `(?:from |on )?(?:the )?(next week,? (?:from )?|next |this |coming )?(${DAY_NAME}) ?(?:-|to|until|till?|through|thru) ?(?:the )?(?:following )?(${DAY_NAME})(,? (?:of )?next week)?`,
    ),
    read(match, { today }) {
      const [, which = "", first = "", last = "", nextWeek = ""] = match;
      const start = saidWeekday(first, which + nextWeek, today);
      return found({ kind: "range", start, end: weekdayFrom(addDays(start, 1), readWeekday(last)), said: said(match) });
    },
  },
  {
    pattern: phrase(
      `(?:starting |from |leaving |on )*(?:(${NUMBER}|a|a couple of) weeks? (?:from|after|on) (?:this |next |coming )?(${WEEKDAY})|(${WEEKDAY}) week)`,
    ),
    read: (match, { today }) =>
      startsOn(addDays(saidWeekday(match[2] ?? match[3] ?? "", "", today), 7 * weeksOf(match[1])), match),
  },
  {
    pattern: phrase(
      `(?:in (${NUMBER}|a couple of) weekends(?:' time)?|(${NUMBER}|a couple of) weekends from (?:now|today))`,
    ),
    read(match, { today }) {
      const sunday = addDays(weekdayFrom(today, SUNDAY), 7 * weeksOf(match[1] ?? match[2]));
      return windowOf({ start: addDays(sunday, -2), end: sunday, said: said(match), fill: true });
    },
  },
  {
    pattern: phrase(
      `(?:starting |from |on )*(?:the )?(${ORDINAL}) (${WEEKDAY}) (?:of|in) (?:the )?(${MONTH})(${SAID_YEAR}(?!\\d))?`,
    ),
    read(match, { from }) {
      const [, ordinal = "", weekday = "", month = "", saidYear] = match;
      const of = (year: number): string =>
        nthWeekday(year, readMonth(month), readWeekday(weekday), readOrdinal(ordinal));
      const year = readYear(saidYear, from) ?? (of(yearOf(from)) >= from ? yearOf(from) : yearOf(from) + 1);
      return startsOn(of(year), match);
    },
  },
];

function nthWeekday(year: number, month: number, weekday: number, ordinal: number): string {
  if (ordinal < 0) return weekdayFrom(addDays(lastOfMonth(year, month), -6), weekday);
  return addDays(weekdayFrom(firstOfMonth(year, month), weekday), 7 * (ordinal - 1));
}

/** "But not on Sunday" names no day to leave. */
const NOT_REFUSED = "(?<!(?:not|never|except|avoid|avoiding)(?: (?:on|for))? )";

export const WEEKDAY_RULES: readonly WhenRule[] = [
  {
    pattern: phrase(
      `${NOT_REFUSED}(?:(?:back|home|until|till?|return(?:ing)?|through)(?: home)?(?: on| by)?) (?:the )?(next |this |coming |following )?(${DAY_NAME})( next week)?(?: morning| evening| night| afternoon)?`,
    ),
    read(match, { today }) {
      const end = saidWeekday(match[2] ?? "", (match[1] ?? "") + (match[3] ?? ""), today);
      return found({ kind: "end", end, said: said(match) });
    },
  },
  {
    pattern: phrase(
      `${NOT_REFUSED}(?:(?:from|on|starting|leaving|leave|arriving|arrive|departing|depart|flying (?:home|back|out)|going home)(?: on)? )?(?:the )?(next |this |coming )?(${WEEKDAY})( next week)?(?: morning| evening| night| afternoon)?`,
    ),
    read: (match, { today }) =>
      startsOn(saidWeekday(match[2] ?? "", (match[1] ?? "") + (match[3] ?? ""), today), match),
  },
];

/** Friday to Sunday, or what is left of it on a Saturday; on a Sunday the weekend to come is meant. */
export function comingWeekend(today: string): { start: string; end: string } {
  const isSunday = weekdayFrom(today, SUNDAY) === today;
  const sunday = weekdayFrom(isSunday ? addDays(today, 1) : today, SUNDAY);
  const friday = addDays(sunday, FRIDAY - SUNDAY);
  return { start: friday < today ? today : friday, end: sunday };
}
