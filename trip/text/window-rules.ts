/** Rules for windows by name: months and parts of them, their weeks and weekends, seasons, years. */
import { addDays } from "../calendar.ts";
import { firstOfMonth, lastOfMonth, MONTH, monthOf, readMonth, weekdayFrom, yearOf } from "./date-words.ts";
import { readYear, SAID_YEAR } from "./exact-dates.ts";
import { NUMBER, ORDINAL, readNumber, readOrdinal } from "./numbers.ts";
import { phrase } from "./reading.ts";
import { partOfMonth } from "./relative-rules.ts";
import { said, type WhenContext, type WhenFound, type WhenRule, windowOf } from "./when-rule.ts";

const SATURDAY = 5;
const IN =
  "(?:(?:in|during|for|over|around|about|sometime|some time|any ?time|on|at|by|of|come|the|travelling|a|week) )*";
const PART =
  "early|mid|late|the beginning of|beginning of|the start of|start of|the middle of|middle of|the end of|end of|first half of|second half of|the first half of|the second half of|first days of|end|start|beginning|middle|back end of|tail end of|latter half of|first part of|latter part of";
const TAIL = `(${SAID_YEAR}(?!\\d))?`;

interface Window {
  start: string;
  end: string;
}

/** This year's if it has not ended, else next year's, with the one after for trips that no longer fit. */
function nextWindow(
  of: (year: number) => Window,
  year: number | null,
  from: string,
): Window & { orElse: Window | null } {
  if (year !== null) return { ...of(year), orElse: null };
  const thisYear = yearOf(from);
  const years = [thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map(of).filter(({ end }) => end >= from);
  const [first = of(thisYear + 1), second = null] = years;
  return { start: first.start < from ? from : first.start, end: first.end, orElse: second };
}

function monthWindow(
  match: RegExpExecArray,
  parts: { month: string | undefined; part?: string | undefined; year: string | undefined },
  { from }: WhenContext,
): Omit<WhenFound, "index"> {
  const month = readMonth(parts.month ?? "");
  const window = nextWindow((year) => partOfMonth(year, month, parts.part ?? ""), readYear(parts.year, from), from);
  return windowOf({ ...window, said: said(match) });
}

/** Saturday and Sunday are in the month; Friday comes along when it is too. */
function weekendOfMonth(year: number, month: number, ordinal: number): Window {
  const firstSaturday = weekdayFrom(firstOfMonth(year, month), SATURDAY);
  const last = lastOfMonth(year, month);
  const weeksToLast = Math.floor((Number(last.slice(8)) - Number(firstSaturday.slice(8))) / 7);
  const saturday = addDays(firstSaturday, 7 * (ordinal < 0 ? weeksToLast : Math.min(ordinal - 1, weeksToLast)));
  const friday = addDays(saturday, -1);
  const sunday = addDays(saturday, 1);
  return {
    start: monthOf(friday) === month ? friday : saturday,
    end: monthOf(sunday) === month ? sunday : saturday,
  };
}

/** The first week is days 1–7, the second 8–14; the last is the last seven days. */
function weekOfMonth(year: number, month: number, ordinal: number): Window {
  if (ordinal < 0) return { start: addDays(lastOfMonth(year, month), -6), end: lastOfMonth(year, month) };
  const start = addDays(firstOfMonth(year, month), 7 * (ordinal - 1));
  const end = addDays(start, 6);
  return { start, end: monthOf(end) === month ? end : lastOfMonth(year, month) };
}

const NEXT_MONTH = `${MONTH}|next month|this month`;

function ordinalRule(unit: "week-?end" | "week", of: typeof weekOfMonth, fill: boolean): WhenRule {
  return {
    pattern: phrase(`${IN}(${ORDINAL}) (?:long |full )?${unit} (?:(?:of|in) (?:the )?)?(${NEXT_MONTH})${TAIL}`),
    read(match, { from, today }) {
      const [, ordinal = "", name = "", year] = match;
      const ahead = /next month/i.test(name) ? 1 : 0;
      const isNamed = !/month/i.test(name);
      const month = isNamed ? readMonth(name) : ((monthOf(today) - 1 + ahead) % 12) + 1;
      const window = nextWindow((of_) => of(of_, month, readOrdinal(ordinal)), readYear(year, from), from);
      return windowOf({ ...window, said: said(match), fill });
    },
  };
}

/** Words after "may" that make it a verb. */
const VERB_AFTER = "(?! (?:i|we|be|have|not|need|want|go|also|like|well|or may not|come|travel|visit|bring|add)\\b)";
const NOT_A_SEA = "(?! del\\b)";
/** Months that are words of their own count alone only where no verb can stand: "we may go", "to march through". */
const isWord = (month: string): boolean => /^(?:may|march|mar)$/.test(month.replace(".", ""));
const MODAL_BEFORE = /(?:^|[^\p{L}])(?:i|we|you|they|he|she|it|that|there|who|which|dates?|budget|to|plans?)\s*$/iu;

function standsAlone(match: RegExpExecArray, rest: string): boolean {
  const after = rest.slice(match.index + match[0].length).trimStart();
  return !MODAL_BEFORE.test(rest.slice(0, match.index)) && !/^\p{L}/u.test(after);
}

/** "In the last ten days of August". */
function endOfMonthRule(): WhenRule {
  return {
    pattern: phrase(
      `${IN}(first|last) (?:(${NUMBER}) (days|weeks)|(?:few|couple of) (days|weeks)) (?:of|in) (?:the )?(${MONTH})${TAIL}`,
    ),
    read(match, { from }) {
      const [, which = "", count = "", unit, unitOfFew, name = "", saidYear] = match;
      const days = (readNumber(count) ?? 3) * (/week/i.test(unit ?? unitOfFew ?? "") ? 7 : 1);
      const month = readMonth(name);
      const of = (year: number): Window =>
        /last/i.test(which)
          ? { start: addDays(lastOfMonth(year, month), 1 - days), end: lastOfMonth(year, month) }
          : { start: firstOfMonth(year, month), end: addDays(firstOfMonth(year, month), days - 1) };
      return windowOf({ ...nextWindow(of, readYear(saidYear, from), from), said: said(match) });
    },
  };
}

/** "Before July", "by the end of April", "after May": room on one side of a month. */
const SIDE_OF_MONTH: WhenRule = {
  pattern: phrase(
    `(before|by|after|until|not before|from)(?: (?:the )?(beginning|start|middle|end) of)? (${MONTH})${TAIL}(?: onwards?)?(?! ?\\d)`,
  ),
  read(match, { from, today, rest }) {
    const [, side = "", part = "", name = "", saidYear] = match;
    if (isWord(name.toLowerCase()) && /^\\s*(?:i|we|be)\\b/i.test(rest.slice(match.index + match[0].length)))
      return null;
    const month = readMonth(name);
    const of = (year: number): Window => partOfMonth(year, month, part);
    const named = nextWindow(of, readYear(saidYear, from), from);
    const isAfter = /after|from|not before/i.test(side);
    if (/^from$/i.test(side) && !/onwards?$/i.test(match[0])) return null;
    if (isAfter) {
      const start = /^after$/i.test(side) ? addDays(named.end, 1) : named.start;
      return windowOf({ start, end: addDays(start, 30), said: said(match) });
    }
    const end = /^before$/i.test(side) && part === "" ? addDays(named.start, -1) : named.end;
    return end > today ? windowOf({ start: today, end, said: said(match), orElse: null }) : null;
  },
};

const MONTH_RULES: readonly WhenRule[] = [
  SIDE_OF_MONTH,
  endOfMonthRule(),
  ordinalRule("week-?end", weekendOfMonth, true),
  ordinalRule("week", weekOfMonth, false),
  {
    pattern: phrase(`${IN}(${PART})[ -](?:in )?(${MONTH})${TAIL}`),
    read: (match, context) => monthWindow(match, { part: match[1], month: match[2], year: match[3] }, context),
  },
  {
    pattern: phrase(`${IN}(?:between |from |either )?(${MONTH}) ?(?:-|/|or|and|to|until|through) ?(${MONTH})${TAIL}`),
    read(match, { from }) {
      const [, first = "", last = "", year] = match;
      const [start, end] = [readMonth(first), readMonth(last)];
      const of = (from_: number): Window => ({
        start: firstOfMonth(from_, start),
        end: lastOfMonth(end < start ? from_ + 1 : from_, end),
      });
      return windowOf({ ...nextWindow(of, readYear(year, from), from), said: said(match) });
    },
  },
  {
    pattern: phrase(
      `(?!this may (?:be|have|not|take)\\b)(?:(?:in|during|for|over|around|about|sometime|some time|any ?time|next|this|come|of|throughout|coming) )+(${MONTH})${TAIL}${NOT_A_SEA}`,
    ),
    read: (match, context) => monthWindow(match, { month: match[1], year: match[2] }, context),
  },
  {
    pattern: phrase(`(${MONTH})(${SAID_YEAR}(?!\\d))`),
    read: (match, context) => monthWindow(match, { month: match[1], year: match[2] }, context),
  },
  {
    pattern: phrase(`(${MONTH})${VERB_AFTER}${NOT_A_SEA}`),
    read(match, context) {
      const month = match[1] ?? "";
      if (isWord(month) && !standsAlone(match, context.rest)) return null;
      return monthWindow(match, { month, year: undefined }, context);
    },
  },
];

const SEASON_STARTS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
/** South of the equator the seasons are six months apart; these are where people say "summer" and mean January. */
const SOUTHERN =
  /\b(?:sydney|melbourne|brisbane|perth|adelaide|australia|auckland|wellington|queenstown|new zealand|buenos aires|argentina|santiago|chile|montevideo|uruguay|rio|são paulo|sao paulo|brazil|cape town|johannesburg|south africa|lima|peru)\b/i;

function season(name: string, part: string, text: string): (year: number) => Window {
  const north = SEASON_STARTS[name.toLowerCase()] ?? 6;
  const first = SOUTHERN.test(text) ? ((north + 5) % 12) + 1 : north;
  const offset = /mid/i.test(part) ? 1 : /late|end/i.test(part) ? 2 : 0;
  const length = part && !/next|this|coming/i.test(part) ? 1 : 3;
  return (year) => {
    const start = firstOfMonth(year, first + offset);
    const last = firstOfMonth(yearOf(start), monthOf(start) + length);
    return { start, end: addDays(last, -1) };
  };
}

const SEASON_RULE: WhenRule = {
  pattern: phrase(
    `(?:(?:in|during|over|for|sometime|some time|the) )*(?:(early|mid|late|this|next|coming|the end of|the beginning of)[ -])?(?:the )?(spring|summer|autumn(?! (?:leaves|foliage|colou?rs))|winter|(?<=(?:in|this|next|early|late|the|during) )fall)(?! palace| garden| school| festival| sport)(?:time|holidays?| holidays?| break| months)?(?: of)?(?:,? (20\\d{2}|next year|this year))?`,
  ),
  read(match, { from, text }) {
    const [, part = "", name = "", year] = match;
    return windowOf({ ...nextWindow(season(name, part, text), readYear(year, from), from), said: said(match) });
  },
};

/** The last resort: a year. Spring is a safe choice in most of the world. */
const YEAR_RULE: WhenRule = {
  pattern: phrase("(?:(?:in|during|sometime|some time|early|late|the|for) )*(20\\d{2}|next year|later this year)"),
  read(match, { from, today }) {
    const year = readYear(match[1], from);
    if (year === null) return null;
    if (year === yearOf(today)) return windowOf({ start: today, end: `${year}-12-31`, said: said(match) });
    const start = `${year}-05-01`;
    const isAhead = year > yearOf(today);
    return windowOf({ start: isAhead && start < from ? from : start, end: `${year}-05-31`, said: said(match) });
  },
};

export const WINDOW_RULES: readonly WhenRule[] = [...MONTH_RULES, SEASON_RULE];
export const YEAR_RULES: readonly WhenRule[] = [YEAR_RULE];
