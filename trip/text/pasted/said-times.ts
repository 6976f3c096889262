/** Clock times and lengths as people write them: "9:00 AM – 11:30 AM", "9–11am", "14h30", "around 2 pm", "(2 hours)". */

export interface SaidClock {
  hour: number;
  minute: number;
  /** Without one, "2:30" may be either half of the day. */
  half: "am" | "pm" | null;
  /** "09:00" can only be the morning. */
  isPadded: boolean;
}

export interface SaidTime {
  from: number;
  to: number;
  start: SaidClock | null;
  end: SaidClock | null;
}

export interface SaidLength {
  from: number;
  to: number;
  minutes: number;
}

const HALF = "(?:\\s?(?:[ap]\\.\\s?m\\.?|[ap]m)|(?<=\\d)[ap])(?![\\p{L}'])";
/** After a bare number: then it counts something. */
const UNIT =
  "(?:hours?|hrs?|h|min\\p{L}*|km|m|metres?|meters?|miles?|blocks?|people|persons?|pax|adults?|kids?|days?|nights?|weeks?|months?|years?|euros?|eur|usd|gbp|dollars?|pounds?|stops?|courses?|stars?|am|pm|of|more|other|different|or|rooms?|floors?|steps?|tickets?|museums?|temples?|sights?|places?|bars?|beers?|glasses|pieces?|kinds?|types?|times)";
const CLOCK = `(?:\\d{1,2}[:h]\\d{2}(?:${HALF})?|\\d{1,2}(?:\\.\\d{2})?${HALF}|\\d{1,2}\\.\\d{2}(?=\\s?(?:-|to|until)\\s?\\d{1,2}\\.\\d{2}|\\s?uhr)|\\d{1,2}\\s?(?:h|hrs|uhr)(?![\\p{L}\\d])|\\d{1,2} ?o'clock|(?:[1-9]|1[0-2]) (?:in the (?:morning|afternoon|evening)|at night)|noon|midday|midnight)`;
const LEAD = "(?:(?:at|from|around|about|approx(?:imately|\\.)?|circa|ca\\.?|by|@|~|between)\\s?)*";
const NOT_INSIDE = "(?<![\\p{L}\\d:.,/€$£])";
const RANGE = new RegExp(
  `${NOT_INSIDE}${LEAD}(?<start>${CLOCK}|\\d{1,2})\\s{0,4}(?:-|to|until|till|til|and)\\s{0,4}(?:around |about |~)?(?<end>${CLOCK}|\\d{1,2}\\.\\d{2}|(?<=(?:\\d[:.h]\\d{2}(?:${HALF})?|[ap]m|noon)\\s{0,4}(?:-|to|until|till)\\s{0,4})\\d{1,2}(?=\\s*(?:[,;.)]|$|-|:)|\\s+(?!${UNIT}(?!\\p{L}))\\p{L}))(?![\\p{L}\\d])`,
  "giu",
);
/** "9-11 castle": bare hours in front of what they are for, or behind a comma. */
const BARE_RANGE = new RegExp(
  `(?<=^[^\\p{L}\\p{N}]*|[,;(|*+/]\\s*)(?<start>\\d{1,2})\\s?(?:-|to)\\s?(?<end>\\d{1,2})(?=\\s*[:,)|]|\\s*$|\\s+(?!${UNIT}(?!\\p{L}))\\p{L})|(?<=\\p{L} )(?<first>[6-9]|1\\d)-(?<last>[1-9]|1\\d|2[0-3])(?=\\s*(?:[,;)*+/|]|$))`,
  "giu",
);
/** "0930-1100", "0930 castle"; "2027" is a year. */
const MILITARY =
  /(?<![\p{L}\d:.,/€$£-])(?<start>(?:[01]\d|2[0-3])[0-5]\d)\s?-\s?(?<end>(?:[01]\d|2[0-3])[0-5]\d)(?![\p{L}\d])|(?<=^\W*)(?<only>(?:0\d|1[0-8])[0-5]\d)(?=\s+\p{L})/giu;
/** "lunch 12.30,": a full stop between hours and minutes, where it ends what it belongs to. */
const DOTTED = /(?<=[\p{L})] |\()(?<start>(?:[6-9]|1\d|2[0-3])\.[0-5]\d)(?=\s*(?:[,;)*+/|]|$))/giu;
/** "20.00" is a time where the line writes its other times so. */
const DOTTED_LIKE_OTHERS = new RegExp(
  `${NOT_INSIDE}${LEAD}(?<start>\\d{1,2}\\.[0-5]\\d)(?![\\d.]|\\s?(?:€|eur|km|m\\b))`,
  "giu",
);
const HAS_DOTTED_RANGE = /\d\.[0-5]\d\s?-\s?\d{1,2}\.[0-5]\d/u;
/** "9 pantheon, 11 trevi fountain, 13 lunch": only together. */
const BARE_HOUR = new RegExp(
  `(?<=^[^\\p{L}\\p{N}]*|[,;|*]\\s*)(?<start>\\d{1,2})(?=\\s+(?!${UNIT}(?!\\p{L}))\\p{L})`,
  "giu",
);
/** "Dinner at 8." */
const AT_HOUR = /\b(?:at|from|around) (?<start>[1-9]|1[0-2])(?=\s*(?:[,;)]|\.(?:\s|$)|$))/giu;
const UNTIL = new RegExp(`${NOT_INSIDE}(?:until|till|til)\\s(?:about |around )?(?<end>${CLOCK})(?![\\p{L}\\d])`, "giu");
const SINGLE = new RegExp(
  `${NOT_INSIDE}${LEAD}(?<start>${CLOCK}|(?<=^\\W*)\\d{1,2}\\.\\d{2}(?=[\\s:-]+\\p{L}))(?!:\\d)(?![\\p{L}\\d])`,
  "giu",
);

/** "Open 9:00–18:00", "last entry 17:30", "before 9am": about the place, not about the plan. */
const ABOUT_HOURS =
  /(?:\b(?:open(?:s|ing)?(?: (?:hours|times|daily|until|till|from|at|to))?|closes?(?: (?:at|by))?|closed|closing|hours|last (?:entry|admission|tickets?)|before|after|by(?= the)|sunset|sunrise|rush hour|crowds?|queues?|lines?)\b[^.;)\n]{0,18})$/iu;

export function readClock(text: string): SaidClock | null {
  if (/noon|midday/i.test(text)) return { hour: 12, minute: 0, half: "pm", isPadded: false };
  if (/midnight/i.test(text)) return { hour: 24, minute: 0, half: null, isPadded: true };
  const match = /(?<!\d)(\d{2})(\d{2})(?!\d)|(\d{1,2})(?:\s?[:h.]\s?(\d{2}))?/i.exec(text);
  if (!match) return null;
  const digits = match[1] ?? match[3] ?? "";
  const hour = Number(digits);
  const minute = Number(match[2] ?? match[4] ?? 0);
  if (hour > 24 || minute > 59) return null;
  const letter =
    /(?<=\d\s?)([ap])(?:\.?\s?m|$)/i.exec(text)?.[1]?.toLowerCase() ?? /(?<=in the )[ame]|(?<=at )n/i.exec(text)?.[0];
  const isMorning = letter === "m" || (letter === "a" && !/afternoon/i.test(text));
  const half = letter === undefined ? null : isMorning ? "am" : "pm";
  if (half !== null && hour > 12) return { hour, minute, half: null, isPadded: true };
  return { hour, minute, half, isPadded: half === null && digits.length === 2 && hour < 10 };
}

const isLength = (text: string): boolean => /^\D*[0-5]\s?h(?:rs?)?(?:\d{2})?$/i.test(text.trim());

function readTime(match: RegExpExecArray): SaidTime | null {
  const { only, first, last, start = only ?? first, end = last } = match.groups ?? {};
  if (start !== undefined && end === undefined && isLength(start)) return null;
  const from = start === undefined ? null : readClock(start);
  const to = end === undefined ? null : readClock(end);
  if ((start !== undefined && from === null) || (end !== undefined && to === null)) return null;
  return { from: match.index, to: match.index + match[0].length, start: from, end: to };
}

/** One hour after the other, noon passed at most once. */
function isRunOfHours(found: readonly RegExpExecArray[]): boolean {
  const hours = found.map(({ groups }) => Number(groups?.start));
  const drops = hours.filter((hour, index) => index > 0 && hour <= (hours[index - 1] ?? 0));
  return hours.length > 1 && drops.length <= 1 && hours.every((hour) => hour > 0 && hour < 24);
}

/** In the order of the text; opening hours and the like are left out, and listed so that nobody reads them again. */
export function findTimes(text: string): { times: SaidTime[]; about: { from: number; to: number }[] } {
  let rest = text;
  const times: SaidTime[] = [];
  const about: { from: number; to: number }[] = [];
  for (const pattern of [RANGE, MILITARY, BARE_RANGE, UNTIL, SINGLE, AT_HOUR, DOTTED, DOTTED_LIKE_OTHERS, BARE_HOUR]) {
    if (pattern === DOTTED_LIKE_OTHERS && !HAS_DOTTED_RANGE.test(text)) continue;
    const found = [...rest.matchAll(pattern)];
    if (pattern === BARE_HOUR && !isRunOfHours(found)) continue;
    for (const match of found) {
      const time = readTime(match);
      if (!time) continue;
      if (ABOUT_HOURS.test(text.slice(Math.max(0, time.from - 40), time.from)))
        about.push({ from: time.from, to: time.to });
      else times.push(time);
      rest = rest.slice(0, time.from) + "█".repeat(time.to - time.from) + rest.slice(time.to);
    }
  }
  return { times: times.sort((a, b) => a.from - b.from), about };
}

const COUNT = "(?:\\d+(?:[.,]\\d+)?|half an?|an?|one|two|three|four|five|six)";
const LENGTH = new RegExp(
  `(?<![\\p{L}\\d:.,/])(?:about |around |approx\\.? |~ ?)?(?:(?<h>\\d{1,2})\\s?h(?:rs?|ours?)?\\s?(?<m>\\d{1,2})\\s?(?:m|min|mins|minutes)?|(?<low>${COUNT})(?:\\s?(?:-|to)\\s?(?<high>\\d+(?:[.,]\\d+)?))?(?:\\s|-)?(?<unit>hours?|hrs?|h|minutes?|mins?)(?<half> and a half)?)(?![\\p{L}\\d])`,
  "giu",
);
/** "A 15-minute walk", "20 min by metro", "two hours ahead": on the way, or not of the visit at all. */
const OF_THE_WAY =
  /^[\s-]*(?:\p{L}+ )?(?:walk|stroll|drive|ride|away|by (?:metro|bus|tram|train|taxi|car|foot|uber|subway|boat)|on foot|taxi|metro|subway|tram|bus|uber|train|flight|before|ahead|in advance|earl(?:y|ier)|wait|queue|line|from|transfer|journey|trip|hike up|climb up|beforehand|prior)\b/iu;
const NUMBERS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

const countOf = (text: string): number =>
  /^half/i.test(text) ? 0.5 : (NUMBERS[text.toLowerCase()] ?? Number(text.replace(",", ".")));

export function findLengths(text: string): { lengths: SaidLength[]; ways: SaidLength[] } {
  const lengths: SaidLength[] = [];
  const ways: SaidLength[] = [];
  for (const match of text.matchAll(LENGTH)) {
    const { h, m, low = "", high, unit = "", half } = match.groups ?? {};
    const to = match.index + match[0].length;
    const isHours = /^h/i.test(unit);
    const middle = high === undefined ? countOf(low) : (countOf(low) + Number(high.replace(",", "."))) / 2;
    const minutes = h === undefined ? (middle + (half ? 0.5 : 0)) * (isHours ? 60 : 1) : Number(h) * 60 + Number(m);
    /** "9h30" is a time of the day. */
    if (!(minutes >= 5 && minutes <= 1_440) || Number(h ?? 0) > 5) continue;
    const length = { from: match.index, to, minutes: Math.round(minutes) };
    (OF_THE_WAY.test(text.slice(to, to + 40)) ? ways : lengths).push(length);
  }
  return { lengths, ways };
}

export interface ClockHints {
  /** The text writes hours beyond 12. */
  is24: boolean;
  /** The latest time said before on the same day. */
  after: number | null;
  isLate: boolean;
}

/** The minute of the day that was meant. */
export function minuteSaid({ hour, minute, half, isPadded }: SaidClock, { is24, after, isLate }: ClockHints): number {
  if (half === "am") return (hour % 12) * 60 + minute;
  if (half === "pm") return ((hour % 12) + 12) * 60 + minute;
  const early = hour * 60 + minute;
  if (hour > 12 || hour === 0 || isPadded || is24 || hour === 12) return early;
  if (hour < 7 || isLate) return early + 720;
  return after !== null && early < after && early + 720 >= after ? early + 720 : early;
}

/** Both ends; "9–11am" shares its half, "11:30–1:00" passes noon, "22:00–01:00" passes midnight. */
export function spanSaid(time: SaidTime, hints: ClockHints): { start: number | null; end: number | null } {
  const { start, end } = time;
  if (!end) return { start: start && minuteSaid(start, hints), end: null };
  if (!start) return { start: null, end: minuteSaid(end, hints) };
  const isShared = start.half === null && end.half !== null && start.hour <= 12 && !start.isPadded;
  if (isShared) {
    const last = minuteSaid(end, hints);
    const same = minuteSaid({ ...start, half: end.half }, hints);
    const other = minuteSaid({ ...start, half: end.half === "pm" ? "am" : "pm" }, hints);
    return { start: same < last ? same : other, end: last };
  }
  const first = minuteSaid(start, hints);
  const plain = minuteSaid(end, { ...hints, after: null, isLate: false });
  if (plain > first) return { start: first, end: plain };
  const isHalfDay =
    end.half === null && end.hour <= 12 && plain + 720 > first && plain + 720 - first <= 720 && !hints.is24;
  return { start: first, end: isHalfDay ? plain + 720 : plain + (isOvernight(first, plain) ? 1_440 : 0) };
}

/** Past midnight in the evening; in the middle of the day an end before its start is simply wrong. */
const isOvernight = (start: number, end: number): boolean => start >= 1_020 && end <= 420;
