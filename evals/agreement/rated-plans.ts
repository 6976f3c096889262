/** The versions of plans that people have rated as a whole, with the mean of what they gave. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Database } from "../../db/transaction.ts";

const ratedSchema = z.object({
  userId: z.string(),
  tripId: z.string(),
  itineraryId: z.string().nullable(),
  rating: z.number(),
});
/** `itineraryId` is `null` where the trip was rated: its selected version is meant. */
export type RatedPlan = z.infer<typeof ratedSchema>;

/** Days and items that were rated say little of the plan they are part of. */
export function ratedPlans(db: Database): Promise<RatedPlan[]> {
  return db.read({ kind: "service" }, (tx) =>
    tx.many(
      ratedSchema,
      sql`
        select user_id as "userId", trip_id as "tripId", itinerary_id as "itineraryId", avg(rating)::float8 as rating
        from ai_feedback
        where rating is not null and (rated_item_type is null or rated_item_type in ('trip', 'itinerary'))
        group by user_id, trip_id, itinerary_id order by trip_id, itinerary_id`,
    ),
  );
}
