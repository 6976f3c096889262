/** Flights and stays chosen for a trip. The exact price is its own document; the sums beside it are for reports. */
import sql from "sql-template-tag";
import { type FlightOffer, flightOfferSchema, type StayOffer, stayOfferSchema } from "../../trip/offer.ts";
import type { Transaction } from "../transaction.ts";
import { isUuid } from "./row-parts.ts";

export async function listFlights(tx: Transaction, tripId: string): Promise<FlightOffer[]> {
  if (!isUuid(tripId)) return [];
  return tx.many(
    flightOfferSchema,
    sql`
      select id, provider, external_flight_id as "offerId", price, departure_airport_code as "departureAirport",
        arrival_airport_code as "arrivalAirport", departure_local as "departureAt", arrival_local as "arrivalAt",
        duration_minutes as "durationMinutes", airline_code as "airlineCode", flight_number as "flightNumber",
        booking_url as link, booking_status as status
      from flights where trip_id = ${tripId} order by departure_datetime, id`,
  );
}

export async function listStays(tx: Transaction, tripId: string): Promise<StayOffer[]> {
  if (!isUuid(tripId)) return [];
  return tx.many(
    stayOfferSchema,
    sql`
      select id, provider, external_property_id as "offerId", price, city_id as "cityId",
        property_name as "propertyName", check_in_date::text as "checkInDate", check_out_date::text as "checkOutDate",
        booking_url as link, booking_status as status
      from accommodations where trip_id = ${tripId} order by check_in_date, id`,
  );
}
