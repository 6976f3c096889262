/**
 * Spans of the day as people write them in English: "9AM-5PM", "09:00–17:00", "noon to midnight". Minutes since
 * midnight; an end after 24:00 is on the next morning. A span that can be read two ways is `null`.
 */

export interface Span {
  readonly from: number;
  readonly to: number;
}

const HOUR = 60;
const NOON = 12 * HOUR;
export const DAY = 24 * HOUR;
/** Longer is a slip of the pen, or the whole day. */
const LONGEST = 20 * HOUR;

const TIME = String.raw`(?:(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?|(\d{1,2})[:.](\d{2})(?!\d)|(\d{4})\b|(\d{1,2})\b(?![:.]\d)|(noon|midnight)\b)`;
/** Two times and what stands between them, at the start of a text. */
const SPAN = new RegExp(String.raw`^(?:from\s+)?${TIME}\s*(?:-|to|until|till)\s*${TIME}\s*(?:hrs?\b|hours\b|h\b)?`);

interface ClockTime {
  readonly minutes: number;
  /** AM or PM is said, it is on a 24-hour clock ("09:00", "17"), it is a word; `null` is a bare hour. */
  readonly form: "am" | "pm" | "24" | "word" | null;
}

function clockTime(parts: readonly (string | undefined)[]): ClockTime | null {
  const [hour12, minute12 = "0", half, hour24, minute24, military, bare, word] = parts;
  if (word !== undefined) return { minutes: word === "noon" ? NOON : DAY, form: "word" };
  if (hour12 !== undefined) {
    const hour = Number(hour12);
    if (hour < 1 || hour > 12 || Number(minute12) > 59) return null;
    const isAfternoon = half === "p";
    return {
      minutes: ((hour % 12) + (isAfternoon ? 12 : 0)) * HOUR + Number(minute12),
      form: isAfternoon ? "pm" : "am",
    };
  }
  const hour = military?.slice(0, 2) ?? hour24 ?? bare ?? "";
  const minute = military?.slice(2) ?? minute24 ?? "0";
  const minutes = Number(hour) * HOUR + Number(minute);
  if (Number(minute) > 59 || minutes > DAY) return null;
  const isOn24 = military !== undefined || hour.startsWith("0") || Number(hour) > 12;
  return { minutes, form: isOn24 ? "24" : null };
}

/** A bare hour to a time that says AM or PM: "10-6PM" begins in the morning; "8-10PM" may be either. */
function bareToMarked({ minutes }: ClockTime, to: ClockTime): Span | null {
  if (to.form !== "pm" || minutes > DAY) return null;
  if (minutes >= NOON && minutes < NOON + HOUR) return { from: minutes, to: to.minutes };
  return minutes > to.minutes - NOON && minutes < NOON ? { from: minutes, to: to.minutes } : null;
}

/** "9AM-5" ends in the afternoon; "7AM-11" may end at noon or at night. */
function markedToBare(from: ClockTime, { minutes }: ClockTime): Span | null {
  return from.form === "am" && minutes < from.minutes ? { from: from.minutes, to: minutes + NOON } : null;
}

/** One of the two is on a 24-hour clock and the other could be: "9:00-17:00", "09:00-12:00", "11:00-02:00". */
function beside24(from: ClockTime, to: ClockTime): Span | null {
  const span = { from: from.minutes, to: to.minutes };
  if (to.form === "24" && to.minutes === 0) return { from: from.minutes, to: DAY };
  if (span.from < span.to) return span;
  return span.from >= 10 * HOUR && span.to <= 6 * HOUR ? span : null;
}

/** "9-5": a sight or a shop is open by day; a bar might mean the night. */
function byDay(from: ClockTime, to: ClockTime): Span | null {
  const isByDay = from.minutes >= 7 * HOUR && from.minutes < NOON && to.minutes < 7 * HOUR;
  return isByDay ? { from: from.minutes, to: to.minutes + NOON } : null;
}

function meant(from: ClockTime, to: ClockTime, isDaytime: boolean): Span | null {
  if (from.form !== null && to.form !== null) return { from: from.minutes, to: to.minutes };
  if (from.form === "24" || to.form === "24") return beside24(from, to);
  if (from.form === null && to.form === null) return isDaytime ? byDay(from, to) : null;
  return from.form === null ? bareToMarked(from, to) : markedToBare(from, to);
}

/** A span at the start of a text, and how much of the text it takes; `null` where there is none or it is not certain. */
export function spanAtStart(text: string, isDaytime: boolean): { span: Span; length: number } | null {
  const match = SPAN.exec(text);
  if (!match) return null;
  const parts = match.slice(1);
  const from = clockTime(parts.slice(0, parts.length / 2));
  const to = clockTime(parts.slice(parts.length / 2));
  const span = from && to && meant(from, to, isDaytime);
  if (!span) return null;
  const start = span.from % DAY;
  const end = span.to <= start ? span.to + DAY : span.to;
  if (end - start > LONGEST && end - start !== DAY) return null;
  return { span: { from: start, to: end }, length: match[0].length };
}

/** A single time with AM, PM or on a 24-hour clock, being all of the text. */
export function timeOf(text: string): number | null {
  const match = new RegExp(`^${TIME}$`).exec(text.trim());
  const time = match && clockTime(match.slice(1));
  return time && time.form !== null ? time.minutes : null;
}
