/** How long: "4 days", "a week", "3 nights", "a long weekend". Kept with its place in the text, so that it can belong to a city. */
import { MAX_TRIP_DAYS } from "../trip.ts";
import { NUMBER, readNumber } from "./numbers.ts";
import { CLAIMED, phrase, type Reading } from "./reading.ts";
import type { Duration } from "./request.ts";

export interface PlacedDuration extends Duration {
  unit: "days" | "nights";
  count: number;
  /** "4 nights each": so long in every city. */
  isEach: boolean;
  /** "At least 4 nights", "no more than 2 nights". */
  bound: "least" | "most" | null;
  start: number;
  end: number;
}

interface Length {
  kind: Duration["kind"];
  unit: PlacedDuration["unit"];
  count: number;
  note?: string;
  isEach?: boolean;
}

interface LengthRule {
  pattern: RegExp;
  read(match: RegExpExecArray): Length | null;
}

const VAGUE = "a couple of|a couple|couple of|a few|few|several|some";
const DAY_WORD = "(?:full |whole |fun |lovely |sunny )?days?";
const ADJECTIVES =
  "quiet|relaxing|relaxed|lovely|nice|wonderful|busy|romantic|sunny|slow|great|packed|easy|lazy|cultural|short|cheap|fun";
const LEAST = "at least|(?:a )?min(?:imum|\\.)?(?: of)?|no (?:less|fewer) than|not less than";
const MOST = "at (?:the )?most|(?:a )?max(?:imum|\\.)?(?: of)?|(?:no|not) (?:more|longer) than|up to";
const LEAD = `(?:(?:for|about|around|roughly|spend(?:ing)?|${LEAST}|${MOST}) ){0,3}`;
const BOUNDS = [
  ["least", new RegExp(`^(?:\\p{L}+ )?(?:${LEAST}) `, "iu")],
  ["most", new RegExp(`^(?:\\p{L}+ )?(?:${MOST}) `, "iu")],
] as const;

const days = (count: number, note?: string): Length => ({ kind: "days", unit: "days", count, ...(note && { note }) });
const nights = (count: number, note?: string): Length => ({
  kind: "days",
  unit: "nights",
  count,
  ...(note && { note }),
});

function counted(text: string | undefined, times: number): number | null {
  const number = readNumber(text ?? "");
  return number === null || number < 1 ? null : number * times;
}

function readVague(match: RegExpExecArray): Length {
  const [said = "", vague = "", unit = ""] = match;
  const count = /couple/i.test(vague) ? 2 : /several/i.test(vague) ? 5 : 3;
  const note = `You said ${said.trim().replace(/^for /i, "")}: I took ${count} ${unit.toLowerCase()}.`;
  return unit.toLowerCase() === "nights" ? nights(count, note) : days(count, note);
}

/** First match wins; each rule sees only what the ones above left. */
const RULES: readonly LengthRule[] = [
  {
    pattern: phrase(`${LEAD}(?:the |a |our |my )?(?:long|extended|bank holiday) week-?ends?`),
    read: () => ({ kind: "long_weekend", unit: "days", count: 4 }),
  },
  {
    pattern: phrase(`${LEAD}(?:the |a |one |our |my )?week-?end`),
    read: () => ({ kind: "weekend", unit: "days", count: 3 }),
  },
  {
    pattern: phrase(
      `${LEAD}(${NUMBER})[ -]?(?:days?|d)(?:,| and|/| &| \\+| -)? ?\\(?(?:${NUMBER})[ -]?(?:nights?|n)\\)?`,
    ),
    read: ([, number]) => days(counted(number, 1) ?? 1),
  },
  {
    pattern: phrase(`${LEAD}(?:${NUMBER})[ -]?nights?(?:,| and|/| &| \\+| -)? ?\\(?(${NUMBER})[ -]?days?\\)?`),
    read: ([, number]) => days(counted(number, 1) ?? 1),
  },
  {
    pattern: phrase(`${LEAD}(${NUMBER})(?: ?- ?| or | to )(${NUMBER})[ -](days?|nights?|weeks?)(?: long)?`),
    read([said = "", low, high, unit = ""]) {
      const times = /week/i.test(unit) ? 7 : 1;
      const count = Math.max(counted(low, times) ?? 1, counted(high, times) ?? 1);
      const note = `You said ${said.trim().replace(/^for /i, "")}: I took ${count} ${/night/i.test(unit) ? "nights" : "days"}.`;
      return /night/i.test(unit) ? nights(count, note) : days(count, note);
    },
  },
  {
    pattern: phrase(`${LEAD}(24|36|48|72|96)[ -]?(?:hours?|hrs?|h)`),
    read: ([, hours]) => days(Math.ceil(Number(hours) / 24)),
  },
  {
    pattern: phrase(
      `${LEAD}(${NUMBER}) (days?|nights?),? (?:each|in each(?: city| one| place)?|per city|apiece|in both)`,
    ),
    read([, number, unit = ""]) {
      const count = counted(number, 1) ?? 1;
      return { ...(/night/i.test(unit) ? nights(count) : days(count)), isEach: true };
    },
  },
  { pattern: phrase(`${LEAD}(?:a|one) week and a half`), read: () => days(10) },
  { pattern: phrase(`${LEAD}(?:half a|half-a) ?week`), read: () => days(4) },
  {
    pattern: phrase(`${LEAD}(?:a |one |whole |full )*(?:(?<!(?:${NUMBER})[ -])day[ -]?trip|single day)`),
    read: () => days(1),
  },
  { pattern: phrase("overnight(?: stay| trip)?"), read: () => nights(1) },
  { pattern: phrase(`${LEAD}(?:a |one )?fortnight`), read: () => days(14) },
  {
    pattern: phrase(`${LEAD}(${NUMBER}|a|an)[ -](?:whole |full |long )?weeks?(?:[ -]long|'s?)?`),
    read: ([, number]) => {
      const count = counted(number, 7);
      return count === null ? null : days(count);
    },
  },
  { pattern: phrase(`${LEAD}(?:a |the )?(?:whole |full |entire )?week-?long`), read: () => days(7) },
  {
    pattern: phrase(`${LEAD}(?:a|one) (?:whole |full )?month`),
    read: () => days(MAX_TRIP_DAYS, `You said a month: I took ${MAX_TRIP_DAYS} days, the longest plan I make.`),
  },
  {
    pattern: phrase(`${LEAD}(?:a|one) (?:whole |full )?year(?=,? (?:(?:in|at)\\b|${CLAIMED}))`),
    read: () => days(365),
  },
  {
    /** Not the age of a child. */
    pattern: phrase(`${LEAD}(${NUMBER}) months(?=,? (?:(?:in|at)\\b|${CLAIMED}))`),
    read: ([, number]) => {
      const count = counted(number, 30);
      return count === null ? null : days(count);
    },
  },
  {
    pattern: phrase(`${LEAD}(?:(${NUMBER})[ -]?${DAY_WORD}|(\\d{1,2})d)(?:[ -]long|')?`),
    read: ([, number, digits]) => {
      const count = counted(number ?? digits, 1);
      return count === null ? null : days(count);
    },
  },
  {
    pattern: phrase(`${LEAD}(${NUMBER}|a|an)(?= (?:${ADJECTIVES}) weeks?)`),
    read: ([, number]) => {
      const count = counted(number, 7);
      return count === null ? null : days(count);
    },
  },
  {
    /** "three relaxing days": the adjective is left for the rule about pace. */
    pattern: phrase(
      `${LEAD}(${NUMBER})(?= (?:\\p{L}+ly )?(?:\\p{L}+(?:ing|ed|y)|slow|quiet|nice|good|great|beautiful|wonderful|easy|calm) days)`,
    ),
    read: ([, number]) => {
      const count = counted(number, 1);
      return count === null ? null : days(count);
    },
  },
  {
    pattern: phrase(`${LEAD}(?:the )?(?:(${NUMBER}|a)[ -]?(?:full )?nights?|(\\d{1,2})n)(?: stay)?`),
    read: ([, number, digits]) => {
      const count = counted(number ?? digits, 1);
      return count === null ? null : nights(count);
    },
  },
  { pattern: phrase(`${LEAD}(?:the |next )?(${VAGUE}) (?:of )?(days|nights)`), read: readVague },
  { pattern: phrase(`${LEAD}(?:a|just a|one|the) day(?= (?:in|at|to)\\b)`), read: () => days(1) },
];

/** "3 nights in Rome and 2 in Florence", "8 days: 4 Lisbon, 4 Porto": the bare number counts the same unit. */
const ELLIPTICAL = phrase(`${LEAD}(${NUMBER})(?= (?:in|at) \\p{L})`);
/** "Lisbon for 3 nights and then Porto for 2". */
const ELLIPTICAL_AFTER = phrase(
  `(?<= for (?:${NUMBER}) (?:days|nights)\\b.*?(?:then|and|,) (?:then )?(?:to )?\\p{L}+(?: \\p{L}+){0,2} for )(${NUMBER})(?= ?(?:[,.;]|and\\b|then\\b|$))`,
);
const NUMBER_AFTER_NAME = phrase(`(?<=\\p{L} for )(${NUMBER})(?= ?(?:[,.;]|and\\b|then\\b|$))`);
const BEFORE_NAMES = /(?<![\p{L}\p{N}/.:-])(\d{1,2})(?= \p{Lu}\p{Ll})/gu;

const LEADING = new RegExp(`^${LEAD}`, "iu");
/** For saying back: "three days" where only "three" was claimed, "a weekend" for "weekend". */
function sayLength(claimed: string, { kind, unit, count }: Length): string {
  const said = claimed.trim().replace(LEADING, "");
  if (kind !== "days") return /^(?:long|extended|bank|week)/i.test(said) ? `a ${said}` : said;
  if (readNumber(said) === null) return said;
  const isWeek = count % 7 === 0 && /^an?$/i.test(said);
  return `${said} ${isWeek ? "week" : unit}`;
}

function place(match: RegExpExecArray, length: Length): PlacedDuration {
  const { kind, unit, count, note = null, isEach = false } = length;
  return {
    kind,
    unit,
    count,
    days: unit === "nights" ? count + 1 : count,
    said: sayLength(match[0], length),
    note,
    isEach,
    bound: BOUNDS.find(([, pattern]) => pattern.test(match[0]))?.[0] ?? null,
    start: match.index,
    end: match.index + match[0].length,
  };
}

const NO_LENGTH = phrase("(?:for )?(?:-\\d+|minus (?:\\d+|\\p{L}+)|0|zero) ?(?:days?|nights?|weeks?)");

/** "-3 days", "0 nights": a number, but no length of a trip. */
export function takeNoLengths(reading: Reading): string[] {
  return reading.takeAll(NO_LENGTH).map(([claimed]) => claimed.replace(/^for /i, ""));
}

export function takeDurations(reading: Reading): PlacedDuration[] {
  const found = RULES.flatMap(({ pattern, read }) =>
    reading.takeEach(pattern, (match) => {
      const length = read(match);
      return length && place(match, length);
    }),
  );
  const unit = found.find(({ kind }) => kind === "days")?.unit;
  if (unit) {
    const readCount = (match: RegExpExecArray): PlacedDuration | null => {
      const count = counted(match[1], 1);
      return count === null ? null : place(match, { kind: "days", unit, count });
    };
    const isAfter = ELLIPTICAL_AFTER.test(reading.text);
    ELLIPTICAL_AFTER.lastIndex = 0;
    if (isAfter) found.push(...reading.takeEach(NUMBER_AFTER_NAME, readCount));
    found.push(...reading.takeEach(ELLIPTICAL, readCount));
    if (reading.findAll(BEFORE_NAMES).length > 1) found.push(...reading.takeEach(BEFORE_NAMES, readCount));
  }
  return found.sort((a, b) => a.start - b.start);
}
