/**
 * The days of a journey: every date the text names, as Americans write them too, and how long it is said to last.
 * A date without a year takes it from the dates beside it or from a year said elsewhere; no year is guessed.
 */
import { addDays, datesFrom } from "../../calendar.ts";
import { dateOf, MONTH, readMonth } from "../date-words.ts";
import { NUMBER, readNumber } from "../numbers.ts";
import { phrase } from "../reading.ts";
import { afterCorrections } from "./corrections.ts";
import type { Span } from "./request-text.ts";

interface SaidDate extends Span {
  day: number;
  month: number;
  year: number | null;
}

export interface JourneyDates {
  dates: string[];
  spans: Span[];
  /** Why there are none. */
  error: string | null;
}

const DAY = "\\d{1,2}(?:st|nd|rd|th)?(?!\\d)";
const NO_UNIT =
  "(?! ?-?(?:people|persons?|days?|nights?|adults?|travell?ers?|of us|cit(?:y|ies)|guests?|individuals?|friends|k\\b|%|weeks?|dollars|usd|[.,]\\d|distinct|different))";
const AND = "(?: ?, ?(?:and )?| and | ?& ?| ?- ?| to | through | thru | until | till | up to | or )(?:the )?";
const YEAR = "(?:,? ?(?:of |in )?(?<year>\\d{4}|'\\d{2})(?!\\d))";
const DAY_NAME = "(?:\\(?(?:mon|tues|wednes|thurs|fri|satur|sun)day\\)?,? )?";
const REPEATED = /\d{1,2}/g;

const MONTH_FIRST = `(?<month>${MONTH}) (?:the )?(?<days>${DAY}${NO_UNIT}(?:${AND}${DAY_NAME}${DAY}${NO_UNIT})*)${YEAR}?`;
const DAY_FIRST = `(?<days>${DAY}(?:${AND}${DAY})*)[ -](?:day )?(?:of )?(?<month>${MONTH})${YEAR}?`;
const ISO = "(?<![/\\d])(?<year>\\d{4})(?<mark>[-/.])(?<number>\\d{1,2})\\k<mark>(?<days>\\d{1,2})";
const SLASHED =
  "(?<number>\\d{1,2})/(?<days>\\d{1,2})(?:/(?<year>\\d{4}|\\d{2})(?!\\d)|(?= ?(?:-|to|through|until|thru) ?\\d{1,2}/\\d))";
const FORMS = [ISO, SLASHED, MONTH_FIRST, DAY_FIRST].map((form) => phrase(form));

const fullYear = (said: string | undefined): number | null => {
  const digits = said?.replace("'", "");
  return digits ? Number(digits.length === 2 ? `20${digits}` : digits) : null;
};

function readForm(match: RegExpExecArray): SaidDate[] {
  const { month, number, days = "", year } = match.groups ?? {};
  const span = { start: match.index, end: match.index + match[0].length };
  const numbers = (days.match(REPEATED) ?? []).map(Number);
  const said = number === undefined ? readMonth(month ?? "") : Number(number);
  /** 16/03 has no month 16. */
  const isSwapped = said > 12 && numbers.length === 1;
  return numbers.map((day) => ({
    ...span,
    day: isSwapped ? said : day,
    month: isSwapped ? day : said,
    year: fullYear(year),
  }));
}

function findDates(text: string): SaidDate[] {
  const found: SaidDate[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const end = match.index + match[0].length;
      if (!found.some((other) => match.index < other.end && end > other.start)) found.push(...readForm(match));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const YEAR_ALONE = phrase("(?:in|of|year|during|,|for) ?((?:19|20)\\d{2})(?! ?(?:dollars|usd|bucks))");

/** Years for those without: of a neighbour, a year earlier or later where the order of the months asks for it. */
function settleYears(said: readonly SaidDate[], text: string): string[] | null {
  const alone = [...text.matchAll(YEAR_ALONE)][0]?.[1];
  const at = (index: number): number | null => said[index]?.year ?? null;
  const dates: string[] = [];
  for (const [index, { day, month, year }] of said.entries()) {
    const after = said.findIndex((other, place) => place > index && other.year !== null);
    const before = said.findLastIndex((other, place) => place < index && other.year !== null);
    const isNextYear = (other: SaidDate | undefined, step: number): boolean =>
      other !== undefined && Math.sign(other.month - month) === -step && Math.abs(other.month - month) > 6;
    const own =
      year ??
      (after >= 0 ? Number(at(after)) - (isNextYear(said[after], 1) ? 1 : 0) : null) ??
      (before >= 0 ? Number(at(before)) + (isNextYear(said[before], -1) ? 1 : 0) : null) ??
      (alone ? Number(alone) : null);
    if (own === null) return null;
    const date = dateOf(own, month, day);
    if (date !== null) dates.push(date);
  }
  return dates;
}

const LENGTHS: readonly { pattern: RegExp; days(count: number): number }[] = [
  { pattern: phrase(`(${NUMBER})[- ](?:full |whole |entire |consecutive )?days?`), days: (count) => count },
  {
    pattern: phrase(`(${NUMBER}|a|an)[- ]?(?:full |whole |entire )?(?:weeks?|7-day)(?:[- ]long)?`),
    days: (count) => 7 * count,
  },
  { pattern: phrase("()(?:week[- ]?long|(?:full|whole|entire) week)"), days: () => 7 },
  { pattern: phrase("()(?:a |one )?fortnight"), days: () => 14 },
  { pattern: phrase(`(${NUMBER})[- ]nights?`), days: (count) => count + 1 },
  { pattern: phrase("()(?:a |the )?long weekend"), days: () => 3 },
  { pattern: phrase("()(?:a |the |over )?weekend"), days: () => 2 },
];

export function readLength(text: string): number | null {
  for (const { pattern, days } of LENGTHS) {
    const found = [...text.matchAll(pattern)].map((match) => ({
      days: days(readNumber(match[1] ?? "") ?? 1),
      start: match.index,
      end: match.index + match[0].length,
    }));
    const current = afterCorrections(text, found)[0];
    if (current) return current.days;
  }
  return null;
}

const ENDS =
  /(?:end(?:s|ing)?|until|till|by|return(?:s|ing)?|finish(?:es|ing)?|conclud(?:e|es|ing)|back|home|wrap(?:s|ping)? up)(?: home| up)?(?: on| by| at)? (?:the )?$/iu;

/** A corrected day replaces the end of the range that it follows. */
function lastWord(text: string, said: readonly SaidDate[]): SaidDate[] {
  const kept = afterCorrections(text, said);
  const dropped = said.slice(0, said.length - kept.length);
  return kept.length === 1 && dropped.length > 1 ? [...dropped.slice(0, -1), ...kept] : kept;
}

export function readJourneyDates(text: string): JourneyDates {
  const said = lastWord(text, findDates(text));
  const spans = findDates(text);
  const length = readLength(text);
  const nothing = (error: string): JourneyDates => ({ dates: [], spans, error });
  if (said.length === 0) return nothing("The dates of the journey are not said: name its first and last day.");
  const dates = settleYears(said, text);
  if (dates === null) return nothing("The dates have no year: say it with the last day.");
  const [first, last] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  if (first === undefined || last === undefined) return nothing("The calendar does not have the dates that were said.");
  if (first !== last) return { dates: datesFrom(first, last), spans, error: null };
  if (length === null)
    return nothing("Only one of the dates is said: name the last day too, or how many days it lasts.");
  const isEnd = ENDS.test(text.slice(0, said[0]?.start));
  return {
    dates: isEnd ? datesFrom(addDays(first, 1 - length), first) : datesFrom(first, addDays(first, length - 1)),
    spans,
    error: null,
  };
}
