/** Rows written before the rules came survive them: mended where one answer is right, left alone where none is. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, migrationStatus } from "../../../db/migrate.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

const BEFORE = "0013_place-embeddings";
const [userId, countryId, cityId, tripId, planId, otherPlanId] = Array.from({ length: 6 }, () => randomUUID());
const days = Array.from({ length: 3 }, () => randomUUID());
const price = JSON.stringify({
  amountMinor: 1_050,
  currency: "EUR",
  per: "party",
  basis: "open-data",
  provider: "p",
  fetchedAt: "d",
  expiresAt: null,
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  const { applied } = await migrationStatus(database.migrations);
  await migrate(database.migrations, { direction: "down", count: applied.length - 1 - applied.indexOf(BEFORE) });
  await database.admin(
    "insert into users (id, email, first_name, last_name) values ($1, 'a@example.org', 'Ada', 'Byron')",
    [userId],
  );
  await database.admin("insert into countries (id, iso_code, name) values ($1, 'PT', 'Portugal')", [countryId]);
  await database.admin(
    `insert into cities (id, country_id, name, location, city_type, timezone) values ($1, $2, 'Lisbon', 'POINT(-9 38)', 'city', 'Europe/Lisbon')`,
    [cityId, countryId],
  );
  await database.admin(
    `insert into trips (id, user_id, title, primary_destination_type, primary_city_id, start_date, end_date, num_travelers, total_estimated_cost)
     values ($1, $2, 'T', 'city', $3, '2027-05-10', '2027-05-11', 2, 99)`,
    [tripId, userId, cityId],
  );
  await database.admin(
    `insert into itineraries (id, trip_id, version, is_selected, generated_by, verdict, total_activities)
     values ($1, $3, 1, true, 'ai', '{"ok": true}', 77), ($2, $3, 2, false, 'ai', '{"ok": true}', 0)`,
    [planId, otherPlanId, tripId],
  );
  await database.admin(
    `insert into itinerary_days (id, itinerary_id, day_number, date, city_id)
     values ($1, $4, 1, '2027-05-10', $6), ($2, $4, 2, '2027-05-11', $6), ($3, $5, 1, '2027-05-10', $6)`,
    [...days, planId, otherPlanId, cityId],
  );
  await database.admin(
    `insert into itinerary_items (id, itinerary_day_id, item_order, item_key, start_time, end_time, item_type, title, status, delayed_to_day_id, cost, updated_at)
     select gen_random_uuid(), d, o, 'same', '10:00', e::time, 'attraction', t, s, to_day, c::jsonb, '2026-01-01' from (values
       ($1::uuid, 1, 'first', 'planned', null::uuid, '11:00', $4),
       ($2, 1, 'twin', 'planned', null, '11:00', $4),
       ($1, 2, 'elsewhere', 'delayed', $3::uuid, '11:00', null),
       ($1, 3, 'put off', 'delayed', $2, '11:00', null),
       ($2, 2, 'backwards', 'skipped', null, '09:00', null)) as rows (d, o, t, s, to_day, e, c)`,
    [...days, price],
  );
  await database.admin(
    `insert into booking_links (id, linkable_type, linkable_id, provider, booking_url)
     values (gen_random_uuid(), 'trip', $1, 'p', 'x'), (gen_random_uuid(), 'trip', gen_random_uuid(), 'p', 'x')`,
    [tripId],
  );
  await migrate(database.migrations, { direction: "up" });
}, 240_000);
afterAll(() => database?.close());

test("items get their version and a key of their own, and keep everything else", async () => {
  const items = await database.admin(
    `select title, item_key, itinerary_id, delayed_to_day_id, cost_per_person, updated_at = '2026-01-01' as untouched
     from itinerary_items order by title`,
  );
  const common = { itinerary_id: planId, delayed_to_day_id: null, cost_per_person: null, untouched: true };
  expect(items).toEqual([
    { ...common, title: "backwards", item_key: "same#3" },
    { ...common, title: "elsewhere", item_key: "same" },
    { ...common, title: "first", item_key: "same" },
    { ...common, title: "put off", item_key: "same", delayed_to_day_id: days[1] },
    { ...common, title: "twin", item_key: "same#2" },
  ]);
});

test("figures that were wrong are right", async () => {
  const figures = await database.admin(
    `select i.version, i.total_activities, i.total_estimated_cost as total, t.total_estimated_cost as of_trip, t.total_cost_currency as currency
     from itineraries i join trips t on t.id = i.trip_id order by 1`,
  );
  expect(figures).toEqual([
    { version: 1, total_activities: 2, total: "21.000", of_trip: "21.000", currency: "EUR" },
    { version: 2, total_activities: 0, total: null, of_trip: "21.000", currency: "EUR" },
  ]);
});

test("links to nothing are gone, links to something stay", async () => {
  expect(await database.admin("select trip_id from booking_links")).toEqual([{ trip_id: tripId }]);
});

test("a rule that old rows break holds for new ones", async () => {
  const rules = await database.admin(
    `select conname as name, convalidated as valid from pg_constraint
     where conname in ('itinerary_items_end_not_before_start', 'itinerary_items_cost_is_reckonable')
     and connamespace = current_schema()::regnamespace order by 1`,
  );
  expect(rules).toEqual([
    { name: "itinerary_items_cost_is_reckonable", valid: true },
    { name: "itinerary_items_end_not_before_start", valid: false },
  ]);
  const insert = database.admin(
    `insert into itinerary_items (id, itinerary_day_id, item_order, item_key, start_time, end_time, item_type, title)
     values (gen_random_uuid(), $1, 9, 'new', '10:00', '09:00', 'free', 'T')`,
    [days[0]],
  );
  await expect(insert).rejects.toMatchObject({ constraint: "itinerary_items_end_not_before_start" });
});

test("row-level security is forced again", async () => {
  const open = await database.admin(
    `select relname from pg_class where relnamespace = current_schema()::regnamespace and relrowsecurity and not relforcerowsecurity
     and not relispartition`,
  );
  expect(open).toEqual([]);
});
