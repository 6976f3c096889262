/** Rules for times counted from today: tomorrow, next Friday, in two weeks, this weekend, next month. */
import { addDays } from "../calendar.ts";
import { firstOfMonth, lastOfMonth, MONTH, mondayOf, monthOf, weekdayFrom, yearOf } from "./date-words.ts";
import { NUMBER, readNumber } from "./numbers.ts";
import { phrase } from "./reading.ts";
import { comingWeekend, WEEKDAY_RANGE_RULES, WEEKDAY_RULES } from "./weekday-rules.ts";
import { said, startsOn, type WhenRule, windowOf } from "./when-rule.ts";

const COUNT = `${NUMBER}|a couple of|a few|a|an`;
const FRIDAY = 4;

const countOf = (text = ""): number => readNumber(text.replace(/^a (couple|few).*/i, "$1")) ?? 1;

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

const LENGTH_WORD = /\b(?:days?|nights?|week|weekend|fortnight)\b/i;
const TIME_WORD = new RegExp(`\\b(?:${MONTH}|next|spring|summer|autumn|fall|winter|easter|christmas)\\b`, "iu");

/** "Rome in 3 days" is a length; "a weekend in Rome in 10 days" is a start, unless it is said when. */
function isStartInDays(match: RegExpExecArray, rest: string): boolean {
  const other = rest.replace(match[0], " ");
  if (LENGTH_WORD.test(other)) return true;
  return countOf(match[1]) > 7 && !TIME_WORD.test(other);
}

/** Before "today" is taken by itself. */
const FROM_TODAY_RULES: readonly WhenRule[] = [
  {
    pattern: phrase(
      `(?:starting |leaving |from |in )?(?:about |around )?(${COUNT}) (days?|weeks?|months?|fortnights?) from (?:now|today)`,
    ),
    read: (match, { today }) => startsOn(ahead(countOf(match[1]), match[2] ?? "", today), match),
  },
  {
    pattern: phrase(`(?:starting |leaving |from )?(${COUNT}) (days?|weeks?) from tomorrow`),
    read: (match, { today }) => startsOn(ahead(countOf(match[1]), match[2] ?? "", addDays(today, 1)), match),
  },
];

const NEAR_RULES: readonly WhenRule[] = [
  {
    pattern: phrase("(?:from |on |starting |leaving )*(?:the )?day after tomorrow"),
    read: (match, { today }) => startsOn(addDays(today, 2), match),
  },
  {
    pattern: phrase("(?:from |starting |leaving )*tomorrow(?: morning| evening| night| afternoon)?"),
    read: (match, { today }) => startsOn(addDays(today, 1), match),
  },
  {
    /** Refused later, as any date in the past: whoever asks for it hears why. */
    pattern: phrase("(?:from |starting |leaving )*yesterday"),
    read: (match, { today }) => startsOn(addDays(today, -1), match),
  },
  {
    pattern: phrase("(?:from |starting |leaving )*(?:today|tonight|right now)"),
    read: (match, { today }) => startsOn(today, match),
  },
  {
    pattern: phrase("as soon as possible|asap"),
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
    read: (match, { today }) => startsOn(ahead(countOf(match[1]), match[2] ?? "", today), match),
  },
  {
    pattern: phrase(`in (${COUNT}) days'? time`),
    read: (match, { today }) => startsOn(addDays(today, countOf(match[1])), match),
  },
  {
    pattern: phrase(`in (${NUMBER}) days`),
    read: (match, { today, rest }) =>
      isStartInDays(match, rest) ? startsOn(addDays(today, countOf(match[1])), match) : null,
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
  if (/second half|latter/i.test(part)) return { start: addDays(first, 15), end: last };
  if (/early|begin|start|first/i.test(part)) return { start: first, end: addDays(first, 9) };
  if (/mid/i.test(part)) return { start: addDays(first, 10), end: addDays(first, 19) };
  if (/late|end|last/i.test(part)) return { start: addDays(first, 20), end: last };
  return { start: first, end: last };
}

export const RELATIVE_RULES: readonly WhenRule[] = [
  ...FROM_TODAY_RULES,
  ...NEAR_RULES,
  ...WEEKDAY_RANGE_RULES,
  ...COUNTED_RULES,
  ...WEEKEND_RULES,
  ...UNIT_RULES,
  ...WEEKDAY_RULES,
];
