/** What somebody who goes on a trip has to look for: beds in every city, the ways there and back, things to do. */

import { daysBetween } from "./calendar.ts";
import type { City } from "./catalogue.ts";
import type { FlightQuery, StayQuery } from "./offer.ts";
import { roomsFor } from "./offers/rooms.ts";
import { seatsToSearch } from "./offers/seats.ts";
import type { Trip } from "./trip.ts";
import type { TourLinkQuery } from "./vendor-ports.ts";

export interface TripSearches {
  readonly stays: readonly StayQuery[];
  /** None where nobody said where the party sets out from, or no airport is known. */
  readonly flights: readonly FlightQuery[];
  readonly tours: readonly (TourLinkQuery & { cityId: string; from: string; to: string })[];
}

function flightsOf(trip: Trip, cities: ReadonlyMap<string, City>, currency: string): FlightQuery[] {
  const [first, last] = [trip.destinations.at(0), trip.destinations.at(-1)];
  const [there, back] = [first, last].map((destination) => cities.get(destination?.cityId ?? "")?.iataCode);
  const home = trip.origin?.iataCode;
  if (!home || !there || !back || !first || !last || home === there || home === back) return [];
  const common = { passengers: seatsToSearch(trip.travelers), cabinClass: "economy", currency } as const;
  const [departureDate, returnDate] = [first.arrivalDate, last.departureDate];
  if (there === back) return [{ origin: home, destination: there, departureDate, returnDate, ...common }];
  return [
    { origin: home, destination: there, departureDate, returnDate: null, ...common },
    { origin: back, destination: home, departureDate: returnDate, returnDate: null, ...common },
  ];
}

export function searchesOf(trip: Trip, cities: ReadonlyMap<string, City>): TripSearches {
  const currency = trip.budget?.currency ?? "EUR";
  const nights = trip.destinations.filter((one) => daysBetween(one.arrivalDate, one.departureDate) > 0);
  return {
    stays: nights.map(({ cityId, arrivalDate: checkInDate, departureDate: checkOutDate }) => {
      const party = { guests: trip.travelers, rooms: roomsFor(trip.travelers) };
      return { cityId, checkInDate, checkOutDate, ...party, currency };
    }),
    flights: flightsOf(trip, cities, currency),
    tours: trip.destinations.flatMap(({ cityId, arrivalDate, departureDate }) => {
      const city = cities.get(cityId);
      return city ? [{ cityId, text: `${city.name}, ${city.countryName}`, from: arrivalDate, to: departureDate }] : [];
    }),
  };
}
