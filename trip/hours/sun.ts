/** When the sun rises and sets somewhere, in the wall time of its zone. */
import { getTimes } from "suncalc";
import { minutesFromUtc } from "../calendar.ts";
import type { Coordinates } from "../place.ts";
import type { Day } from "./day.ts";
import type { SunEvent } from "./rule.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface SunPlace {
  location: Coordinates;
  /** IANA name. */
  timezone: string;
}

/**
 * Minutes since midnight of the date there; `null` where it does not happen on that day (the far north). The
 * zone's offset at noon counts for the whole day: clocks are changed at night.
 */
export function sunMinute(event: SunEvent, day: Day, { location, timezone }: SunPlace): number | null {
  const midnight = day.count * DAY_MS;
  const offset = minutesFromUtc(day.date, timezone);
  const localNoon = new Date(midnight + DAY_MS / 2 - offset * MINUTE_MS);
  const instant = getTimes(localNoon, location.lat, location.lon)[event];
  if (!instant || Number.isNaN(instant.getTime())) return null;
  return Math.round((instant.getTime() - midnight) / MINUTE_MS) + offset;
}
