/** Vendors' answers kept for an hour: one for ten places, with the very keys that the store computes. */
import sql, { type Sql } from "sql-template-tag";
import { canonicalFlightQuery, searchHash } from "../../../db/stores/search-keys.ts";
import { addDays } from "../../../trip/calendar.ts";
import type { FlightOffer, FlightQuery } from "../../../trip/offer.ts";

/** The world's clock stands still here, so that no cached answer runs out while it is measured. */
export const WORLD_NOW = new Date("2026-11-22T10:00:00.000Z");
const EXPIRES_AT = "2026-11-22T11:00:00.000Z";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const OFFERS = 8;

export const CACHED_PROVIDER = "synthetic";
/** In the text of the offers, for what each row's query says. */
const FROM = "%FR";
const TO = "%TO";
const DAY = "2027-05-10";

/** Three letters, no two numbers below 17,576 the same. */
function airport(n: number): string {
  const letter = (value: number): string => LETTERS.charAt(value % LETTERS.length);
  return `${letter(Math.floor(n / 676))}${letter(Math.floor(n / 26))}${letter(n)}`;
}

/** The n-th search anybody made. */
export function flightQuery(n: number): FlightQuery {
  const departureDate = addDays("2027-01-01", n % 300);
  return {
    origin: airport(n % 701),
    destination: airport(1_000 + Math.floor(n / 300)),
    departureDate,
    returnDate: addDays(departureDate, 7),
    passengers: 1 + (n % 4),
    cabinClass: "economy",
    currency: "EUR",
  };
}

function offer(n: number): FlightOffer {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    provider: CACHED_PROVIDER,
    offerId: `offer-${n}`,
    price: {
      amountMinor: 12_000 + n * 1_100,
      currency: "EUR",
      per: "person",
      basis: "sandbox",
      provider: CACHED_PROVIDER,
      fetchedAt: WORLD_NOW.toISOString(),
      expiresAt: EXPIRES_AT,
    },
    departureAirport: FROM,
    arrivalAirport: TO,
    departureAt: `${DAY}T08:00:00+01:00`,
    arrivalAt: `${DAY}T12:30:00+02:00`,
    durationMinutes: 210,
    airlineCode: "XX",
    flightNumber: `XX${100 + n}`,
    link: `https://example.org/offers/${n}`,
    status: "suggested",
  };
}

/** What a vendor answers to it. */
export function flightOffersOf({ origin, destination, departureDate }: FlightQuery): FlightOffer[] {
  return Array.from({ length: OFFERS }, (_, n) => ({
    ...offer(n),
    ...{ departureAirport: origin, arrivalAirport: destination },
    price: { ...offer(n).price, expiresAt: null },
    ...{ departureAt: `${departureDate}T08:00:00+01:00`, arrivalAt: `${departureDate}T12:30:00+02:00` },
  }));
}

export function cachedFlightsSql(first: number, last: number): Sql {
  const results = JSON.stringify(Array.from({ length: OFFERS }, (_, n) => offer(n)));
  const rows = Array.from({ length: last - first + 1 }, (_, index) => {
    const query = canonicalFlightQuery(flightQuery(first + index));
    return { hash: searchHash("flights", CACHED_PROVIDER, query), ...query };
  });
  return sql`
    insert into flight_search_cache (
      id, search_hash, provider, origin_airport, destination_airport, departure_date, return_date, passengers, cabin_class, currency,
      results, cached_at, expires_at)
    select gen_random_uuid(), hash, ${CACHED_PROVIDER}, origin, destination, "departureDate", "returnDate", passengers, "cabinClass", currency,
      replace(replace(replace(${results}, ${FROM}, origin), ${TO}, destination), ${DAY}, "departureDate"::text)::jsonb,
      ${WORLD_NOW.toISOString()}, ${EXPIRES_AT}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (
      hash text, origin text, destination text, "departureDate" date, "returnDate" date, passengers integer,
      "cabinClass" text, currency text)`;
}
