/**
 * What vendors answered to a search, a row for each of them: an hour for flights, two for stays, less where the vendor's
 * terms or the offers themselves say so, and ten minutes where there was nothing. For the rest of a day an old answer is
 * a last resort while its vendor fails.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import {
  type FlightOffer,
  type FlightQuery,
  flightOfferSchema,
  flightSearchSchema,
  type StayOffer,
  type StayQuery,
  stayOfferSchema,
  staySearchSchema,
} from "../../trip/offer.ts";
import { isFlightAnswer, isStayAnswer } from "../../trip/offers/is-answer.ts";
import type { SearchCache } from "../../trip/ports.ts";
import { createSearchCache, type SearchCacheOptions } from "./kept-answers.ts";
import { canonicalFlightQuery, canonicalStayQuery } from "./search-keys.ts";

const FLIGHTS_SECONDS = 3_600;
const STAYS_SECONDS = 2 * 3_600;

export function createFlightSearchCache(options: SearchCacheOptions): SearchCache<FlightQuery, FlightOffer> {
  return createSearchCache(options, {
    kind: "flights",
    name: sql`flight_search_cache`,
    seconds: FLIGHTS_SECONDS,
    offers: z.array(flightOfferSchema),
    query: flightSearchSchema,
    canonical: canonicalFlightQuery,
    isLike: (query) => {
      const { origin, destination } = canonicalFlightQuery(query);
      return sql`origin_airport = ${origin} and destination_airport = ${destination}`;
    },
    isAnswer: isFlightAnswer,
    columns: sql`origin_airport, destination_airport, departure_date, return_date, passengers, cabin_class, currency`,
    asked: sql`jsonb_build_object('origin', origin_airport, 'destination', destination_airport,
      'departureDate', departure_date, 'returnDate', return_date, 'passengers', passengers,
      'cabinClass', cabin_class, 'currency', currency)`,
    replaced: sql`origin_airport = excluded.origin_airport, destination_airport = excluded.destination_airport,
      departure_date = excluded.departure_date, return_date = excluded.return_date, passengers = excluded.passengers,
      cabin_class = excluded.cabin_class, currency = excluded.currency`,
    valuesOf: (query) => {
      const { origin, destination, departureDate, returnDate, passengers, cabinClass, currency } =
        canonicalFlightQuery(query);
      return sql`${origin}, ${destination}, ${departureDate}, ${returnDate}, ${passengers}, ${cabinClass}, ${currency}`;
    },
  });
}

export function createStaySearchCache(options: SearchCacheOptions): SearchCache<StayQuery, StayOffer> {
  return createSearchCache(options, {
    kind: "stays",
    name: sql`accommodation_search_cache`,
    seconds: STAYS_SECONDS,
    offers: z.array(stayOfferSchema),
    query: staySearchSchema,
    canonical: canonicalStayQuery,
    isLike: (query) => sql`city_id = ${canonicalStayQuery(query).cityId}`,
    isAnswer: isStayAnswer,
    columns: sql`city_id, check_in_date, check_out_date, guests, rooms, currency`,
    asked: sql`jsonb_build_object('cityId', city_id, 'checkInDate', check_in_date, 'checkOutDate', check_out_date,
      'guests', guests, 'rooms', rooms, 'currency', currency)`,
    replaced: sql`city_id = excluded.city_id, check_in_date = excluded.check_in_date,
      check_out_date = excluded.check_out_date, guests = excluded.guests, rooms = excluded.rooms,
      currency = excluded.currency`,
    valuesOf: (query) => {
      const { cityId, checkInDate, checkOutDate, guests, rooms, currency } = canonicalStayQuery(query);
      return sql`${cityId}, ${checkInDate}, ${checkOutDate}, ${guests}, ${rooms}, ${currency}`;
    },
  });
}
