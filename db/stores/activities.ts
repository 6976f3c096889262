/** What a user did, newest first. Triggers of the database write it (migration 0015); nothing else does. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Transaction } from "../transaction.ts";
import { instantSql } from "./row-parts.ts";

/** Every type the triggers write: a noun and a verb. */
export const ACTIVITY_TYPES = [
  "trip-create",
  "trip-change",
  "trip-share",
  "trip-unshare",
  "trip-delete",
  "itinerary-save",
  "itinerary-select",
  "itinerary-delete",
  "item-complete",
  "item-skip",
  "item-delay",
  "item-rate",
  "item-book",
  "flight-choose",
  "flight-book",
  "stay-choose",
  "stay-book",
  "feedback-give",
  "preferences-change",
  "account-change",
  "session-create",
  "session-revoke",
] as const;

const activitySchema = z.object({
  type: z.string(),
  entityType: z.string().nullable(),
  entityId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  at: z.string(),
});
export type Activity = z.infer<typeof activitySchema>;

export function listActivities(tx: Transaction, limit: number): Promise<Activity[]> {
  return tx.many(
    activitySchema,
    sql`
      select activity_type as type, entity_type as "entityType", entity_id as "entityId", details,
        ${instantSql(sql`created_at`)} as at
      from user_activities where user_id = app_user_id() order by created_at desc, id limit ${limit}`,
  );
}
