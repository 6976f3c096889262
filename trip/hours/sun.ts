/** When the sun rises and sets somewhere, in the wall time of its zone. */
import { getTimes, type SunTimes } from "suncalc";
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

/** Within a cell of so many degrees the sun is nowhere more than a few seconds earlier than in its middle. */
const CELL_DEGREES = 0.04;
const CACHE_SIZE = 5_000;
const cache = new Map<string, SunTimes>();

function timesAround({ lat, lon }: Coordinates, day: Day, offset: number): SunTimes {
  const [row, column] = [Math.round(lat / CELL_DEGREES), Math.round(lon / CELL_DEGREES)];
  const key = `${day.count} ${row} ${column} ${offset}`;
  const known = cache.get(key);
  if (known) return known;
  const localNoon = new Date(day.count * DAY_MS + DAY_MS / 2 - offset * MINUTE_MS);
  const times = getTimes(localNoon, row * CELL_DEGREES, column * CELL_DEGREES);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, times);
  return times;
}

/**
 * Minutes since midnight of the date there; `null` where it does not happen on that day (the far north). The
 * zone's offset at noon counts for the whole day: clocks are changed at night.
 */
export function sunMinute(event: SunEvent, day: Day, { location, timezone }: SunPlace): number | null {
  const offset = minutesFromUtc(day.date, timezone);
  const instant = timesAround(location, day, offset)[event];
  if (!instant || Number.isNaN(instant.getTime())) return null;
  return Math.round((instant.getTime() - day.count * DAY_MS) / MINUTE_MS) + offset;
}
