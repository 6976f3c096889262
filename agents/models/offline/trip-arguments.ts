/** The arguments of `create_trip` and of the searches beside the plan, from the request and the cities found. */
import { daysBetween } from "../../../trip/calendar.ts";
import type { TripRequest } from "../../../trip/text/request.ts";
import type { SightsResolved } from "./must-sees.ts";
import type { Resolution } from "./resolve-cities.ts";
import type { TripSeen } from "./results.ts";
import type { ToolCall } from "./steps.ts";
import { listOf } from "./words.ts";

const MAX_ASSUMPTIONS = 20;
const MAX_ASSUMPTION = 300;

/** Nights for each city only where they were said and add up to the dates chosen. */
function nightsOf(
  { startDate, endDate }: TripRequest,
  { cities }: Resolution,
): { nights: number[] | null; notes: string[] } {
  const nights = cities.map((city) => city.nights);
  if (cities.length < 2 || startDate === null || endDate === null || nights.some((count) => count === null)) {
    return { nights: null, notes: [] };
  }
  const said = nights.filter((count) => count !== null);
  const sum = said.reduce((total, count) => total + count, 0);
  const total = daysBetween(startDate, endDate);
  if (sum === total) return { nights: said, notes: [] };
  return {
    nights: null,
    notes: [`Your nights add up to ${sum}, but the dates hold ${total}: I shared the nights out evenly.`],
  };
}

const IATA = /^[A-Z]{3}$/;

function originAirport({ origin }: TripRequest, resolution: Resolution): string | null {
  if (origin && IATA.test(origin.text)) return origin.text;
  return resolution.origin?.iataCode ?? null;
}

const unlessEmpty = <Item>(key: string, items: readonly Item[]): Record<string, readonly Item[]> =>
  items.length > 0 ? { [key]: items } : {};

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
  const { nights, notes } = nightsOf(request, resolution);
  const airport = originAirport(request, resolution);
  const uncounted = travelers === null ? ["You did not say how many travel: I counted one traveller."] : [];
  const assumptions = [
    ...request.assumptions,
    ...uncounted,
    ...resolution.notes,
    ...notes,
    ...sights.notes,
    ...notUnderstood(request),
  ]
    .slice(0, MAX_ASSUMPTIONS)
    .map((text) => text.slice(0, MAX_ASSUMPTION));
  return {
    name: "create_trip",
    input: {
      cityIds: resolution.cities.map(({ hit }) => hit.id),
      ...(nights && { nights }),
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

const MAX_PASSENGERS = 9;

/** There and back; a trip through several cities flies home from the last. */
function flightCalls(trip: TripSeen, { cities }: Resolution): ToolCall[] {
  const [first, last] = [cities.at(0)?.hit.iataCode, cities.at(-1)?.hit.iataCode];
  const home = trip.origin?.iataCode;
  if (!home || !first || !last || home === first || home === last || trip.travelers > MAX_PASSENGERS) return [];
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
        rooms: Math.min(10, Math.ceil(trip.travelers / 2)),
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
