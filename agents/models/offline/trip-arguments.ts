/** The arguments of `create_trip` and of the searches beside the plan, from the request and the cities found. */

import { daysBetween } from "../../../trip/calendar.ts";
import { roomsFor } from "../../../trip/offers/rooms.ts";
import { MOST_SEATS } from "../../../trip/offers/seats.ts";
import type { TripRequest } from "../../../trip/text/request.ts";
import type { SightsResolved } from "./must-sees.ts";
import type { Resolution } from "./resolve-cities.ts";
import type { TripSeen } from "./results.ts";
import type { ToolCall } from "./steps.ts";
import { listOf } from "./words.ts";

const MAX_ASSUMPTIONS = 20;
const MAX_ASSUMPTION = 300;

const unlessEmpty = <Item>(key: string, items: readonly Item[]): Record<string, readonly Item[]> =>
  items.length > 0 ? { [key]: items } : {};

interface StayArguments {
  arguments: Record<string, unknown>;
  notes: string[];
}

const MOST_NIGHTS = 30;
const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Said for every city: as they are where they fill the dates, else so that they do. */
function nightsSaid(nights: readonly number[], total: number): StayArguments {
  const sum = sumOf(nights);
  if (sum === total) return { arguments: { nights }, notes: [] };
  const said = `Your nights add up to ${sum}, but the dates hold ${total}`;
  return sum < total
    ? { arguments: { minNights: nights }, notes: [`${said}: I gave the rest to where there is most to see.`] }
    : { arguments: { maxNights: nights }, notes: [`${said}: I took away where there is least to see.`] };
}

/** Nights as said, of all cities or some; where the trip begins and ends; what only if there is time. */
function staysOf({ startDate, endDate, orderIsOpen }: TripRequest, { cities }: Resolution): StayArguments {
  if (cities.length < 2 || startDate === null || endDate === null) return { arguments: {}, notes: [] };
  const total = daysBetween(startDate, endDate);
  const idAt = (end: "first" | "last"): string | undefined => cities.find(({ stay }) => stay.end === end)?.hit.id;
  const [firstCityId, lastCityId] = [idAt("first"), idAt("last")];
  const optional = cities.filter(({ stay }) => stay.isOptional).map(({ hit }) => hit.id);
  const order = {
    ...(orderIsOpen && { orderIsOpen }),
    ...(firstCityId && { firstCityId }),
    ...(lastCityId && { lastCityId }),
    ...(optional.length < cities.length && unlessEmpty("optionalCityIds", optional)),
  };
  const nights = cities.flatMap(({ stay }) => stay.nights ?? []);
  const said = nights.length === cities.length ? nightsSaid(nights, total) : partlySaid(cities, total);
  return { ...said, arguments: { ...said.arguments, ...order } };
}

function partlySaid(cities: Resolution["cities"], total: number): StayArguments {
  const least = cities.map(({ stay }) => stay.minNights ?? 0);
  const most = cities.map(({ stay }) => stay.maxNights ?? MOST_NIGHTS);
  const isTooMuch = sumOf(least.map((count) => Math.max(1, count))) > total;
  const isTooLittle = sumOf(most) < total;
  const limits = {
    ...(least.some((count) => count > 0) && !isTooMuch && { minNights: least }),
    ...(most.some((count) => count < MOST_NIGHTS) && !isTooMuch && !isTooLittle && { maxNights: most }),
  };
  const note = `The nights you gave do not go into the ${total} there are: I shared them out anew.`;
  return { arguments: limits, notes: isTooMuch || isTooLittle ? [note] : [] };
}

const IATA = /^[A-Z]{3}$/;

function originAirport({ origin }: TripRequest, resolution: Resolution): string | null {
  if (origin && IATA.test(origin.text)) return origin.text;
  return resolution.origin?.iataCode ?? null;
}

function wishesOf(request: TripRequest): Record<string, unknown> {
  const { interests, pace, style, diets, accessibility, avoidCrowds, preferOffbeat } = request;
  return {
    ...unlessEmpty("interests", interests),
    ...(pace && { pace }),
    ...(style && { style }),
    ...unlessEmpty("diets", diets),
    ...unlessEmpty("accessibility", accessibility),
    ...(avoidCrowds && { avoidCrowds }),
    ...(preferOffbeat && { preferOffbeat }),
  };
}

/** Stands with the trip, not only in the answer: whoever opens the plan later should know too. */
function notUnderstood({ notUnderstood: pieces }: TripRequest): string[] {
  if (pieces.length === 0) return [];
  const said = listOf(pieces.map((text) => `“${text}”`));
  return [`I did not know what to do with ${said}, so the plan takes no account of it.`];
}

export function createTripCall(request: TripRequest, resolution: Resolution, sights: SightsResolved): ToolCall {
  const { startDate, endDate, travelers, childAges, budget } = request;
  const stays = staysOf(request, resolution);
  const airport = originAirport(request, resolution);
  const uncounted = travelers === null ? ["You did not say how many travel: I counted one traveller."] : [];
  const assumptions = [
    ...request.assumptions,
    ...uncounted,
    ...resolution.notes,
    ...stays.notes,
    ...sights.notes,
    ...notUnderstood(request),
  ]
    .slice(0, MAX_ASSUMPTIONS)
    .map((text) => text.slice(0, MAX_ASSUMPTION));
  return {
    name: "create_trip",
    input: {
      cityIds: resolution.cities.map(({ hit }) => hit.id),
      ...stays.arguments,
      startDate,
      endDate,
      travelers: travelers ?? 1,
      ...unlessEmpty("childAges", childAges),
      ...(airport && { originAirport: airport }),
      ...(budget && { budgetAmount: budget.amount, ...(budget.currency && { budgetCurrency: budget.currency }) }),
      ...wishesOf(request),
      ...unlessEmpty("mustSee", sights.placeIds),
      ...unlessEmpty("assumptions", assumptions),
    },
  };
}

/** There and back; a trip through several cities flies home from the last. */
function flightCalls(trip: TripSeen, { cities }: Resolution): ToolCall[] {
  const [first, last] = [trip.destinations.at(0), trip.destinations.at(-1)].map(
    (destination) => cities.find(({ hit }) => hit.id === destination?.cityId)?.hit.iataCode,
  );
  const home = trip.origin?.iataCode;
  if (!home || !first || !last || home === first || home === last || trip.travelers > MOST_SEATS) return [];
  const common = { passengers: trip.travelers, ...(trip.budget && { currency: trip.budget.currency }) };
  const there = { origin: home, destination: first, departureDate: trip.startDate, ...common };
  if (first === last) return [{ name: "search_flights", input: { ...there, returnDate: trip.endDate } }];
  const back = { origin: last, destination: home, departureDate: trip.endDate, ...common };
  return [there, back].map((input) => ({ name: "search_flights", input }));
}

function stayCalls(trip: TripSeen): ToolCall[] {
  return trip.destinations
    .filter(({ arrivalDate, departureDate }) => departureDate > arrivalDate)
    .map(({ cityId, arrivalDate, departureDate }) => ({
      name: "search_hotels",
      input: {
        cityId,
        checkInDate: arrivalDate,
        checkOutDate: departureDate,
        guests: trip.travelers,
        rooms: roomsFor(trip.travelers),
        ...(trip.budget && { currency: trip.budget.currency }),
      },
    }));
}

export function offerCalls(request: TripRequest, trip: TripSeen, resolution: Resolution): ToolCall[] {
  return [
    ...(request.wantsFlights ? flightCalls(trip, resolution) : []),
    ...(request.wantsHotels ? stayCalls(trip) : []),
  ];
}
