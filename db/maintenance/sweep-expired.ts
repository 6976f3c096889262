/**
 * What has run out is swept: links, claims, results and confirmations of programs' calls at once, vendors' answers as soon
 * as they may not even be shown with their age, sessions thirty days after they ended, counts of vendors' calls after a
 * year and a month.
 */
import sql, { type Sql } from "sql-template-tag";
import { type Duty, daysBefore, inBatches } from "./duty.ts";

const SESSION_DAYS = 30;
const CALL_COUNT_DAYS = 400;

interface Sweep {
  readonly name: string;
  readonly table: Sql;
  /** Columns of its primary key; `id` unless said. */
  readonly key?: Sql;
  condition(now: Date): Sql;
}

const isExpired = (now: Date): Sql => sql`expires_at < ${now.toISOString()}`;
/** Until `stale_until` an old answer may stand in for a vendor that fails; terms end both. */
const isOfNoUse = (now: Date): Sql =>
  sql`stale_until < ${now.toISOString()} or (stale_until is null and expires_at < ${now.toISOString()})`;
const SWEEPS: readonly Sweep[] = [
  { name: "flightSearches", table: sql`flight_search_cache`, condition: isOfNoUse },
  { name: "staySearches", table: sql`accommodation_search_cache`, condition: isOfNoUse },
  {
    name: "searchClaims",
    table: sql`search_claims`,
    key: sql`search_hash`,
    condition: (now) => sql`claimed_until < ${now.toISOString()}`,
  },
  {
    name: "vendorCalls",
    table: sql`vendor_calls`,
    key: sql`provider, day, user_id`,
    condition: (now) => sql`day < ${daysBefore(now, CALL_COUNT_DAYS).slice(0, 10)}::date`,
  },
  { name: "bookingLinks", table: sql`booking_links`, condition: isExpired },
  { name: "keyedCalls", table: sql`keyed_calls`, key: sql`user_id, key`, condition: isExpired },
  { name: "confirmations", table: sql`call_confirmations`, key: sql`user_id, code_hash`, condition: isExpired },
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
    for (const { name, table, key = sql`id`, condition } of SWEEPS) {
      const swept = await inBatches(
        context,
        "expired",
        (limit) => sql`
          delete from ${table}
          where (${key}) in (select ${key} from ${table} where ${condition(context.now)} limit ${limit})`,
      );
      counts[name] = swept.rows;
      isBusy ||= swept.isBusy;
    }
    return { counts, isBusy };
  },
};
