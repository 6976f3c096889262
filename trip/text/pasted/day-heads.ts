/** Where a day begins: "Day 2", "**Day 2 – Tue, May 11: Alfama**", "### Tuesday 11 May", "2027-05-11", "the next day". */
import { WEEKDAYS, type WeekdayName } from "../../calendar.ts";
import { WEEKDAY, WEEKDAY_SHORT } from "../date-words.ts";
import { DATE, readDay } from "../exact-dates.ts";
import { readNumber } from "../numbers.ts";
import type { DayStyle } from "./day-style.ts";
import type { TextLine } from "./text-lines.ts";
import { weekdayFirst } from "./weekday-names.ts";

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
  style: DayStyle;
}

const NUMBER_WORD = "\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten";
const NUMBERED = new RegExp(
  `^(?:on |for )?(?:days?|[dj](?=\\d)|jour|d[ií]as?|tag|giorno|dag) ?#?(${NUMBER_WORD})(?![\\p{L}\\d])(?: ?(?:-|to|&|and) ?(?:day )?(\\d{1,2})(?!:\\d)(?=\\s*(?:[:|(,]|-\\s|$)))?`,
  "iu",
);
const ORDINAL =
  /^(?:on |for )?(?:(?:the|your|our) )?(first|second|third|fourth|fifth|sixth|seventh|\d(?:st|nd|rd|th)|next|following|last|final) (?:full )?day\b/iu;
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];
const BETWEEN = /^[\s:,.;|/(-]*/u;
const SAID_DATE = new RegExp(`^(?:on )?(?<date>${DATE}(?:,? ?20\\d{2})?)(?![\\p{L}\\d])`, "iu");
const SAID_WEEKDAY = new RegExp(`^(?:on )?(?<weekday>${WEEKDAY}|${WEEKDAY_SHORT})(?![\\p{L}\\d])`, "iu");
const FULL_WEEKDAY = new RegExp(`^(?:on )?${WEEKDAY}(?![\\p{L}\\d])`, "iu");
/** "mon" and "sat:" in notes; in a sentence they are words like others. */
const SHORT_ALONE = new RegExp(`^${WEEKDAY_SHORT}(?:$|\\s*[:.](?:\\s|$)|\\s+-\\s)`, "iu");
const HAS_MONTH_OR_YEAR = /\p{L}{3}|\d{4}/u;

function weekdayOfText(text: string): WeekdayName | null {
  const short = text.trim().slice(0, 3).toLowerCase();
  return WEEKDAYS.find((name) => name.startsWith(short)) ?? null;
}

export type SaidDate = Pick<DayHead, "date" | "hasYear" | "weekday"> & { length: number };
const NOTHING: SaidDate = { date: null, hasYear: false, weekday: null, length: 0 };

/** A date, a weekday or both at the start of a text. */
export function dateAt(text: string, from: string, isByDate = false): SaidDate {
  const lead = BETWEEN.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const dated = SAID_DATE.exec(rest);
  const said = dated?.groups?.date?.replace(/\s+/g, " ") ?? "";
  if (dated && (isByDate || HAS_MONTH_OR_YEAR.test(said.replace(new RegExp(`^${WEEKDAY_SHORT}`, "iu"), "")))) {
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
export function readHead(line: TextLine, { from, previous, style }: HeadOptions): DayHead | null {
  const lead = /^[^\p{L}\p{N}]*/u.exec(line.text)?.[0].length ?? 0;
  const text = line.text.slice(lead);
  const numbered = NUMBERED.exec(text) ?? ORDINAL.exec(text);
  if (numbered) {
    const said = dateAt(text.slice(numbered[0].length), from);
    const until = numbered[2] === undefined ? null : Number(numbered[2]);
    return headOf(line, lead + numbered[0].length + said.length, {
      number: numberOf(numbered[1] ?? "", previous),
      untilNumber: until,
      said,
    });
  }
  if (style.isByWeekday) {
    const said = weekdayFirst(text);
    return said
      ? headOf(line, lead + said.length, { number: null, untilNumber: null, said: { ...NOTHING, ...said } })
      : null;
  }
  const ordinal = style.firstOrdinal === null ? null : ordinalFirst(text);
  if (ordinal && style.firstOrdinal !== null) {
    const number = ordinal.ordinal - style.firstOrdinal + 1;
    return headOf(line, lead + ordinal.length, { number, untilNumber: null, said: NOTHING });
  }
  const said = dateAt(text, from, style.isByDate);
  if (said.length === 0) return style.isDateLast ? dateLast(line, from) : null;
  return isDatedHead(line, text, said, style)
    ? headOf(line, lead + said.length, { number: null, untilNumber: null, said })
    : null;
}

function isDatedHead(line: TextLine, text: string, said: SaidDate, style: DayStyle): boolean {
  // A month's own full stop ends a sentence as well.
  const isLabel = /^\s*(?:$|[:,.|)(;-])/.test(text.slice(said.length)) || text[said.length - 1] === ".";
  if (said.date === null) {
    const isAlone =
      isLabel && (line.isHeading || !line.isBullet) && (FULL_WEEKDAY.test(text) || SHORT_ALONE.test(text));
    if (style.isNumbered || !isAlone) return false;
  }
  return (isLabel || style.isByDate) && !isRange(text.slice(said.length));
}

/** "May 10 – 12, 2027" over the whole trip is its dates, not its first day. */
const isRange = (behind: string): boolean =>
  /^\s*(?:-|to|until)\s*(?:\d{1,2}(?!\d|:|\s?[ap]m|h)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i.test(
    behind,
  );

/** "12th", "the 13th: …", "2: castle 9:00, museum 11:00", never the hour of "9: castle". */
export function ordinalFirst(text: string): { ordinal: number; length: number } | null {
  const match =
    /^(?:the )?(?<ordinal>\d{1,2})(?:(?:st|nd|rd|th)(?=\s*(?:$|[:,>-]))|\s*[:>/)](?=\s.*\d.*,.*\d)|$)/iu.exec(text);
  return match ? { ordinal: Number(match.groups?.ordinal), length: match[0].length } : null;
}

const NO_DAY = /\b(?:depart|arriv|check|flight|dates?|from|until|stay|hotel|book|open|clos)/iu;

/** "Lisbon, Friday 12 March": a short line with its date at the end. */
export function dateLast(line: TextLine, from: string): DayHead | null {
  const match = /^(?<what>[^\d:]{3,30}?)\s*[,:|(-]\s*(?<date>(?:\p{L}+,? )?[\p{L}\d]+[^|]{2,20})$/u.exec(line.text);
  const { what = "", date = "" } = match?.groups ?? {};
  const said = match && !NO_DAY.test(what) ? dateAt(date, from) : NOTHING;
  if (said.date === null || !/^[\s).:]*$/.test(date.slice(said.length))) return null;
  return { ...said, number: null, untilNumber: null, rest: { from: line.from, to: line.from + what.length } };
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
