/** The machine's clock, and the traveller's calendar: today is a date in the machine's own zone, or the one given. */
import { dateInZone, isDate } from "../trip/calendar.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { Clock } from "../trip/ports.ts";

export function createClock(today?: string): Clock {
  if (today !== undefined && !isDate(today)) {
    throw new TripwrightError(
      "invalid_input",
      `Expected --today as a calendar date such as 2026-11-22, got "${today}".`,
      { today },
    );
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { now: () => new Date(), today: () => today ?? dateInZone(new Date(), zone) };
}
