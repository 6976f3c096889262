/** The traveller's trips as a list to turn pages in: by title or id where asked for, with when each was last changed. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { TripDirectory, TripPageQuery } from "../../trip/ports.ts";
import type { Actor, Database } from "../transaction.ts";
import { allOf } from "./row-parts.ts";

const rowSchema = z.object({
  id: z.string(),
  title: z.string(),
  startDate: z.string(),
  endDate: z.string(),
  travelers: z.number(),
  cities: z.array(z.string()),
  isPlanOk: z.boolean().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
const countSchema = z.object({ total: z.number() });

const likeText = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Of `trips t`. */
function conditionOf({ after, matching }: Omit<TripPageQuery, "limit">): Sql {
  return allOf([
    ...(after
      ? [
          sql`(t.created_at < ${after.createdAt}::timestamptz
            or (t.created_at = ${after.createdAt}::timestamptz and t.id > ${after.id}::uuid))`,
        ]
      : []),
    ...(matching
      ? [sql`(t.title ilike ${`%${likeText(matching)}%`} or t.id::text ilike ${`${likeText(matching)}%`})`]
      : []),
  ]);
}

export function createTripDirectory({ db, userId }: { db: Database; userId: string }): TripDirectory {
  const actor: Actor = { kind: "user", userId };
  return {
    listPage: ({ limit, ...which }) =>
      db.read(actor, async (tx) => {
        const condition = conditionOf(which);
        const trips = await tx.many(
          rowSchema,
          sql`
            select s.id, s.title, s.start_date::text as "startDate", s.end_date::text as "endDate",
              s.num_travelers as travelers, s.destination_names as cities, s.is_plan_ok as "isPlanOk",
              to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt",
              to_char(greatest(s.updated_at, (select max(i.updated_at) from itineraries i where i.trip_id = s.id))
                at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "updatedAt"
            from trip_summary s
            where s.id in (
              select t.id from trips t where t.user_id = app_user_id() and ${condition}
              order by t.created_at desc, t.id limit ${limit})
            order by s.created_at desc, s.id`,
        );
        const { total } = await tx.one(
          countSchema,
          sql`select count(*)::integer as total from trips t where t.user_id = app_user_id() and ${condition}`,
        );
        return { trips, total };
      }),
  };
}
