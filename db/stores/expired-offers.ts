/** Flights and beds that a traveller chose, has not booked, and whose prices have run out, for trips that are not over. */
import sql from "sql-template-tag";
import { z } from "zod";
import { priceSchema } from "../../trip/money.ts";
import { isExpired } from "../../trip/offers/expiry.ts";
import type { Database } from "../transaction.ts";

const rowSchema = z.object({
  tripId: z.string(),
  title: z.string(),
  kind: z.enum(["flight", "stay"]),
  name: z.string(),
  provider: z.string(),
  price: priceSchema,
});
export type ExpiredOffer = z.infer<typeof rowSchema>;

/** Whether a price has run out is one question with one answer (`trip/offers/expiry.ts`), so rows are read to ask it. */
const MOST_READ = 1_000;

/** The trips that begin soonest first. */
export async function listExpiredOffers(
  db: Database,
  { userId, now, limit }: { userId: string; now: Date; limit: number },
): Promise<ExpiredOffer[]> {
  const instant = now.toISOString();
  const today = instant.slice(0, 10);
  const rows = await db.read({ kind: "user", userId }, (tx) =>
    tx.many(
      rowSchema,
      sql`
        select t.id as "tripId", t.title, o.kind, o.name, o.provider, o.price
        from (
          select f.trip_id, 'flight' as kind, f.departure_airport_code || '–' || f.arrival_airport_code as name,
            f.provider, f.price, f.booking_status, f.replaced_at
          from flights f where f.included_with is null
          union all
          select a.trip_id, 'stay', a.property_name, a.provider, a.price, a.booking_status, a.replaced_at
          from accommodations a) o
        join trips t on t.id = o.trip_id
        where t.end_date >= ${today}::date and o.replaced_at is null and o.booking_status <> 'booked'
          and o.price ->> 'expiresAt' is not null
        order by t.start_date, t.id, o.kind, o.name limit ${MOST_READ}`,
    ),
  );
  return rows.filter(({ price }) => isExpired(price, { today, now: instant })).slice(0, limit);
}
