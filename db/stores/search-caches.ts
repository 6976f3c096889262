/**
 * What vendors answered to a search, kept for as long as such prices hold: an hour for flights, two for
 * stays. The key is a hash of the query in canonical form, so spelling, order and defaults do not matter.
 */
import { createHash } from "node:crypto";
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import {
  type FlightOffer,
  type FlightQuery,
  flightOfferSchema,
  type StayOffer,
  type StayQuery,
  stayOfferSchema,
} from "../../trip/offer.ts";
import type { SearchCache } from "../../trip/ports.ts";
import type { Database } from "../transaction.ts";
import { instantSql } from "./row-parts.ts";

const FLIGHTS_TTL_MS = 60 * 60 * 1000;
const STAYS_TTL_MS = 2 * 60 * 60 * 1000;

export interface SearchCacheOptions {
  db: Database;
  now: () => Date;
  /** Told of each look into the cache, for whoever watches it. */
  onLookup?: ((cache: "flights" | "stays", isHit: boolean) => void) | undefined;
}

type Canonical = Readonly<Record<string, string | number | null>>;

/** Defaults belong to the key: a query that leaves one out is the query that names it. */
export function canonicalFlightQuery(query: FlightQuery): Canonical {
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

export function canonicalStayQuery(query: StayQuery): Canonical {
  return {
    cityId: query.cityId.toLowerCase(),
    checkInDate: query.checkInDate,
    checkOutDate: query.checkOutDate,
    guests: query.guests ?? 1,
    rooms: query.rooms ?? 1,
    currency: (query.currency ?? "EUR").trim().toUpperCase(),
  };
}

export function searchHash(kind: "flights" | "stays", query: Canonical): string {
  const sorted = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(`${kind}${JSON.stringify(sorted)}`)
    .digest("hex");
}

interface CacheTable<Query, Offer> {
  kind: "flights" | "stays";
  name: Sql;
  ttlMs: number;
  offers: z.ZodType<Offer[]>;
  hashOf(query: Query): string;
  /** The query's own columns and their values, for looking into the table. */
  columns: Sql;
  valuesOf(query: Query): Sql;
}

interface PricedOffer {
  price: { basis: string; expiresAt: string | null };
}

/** What was live when it was fetched is not live now; what a sandbox made up stays a sandbox's. */
function asCached<Offer extends PricedOffer>(offer: Offer): Offer {
  return offer.price.basis === "live" ? { ...offer, price: { ...offer.price, basis: "cached" } } : offer;
}

function isGood({ price }: PricedOffer, now: Date): boolean {
  return price.expiresAt === null || Date.parse(price.expiresAt) > now.getTime();
}

function createSearchCache<Query, Offer extends PricedOffer>(
  { db, now, onLookup }: SearchCacheOptions,
  table: CacheTable<Query, Offer>,
): SearchCache<Query, Offer> {
  const rowSchema = z.object({ offers: table.offers, cachedAt: z.string() });
  return {
    async find(query) {
      const at = now();
      const row = await db.transaction({ kind: "service" }, (tx) =>
        tx.maybeOne(
          rowSchema,
          // A hit that a crash forgets is no loss: the answer does not wait for the disk to have counted it.
          sql`
            update ${table.name} set hit_count = hit_count + 1
            where search_hash = ${table.hashOf(query)} and expires_at > ${at.toISOString()}
            returning results as offers, ${instantSql(sql`cached_at`)} as "cachedAt",
              set_config('synchronous_commit', 'off', true)`,
        ),
      );
      const offers = row?.offers.filter((offer) => isGood(offer, at)).map(asCached) ?? [];
      // Offers that all ran out early are no answer; an answer of no offers is one.
      const isAnswer = row !== null && (offers.length > 0 || row.offers.length === 0);
      onLookup?.(table.kind, isAnswer);
      return isAnswer ? { offers, cachedAt: row.cachedAt } : null;
    },

    async store(query, offers) {
      const cachedAt = now();
      const expiresAt = new Date(cachedAt.getTime() + table.ttlMs);
      await db.transaction({ kind: "service" }, (tx) =>
        tx.execute(sql`
          insert into ${table.name} (search_hash, results, cached_at, expires_at, ${table.columns})
          values (${table.hashOf(query)}, ${JSON.stringify(offers)}, ${cachedAt.toISOString()},
            ${expiresAt.toISOString()}, ${table.valuesOf(query)})
          on conflict (search_hash) do update
          set results = excluded.results, cached_at = excluded.cached_at, expires_at = excluded.expires_at`),
      );
    },
  };
}

export function createFlightSearchCache(options: SearchCacheOptions): SearchCache<FlightQuery, FlightOffer> {
  return createSearchCache(options, {
    kind: "flights",
    name: sql`flight_search_cache`,
    ttlMs: FLIGHTS_TTL_MS,
    offers: z.array(flightOfferSchema),
    hashOf: (query) => searchHash("flights", canonicalFlightQuery(query)),
    columns: sql`origin_airport, destination_airport, departure_date, return_date, passengers, cabin_class, currency`,
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
    ttlMs: STAYS_TTL_MS,
    offers: z.array(stayOfferSchema),
    hashOf: (query) => searchHash("stays", canonicalStayQuery(query)),
    columns: sql`city_id, check_in_date, check_out_date, guests, rooms, currency`,
    valuesOf: (query) => {
      const { cityId, checkInDate, checkOutDate, guests, rooms, currency } = canonicalStayQuery(query);
      return sql`${cityId}, ${checkInDate}, ${checkOutDate}, ${guests}, ${rooms}, ${currency}`;
    },
  });
}
