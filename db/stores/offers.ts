/**
 * Flights and stays of a trip. What another one has taken the place of is kept and marked, so that undoing brings it
 * back. The two ways of a flight are two rows and one offer: the way back goes wherever the way there goes.
 */
import sql, { type Sql } from "sql-template-tag";
import type { z } from "zod";
import {
  type FlightOffer,
  flightLegSchema,
  flightOfferSchema,
  type StayOffer,
  stayOfferSchema,
} from "../../trip/offer.ts";
import { keptOfFlightSchema, keptOfLegSchema, keptOfStaySchema } from "../../trip/offers/kept.ts";
import type { ChosenOffers } from "../../trip/ports.ts";
import type { Transaction } from "../transaction.ts";
import { insertFlight, insertStay, partyRowSchema } from "./offer-rows.ts";
import { isUuid } from "./row-parts.ts";
import { tripNotFound } from "./trips.ts";

/** A version from before versions knew their offers goes with those chosen now, as the selected one does. */
function chosenSql(ids: "stayIds" | "flightIds", tripId: string, version: number | undefined): Sql {
  if (version === undefined) return sql`replaced_at is null`;
  const row = ids === "stayIds" ? sql`accommodations.id` : sql`flights.id`;
  return sql`coalesce(
    (select i.trip_snapshot -> ${ids}::text @> to_jsonb(${row}::text) from itineraries i
     where i.trip_id = ${tripId} and i.version = ${version} and not i.is_selected), replaced_at is null)`;
}

const legRowSchema = flightLegSchema.omit({ segments: true });
const flightRowSchema = legRowSchema.extend({
  ...flightOfferSchema.pick({ id: true, provider: true, offerId: true, price: true, link: true, status: true }).shape,
  kept: keptOfFlightSchema.nullable(),
  returning: legRowSchema.extend({ kept: keptOfLegSchema.nullable() }).nullable(),
});

function flightOf({ kept, returning, ...row }: z.infer<typeof flightRowSchema>): FlightOffer {
  const there = {
    ...{ ...row, ...kept },
    airlineCode: kept?.airlineCode ?? row.airlineCode,
    flightNumber: kept?.flightNumber ?? row.flightNumber,
  };
  if (!returning) return there;
  const { kept: keptOfWayBack, ...wayBack } = returning;
  return { ...there, returning: { ...wayBack, ...keptOfWayBack } };
}

/** Those chosen now, or with that version. */
export async function listFlights(tx: Transaction, tripId: string, version?: number): Promise<FlightOffer[]> {
  if (!isUuid(tripId)) return [];
  const rows = await tx.many(
    flightRowSchema,
    sql`
      select id, provider, external_flight_id as "offerId", price, departure_airport_code as "departureAirport",
        arrival_airport_code as "arrivalAirport", departure_local as "departureAt", arrival_local as "arrivalAt",
        duration_minutes as "durationMinutes", airline_code as "airlineCode", flight_number as "flightNumber",
        booking_url as link, booking_status as status, external_data as kept,
        (select jsonb_build_object('departureAirport', b.departure_airport_code,
            'arrivalAirport', b.arrival_airport_code, 'departureAt', b.departure_local, 'arrivalAt', b.arrival_local,
            'durationMinutes', b.duration_minutes, 'airlineCode', b.airline_code, 'flightNumber', b.flight_number,
            'kept', b.external_data)
          from flights b where b.included_with = flights.id) as returning
      from flights
      where trip_id = ${tripId} and included_with is null and ${chosenSql("flightIds", tripId, version)}
      order by departure_datetime, id`,
  );
  return rows.map(flightOf);
}

const stayRowSchema = stayOfferSchema
  .pick({
    ...{ id: true, provider: true, offerId: true, price: true, cityId: true, propertyName: true, checkInDate: true },
    ...{ checkOutDate: true, location: true, link: true, status: true },
  })
  .extend({ kept: keptOfStaySchema.nullable() });

/** Those chosen now, or with that version. */
export async function listStays(tx: Transaction, tripId: string, version?: number): Promise<StayOffer[]> {
  if (!isUuid(tripId)) return [];
  const rows = await tx.many(
    stayRowSchema,
    sql`
      select id, provider, external_property_id as "offerId", price, city_id as "cityId",
        property_name as "propertyName", check_in_date::text as "checkInDate", check_out_date::text as "checkOutDate",
        case when location is not null then jsonb_build_object(
          'lat', st_y(location::geometry), 'lon', st_x(location::geometry)) end as location,
        booking_url as link, booking_status as status, external_data as kept
      from accommodations where trip_id = ${tripId} and ${chosenSql("stayIds", tripId, version)} order by check_in_date, id`,
  );
  return rows.map(({ kept, ...row }) => ({ ...row, ...kept }));
}

/** Rows that no plan has chosen yet: a version that names them does so. Throws `trip_not_found`. */
export async function addOffers(
  tx: Transaction,
  tripId: string,
  { stays, flights }: { stays: readonly StayOffer[]; flights: readonly FlightOffer[] },
  newId: () => string,
): Promise<ChosenOffers> {
  const party = isUuid(tripId)
    ? await tx.maybeOne(
        partyRowSchema,
        sql`select num_travelers as travelers, start_date::text as "startDate", end_date::text as "endDate"
            from trips where id = ${tripId}`,
      )
    : null;
  if (!party) throw tripNotFound(tripId);
  const chosen = { stayIds: stays.map(() => newId()), flightIds: flights.map(() => newId()) };
  for (const [index, stay] of stays.entries()) {
    await insertStay(tx, { id: chosen.stayIds[index] ?? newId(), tripId, party }, stay);
  }
  for (const [index, flight] of flights.entries()) {
    await insertFlight(tx, { id: chosen.flightIds[index] ?? newId(), returningId: newId(), tripId, party }, flight);
  }
  return chosen;
}

/** Of a trip's rows, exactly these are chosen from now on. */
export async function chooseOffers(tx: Transaction, tripId: string, chosen: ChosenOffers): Promise<void> {
  await tx.execute(sql`
    update accommodations set replaced_at = case when id = any(${chosen.stayIds}::uuid[]) then null else now() end
    where trip_id = ${tripId} and (id = any(${chosen.stayIds}::uuid[])) = (replaced_at is not null)`);
  const isChosen = sql`(coalesce(included_with, id) = any(${chosen.flightIds}::uuid[]))`;
  await tx.execute(sql`
    update flights set replaced_at = case when ${isChosen} then null else now() end
    where trip_id = ${tripId} and ${isChosen} = (replaced_at is not null)`);
}
