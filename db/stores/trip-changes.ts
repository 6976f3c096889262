/**
 * Whether trips have changed, for whoever watches them: one statement for all of them, one word for each. A replica may
 * answer: a change is then told some seconds later, and perhaps once more than needed, but never missed.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { TripChanges } from "../../trip/ports.ts";
import type { Actor, Database } from "../transaction.ts";
import { isUuid } from "./row-parts.ts";

const rowSchema = z.object({ id: z.string(), stamp: z.string() });

export function createTripChanges({ db, userId }: { db: Database; userId: string }): TripChanges {
  const actor: Actor = { kind: "user", userId };
  return {
    stampsOf: async (tripIds) => {
      if (tripIds.length === 0) return new Map();
      const rows = await db.read(actor, (tx) =>
        tx.many(
          rowSchema,
          sql`
            select t.id, concat_ws('/', extract(epoch from t.updated_at), md5(v.versions)) as stamp
            from trips t, lateral (
              select string_agg(concat_ws(' ', i.version, i.is_selected, extract(epoch from i.updated_at)), ','
                order by i.version) as versions
              from itineraries i where i.trip_id = t.id) v
            where t.id = any(${[...tripIds].filter(isUuid)}::uuid[])`,
        ),
      );
      return new Map(rows.map(({ id, stamp }) => [id, stamp]));
    },
  };
}
