/** Times in a message: "3pm", "at ten", "22:00", "half past six", "in the morning". Always as HH:MM. */
import { NUMBER, readNumber } from "../numbers.ts";

export interface TimeSaid {
  start: number;
  end: number;
  time: string;
  /** A part of the day, for which a usual time was taken. */
  isPart: boolean;
  /** An hour without morning or evening, as in "at 8". */
  isBare: boolean;
  /** The word before it: "to", "at", "before", "after", "until", "by" or "from". */
  cue: string;
  /** "The 3pm thing": it names a stop and is no wish. */
  isName: boolean;
}

/** When a part of the day is said and no time: a visit begins then. */
export const PARTS: Record<string, string> = {
  morning: "10:00",
  noon: "12:00",
  midday: "12:00",
  "lunch time": "12:30",
  lunchtime: "12:30",
  afternoon: "15:00",
  evening: "18:00",
  night: "20:00",
  tonight: "18:00",
  sunset: "18:00",
};

const pad = (value: number): string => String(value).padStart(2, "0");
const HOUR = NUMBER;
const CUE =
  "(?:(to|at|before|after|until|till|by|from|around|about|for|past|@|not before|no later than|towards|not until) )?(?:at |about |around |the )?";

function clock(hour: number, minute: number, half: string | undefined): string | null {
  const isAfternoon = half?.startsWith("p") ?? false;
  const isMorning = half?.startsWith("a") ?? false;
  if (hour > 24 || minute > 59 || ((isAfternoon || isMorning) && hour > 12 && hour < 13)) return null;
  const inDay = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour === 12 ? 0 : hour % 24;
  return `${pad(inDay)}:${pad(minute)}`;
}

/** "At 3" is in the afternoon, "at 9" in the morning: nobody visits a museum at three at night. */
function bare(hour: number, minute = 0): string | null {
  if (hour > 24) return null;
  return clock(hour >= 1 && hour <= 6 ? hour + 12 : hour, minute, undefined);
}

interface Rule {
  pattern: RegExp;
  /** Of the groups after the cue. */
  read(groups: (string | undefined)[], text: string): string | null;
  isPart?: boolean;
}

const rule = (pattern: string, read: Rule["read"], isPart = false): Rule => ({
  pattern: new RegExp(`(?<![\\w.:])${CUE}(?:${pattern})(?![\\w:])`, "g"),
  read,
  isPart,
});

const RULES: readonly Rule[] = [
  rule("(\\d{1,2})[:.h](\\d{2}) ?(am|pm|a\\.m\\.|p\\.m\\.)?", ([hour, minute, half]) =>
    clock(Number(hour), Number(minute), half),
  ),
  rule("(\\d{1,2}) ?(am|pm|a\\.m\\.?|p\\.m\\.?|uhr)", ([hour, half]) =>
    clock(Number(hour), 0, half === "uhr" ? undefined : half),
  ),
  rule("(\\d{1,2})h", ([hour]) => clock(Number(hour), 0, undefined)),
  rule(`half(?: past)? (${HOUR})(?: (?:in the (afternoon|evening)))?`, ([hour]) =>
    bare(readNumber(hour ?? "") ?? 25, 30),
  ),
  rule(`(?:a )?quarter past (${HOUR})`, ([hour]) => bare(readNumber(hour ?? "") ?? 25, 15)),
  rule(`(?:a )?quarter to (${HOUR})`, ([hour]) => bare((readNumber(hour ?? "") ?? 26) - 1, 45)),
  rule(`(${HOUR}) (?:o'?clock )?(in the morning|in the afternoon|in the evening|at night)`, ([hour, part]) =>
    clock(readNumber(hour ?? "") ?? 25, 0, /morning/.test(part ?? "") ? "am" : "pm"),
  ),
  rule(`(${HOUR}) ?o'?clock(?: ?sharp)?`, ([hour]) => bare(readNumber(hour ?? "") ?? 25)),
  rule("midnight", () => "00:00"),
];

const BARE = new RegExp(
  `(?<![\\w.:])(at|before|after|until|till|by|around) (?:about |around )?(${HOUR})(?:ish)?(?![\\w:./]| ?(?:%|days?|nights?|people|stars?|out of|of us|euros?|am\\b|pm\\b|hours?|minutes?))`,
  "g",
);
const PART =
  /(?<![\w])(?:(to|before|after|until|by|for|towards) )?(?:in |at |for |on )?(?:the )?(?:early |late |mid[- ]?)?(lunch ?time|morning|noon|midday|afternoon|evening|tonight|night|sunset)s?(?![\w'])/g;

const isNamed = (text: string, end: number): boolean =>
  /^(?:'?s)? (?:thing|stop|visit|slot|one|activity|appointment|event|booking|place)\b/.test(text.slice(end));

export function findTimes(text: string): TimeSaid[] {
  let rest = text;
  const found: TimeSaid[] = [];
  const keep = (match: RegExpExecArray, time: string | null, how: "exact" | "bare" | "part"): void => {
    if (time === null) return;
    const [start, end] = [match.index, match.index + match[0].length];
    if (/█/.test(rest.slice(start, end))) return;
    found.push({
      start,
      end,
      time,
      isPart: how === "part",
      isBare: how === "bare",
      cue: match[1] ?? "",
      isName: isNamed(text, end),
    });
    rest = rest.slice(0, start) + "█".repeat(end - start) + rest.slice(end);
  };
  for (const { pattern, read } of RULES)
    for (const match of text.matchAll(pattern)) keep(match, read(match.slice(2), text), "exact");
  for (const match of rest.matchAll(BARE)) keep(match, bare(readNumber(match[2] ?? "") ?? 25), "bare");
  for (const match of rest.matchAll(PART))
    keep(match, PARTS[(match[2] ?? "").replace(/lunch time/, "lunchtime")] ?? null, "part");
  return found.sort((a, b) => a.start - b.start);
}
