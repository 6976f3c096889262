/** Whether hours, or free days, ever come to anything: what a validator of files asks. */
import { addDays } from "../calendar.ts";
import { type OpeningHours, windowsOn } from "../opening-hours.ts";
import { evaluate, type HoursContext, type OpenSpan } from "./evaluate.ts";
import { parseHours } from "./parse-hours.ts";

/** A leap year among them. */
const DAYS = 4 * 366;

/** Holidays may be on any day, and the sun rises somewhere. */
const WORLDS: readonly HoursContext[] = [false, true].map((isHoliday) => ({
  sun: { location: { lat: 0, lon: 0 }, timezone: "UTC" },
  isPublicHoliday: () => isHoliday,
  isSchoolHoliday: () => isHoliday,
}));

function spansIn(hours: OpeningHours, date: string, world: HoursContext): readonly OpenSpan[] | "unknown" {
  const { rule } = hours.rule === undefined ? { rule: null } : parseHours(hours.rule);
  return rule ? evaluate(rule, date, world) : (windowsOn(hours, date) ?? "unknown");
}

function isEver(from: string, holds: (date: string, world: HoursContext) => boolean): boolean {
  for (let day = 0; day < DAYS; day++) {
    const date = addDays(from, day);
    if (WORLDS.some((world) => holds(date, world))) return true;
  }
  return false;
}

/** From a date on. */
export function isEverOpen(hours: OpeningHours, from: string): boolean {
  return isEver(from, (date, world) => spansIn(hours, date, world).length > 0);
}

/** Whether somebody can come in without paying; hours nobody knows are no objection. */
export function isEverFree(freeDays: string, hours: OpeningHours | null, from: string): boolean {
  const { rule } = parseHours(freeDays);
  if (!rule) return false;
  return isEver(from, (date, world) => {
    const free = evaluate(rule, date, world);
    if (free === "unknown") return false;
    const open = hours ? spansIn(hours, date, world) : "unknown";
    return open === "unknown" ? free.length > 0 : free.some((span) => open.some((other) => isMeeting(span, other)));
  });
}

const isMeeting = (a: OpenSpan, b: OpenSpan): boolean => a.openMinute < b.closeMinute && b.openMinute < a.closeMinute;
