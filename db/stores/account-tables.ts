/**
 * Where a user's data stands: the one list that exporting, counting and deleting an account go by. A table
 * with row-level security is either here or in `NOT_A_USERS`; a test walks the schema and holds that.
 * Parents come before their children.
 */
import sql, { type Sql } from "sql-template-tag";

export interface AccountTable {
  readonly name: string;
  /** Which rows are the acting user's own. Policies may let them see more, such as links on public places. */
  readonly own: Sql;
  /** Columns that let their reader in somewhere: never exported. */
  readonly secrets?: readonly string[];
  /** No foreign key leads from it to the user, so deleting the user does not take its rows along. */
  readonly isApart?: boolean;
}

const byUser: Sql = sql`user_id = app_user_id()`;
const byTrip: Sql = sql`trip_id in (select t.id from trips t where t.user_id = app_user_id())`;
const ITINERARIES: Sql = sql`
  select i.id from itineraries i join trips t on t.id = i.trip_id where t.user_id = app_user_id()`;
const byItinerary: Sql = sql`itinerary_id in (${ITINERARIES})`;

export const ACCOUNT_TABLES: readonly AccountTable[] = [
  { name: "users", own: sql`id = app_user_id()`, secrets: ["password_hash"] },
  { name: "user_sessions", own: byUser, secrets: ["token_hash"] },
  { name: "external_identities", own: byUser },
  { name: "linked_accounts", own: byUser, secrets: ["sealed_access_token", "sealed_refresh_token"] },
  { name: "trips", own: byUser, secrets: ["share_token"] },
  { name: "trip_destinations", own: byTrip },
  { name: "trip_categories", own: byTrip },
  { name: "trip_preferences", own: byTrip },
  { name: "itineraries", own: byTrip },
  { name: "itinerary_days", own: byItinerary },
  { name: "itinerary_items", own: byItinerary },
  { name: "flights", own: byTrip },
  { name: "accommodations", own: byTrip },
  {
    name: "booking_links",
    own: sql`(${byTrip} or itinerary_item_id in (select x.id from itinerary_items x where x.itinerary_id in (${ITINERARIES})))`,
  },
  { name: "chat_threads", own: byUser },
  { name: "ai_planning_jobs", own: byUser },
  { name: "chat_messages", own: byUser },
  { name: "model_calls", own: byUser },
  { name: "run_events", own: sql`run_id in (select j.id from ai_planning_jobs j where j.user_id = app_user_id())` },
  { name: "ai_feedback", own: byUser },
  { name: "eval_runs", own: byUser },
  { name: "eval_answers", own: sql`eval_run_id in (select r.id from eval_runs r where r.user_id = app_user_id())` },
  { name: "notifications", own: byUser },
  { name: "user_activities", own: byUser },
  { name: "keyed_calls", own: byUser },
  { name: "call_confirmations", own: byUser, secrets: ["code_hash"] },
  { name: "vendor_calls", own: byUser, isApart: true },
  { name: "checkpoints", own: byUser },
  { name: "checkpoint_blobs", own: byUser },
  { name: "checkpoint_writes", own: byUser },
];

/** Secured tables that hold nothing of one user, and why. */
export const NOT_A_USERS: Readonly<Record<string, string>> = {
  external_api_logs: "calls to vendors: no user is named, secrets and names are left out before they are written",
};
