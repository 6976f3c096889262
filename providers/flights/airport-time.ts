/**
 * Times of flights: what an airport's clock shows, with the offset it then has. Vendors say local times and a zone, and
 * clocks change: an hour is skipped in spring and comes twice in autumn.
 *
 * A skipped time is what a clock would show that nobody had put forward: the same instant, told as it is then shown.
 * A repeated one is settled by the flight's own duration; where nobody says that, a departure is the earlier and an
 * arrival the later of the two, so that nobody misses a flight by it.
 */
import { Temporal } from "temporal-polyfill";

export interface LocalTime {
  /** `2027-05-10T07:00:00`, without offset; seconds may be missing. */
  readonly local: string;
  /** IANA. */
  readonly zone: string;
  /** The instant, where the vendor says it too. */
  readonly utc?: string | null;
}

export interface FlightTimes {
  readonly departureAt: string;
  readonly arrivalAt: string;
  readonly durationMinutes: number;
}

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?$/;

/** One moment, or two where the clock shows it twice; none for what is no time or no zone. */
function momentsOf({ local, zone, utc }: LocalTime): Temporal.ZonedDateTime[] {
  if (!LOCAL.test(local)) return [];
  try {
    const wall = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    const moments = [wall.toZonedDateTime(zone), wall.toZonedDateTime(zone, { disambiguation: "later" })];
    const [first, second] = moments as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
    const isRepeated = first.epochMilliseconds !== second.epochMilliseconds && second.toPlainDateTime().equals(wall);
    const said = isRepeated && utc ? Date.parse(utc) : Number.NaN;
    if (said === first.epochMilliseconds) return [first];
    if (said === second.epochMilliseconds) return [second];
    return isRepeated ? [first, second] : [first];
  } catch {
    return [];
  }
}

const minutesBetween = (from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number =>
  Math.round((to.epochMilliseconds - from.epochMilliseconds) / 60_000);

const told = (moment: Temporal.ZonedDateTime): string =>
  moment.toString({ timeZoneName: "never", smallestUnit: "second" });

/** `null` where the times are none, or it arrives before it departs. */
export function flightTimes(
  departure: LocalTime,
  arrival: LocalTime,
  saidMinutes: number | null = null,
): FlightTimes | null {
  const departures = momentsOf(departure);
  const arrivals = momentsOf(arrival);
  const fits = departures.flatMap((from) => arrivals.map((to) => ({ from, to, minutes: minutesBetween(from, to) })));
  const found = fits.find(({ minutes }) => minutes === saidMinutes) ?? fits.at(arrivals.length - 1);
  if (found === undefined || found.minutes <= 0) return null;
  return { departureAt: told(found.from), arrivalAt: told(found.to), durationMinutes: found.minutes };
}

/** "PT26H10M" and "P1DT2H10M" are 1,570; days have 24 hours. `null` for what is none. */
export function minutesOfIsoDuration(text: string | null | undefined): number | null {
  if (!text || text.length > 40) return null;
  try {
    return Math.round(Temporal.Duration.from(text).total("minutes"));
  } catch {
    return null;
  }
}
