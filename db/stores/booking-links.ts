/**
 * Where things can be booked, as rows: a link on a place is everybody's and the program's to write, a link on a trip its
 * owner's. One row a seller; what was kept before gives way.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { KeptLink } from "../../trip/booking-link.ts";
import { toDecimal, toMinor } from "../../trip/money.ts";
import type { BookingLinkStore } from "../../trip/ports.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { catalogueId } from "./catalogue-ids.ts";
import { instantSql, isUuid } from "./row-parts.ts";

const rowSchema = z
  .object({
    type: z.enum(["trip", "attraction"]),
    id: z.string(),
    provider: z.string(),
    url: z.string(),
    priceFrom: z.string().nullable(),
    currency: z.string().nullable(),
    affiliateCode: z.string().nullable(),
    cachedAt: z.string(),
    expiresAt: z.string().nullable(),
  })
  .transform(({ type, id, priceFrom, currency, ...row }): KeptLink => {
    const { provider, cachedAt, expiresAt } = row;
    const price = priceFrom !== null && currency !== null && { amountMinor: toMinor(priceFrom, currency), currency };
    const told = { per: "person", basis: "cached", provider, fetchedAt: cachedAt, expiresAt } as const;
    return { on: { type, id }, ...row, priceFrom: price ? { ...price, ...told } : null };
  });

/** Two processes that write at once write one after the other: the rows of a statement are sorted by their key. */
function keepSql(links: readonly KeptLink[], isThere: Sql): Sql {
  const rows = links.map(({ on, priceFrom, ...link }) => ({
    id: catalogueId("booking_link", `${on.type}/${on.id}/${link.provider}`),
    linkable_type: on.type,
    linkable_id: on.id,
    provider: link.provider,
    booking_url: link.url,
    price_from: priceFrom && toDecimal(priceFrom.amountMinor, priceFrom.currency),
    currency: priceFrom?.currency ?? null,
    affiliate_code: link.affiliateCode?.slice(0, 100) ?? null,
    cached_at: link.cachedAt,
    expires_at: link.expiresAt,
  }));
  return sql`
    insert into booking_links as l (id, linkable_type, linkable_id, provider, booking_url, price_from, currency,
      affiliate_code, cached_at, expires_at)
    select r.id, r.linkable_type, r.linkable_id, r.provider, r.booking_url, r.price_from, r.currency, r.affiliate_code,
      r.cached_at, r.expires_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, linkable_type varchar(30), linkable_id uuid,
      provider varchar(50), booking_url text, price_from numeric(14, 3), currency char(3), affiliate_code varchar(100),
      cached_at timestamptz, expires_at timestamptz)
    where ${isThere}
    order by r.linkable_id, r.provider
    on conflict (linkable_type, linkable_id, provider) do update
    set booking_url = excluded.booking_url, deeplink_url = null, price_from = excluded.price_from,
      currency = excluded.currency, affiliate_code = excluded.affiliate_code, cached_at = excluded.cached_at,
      expires_at = excluded.expires_at
    where l.cached_at <= excluded.cached_at`;
}

export function createBookingLinkStore({ db, userId }: { db: Database; userId: string }): BookingLinkStore {
  const user: Actor = { kind: "user", userId };
  const keepAs = async (actor: Actor, links: readonly KeptLink[], isThere: Sql): Promise<void> => {
    if (links.length > 0) await db.transaction(actor, (tx) => tx.execute(keepSql(links, isThere)));
  };
  const placeIsThere = sql`exists (select from attractions a where a.id = r.linkable_id)`;
  const tripIsThere = sql`exists (select from trips t where t.id = r.linkable_id)`;
  return {
    find: ({ tripId, placeIds }, now) =>
      db.transaction(user, (tx: Transaction) =>
        tx.many(
          rowSchema,
          sql`
            select l.linkable_type as type, l.linkable_id as id, l.provider, l.booking_url as url,
              l.price_from::text as "priceFrom", l.currency, l.affiliate_code as "affiliateCode",
              ${instantSql(sql`l.cached_at`)} as "cachedAt", ${instantSql(sql`l.expires_at`)} as "expiresAt"
            from booking_links l
            where (l.trip_id = ${tripId} or l.attraction_id = any(${placeIds.filter(isUuid)}::uuid[]))
              and (l.expires_at is null or l.expires_at > ${now.toISOString()})
            order by l.linkable_id, l.provider`,
        ),
      ),
    async keep(links) {
      const ofPlaces = links.filter(({ on }) => on.type === "attraction");
      const ofTrips = links.filter(({ on }) => on.type === "trip");
      await keepAs({ kind: "service" }, ofPlaces, placeIsThere);
      await keepAs(user, ofTrips, tripIsThere);
    },
    async dropOthers(tripId, providers) {
      await db.transaction(user, (tx) =>
        tx.execute(
          sql`delete from booking_links where trip_id = ${tripId} and not provider = any(${providers}::text[])`,
        ),
      );
    },
  };
}
