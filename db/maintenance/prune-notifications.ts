/**
 * Notifications go in two steps: hidden after thirty days, removed thirty days after that. One that is
 * scheduled counts from its moment on, so what is still to come stays.
 */
import sql from "sql-template-tag";
import { type Duty, daysBefore, inBatches } from "./duty.ts";

const KEPT_DAYS = 30;
const HIDDEN_DAYS = 30;

export const pruneNotifications: Duty = {
  name: "notifications",
  async run(context) {
    const { now } = context;
    const hidden = await inBatches(
      context,
      "notifications",
      (limit) => sql`
        update notifications set deleted_at = ${now.toISOString()}::timestamptz
        where id in (
          select id from notifications
          where deleted_at is null and created_at < ${daysBefore(now, KEPT_DAYS)}
            and greatest(created_at, scheduled_for) < ${daysBefore(now, KEPT_DAYS)}
          limit ${limit})`,
    );
    const removed = await inBatches(
      context,
      "notifications",
      (limit) => sql`
        delete from notifications
        where id in (
          select id from notifications
          where deleted_at < ${daysBefore(now, HIDDEN_DAYS)} and (scheduled_for is null or scheduled_for <= ${now.toISOString()})
          limit ${limit})`,
    );
    return { counts: { hidden: hidden.rows, removed: removed.rows }, isBusy: hidden.isBusy || removed.isBusy };
  },
};
