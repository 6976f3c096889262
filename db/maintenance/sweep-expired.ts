/** What has run out is swept: vendors' answers and links at once, sessions thirty days after they ended. */
import sql, { type Sql } from "sql-template-tag";
import { type Duty, daysBefore, inBatches } from "./duty.ts";

const SESSION_DAYS = 30;

interface Sweep {
  readonly name: string;
  readonly table: Sql;
  condition(now: Date): Sql;
}

const isExpired = (now: Date): Sql => sql`expires_at < ${now.toISOString()}`;
const SWEEPS: readonly Sweep[] = [
  { name: "flightSearches", table: sql`flight_search_cache`, condition: isExpired },
  { name: "staySearches", table: sql`accommodation_search_cache`, condition: isExpired },
  { name: "bookingLinks", table: sql`booking_links`, condition: isExpired },
  {
    name: "sessions",
    table: sql`user_sessions`,
    condition: (now) => {
      const ended = daysBefore(now, SESSION_DAYS);
      return sql`expires_at < ${ended} or revoked_at < ${ended}`;
    },
  },
];

export const sweepExpired: Duty = {
  name: "expired",
  async run(context) {
    const counts: Record<string, number> = {};
    let isBusy = false;
    for (const { name, table, condition } of SWEEPS) {
      const swept = await inBatches(
        context,
        "expired",
        (limit) => sql`
          delete from ${table}
          where id in (select id from ${table} where ${condition(context.now)} limit ${limit})`,
      );
      counts[name] = swept.rows;
      isBusy ||= swept.isBusy;
    }
    return { counts, isBusy };
  },
};
