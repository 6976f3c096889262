/** Where a day begins: "Day 2", "**Day 2 – Tue, May 11: Alfama**", "### Tuesday 11 May", "2027-05-11", "the next day". */
import { WEEKDAYS, type WeekdayName } from "../../calendar.ts";
import { WEEKDAY, WEEKDAY_SHORT } from "../date-words.ts";
import { DATE, readDay } from "../exact-dates.ts";
import { readNumber } from "../numbers.ts";
import type { TextLine } from "./text-lines.ts";

export interface DayHead {
  /** `null` where only a date or weekday was said. */
  number: number | null;
  /** The last day of a heading over several ("Days 1–3"). */
  untilNumber: number | null;
  date: string | null;
  hasYear: boolean;
  weekday: WeekdayName | null;
  /** What follows the heading's own words on the same line. */
  rest: { from: number; to: number };
}

export interface HeadOptions {
  /** Dates without a year are the next such ones from here on. */
  from: string;
  previous: number;
  /** Days are numbered, so that a weekday in a sentence begins none. */
  isNumbered: boolean;
}

const NUMBER_WORD = "\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten";
const NUMBERED = new RegExp(
  `^(?:on |for )?(?:days?|d(?=\\d)|jour|d[ií]as?|tag|giorno|dag) ?#?(${NUMBER_WORD})(?![\\p{L}\\d])(?: ?(?:-|to|&|and) ?(?:day )?(\\d{1,2})(?!:\\d)(?=\\s*(?:[:|(,]|-\\s|$)))?`,
  "iu",
);
const ORDINAL =
  /^(?:on |for )?(?:(?:the|your|our) )?(first|second|third|fourth|fifth|sixth|seventh|\d(?:st|nd|rd|th)|next|following|last|final) (?:full )?day\b/iu;
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];
const BETWEEN = /^[\s:,.;|/(-]*/u;
const SAID_DATE = new RegExp(`^(?:on )?(?<date>${DATE}(?:,? ?20\\d{2})?)(?![\\p{L}\\d])`, "iu");
const SAID_WEEKDAY = new RegExp(`^(?:on )?(?<weekday>${WEEKDAY}|${WEEKDAY_SHORT})(?![\\p{L}\\d])`, "iu");
const FULL_WEEKDAY = new RegExp(`^(?:on )?${WEEKDAY}(?![\\p{L}\\d])`, "iu");
const HAS_MONTH_OR_YEAR = /\p{L}{3}|\d{4}/u;

function weekdayOfText(text: string): WeekdayName | null {
  const short = text.trim().slice(0, 3).toLowerCase();
  return WEEKDAYS.find((name) => name.startsWith(short)) ?? null;
}

type SaidDate = Pick<DayHead, "date" | "hasYear" | "weekday"> & { length: number };
const NOTHING: SaidDate = { date: null, hasYear: false, weekday: null, length: 0 };

/** A date, a weekday or both at the start of a text. */
function dateAt(text: string, from: string): SaidDate {
  const lead = BETWEEN.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const dated = SAID_DATE.exec(rest);
  const said = dated?.groups?.date?.replace(/\s+/g, " ") ?? "";
  if (dated && HAS_MONTH_OR_YEAR.test(said.replace(new RegExp(`^${WEEKDAY_SHORT}`, "iu"), ""))) {
    const day = readDay(said, from);
    if (day) {
      const weekday = new RegExp(`^${WEEKDAY_SHORT}`, "iu").exec(said)?.[0];
      const inFront = { ...day, weekday: weekday ? weekdayOfText(weekday) : null, length: lead + dated[0].length };
      return inFront.weekday ? inFront : { ...inFront, ...weekdayBehind(text, inFront.length) };
    }
  }
  const weekday = SAID_WEEKDAY.exec(rest);
  if (!weekday || !/^\s*(?:$|[:,.;|)(-])/.test(rest.slice(weekday[0].length))) return NOTHING;
  const name = weekdayOfText(weekday.groups?.weekday ?? "");
  const length = lead + weekday[0].length;
  const behind = dateAfterWeekday(text.slice(length), from);
  return behind ? { ...behind, weekday: name, length: length + behind.length } : { ...NOTHING, weekday: name, length };
}

/** "May 11 (Tuesday)", "11 May, Tuesday". */
function weekdayBehind(text: string, at: number): Partial<SaidDate> {
  const match = new RegExp(`^\\s*[(,-]?\\s*(${WEEKDAY_SHORT})(?![\\p{L}\\d])\\)?`, "iu").exec(text.slice(at));
  return match ? { weekday: weekdayOfText(match[1] ?? ""), length: at + match[0].length } : {};
}

function dateAfterWeekday(text: string, from: string): SaidDate | null {
  const lead = BETWEEN.exec(text)?.[0].length ?? 0;
  const dated = SAID_DATE.exec(text.slice(lead));
  const said = dated?.groups?.date?.replace(/\s+/g, " ") ?? "";
  if (!dated || !HAS_MONTH_OR_YEAR.test(said)) return null;
  const day = readDay(said, from);
  return day ? { ...day, weekday: null, length: lead + dated[0].length } : null;
}

function numberOf(text: string, previous: number): number | null {
  const word = text.toLowerCase();
  if (/^(?:next|following|last|final)$/.test(word)) return previous + 1;
  const index = ORDINALS.indexOf(word);
  return index >= 0 ? index + 1 : (readNumber(word) ?? (Number.parseInt(word, 10) || null));
}

/** The heading a line begins with; `null` for any other line. */
export function readHead(line: TextLine, options: HeadOptions): DayHead | null {
  const { text } = line;
  const numbered = NUMBERED.exec(text) ?? ORDINAL.exec(text);
  if (numbered) {
    const said = dateAt(text.slice(numbered[0].length), options.from);
    const until = numbered[2] === undefined ? null : Number(numbered[2]);
    return headOf(line, numbered[0].length + said.length, {
      number: numberOf(numbered[1] ?? "", options.previous),
      untilNumber: until,
      said,
    });
  }
  const said = dateAt(text, options.from);
  if (said.length === 0) return null;
  const isLabel = /^\s*(?:$|[:,.|)(;-])/.test(text.slice(said.length));
  if (said.date === null) {
    const isAlone = isLabel && (line.isHeading || !line.isBullet) && FULL_WEEKDAY.test(text);
    if (options.isNumbered || !isAlone) return null;
  }
  if (!isLabel) return null;
  /** "May 10 – 12, 2027" over the whole trip is its dates, not its first day. */
  const isRange =
    /^\s*(?:-|to|until)\s*(?:\d{1,2}(?!\d|:|\s?[ap]m|h)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i.test(
      text.slice(said.length),
    );
  return isRange ? null : headOf(line, said.length, { number: null, untilNumber: null, said });
}

function headOf(
  line: TextLine,
  length: number,
  { number, untilNumber, said }: { number: number | null; untilNumber: number | null; said: SaidDate },
): DayHead {
  const lead = /^[\s:,.;|)-]*/u.exec(line.text.slice(length))?.[0].length ?? 0;
  const { date, hasYear, weekday } = said;
  return { number, untilNumber, date, hasYear, weekday, rest: { from: line.from + length + lead, to: line.to } };
}

export function isNumberedHead(line: TextLine): boolean {
  return NUMBERED.test(line.text) || ORDINAL.test(line.text);
}
