/** A day as the view `itinerary_day_detail` gives it, read as its traveller. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Database } from "../../db/transaction.ts";

const dayRowSchema = z.object({
  id: z.string(),
  date: z.string(),
  cityName: z.string(),
  items: z.array(z.object({ item_key: z.string(), title: z.string(), start_time: z.string() })),
});

export interface DayAsked {
  readonly userId: string;
  readonly itineraryId: string;
  readonly dayNumber: number;
}

/** Answers how many items the day has. */
export async function readDay(db: Database, { userId, itineraryId, dayNumber }: DayAsked): Promise<number> {
  const day = await db.transaction({ kind: "user", userId }, (tx) =>
    tx.one(
      dayRowSchema,
      sql`
        select id, date::text as date, city_name as "cityName", items from itinerary_day_detail
        where itinerary_id = ${itineraryId} and day_number = ${dayNumber}`,
    ),
  );
  return day.items.length;
}
