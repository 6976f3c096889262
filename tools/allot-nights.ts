/** Nights and order of a new trip's cities: as asked for where they were, else by what the nights are worth. */
import { addDays, daysBetween } from "../trip/calendar.ts";
import type { City } from "../trip/catalogue.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { PlanFacts } from "../trip/facts.ts";
import { allotStays } from "../trip/schedule/cities/allot.ts";
import type { StayWishes } from "../trip/schedule/cities/from-trip.ts";
import { obstacleInWords } from "../trip/schedule/cities/words.ts";
import type { Destination, Trip } from "../trip/trip.ts";

/** What `create_trip` is told about stays. */
export interface StayArguments {
  cityIds: readonly string[];
  nights?: readonly number[] | undefined;
  minNights?: readonly number[] | undefined;
  maxNights?: readonly number[] | undefined;
  orderIsOpen: boolean;
  firstCityId?: string | undefined;
  lastCityId?: string | undefined;
  optionalCityIds: readonly string[];
}

export interface Stays {
  destinations: Destination[];
  assumptions: string[];
}

function requireAnEntryPerCity({ cityIds, minNights, maxNights }: StayArguments): void {
  for (const [name, list] of Object.entries({ minNights, maxNights })) {
    if (list === undefined || list.length === cityIds.length) continue;
    throw new TripwrightError(
      "invalid_input",
      `Expected ${cityIds.length} entries in ${name}, one for each of cityIds, got ${list.length}.`,
      { [name]: list },
    );
  }
}

function indexOfCity(name: string, id: string | undefined, { cityIds }: StayArguments): number | null {
  if (id === undefined) return null;
  const index = name === "lastCityId" ? cityIds.lastIndexOf(id) : cityIds.indexOf(id);
  if (index >= 0) return index;
  throw new TripwrightError("invalid_input", `Expected ${name} to be one of cityIds, got "${id}".`, { [name]: id });
}

/** 0 nights at least is nothing said: a city is worth a night. */
function wishesFrom(args: StayArguments): StayWishes {
  requireAnEntryPerCity(args);
  return {
    minNights: (args.minNights ?? []).map((count) => (count === 0 ? null : count)),
    maxNights: args.maxNights ?? [],
    optional: args.optionalCityIds.flatMap((id) => indexOfCity("optionalCityIds", id, args) ?? []),
    orderIsOpen: args.orderIsOpen,
    firstCity: indexOfCity("firstCityId", args.firstCityId, args),
    lastCity: indexOfCity("lastCityId", args.lastCityId, args),
  };
}

function asAskedFor({ destinations, startDate, endDate }: Trip, nights: readonly number[]): Destination[] {
  const total = daysBetween(startDate, endDate);
  const sum = nights.reduce((all, count) => all + count, 0);
  if (nights.length !== destinations.length || sum !== total) {
    throw new TripwrightError(
      "invalid_input",
      `Expected ${destinations.length} counts of nights that add up to ${total}, got ${nights.join(" + ")}.`,
      { nights },
    );
  }
  let arrivalDate = startDate;
  return destinations.map((destination, index) => {
    const departureDate = addDays(arrivalDate, nights[index] ?? 0);
    const stay = { ...destination, arrivalDate, departureDate };
    arrivalDate = departureDate;
    return stay;
  });
}

/** The cities in the order in which they were named, each for the whole trip until nights are allotted. */
export function unallotted(
  cities: readonly City[],
  { startDate, endDate }: Pick<Trip, "startDate" | "endDate">,
): Destination[] {
  return cities.map(({ id, name, countryCode }) => ({
    ...{ cityId: id, name, countryCode },
    ...{ arrivalDate: startDate, departureDate: endDate },
  }));
}

export function allotNights(trip: Trip, args: StayArguments, facts: PlanFacts): Stays {
  const wishes = wishesFrom(args);
  if (args.nights) {
    return { destinations: asAskedFor(trip, args.nights), assumptions: [] };
  }
  const days = daysBetween(trip.startDate, trip.endDate) + 1;
  const cities = trip.destinations.length;
  if (days < cities && wishes.optional.length === 0) {
    throw new TripwrightError(
      "nothing_fits",
      `${cities} cities do not fit into ${days} ${days === 1 ? "day" : "days"}. Add days or drop a city.`,
      { cities, days },
    );
  }
  const allotment = allotStays(trip, facts, wishes);
  if (!("obstacle" in allotment)) return allotment;
  throw new TripwrightError("nothing_fits", obstacleInWords(allotment.obstacle, days - 1), { ...allotment.obstacle });
}
