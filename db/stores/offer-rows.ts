/**
 * Offers as rows. The exact price is its own document; the sums beside it are for reports. What has a column fills it,
 * and what has none is kept as our own schema has it (`trip/offers/kept.ts`).
 */
import sql from "sql-template-tag";
import { z } from "zod";
import { partyAmount } from "../../trip/budget.ts";
import { daysBetween } from "../../trip/calendar.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { type Money, toDecimal } from "../../trip/money.ts";
import type { FlightLeg, FlightOffer, StayOffer } from "../../trip/offer.ts";
import { keptOfFlightSchema, keptOfLegSchema, keptOfStaySchema } from "../../trip/offers/kept.ts";
import { roomsFor } from "../../trip/offers/rooms.ts";
import type { Transaction } from "../transaction.ts";
import { pointSql } from "./row-parts.ts";

export const partyRowSchema = z.object({ travelers: z.number(), startDate: z.string(), endDate: z.string() });
export type PartyRow = z.infer<typeof partyRowSchema>;

interface RowOf {
  id: string;
  tripId: string;
  party: PartyRow;
}

const MOST_ID = 255;
const MOST_PROVIDER = 50;

/** Cut short, neither would be found again. */
function refuseTooLong({ provider, offerId }: { provider: string; offerId: string }): void {
  if (offerId.length <= MOST_ID && provider.length <= MOST_PROVIDER) return;
  const message = `Expected an offer's id of at most ${MOST_ID} characters and a provider's name of at most ${MOST_PROVIDER}, got ${offerId.length} and ${provider.length}.`;
  throw new TripwrightError("invalid_input", message, { provider });
}

const decimal = ({ amountMinor, currency }: Money): string => toDecimal(Math.round(amountMinor), currency);

/** The column holds one digit before the point, as ratings of places do: of five. */
const ofFive = (ofTen: number | null | undefined): string | null =>
  typeof ofTen === "number" ? (ofTen / 2).toFixed(1) : null;

export async function insertStay(tx: Transaction, { id, tripId, party }: RowOf, stay: StayOffer): Promise<void> {
  refuseTooLong(stay);
  const { price, location } = stay;
  const nights = Math.max(1, daysBetween(stay.checkInDate, stay.checkOutDate));
  const total = partyAmount(price, party.travelers, nights);
  const perNight = { ...total, amountMinor: total.amountMinor / nights };
  await tx.execute(sql`
    insert into accommodations (
      id, trip_id, city_id, property_name, address, location, check_in_date, check_out_date, room_type, num_rooms,
      num_guests, provider, price, price_per_night, total_price, currency, star_rating, guest_rating, booking_status,
      booking_platform, booking_url, free_cancellation_until, external_property_id, external_data, replaced_at)
    values (
      ${id}, ${tripId}, ${stay.cityId}, ${stay.propertyName.slice(0, 200)}, ${stay.address ?? null},
      ${location ? pointSql(location) : null}, ${stay.checkInDate}, ${stay.checkOutDate},
      ${stay.roomName?.slice(0, 100) ?? null}, ${roomsFor(party.travelers)}, ${party.travelers}, ${stay.provider},
      ${JSON.stringify(price)}, ${decimal(perNight)}, ${decimal(total)}, ${price.currency},
      ${stay.stars?.toFixed(1) ?? null}, ${ofFive(stay.guestRating)}, ${stay.status}, ${stay.provider}, ${stay.link},
      ${stay.freeCancellationUntil ?? null}, ${stay.offerId}, ${JSON.stringify(keptOfStaySchema.parse(stay))}, now())`);
}

/** A day on either side: who lands after midnight has left home the day before. */
function flightType({ arrivalAt, departureAt }: FlightLeg, { startDate, endDate }: PartyRow): string {
  if (daysBetween(startDate, arrivalAt.slice(0, 10)) <= 1) return "outbound";
  return daysBetween(departureAt.slice(0, 10), endDate) <= 1 ? "return" : "domestic";
}

const MOST_AIRLINE = 2;
const MOST_NUMBER = 20;

/** What was sold with it, and has no price of its own, is a row that belongs to it. */
export async function insertFlight(
  tx: Transaction,
  row: RowOf & { returningId: string },
  flight: FlightOffer,
): Promise<void> {
  refuseTooLong(flight);
  const { price, returning } = flight;
  const { airlineCode, flightNumber, ...kept } = keptOfFlightSchema.parse(flight);
  const isLong = (airlineCode ?? "").length > MOST_AIRLINE || (flightNumber ?? "").length > MOST_NUMBER;
  const total = partyAmount(price, row.party.travelers);
  await insertLeg(tx, row, {
    ...{ flight, leg: flight, type: flightType(flight, row.party), includedWith: null },
    kept: isLong ? { ...kept, airlineCode, flightNumber } : kept,
    sums: {
      perPerson: decimal({ ...total, amountMinor: total.amountMinor / row.party.travelers }),
      total: decimal(total),
    },
  });
  if (!returning) return;
  await insertLeg(
    tx,
    { ...row, id: row.returningId },
    {
      ...{ flight, leg: returning, type: "return", includedWith: row.id },
      ...{ kept: keptOfLegSchema.parse(returning), sums: { perPerson: null, total: null } },
    },
  );
}

interface LegRow {
  flight: FlightOffer;
  leg: FlightLeg;
  type: string;
  includedWith: string | null;
  kept: object;
  sums: { perPerson: string | null; total: string | null };
}

async function insertLeg(
  tx: Transaction,
  { id, tripId }: RowOf,
  { flight, leg, type, includedWith, kept, sums }: LegRow,
): Promise<void> {
  const { price, provider, status, link, offerId } = flight;
  const airline = leg.airlineCode?.length === MOST_AIRLINE ? leg.airlineCode : null;
  await tx.execute(sql`
    insert into flights (
      id, trip_id, included_with, flight_type, departure_airport_code, arrival_airport_code, departure_datetime,
      arrival_datetime, departure_local, arrival_local, duration_minutes, airline_code, flight_number, cabin_class,
      provider, price, price_per_person, total_price, currency, booking_status, booking_platform, booking_url,
      external_flight_id, external_data, replaced_at)
    values (
      ${id}, ${tripId}, ${includedWith}, ${type}, ${leg.departureAirport}, ${leg.arrivalAirport},
      ${leg.departureAt}, ${leg.arrivalAt}, ${leg.departureAt}, ${leg.arrivalAt}, ${leg.durationMinutes},
      ${airline}, ${leg.flightNumber?.slice(0, MOST_NUMBER) ?? null}, ${flight.cabinClass ?? null}, ${provider},
      ${JSON.stringify(price)}, ${sums.perPerson}, ${sums.total}, ${price.currency}, ${status}, ${provider}, ${link},
      ${offerId}, ${JSON.stringify(kept)}, now())`);
}
