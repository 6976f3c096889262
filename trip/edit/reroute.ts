/** Other dates and other cities for a trip: which stay is when, so that the cities still follow each other without a gap. */
import { addDays, daysBetween } from "../calendar.ts";
import { TripwrightError } from "../errors.ts";
import type { Destination, Trip } from "../trip.ts";

export interface RouteChange {
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  readonly addCity?:
    | {
        readonly city: Pick<Destination, "cityId" | "name" | "countryCode">;
        /** Nights there, or so many days beside those that the trip has. */
        readonly nights?: number | undefined;
        readonly days?: number | undefined;
        readonly position?: number | undefined;
      }
    | undefined;
  readonly removeCityId?: string | undefined;
}

type Route = Pick<Trip, "startDate" | "endDate" | "destinations">;
interface Stay {
  readonly city: Pick<Destination, "cityId" | "name" | "countryCode">;
  readonly nights: number;
}

/** A start alone moves the whole trip; with an end, too, its length changes. Throws `nothing_fits`. */
export function rerouted(trip: Route, change: RouteChange): Route {
  const { addCity, removeCityId } = change;
  let stays: Stay[] = trip.destinations.map(({ cityId, name, countryCode, arrivalDate, departureDate }) => ({
    city: { cityId, name, countryCode },
    nights: daysBetween(arrivalDate, departureDate),
  }));
  if (removeCityId !== undefined) stays = withoutCity(stays, removeCityId);
  const added = addCity && Math.min(addCity.position === undefined ? stays.length : addCity.position - 1, stays.length);
  if (addCity && added !== undefined) stays = withCity(stays, added, addCity);
  const startDate = change.startDate ?? trip.startDate;
  const asPlanned = addDays(
    startDate,
    stays.reduce((sum, { nights }) => sum + nights, 0),
  );
  const endDate = change.endDate ?? asPlanned;
  const spare = daysBetween(asPlanned, endDate);
  return laidOut(startDate, spare === 0 ? stays : stretched(stays, spare, { trip, change, added }));
}

/** Days after the last city's: its day of departure becomes a whole one, and the added city has the last. */
function withCity(
  stays: readonly Stay[],
  at: number,
  { city, nights, days = 1 }: NonNullable<RouteChange["addCity"]>,
): Stay[] {
  const last = stays.at(-1);
  if (nights !== undefined || at < stays.length || !last)
    return stays.toSpliced(at, 0, { city, nights: nights ?? days });
  return [...stays.slice(0, -1), { ...last, nights: last.nights + 1 }, { city, nights: days - 1 }];
}

/** Two stays in a row in one city are one. */
function joined(stays: readonly Stay[]): Stay[] {
  const all: Stay[] = [];
  for (const stay of stays) {
    const before = all.at(-1);
    const isSame = before?.city.cityId === stay.city.cityId;
    if (before && isSame) all[all.length - 1] = { ...before, nights: before.nights + stay.nights };
    else all.push(stay);
  }
  return all;
}

function withoutCity(stays: readonly Stay[], cityId: string): Stay[] {
  const left = stays.filter(({ city }) => city.cityId !== cityId);
  if (left.length < stays.length && left.length > 0) return left;
  const names = stays.map(({ city }) => city.name).join(", ");
  const message =
    left.length === 0
      ? "A trip has at least one city: add another one before this one is removed."
      : `Expected removeCityId to be a city of the trip (${names}), got "${cityId}".`;
  throw new TripwrightError("invalid_input", message, { cityId });
}

/**
 * Nights more or less go to the stay that they concern: the one beside an added city, the first where only the start
 * has moved, else the last.
 */
function stretched(
  stays: readonly Stay[],
  spare: number,
  { trip, change, added }: { trip: Route; change: RouteChange; added: number | undefined },
): Stay[] {
  const isFront = change.startDate !== undefined && change.endDate === trip.endDate;
  const beside = added === undefined ? undefined : added === 0 ? 1 : added - 1;
  const at = beside ?? (isFront ? 0 : stays.length - 1);
  const stay = stays[at];
  if (stay && stay.nights + spare >= 0) return stays.with(at, { ...stay, nights: stay.nights + spare });
  const name = stay?.city.name ?? "the last city";
  throw new TripwrightError(
    "nothing_fits",
    `These dates leave no night for ${name}. Remove a city, or choose dates that leave more days.`,
    { nights: stay?.nights ?? 0, missing: -spare },
  );
}

function laidOut(startDate: string, stays: readonly Stay[]): Route {
  let arrivalDate = startDate;
  const destinations = joined(stays).map(({ city, nights }) => {
    const departureDate = addDays(arrivalDate, nights);
    const stay = { ...city, arrivalDate, departureDate };
    arrivalDate = departureDate;
    return stay;
  });
  return { startDate, endDate: arrivalDate, destinations };
}
