/** Rules for named days and ranges of days, most specific first. */

import { addDays } from "../calendar.ts";
import { dateOf, firstOfMonth, MONTH, monthOf, nextSuchDate, readMonth, WEEKDAY_SHORT, yearOf } from "./date-words.ts";
import {
  DATE,
  DAY_NUMBER,
  readDay,
  readDayRange,
  SAID_YEAR,
  type SaidDay,
  UNIT_MUST_NOT_FOLLOW,
} from "./exact-dates.ts";
import { phrase } from "./reading.ts";
import { found, impossible, said, type WhenContext, type WhenFound, type WhenRule, windowOf } from "./when-rule.ts";

const JOIN =
  " ?,? ?(?:-+>?|&|\\+|to|until|till|til|through|thru|up to|and(?: (?:back|return(?:ing)?|home|leav(?:e|ing)|depart(?:ing)?))?(?: home)?(?: on| by)?) ?(?:the )?";
const LEAD =
  "(?:(?:from|between|sometime between|any time between|starting|beginning|arriving|arrive|leaving|on|dates?:?|travel(?:l)?ing|fly(?:ing)?(?: out)?) )*";
const DAY_OPTIONAL_WEEKDAY = `(?:${WEEKDAY_SHORT},? )?(?:the )?(${DAY_NUMBER})`;

/** A range with "between" is room to choose in, once a length is known. */
function rangeFound(start: SaidDay, end: SaidDay, match: RegExpExecArray): Omit<WhenFound, "index"> {
  if (start.date === null || end.date === null) return impossible(said(match));
  const notes = [...start.notes, ...end.notes];
  if (/between/i.test(match[0])) {
    const window = windowOf({ start: start.date, end: end.date, said: said(match), fill: true });
    return { ...window, notes };
  }
  return found({ kind: "range", start: start.date, end: end.date, said: said(match) }, notes);
}

interface MonthRange {
  first: string;
  last: string;
  month: string;
  year: string | undefined;
}

/** "10-13 May": both days in one month, in this or the next such month. */
function monthRange(
  { first, last, month, year }: MonthRange,
  match: RegExpExecArray,
  { from }: WhenContext,
): Omit<WhenFound, "index"> {
  const range = readDayRange(`${first} ${month}${year ?? ""}`, `${last} ${month}${year ?? ""}`, from);
  if (!range) return impossible(said(match));
  return rangeFound(range.start, range.end, match);
}

const FROM_TO: WhenRule = {
  pattern: phrase(`${LEAD}(${DATE})${JOIN}(${DATE})`),
  read(match, { from }) {
    const range = readDayRange(match[1] ?? "", match[2] ?? "", from);
    return range && rangeFound(range.start, range.end, match);
  },
};

const DAYS_OF_MONTH: WhenRule = {
  pattern: phrase(
    `${LEAD}${DAY_OPTIONAL_WEEKDAY}${JOIN}${DAY_OPTIONAL_WEEKDAY}[ -]?(?:of )?(${MONTH})(${SAID_YEAR}(?!\\d))?`,
  ),
  read(match, context) {
    const [, first = "", last = "", month = "", year] = match;
    return monthRange({ first, last, month, year }, match, context);
  },
};

const MONTH_DAYS: WhenRule = {
  pattern: phrase(
    `${LEAD}(${MONTH}),? ?(?:from )?(?:the )?(${DAY_NUMBER})${JOIN}${DAY_OPTIONAL_WEEKDAY}(?!\\d)(${SAID_YEAR}(?!\\d))?${UNIT_MUST_NOT_FOLLOW}`,
  ),
  read(match, context) {
    const [, month = "", first = "", last = "", year] = match;
    return monthRange({ first, last, month, year }, match, context);
  },
};

const DATE_TO_DAY: WhenRule = {
  pattern: phrase(`${LEAD}(${DATE})${JOIN}(?:${WEEKDAY_SHORT} )?(?:the )?(${DAY_NUMBER})(?! ?(?:\\d|people|adults))`),
  read(match, { from }) {
    const start = readDay(match[1] ?? "", from);
    if (!start?.date) return null;
    const date = dateOf(yearOf(start.date), monthOf(start.date), Number.parseInt(match[2] ?? "", 10));
    return date === null ? null : rangeFound(start, { date, hasYear: false, notes: [] }, match);
  },
};

const WEEKEND_OF: WhenRule = {
  pattern: phrase(`(?:for |on |over )?(?:the )?(?:long )?weekend (?:of|around|from|starting) (${DATE})`),
  read(match, { from }) {
    const day = readDay(match[1] ?? "", from);
    if (!day?.date) return impossible(said(match));
    return found({ kind: "start", start: day.date, said: said(match), isExact: false }, day.notes);
  },
};

const WEEK_OF: WhenRule = {
  pattern: phrase(
    `(?:in |during |for )?(?:the week (?:of|commencing|starting|from|beginning)|(?<!\\ba )week (?:of|commencing)) (${DATE})`,
  ),
  read(match, { from }) {
    const day = readDay(match[1] ?? "", from);
    if (!day?.date) return impossible(said(match));
    const end = dateOf(yearOf(day.date), monthOf(day.date), Number(day.date.slice(8)) + 6) ?? day.date;
    return windowOf({ start: day.date, end, said: said(match) });
  },
};

const END_CUE =
  "(?:until|till|til|through|ending|ends|return(?:ing)?|back|be back|(?<!leav(?:e|ing) )home|coming home|fly(?:ing)? back|fly(?:ing)? home|to)(?: home)?(?: by| on)?";

const LAST_DAY: WhenRule = {
  pattern: phrase(`${END_CUE} (${DATE})`),
  read(match, { from }) {
    const day = readDay(match[1] ?? "", from);
    if (!day?.date) return day && impossible(said(match));
    return found({ kind: "end", end: day.date, said: said(match) }, day.notes);
  },
};

const START_CUE =
  "(?:(?:from|starting|beginning|commencing|on|as of|as from|arriving|arrive|leaving|leave|departing|depart|around|about|for|start(?:s|ing)?|date:?)(?: on| from| at)? )*";

const FIRST_DAY: WhenRule = {
  pattern: phrase(`${START_CUE}(${DATE})(?: onwards?)?`),
  read(match, { from }) {
    const day = readDay(match[1] ?? "", from);
    if (!day) return null;
    if (day.date === null) return impossible(said(match));
    return found({ kind: "start", start: day.date, said: said(match), isExact: day.hasYear }, day.notes);
  },
};

const ORDINAL_DAY = "(\\d{1,2})(?:st|nd|rd|th)";

/** "from the 10th to the 13th": the next month that has such days ahead. */
const DAYS_WITHOUT_MONTH: WhenRule = {
  pattern: phrase(`${LEAD}(?:the )?${ORDINAL_DAY}${JOIN}${ORDINAL_DAY}`),
  read(match, { from, text }) {
    const start = dayOfSaidMonth(Number(match[1]), from, text);
    const end = start && nextDayOfMonth(Number(match[2]), start);
    return start && end ? found({ kind: "range", start, end, said: said(match) }) : null;
  },
};

const DAY_WITHOUT_MONTH: WhenRule = {
  pattern: phrase(
    `(?:from|on|starting|arriving)(?: on)? the ${ORDINAL_DAY}(?! (?:birthday|anniversary|floor|century))`,
  ),
  read(match, { from, text }) {
    const start = dayOfSaidMonth(Number(match[1]), from, text);
    return start ? found({ kind: "start", start, said: said(match), isExact: false }) : null;
  },
};

/** "From tomorrow until the 8th", "leaving on the 14th": the end comes after whatever the beginning is. */
const LAST_DAY_WITHOUT_MONTH: WhenRule = {
  pattern: phrase(
    `(?:(?:and )?(?:leav(?:e|ing)|depart(?:ing)?|fly(?:ing)? (?:out|home|back))(?: again)?(?: on)?|${END_CUE}) (?:the )?${ORDINAL_DAY}(?! (?:birthday|anniversary|floor))`,
  ),
  read(match, { from, text }) {
    const end = dayOfSaidMonth(Number(match[1]), from, text);
    return end ? found({ kind: "end", end, said: said(match) }) : null;
  },
};

const NAMED_MONTHS = phrase(
  `(?:(?:in|during|for|of|this|next|early|mid|late) |, ?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?)(${MONTH})`,
);

/** "In December, five nights from the 3rd": the one month that was named; without one the next such day. */
function dayOfSaidMonth(day: number, from: string, text: string): string | null {
  const months = new Set([...text.matchAll(NAMED_MONTHS)].map(([, month = ""]) => readMonth(month)));
  const [month] = months;
  if (months.size === 1 && month !== undefined) return nextSuchDate(from, month, day);
  const isNextMonth = /\bnext month\b/i.test(text);
  return nextDayOfMonth(day, isNextMonth ? firstOfMonth(yearOf(from), monthOf(from) + 1) : from);
}

function nextDayOfMonth(day: number, from: string): string | null {
  const thisMonth = monthOf(from);
  const candidates = [0, 1, 2].flatMap((ahead) => nextSuchDate(from, ((thisMonth - 1 + ahead) % 12) + 1, day) ?? []);
  return candidates.sort()[0] ?? null;
}

const WEEKS_AFTER = 30;

/** "After 20 August", "before 5 June": room on one side of a day. */
const SIDE_OF_DAY: WhenRule = {
  pattern: phrase(`(?:any ?time |sometime |some time |only |not )?(after|before)(?: the)? (${DATE})`),
  read(match, { from, today }) {
    const day = readDay(match[2] ?? "", from);
    if (!day?.date) return day ? impossible(said(match)) : null;
    const isAfter = /after/i.test(match[1] ?? "") !== /^not /i.test(match[0]);
    if (!isAfter && day.date <= today) return null;
    return isAfter
      ? windowOf({ start: day.date, end: addDays(day.date, WEEKS_AFTER), said: said(match) })
      : windowOf({ start: today, end: addDays(day.date, -1), said: said(match) });
  },
};

export const DAY_RULES: readonly WhenRule[] = [
  SIDE_OF_DAY,
  WEEKEND_OF,
  WEEK_OF,
  FROM_TO,
  DAYS_OF_MONTH,
  MONTH_DAYS,
  DATE_TO_DAY,
  LAST_DAY,
  FIRST_DAY,
  DAYS_WITHOUT_MONTH,
  LAST_DAY_WITHOUT_MONTH,
  DAY_WITHOUT_MONTH,
];
