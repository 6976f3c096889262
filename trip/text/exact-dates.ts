/** Dates that name a day: "2027-05-10", "10 May 2027", "10/05/2027", "May 10-13", "from Friday 9 April". */
import {
  dateOf,
  MONTH,
  monthOf,
  nextSuchDate,
  readMonth,
  readWeekday,
  sayDate,
  WEEKDAY_SHORT,
  weekdayIndex,
  yearOf,
} from "./date-words.ts";

/** A day as said. `date` is `null` when the calendar has no such day. */
export interface SaidDay {
  date: string | null;
  hasYear: boolean;
  notes: string[];
}

const DAY = "\\d{1,2}(?:st|nd|rd|th|\\.)?";
const YEAR = "(?:,? (?:of |in )?(?:(?:19|20)\\d{2}|next year|this year)|,? ?'\\d{2})";
const NUMERIC = ["-", "/", "\\."]
  .map((mark) => `\\d{4}${mark}\\d{1,2}${mark}\\d{1,2}|\\d{1,2}${mark}\\d{1,2}${mark}(?:\\d{4}|\\d{2})`)
  .join("|");
const SHORT_NUMERIC =
  "\\d{1,2}/\\d{1,2}(?! ?(?:days?|nights?|stars?|people|adults?|/))|\\d{1,2}\\.\\d{1,2}\\.(?=\\s?(?:-|to|until|$))";
/** "March 4 days" is a month and a length. */
const NO_UNIT =
  "(?!,? ?-?(?:days?|nights?|weeks?|months?|people|persons?|pax|ppl|adults?|kids?|children|travell?ers?|guests?|friends?|of us|stars?|euros?|eur|usd|gbp|dollars?|pounds?|[€$£]))";
const DAY_MONTH = `(?:the )?${DAY}[ -]?(?:of )?${MONTH}(?:-\\d{4}(?!\\d)|${YEAR}(?!\\d))?`;
const MONTH_DAY = `${MONTH}[ -](?:the )?${DAY}(?!\\d)(?:${YEAR}(?!\\d))?${NO_UNIT}`;

/** One date in any of the ways of writing it; opens no group. */
export const DATE = `(?:${WEEKDAY_SHORT},? )?(?:the )?(?:${NUMERIC}|${DAY_MONTH}|${MONTH_DAY}|${SHORT_NUMERIC})`;
export const UNIT_MUST_NOT_FOLLOW = NO_UNIT;
export const DAY_NUMBER = DAY;
export const SAID_YEAR = YEAR;

/** `from` already lies in next year where the traveller spoke of next year. */
export function readYear(text: string | undefined, from: string): number | null {
  if (!text) return null;
  if (/(?:next|this) year/i.test(text)) return yearOf(from);
  const digits = /(\d{4})|'(\d{2})/.exec(text);
  if (!digits) return null;
  return digits[1] ? Number(digits[1]) : 2000 + Number(digits[2]);
}

function dayIn(parts: { year: number | null; month: number; day: number }, from: string, notes: string[]): SaidDay {
  const { year, month, day } = parts;
  const date = year === null ? nextSuchDate(from, month, day) : dateOf(year, month, day);
  return { date, hasYear: year !== null, notes };
}

/** Day first, as most of the world writes it, unless only the other order is a date. */
function readNumeric(text: string, from: string): SaidDay | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dayIn({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, from, []);
  const parts = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?\.?$/.exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const year = parts[3] === undefined ? null : Number(parts[3].length === 2 ? `20${parts[3]}` : parts[3]);
  const isMonthFirst = second > 12 && first <= 12;
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  const said = dayIn({ year, month, day }, from, []);
  if (said.date !== null && first !== second) {
    said.notes.push(
      `I read ${text} ${isMonthFirst ? "with the month first" : "with the day first"}: ${sayDate(said.date)}.`,
    );
  }
  return said;
}

const WITH_DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]?(?:of )?(${MONTH})(.*)$`, "iu");
const WITH_MONTH_FIRST = new RegExp(`^(${MONTH})[ -](?:the )?(\\d{1,2})(?:st|nd|rd|th|\\.)?(.*)$`, "iu");
const LEADING_WEEKDAY = new RegExp(`^(${WEEKDAY_SHORT}),? (?=.)`, "iu");

/** Reads one date said anywhere; a date without a year is the next one from `from` on. */
export function readDay(text: string, from: string): SaidDay | null {
  const weekday = LEADING_WEEKDAY.exec(text);
  const bare = text.slice(weekday?.[0].length ?? 0).replace(/^the /i, "");
  const said = readNumeric(bare, from) ?? readWordy(bare, from);
  if (said?.date && weekday?.[1]) {
    const meant = readWeekday(weekday[1]);
    if (meant !== weekdayIndex(said.date))
      said.notes.push(`${sayDate(said.date)} is no ${weekday[1]}: I kept the date.`);
  }
  return said;
}

function readWordy(text: string, from: string): SaidDay | null {
  const dayFirst = WITH_DAY_FIRST.exec(text);
  const monthFirst = dayFirst ? null : WITH_MONTH_FIRST.exec(text);
  const [day, month, rest] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (day === undefined || month === undefined) return null;
  return dayIn({ year: readYear(rest, from), month: readMonth(month), day: Number(day) }, from, []);
}

/** "28 December to 3 January 2027": each end without a year takes the one that makes sense beside the other. */
export function readDayRange(first: string, second: string, from: string): { start: SaidDay; end: SaidDay } | null {
  const end = readDay(second, from);
  const start = readDay(first, from);
  if (!start || !end) return null;
  if (start.date === null || end.date === null) return { start, end };
  if (start.hasYear && !end.hasYear) {
    end.date = nextSuchDate(start.date, monthOf(end.date), Number(end.date.slice(8)));
  } else if (!start.hasYear && end.hasYear) {
    const [month, day] = [monthOf(start.date), Number(start.date.slice(8))];
    const sameYear = dateOf(yearOf(end.date), month, day);
    const isBefore = sameYear !== null && (sameYear <= end.date || month === monthOf(end.date));
    start.date = isBefore ? sameYear : dateOf(yearOf(end.date) - 1, month, day);
  } else if (!start.hasYear && !end.hasYear) {
    const [month, day] = [monthOf(end.date), Number(end.date.slice(8))];
    const isSameMonth = month === monthOf(start.date);
    end.date = isSameMonth ? dateOf(yearOf(start.date), month, day) : nextSuchDate(start.date, month, day);
  }
  return { start, end };
}
