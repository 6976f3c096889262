/** Opening hours that are a plain week ("Mo-Fr 09:00-17:00; Sa 10:00-14:00") or "24/7"; anything else is not understood. */
import { WEEKDAYS, type WeekdayName } from "../../trip/calendar.ts";
import { ALWAYS_OPEN, type OpeningHours, openingHoursSchema } from "../../trip/opening-hours.ts";

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const RULE =
  /^((?:Mo|Tu|We|Th|Fr|Sa|Su)[A-Za-z, -]*?)?\s*(off|closed|\d{2}:\d{2}-\d{2}:\d{2}(?:\s*,\s*\d{2}:\d{2}-\d{2}:\d{2})*)$/;

function daysOf(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.split(",")) {
    const [from = "", to = from] = part.trim().split("-");
    const [start, end] = [DAYS.indexOf(from), DAYS.indexOf(to)];
    if (start < 0 || end < 0) return null;
    for (let day = start; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === end) break;
    }
  }
  return days;
}

export interface HoursReading {
  hours: OpeningHours | null;
  problem: string | null;
}

export function hoursFromRule(text: string, options: { lastEntryMinutes?: number | undefined } = {}): HoursReading {
  const last = options.lastEntryMinutes === undefined ? {} : { lastEntryMinutes: options.lastEntryMinutes };
  if (text.trim() === "24/7") return { hours: { ...ALWAYS_OPEN, ...last }, problem: null };
  const notUnderstood: HoursReading = { hours: null, problem: `not understood: ${text}` };
  const week: Record<string, { open: string; close: string }[]> = {};
  for (const name of WEEKDAYS) week[name] = [];
  for (const rule of text.split(";")) {
    const match = RULE.exec(rule.trim());
    const days = match && daysOf(match[1] ?? "Mo-Su");
    if (!match || !days) return notUnderstood;
    const spans = /^\d/.test(match[2] ?? "") ? (match[2] ?? "").split(",") : [];
    for (const day of days) {
      const name: WeekdayName | undefined = ORDER[day];
      if (name !== undefined)
        week[name] = spans.map((span) => ({ open: span.trim().slice(0, 5), close: span.trim().slice(6) }));
    }
  }
  const parsed = openingHoursSchema.safeParse({ ...week, ...last });
  return parsed.success ? { hours: parsed.data, problem: null } : notUnderstood;
}

const ORDER: readonly WeekdayName[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
