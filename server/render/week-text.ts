/** A week of opening hours in one line: "Tue–Sun 10:00–18:00; closed Mon"; as they are written where no week says it all. */
import { WEEKDAYS } from "../../trip/calendar.ts";
import { isAlwaysOpen, type OpeningHours } from "../../trip/opening-hours.ts";

const shortName = (day: string): string => day.charAt(0).toUpperCase() + day.slice(1, 3);

/** Neighbouring days with the same hours as one run. */
function runsOf(hours: OpeningHours): { days: string[]; text: string }[] {
  const runs: { days: string[]; text: string }[] = [];
  for (const day of WEEKDAYS) {
    const text = hours[day].map(({ open, close }) => `${open}–${close}`).join(", ");
    const last = runs.at(-1);
    if (last?.text === text) last.days.push(day);
    else runs.push({ days: [day], text });
  }
  return runs;
}

const daysText = (days: readonly string[]): string =>
  days.length === 1 ? shortName(days[0] ?? "") : `${shortName(days[0] ?? "")}–${shortName(days.at(-1) ?? "")}`;

export function weekText(hours: OpeningHours): string {
  if (isAlwaysOpen(hours)) return "open at all times";
  if (hours.rule !== undefined) return hours.rule;
  const week = runsOf(hours)
    .map(({ days, text }) => (text === "" ? `closed ${daysText(days)}` : `${daysText(days)} ${text}`))
    .join("; ");
  const varies = hours.seasons?.length || hours.closedDates?.length || hours.exceptions?.length;
  return varies ? `${week}; other hours in some seasons or on some dates` : week;
}
