/** The tables are the design's: its names, types, indexes and rules, on whichever engine runs. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "../../db/migrate.ts";
import { openTestDatabase, type TestDatabase } from "./database-for-tests.ts";
import { DESIGN_COLUMNS } from "./design-columns.ts";

const OTHER_TABLES = [
  "user_sessions",
  "city_areas",
  "dietary_restrictions",
  "accessibility_needs",
  "accommodation_search_cache",
  "user_activities",
  "notifications",
  "exchange_rates",
  "airports",
  "run_events",
];
const USER_TABLES = [
  "users",
  "user_sessions",
  "external_identities",
  "linked_accounts",
  "trips",
  "trip_destinations",
  "trip_categories",
  "trip_preferences",
  "itineraries",
  "itinerary_days",
  "itinerary_items",
  "flights",
  "accommodations",
  "booking_links",
  "ai_planning_jobs",
  "run_events",
  "chat_threads",
  "chat_messages",
  "model_calls",
  "ai_feedback",
  "eval_runs",
  "eval_answers",
  "notifications",
  "user_activities",
  "external_api_logs",
  "checkpoints",
  "checkpoint_blobs",
  "checkpoint_writes",
  "keyed_calls",
  "call_confirmations",
  "vendor_calls",
];
const DESIGN_INDEXES = [
  "users idx_users_email btree",
  "users idx_users_oauth btree",
  "cities idx_cities_location gist",
  "cities idx_cities_search gin",
  "cities idx_cities_name_trgm gin",
  "trips idx_trips_user_status btree",
  "trips idx_trips_planning btree",
  "itinerary_items idx_itinerary_items_order btree",
  "itinerary_items idx_itinerary_items_delayed btree",
  "attractions idx_attractions_location gist",
  "attractions idx_attractions_search gin",
  "flights idx_flights_route btree",
  "accommodations idx_accommodations_dates btree",
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
afterAll(() => database?.close());

async function column(text: string, values: unknown[] = []): Promise<string[]> {
  const rows = await database.admin(text, values);
  return rows.map((row) => String(Object.values(row)[0]));
}

const TABLES = `select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace
  and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migrations'`;

describe("names and types", () => {
  test("every column of the design is there, as the design has it", async () => {
    const columns = await column(
      `select c.relname || '.' || a.attname || ' ' || replace(replace(replace(replace(
         format_type(a.atttypid, a.atttypmod), 'character varying', 'varchar'), 'character', 'char'),
         'timestamp with time zone', 'timestamptz'), 'time without time zone', 'time')
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped`,
    );
    const wanted = Object.entries(DESIGN_COLUMNS).flatMap(([table, list]) => list.map((entry) => `${table}.${entry}`));
    expect(wanted.length).toBeGreaterThan(230);
    expect(wanted.filter((entry) => !columns.includes(entry))).toEqual([]);
  });

  test("the tables the design only names are there, and the views look with their reader's rights", async () => {
    expect(await column(TABLES)).toEqual(expect.arrayContaining(OTHER_TABLES));
    const views = await column(
      `select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'v'
       and reloptions @> array['security_invoker=true'] order by 1`,
    );
    expect(views).toEqual(["eval_answer_ratings", "itinerary_day_detail", "trip_summary"]);
  });

  test("every table says when a row came and when it changed, and keeps the second one itself", async () => {
    const without = await column(
      `select t.relname from (${TABLES}) t where 2 > (
         select count(*) from information_schema.columns
         where table_schema = current_schema() and table_name = t.relname
         and column_name in ('created_at', 'updated_at') and is_nullable = 'NO')
       or not exists (select from pg_trigger g join pg_proc p on p.oid = g.tgfoid
         where g.tgrelid = t.relname::regclass and p.proname = 'touch_updated_at')`,
    );
    expect(without).toEqual([]);
  });

  test("the indexes of the design have its names and kinds", async () => {
    const indexes = await column(
      `select t.relname || ' ' || i.relname || ' ' || a.amname from pg_index x
       join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid join pg_am a on a.oid = i.relam
       where i.relnamespace = current_schema()::regnamespace`,
    );
    expect(indexes).toEqual(expect.arrayContaining(DESIGN_INDEXES));
  });

  test("amounts have a currency beside them", async () => {
    const lonely = await column(
      `select c.table_name || '.' || c.column_name from information_schema.columns c
       where c.table_schema = current_schema() and c.numeric_precision = 14
       -- What models cost is always in dollars, and its name says so.
       and c.column_name <> 'cost_usd'
       and not exists (select from information_schema.columns k where k.table_schema = c.table_schema
         and k.table_name = c.table_name and k.column_name = 'currency')`,
    );
    expect(lonely).toEqual([]);
  });
});

describe("who may do what", () => {
  test("row-level security is on and forced on everything about a traveller", async () => {
    const secured = await column(
      `select relname from pg_class where relnamespace = current_schema()::regnamespace
       and relrowsecurity and relforcerowsecurity and not relispartition`,
    );
    expect(secured.sort()).toEqual([...USER_TABLES].sort());
  });

  test("no role that a transaction takes may log in or look past a policy", async () => {
    const roles = await column(
      `select rolname from pg_roles where starts_with(rolname, 'tripwright_')
       and not rolcanlogin and not rolbypassrls and not rolsuper order by 1`,
    );
    expect(roles).toEqual(["tripwright_app", "tripwright_guest", "tripwright_importer", "tripwright_service"]);
  });

  const CATALOGUE = ["countries", "cities", "city_names", "city_areas", "airports", "attractions", "categories"];
  test.each(CATALOGUE)("%s is read by all and written by importers", async (table) => {
    const [row] = await database.admin(
      `select has_table_privilege('tripwright_app', $1, 'select') as app_reads,
         has_table_privilege('tripwright_app', $1, 'insert, update, delete') as app_writes,
         has_table_privilege('tripwright_service', $1, 'select') as service_reads,
         has_table_privilege('tripwright_service', $1, 'insert, update, delete') as service_writes,
         has_table_privilege('tripwright_importer', $1, 'insert') as importer_writes`,
      [`${database.schema}.${table}`],
    );
    expect(row).toEqual({
      app_reads: true,
      app_writes: false,
      service_reads: true,
      service_writes: false,
      importer_writes: true,
    });
  });

  test("an importer sees nothing about travellers, a traveller no logs and no caches", async () => {
    const seen = await column(
      `select r || ' ' || t from unnest($1::text[]) as t, unnest(array['tripwright_importer']) as r
       where t <> 'booking_links' and has_table_privilege(r, current_schema() || '.' || t, 'select')
       union all
       select t from unnest(array['external_api_logs', 'flight_search_cache', 'accommodation_search_cache']) as t
       where has_table_privilege('tripwright_app', current_schema() || '.' || t, 'select')`,
      [USER_TABLES],
    );
    expect(seen).toEqual([]);
  });
});

describe("rules", () => {
  const userId = randomUUID();
  const countryId = randomUUID();
  beforeAll(async () => {
    await database.admin(
      "insert into users (id, email, first_name, last_name) values ($1, 'rules@example.org', 'Ada', 'Byron')",
      [userId],
    );
    await database.admin("insert into countries (id, iso_code, name) values ($1, 'PT', 'Portugal')", [countryId]);
  });

  const insertTrip = (columns: Record<string, unknown>): Promise<Record<string, unknown>[]> => {
    const row = {
      id: randomUUID(),
      user_id: userId,
      title: "T",
      primary_destination_type: "country",
      primary_country_id: countryId,
      start_date: "2027-05-10",
      end_date: "2027-05-13",
      num_travelers: 2,
      ...columns,
    };
    const names = Object.keys(row);
    const marks = names.map((_, index) => `$${index + 1}`);
    return database.admin(
      `insert into trips (${names}) values (${marks}) returning duration_days, updated_at`,
      Object.values(row),
    );
  };

  test("a trip counts its days, both ends included", async () => {
    expect(await insertTrip({})).toMatchObject([{ duration_days: 4 }]);
  });

  test.each([
    ["trips_end_not_before_start", { end_date: "2027-05-09" }],
    ["trips_destination_is_city_or_country", { primary_destination_type: "city" }],
    ["trips_destination_is_city_or_country", { primary_country_id: null }],
    ["trips_status_known", { trip_status: "dreaming" }],
    ["trips_pace_known", { travel_pace: "frantic" }],
    ["trips_budget_has_currency", { budget_total_minor: 100 }],
    ["trips_children_are_travelers", { child_ages: [1, 2, 3] }],
  ])("%s refuses what breaks it", async (constraint, columns) => {
    await expect(insertTrip(columns)).rejects.toMatchObject({ constraint });
  });

  test("a password is argon2id or there is none", async () => {
    const change = database.admin("update users set password_hash = 'md5' where id = $1", [userId]);
    await expect(change).rejects.toMatchObject({ constraint: "users_password_is_argon2id" });
  });

  test("an address that differs in case only is the same address", async () => {
    const insert = database.admin(
      "insert into users (id, email, first_name, last_name) values ($1, 'Rules@Example.org', 'A', 'B')",
      [randomUUID()],
    );
    await expect(insert).rejects.toMatchObject({ constraint: "idx_users_email" });
  });

  test("a daily cost needs its currency, date and source", async () => {
    const change = database.admin("update countries set avg_daily_cost_budget = 50 where id = $1", [countryId]);
    await expect(change).rejects.toMatchObject({ constraint: "countries_costs_have_provenance" });
  });

  test("a change moves updated_at and leaves created_at", async () => {
    await database.admin("update users set created_at = '2020-01-01', updated_at = '2020-01-01' where id = $1", [
      userId,
    ]);
    const [row] = await database.admin(
      "update users set phone = '1' where id = $1 returning created_at = '2020-01-01' as kept, updated_at > '2020-01-01' as moved",
      [userId],
    );
    expect(row).toEqual({ kept: true, moved: true });
  });
});

describe("months", () => {
  test("partitions stand ready for this month and the next three, and are made once", async () => {
    const partitions = await column(
      `select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relispartition
       and c.relkind = 'r' and c.relname like 'user_activities_2%'`,
    );
    expect(partitions).toHaveLength(4);
    expect(await column("select create_monthly_partitions(3)")).toEqual(["0"]);
    expect(await column("select create_monthly_partitions(4)")).toEqual(["2"]);
  });

  test("a row goes to its month, one from long ago to the default", async () => {
    const insert = `insert into external_api_logs (api_provider, api_endpoint, request_method, request_started_at, created_at)
      values ('x', '/', 'GET', now(), $1) returning tableoid::regclass::text`;
    const [month] = await column("select 'external_api_logs_' || to_char(now() at time zone 'UTC', 'YYYY_MM')");
    expect(await column(insert, [new Date().toISOString()])).toEqual([month]);
    expect(await column(insert, ["2001-01-01T00:00:00Z"])).toEqual(["external_api_logs_default"]);
  });
});

test("down takes everything away, and up brings it back", async () => {
  await migrate(database.migrations, { direction: "down", count: 100 });
  const left = await column(
    `select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v')
     and relname <> 'schema_migrations'
     union all select proname from pg_proc where pronamespace = current_schema()::regnamespace`,
  );
  expect(left).toEqual([]);
  await migrate(database.migrations, { direction: "up" });
  expect((await column(TABLES)).length).toBeGreaterThan(30);
});
