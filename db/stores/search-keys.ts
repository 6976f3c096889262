/** What names a search: a hash of the query in canonical form, so that spelling, order and defaults do not matter. */
import { createHash } from "node:crypto";
import type { FlightQuery, StayQuery } from "../../trip/offer.ts";

export type Canonical = Readonly<Record<string, string | number | null>>;

/** Defaults belong to the key: a query that leaves one out is the query that names it. */
export function canonicalFlightQuery(query: FlightQuery): Record<keyof FlightQuery, string | number | null> {
  return {
    origin: query.origin.trim().toUpperCase(),
    destination: query.destination.trim().toUpperCase(),
    departureDate: query.departureDate,
    returnDate: query.returnDate ?? null,
    passengers: query.passengers ?? 1,
    cabinClass: (query.cabinClass ?? "economy").toLowerCase(),
    currency: (query.currency ?? "EUR").trim().toUpperCase(),
  };
}

export function canonicalStayQuery(query: StayQuery): Record<keyof StayQuery, string | number | null> {
  return {
    cityId: query.cityId.toLowerCase(),
    checkInDate: query.checkInDate,
    checkOutDate: query.checkOutDate,
    guests: query.guests ?? 1,
    rooms: query.rooms ?? 1,
    currency: (query.currency ?? "EUR").trim().toUpperCase(),
  };
}

export function searchHash(kind: "flights" | "stays", provider: string, query: Canonical): string {
  const sorted = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([kind, provider, sorted]))
    .digest("hex");
}
