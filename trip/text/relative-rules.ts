/** Rules for times counted from today: tomorrow, next Friday, in two weeks, this weekend, next month. */
import { addDays } from "../calendar.ts";
import {
  firstOfMonth,
  lastOfMonth,
  MONTH,
  mondayOf,
  monthOf,
  readWeekday,
  WEEKDAY,
  weekdayFrom,
  weekdayIndex,
  yearOf,
} from "./date-words.ts";
import { NUMBER, readNumber } from "./numbers.ts";
import { phrase } from "./reading.ts";
import { found, said, type WhenFound, type WhenRule, windowOf } from "./when-rule.ts";

const COUNT = `${NUMBER}|a couple of|a few|a|an`;
const FRIDAY = 4;
const SUNDAY = 6;

const countOf = (text = ""): number => readNumber(text.replace(/^a (couple|few).*/i, "$1")) ?? 1;

const starts = (start: string, match: RegExpExecArray): Omit<WhenFound, "index"> =>
  found({ kind: "start", start, said: said(match), isExact: false });

function addMonths(date: string, months: number): string {
  const first = firstOfMonth(yearOf(date), monthOf(date) + months);
  const last = lastOfMonth(yearOf(first), monthOf(first));
  const day = addDays(first, Number(date.slice(8)) - 1);
  const isInMonth = day <= last;
  return isInMonth ? day : last;
}

function ahead(count: number, unit: string, from: string): string {
  if (/month/i.test(unit)) return addMonths(from, count);
  return addDays(from, count * (/fortnight/i.test(unit) ? 14 : /week/i.test(unit) ? 7 : 1));
}

/** "Friday" is the coming one, never today; "next Friday" is that of next week, weeks starting on Monday. */
function saidWeekday(word: string, which: string, today: string): string {
  const weekday = readWeekday(word);
  if (/next/i.test(which)) return addDays(mondayOf(today), 7 + weekday);
  return weekdayFrom(addDays(today, 1), weekday);
}

/** Friday to Sunday, or what is left of it on a Saturday; on a Sunday the weekend to come is meant. */
function comingWeekend(today: string): { start: string; end: string } {
  const sunday = weekdayFrom(weekdayIndex(today) === SUNDAY ? addDays(today, 1) : today, SUNDAY);
  const friday = addDays(sunday, -2);
  return { start: friday < today ? today : friday, end: sunday };
}

const LENGTH_WORD = /\b(?:days?|nights?|week|weekend|fortnight)\b/i;
const TIME_WORD = new RegExp(`\\b(?:${MONTH}|next|spring|summer|autumn|fall|winter|easter|christmas)\\b`, "iu");

/** "Rome in 3 days" is a length; "a weekend in Rome in 10 days" is a start, unless it is said when. */
function isStartInDays(match: RegExpExecArray, rest: string): boolean {
  const other = rest.replace(match[0], " ");
  if (LENGTH_WORD.test(other)) return true;
  return countOf(match[1]) > 7 && !TIME_WORD.test(other);
}

const NEAR_RULES: readonly WhenRule[] = [
  {
    pattern: phrase("(?:from |on |starting |leaving )*(?:the )?day after tomorrow"),
    read: (match, { today }) => starts(addDays(today, 2), match),
  },
  {
    pattern: phrase("a week from (?:today|now)"),
    read: (match, { today }) => starts(addDays(today, 7), match),
  },
  {
    pattern: phrase("(?:from |starting |leaving )*tomorrow(?: morning| evening| night| afternoon)?"),
    read: (match, { today }) => starts(addDays(today, 1), match),
  },
  {
    /** Refused later, as any date in the past: whoever asks for it hears why. */
    pattern: phrase("(?:from |starting |leaving )*yesterday"),
    read: (match, { today }) => starts(addDays(today, -1), match),
  },
  {
    pattern: phrase("(?:from |starting |leaving )*(?:today|tonight|right now)"),
    read: (match, { today }) => starts(today, match),
  },
  {
    pattern: phrase("as soon as possible|asap|any ?time soon|soon"),
    read: (match, { today }) => windowOf({ start: addDays(today, 3), end: addDays(today, 24), said: said(match) }),
  },
];

const COUNTED_RULES: readonly WhenRule[] = [
  {
    pattern: phrase(`(?:with)?in (?:the )?(?:next|coming) (?:(${COUNT}) )?(weeks?|months?)`),
    read: (match, { today }) =>
      windowOf({ start: addDays(today, 1), end: ahead(countOf(match[1]), match[2] ?? "", today), said: said(match) }),
  },
  {
    pattern: phrase("(?:(?:in|over|during) )?(?:the )?(?:coming|next few|next couple of) (weeks|months)"),
    read: (match, { today }) =>
      windowOf({ start: addDays(today, 1), end: ahead(3, match[1] ?? "", today), said: said(match) }),
  },
  {
    pattern: phrase(`within (${COUNT}) (weeks?|months?)`),
    read: (match, { today }) =>
      windowOf({ start: addDays(today, 1), end: ahead(countOf(match[1]), match[2] ?? "", today), said: said(match) }),
  },
  {
    pattern: phrase(
      `(?:starting |leaving |from )?in (?:about |around )?(${COUNT}) (weeks?|months?|fortnights?)(?:'? time)?`,
    ),
    read: (match, { today }) => starts(ahead(countOf(match[1]), match[2] ?? "", today), match),
  },
  {
    pattern: phrase(`in (${COUNT}) days'? time`),
    read: (match, { today }) => starts(addDays(today, countOf(match[1])), match),
  },
  {
    pattern: phrase(`in (${NUMBER}) days`),
    read: (match, { today, rest }) =>
      isStartInDays(match, rest) ? starts(addDays(today, countOf(match[1])), match) : null,
  },
  {
    pattern: phrase(`(${COUNT}) (days?|weeks?|months?) from (?:now|today)`),
    read: (match, { today }) => starts(ahead(countOf(match[1]), match[2] ?? "", today), match),
  },
  {
    pattern: phrase(`(?:a week on (${WEEKDAY})|(${WEEKDAY}) week)`),
    read: (match, { today }) => starts(addDays(saidWeekday(match[1] ?? match[2] ?? "", "", today), 7), match),
  },
];

const WEEKEND_RULES: readonly WhenRule[] = [
  {
    pattern: phrase(
      "(?:for |over )?(?:the |our )?(?:next|coming|this|upcoming) (?:long|extended|bank holiday) weekend",
    ),
    read(match, { today }) {
      const start = weekdayFrom(today, FRIDAY);
      return windowOf({ start, end: addDays(start, 3), said: said(match), fill: true });
    },
  },
  {
    pattern: phrase("(?:for |over |on )?(?:the )?weekend after next"),
    read(match, { today }) {
      const start = addDays(mondayOf(today), 14 + FRIDAY);
      return windowOf({ start, end: addDays(start, 2), said: said(match), fill: true });
    },
  },
  {
    pattern: phrase("(?:for |over |on |during )?(?:the )?(?:this|coming|upcoming) (?:coming )?week-?end"),
    read: (match, { today }) => windowOf({ ...comingWeekend(today), said: said(match), fill: true }),
  },
  {
    pattern: phrase("(?:for |over |on )?(?:the )?(?:next week-?end|week-?end next week)"),
    read(match, { today }) {
      const start = addDays(mondayOf(today), 7 + FRIDAY);
      return windowOf({ start, end: addDays(start, 2), said: said(match), fill: true });
    },
  },
];

/** "But not on Sunday" names no day to leave. */
const NOT_REFUSED = "(?<!(?:not|never|except|avoid|avoiding)(?: (?:on|for))? )";

const WEEKDAY_RULES: readonly WhenRule[] = [
  {
    pattern: phrase(
      `(?:from |on )?(?:the )?(next |this |coming )?(${WEEKDAY}|mon|tues?|wed|thur?s?|fri|sat|sun) ?(?:-|to|until|till|through) ?(${WEEKDAY}|mon|tues?|wed|thur?s?|fri|sat|sun)( next week)?`,
    ),
    read(match, { today }) {
      const [, which = "", first = "", last = "", nextWeek = ""] = match;
      const start = saidWeekday(first, which + nextWeek, today);
      return found({ kind: "range", start, end: weekdayFrom(addDays(start, 1), readWeekday(last)), said: said(match) });
    },
  },
  {
    pattern: phrase(
      `${NOT_REFUSED}(?:(?:from|on|starting|leaving|arriving|departing)(?: on)? )?(?:the )?(next |this |coming )?(${WEEKDAY})( next week)?(?: morning| evening| night| afternoon)?`,
    ),
    read: (match, { today }) => starts(saidWeekday(match[2] ?? "", (match[1] ?? "") + (match[3] ?? ""), today), match),
  },
];

/** Part of a calendar unit counted from today. */
const UNIT_RULES: readonly WhenRule[] = [
  {
    pattern: phrase("(?:for |in |during |over )?(?:the )?(?:next|following|coming) week"),
    read(match, { today }) {
      const start = addDays(mondayOf(today), 7);
      return windowOf({ start, end: addDays(start, 6), said: said(match) });
    },
  },
  {
    pattern: phrase("(?:later |during |in )*this week"),
    read: (match, { today }) =>
      windowOf({ start: today, end: addDays(mondayOf(today), 6), said: said(match), orElse: null }),
  },
  {
    pattern: phrase(
      "(?:(?:in|during|for|sometime|some time|at|by) )*(?:the )?(?:(beginning|start|middle|end) of )?(?:the )?(next|this|coming|following|(?<=(?:beginning|start|middle|end) of )the|(?<=of the)) ?month",
    ),
    read(match, { today }) {
      const first = firstOfMonth(
        yearOf(today),
        monthOf(today) + (/next|coming|following/i.test(match[2] ?? "") ? 1 : 0),
      );
      const window = partOfMonth(yearOf(first), monthOf(first), match[1] ?? "");
      const isUnderWay = window.start < today;
      return windowOf({ start: isUnderWay ? today : window.start, end: window.end, said: said(match) });
    },
  },
];

/** Days 1–10, 11–20, 21–end for the thirds of a month; halves split after the 15th. */
export function partOfMonth(year: number, month: number, part: string): { start: string; end: string } {
  const first = firstOfMonth(year, month);
  const last = lastOfMonth(year, month);
  if (/first half/i.test(part)) return { start: first, end: addDays(first, 14) };
  if (/second half/i.test(part)) return { start: addDays(first, 15), end: last };
  if (/early|begin|start|first/i.test(part)) return { start: first, end: addDays(first, 9) };
  if (/mid/i.test(part)) return { start: addDays(first, 10), end: addDays(first, 19) };
  if (/late|end|last/i.test(part)) return { start: addDays(first, 20), end: last };
  return { start: first, end: last };
}

export const RELATIVE_RULES: readonly WhenRule[] = [
  ...NEAR_RULES,
  ...COUNTED_RULES,
  ...WEEKEND_RULES,
  ...UNIT_RULES,
  ...WEEKDAY_RULES,
];
