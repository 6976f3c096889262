/** What has had its time goes, what has not stays, and a second run finds nothing left to do. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addTraveller, buildWorld, draftOf, itemOf, newTrip } from "../integrity/world.ts";
import { planFor } from "../stores/trips-for-tests.ts";
import {
  countsOf,
  idsInTable,
  insertActivities,
  insertUser,
  isoOf,
  makePartitions,
  runMaintenance,
} from "./old-rows.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const archive = null;

let database: TestDatabase;
let userId = "";
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  userId = await insertUser(database);
});
beforeEach(async () => {
  for (const table of [
    "notifications",
    "user_sessions",
    "flight_search_cache",
    "search_claims",
    "vendor_calls",
    "booking_links",
    "keyed_calls",
    "call_confirmations",
  ]) {
    await database.admin(`delete from ${table}`);
  }
});
afterAll(() => database?.close());

async function insertNotification(columns: {
  created_at: string;
  scheduled_for?: string | null;
  deleted_at?: string | null;
}): Promise<string> {
  const id = randomUUID();
  await database.admin(
    `insert into notifications (id, user_id, notification_type, title, created_at, scheduled_for, deleted_at)
     values ($1, $2, 'trip', 'Soon', $3, $4, $5)`,
    [id, userId, columns.created_at, columns.scheduled_for ?? null, columns.deleted_at ?? null],
  );
  return id;
}

test("notifications are hidden after thirty days, removed after thirty more, and kept while still to come", async () => {
  const ago = (days: number): string => isoOf(days, NOW);
  const fresh = await insertNotification({ created_at: ago(29.9) });
  const old = await insertNotification({ created_at: ago(30.1) });
  const planned = await insertNotification({ created_at: ago(100), scheduled_for: ago(-5) });
  const recent = await insertNotification({ created_at: ago(100), scheduled_for: ago(3) });
  const hidden = await insertNotification({ created_at: ago(50), deleted_at: ago(29.9) });
  await insertNotification({ created_at: ago(70), deleted_at: ago(30.1) });

  expect(countsOf(await runMaintenance(database, { archive, now: NOW }), "notifications")).toEqual({
    hidden: 1,
    removed: 1,
  });
  const rows = await database.admin("select id, deleted_at from notifications order by id");
  expect(rows.map(({ id }) => id)).toEqual([fresh, old, planned, recent, hidden].toSorted());
  expect(rows.filter(({ deleted_at }) => deleted_at === null).map(({ id }) => id)).toEqual(
    [fresh, planned, recent].toSorted(),
  );
  expect(rows.find(({ id }) => id === old)?.deleted_at).toEqual(NOW);
  expect(countsOf(await runMaintenance(database, { archive, now: NOW }), "notifications")).toEqual({
    hidden: 0,
    removed: 0,
  });
  const later = new Date(NOW.getTime() + 31 * 86_400_000);
  expect(countsOf(await runMaintenance(database, { archive, now: later }), "notifications")).toEqual({
    hidden: 2,
    removed: 2,
  });
});

test("whatever its dates, a notification is never removed before it was hidden for thirty days", async () => {
  const day = fc.integer({ min: -60, max: 200 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ age: fc.integer({ min: 0, max: 200 }), scheduled: fc.option(day) }), {
        minLength: 1,
        maxLength: 8,
      }),
      async (given) => {
        await database.admin("delete from notifications");
        const ids: string[] = [];
        for (const { age, scheduled } of given) {
          const scheduled_for = scheduled === null ? null : isoOf(scheduled, NOW);
          ids.push(await insertNotification({ created_at: isoOf(age, NOW), scheduled_for }));
        }
        await runMaintenance(database, { archive, now: NOW });
        const rows = await database.admin("select id, deleted_at is not null as hidden from notifications");
        expect(rows).toHaveLength(ids.length);
        for (const [index, { age, scheduled }] of given.entries()) {
          const hidden = rows.find(({ id }) => id === ids[index])?.hidden;
          expect(hidden).toBe(Math.min(age, scheduled ?? age) > 30);
        }
      },
    ),
    { numRuns: 8 },
  );
});

test("expired answers and links go, whoever a link belongs to, and sessions thirty days after their end", async () => {
  const expired = isoOf(0.01, NOW);
  const good = isoOf(-1, NOW);
  await database.admin(
    `insert into flight_search_cache (search_hash, origin_airport, destination_airport, departure_date, passengers,
       cabin_class, currency, results, cached_at, expires_at)
     select 'hash ' || n, 'LIS', 'OPO', '2027-05-10', 1, 'economy', 'EUR', '[]', '2020-01-01',
       case when n <= 1500 then $1::timestamptz else $2::timestamptz end from generate_series(1, 1503) n`,
    [expired, good],
  );
  await database.admin(
    `insert into flight_search_cache (search_hash, origin_airport, destination_airport, departure_date, passengers,
       cabin_class, currency, results, cached_at, expires_at, stale_until)
     select 'stale ' || n, 'LIS', 'OPO', '2027-05-10', 1, 'economy', 'EUR', '[]', '2020-01-01', $1::timestamptz,
       case when n = 1 then $1::timestamptz else $2::timestamptz end from generate_series(1, 3) n`,
    [expired, good],
  );
  await database.admin(
    `insert into search_claims (search_hash, claimed_by, claimed_until)
     values ('lost', gen_random_uuid(), $1), ('held', gen_random_uuid(), $2)`,
    [expired, good],
  );
  await database.admin(
    "insert into vendor_calls (provider, day, user_id, calls) values ('a', $1, $3, 1), ('a', $2, $3, 1)",
    [isoOf(401, NOW), isoOf(399, NOW), userId],
  );
  const world = await buildWorld(database);
  const { trips } = await addTraveller(world);
  const { id: tripId } = await trips.createTrip(newTrip(world));
  const { itinerary } = await trips.saveItinerary(planFor(tripId, draftOf(world, [itemOf("a")])));
  for (const [type, id, provider, expires] of [
    ["attraction", world.placeIds[0], "klook", expired],
    ["trip", tripId, "klook", expired],
    ["itinerary_item", itinerary.days[0]?.items[0]?.id, "klook", expired],
    ["trip", tripId, "viator", good],
    ["trip", tripId, "getyourguide", null],
  ] as const) {
    await database.admin(
      `insert into booking_links (id, linkable_type, linkable_id, provider, booking_url, expires_at)
       values (gen_random_uuid(), $1, $2, $3, 'https://example.org', $4)`,
      [type, id, provider, expires],
    );
  }
  const kept: string[] = [];
  for (const [expires, revoked, stays] of [
    [isoOf(30.1, NOW), null, false],
    [isoOf(29.9, NOW), null, true],
    [null, isoOf(30.1, NOW), false],
    [isoOf(-9, NOW), isoOf(29.9, NOW), true],
    [null, null, true],
  ] as const) {
    const id = randomUUID();
    await database.admin(
      "insert into user_sessions (id, user_id, token_hash, expires_at, revoked_at) values ($1, $2, $3, $4, $5)",
      [id, userId, id, expires, revoked],
    );
    if (stays) kept.push(id);
  }

  for (const [index, expires] of [expired, expired, good].entries()) {
    await database.admin(
      "insert into keyed_calls (user_id, key, tool, arguments_hash, expires_at) values ($1, $2, 't', 'h', $3)",
      [userId, `key ${index}`, expires],
    );
    await database.admin(
      "insert into call_confirmations (user_id, code_hash, tool, arguments_hash, expires_at) values ($1, $2, 't', 'h', $3)",
      [userId, `code ${index}`, index === 0 ? expires : good],
    );
  }

  const counts = countsOf(await runMaintenance(database, { archive, now: NOW }), "expired");
  expect(counts).toEqual({
    flightSearches: 1501,
    staySearches: 0,
    searchClaims: 1,
    vendorCalls: 1,
    bookingLinks: 3,
    keyedCalls: 2,
    confirmations: 1,
    sessions: 2,
  });
  expect(await database.admin("select search_hash as held from search_claims")).toEqual([{ held: "held" }]);
  expect(await database.admin("select key from keyed_calls")).toEqual([{ key: "key 2" }]);
  expect(await database.admin("select code_hash as code from call_confirmations order by 1")).toEqual([
    { code: "code 1" },
    { code: "code 2" },
  ]);
  expect((await database.admin("select id from user_sessions")).map(({ id }) => String(id)).toSorted()).toEqual(
    kept.toSorted(),
  );
  const again = countsOf(await runMaintenance(database, { archive, now: NOW }), "expired");
  expect(Object.values(again)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

test("months stand ready for any date, and rows that came before theirs move into it", async () => {
  const far = new Date("2028-03-15T00:00:00Z");
  const [first = "", second = ""] = await insertActivities(database, userId, [
    "2028-03-01T00:00:00Z",
    "2028-06-30T23:59:59Z",
  ]);
  const counts = countsOf(await runMaintenance(database, { archive, now: far }), "partitions-ahead");
  expect(counts).toEqual({ made: 8, moved: 2 });
  const rows = await database.admin(
    "select id, tableoid::regclass::text as part from user_activities where created_at > '2028-01-01' order by created_at",
  );
  expect(rows).toEqual([
    { id: first, part: "user_activities_2028_03" },
    { id: second, part: "user_activities_2028_06" },
  ]);
  const again = countsOf(await runMaintenance(database, { archive, now: far }), "partitions-ahead");
  expect(again).toEqual({ made: 0, moved: 0 });
  // As every partition: with its parent's key, rules and triggers, and granted to nobody.
  const [part] = await database.admin(
    `select has_table_privilege('tripwright_service', c.oid, 'select') as granted,
       (select count(*)::int from pg_index where indrelid = c.oid) as indexes,
       (select count(*)::int from pg_constraint where conrelid = c.oid and contype in ('f', 'p')) as keys,
       (select count(*)::int from pg_trigger where tgrelid = c.oid and tgname = 'user_activities_touch') as triggers
     from pg_class c where c.oid = 'user_activities_2028_03'::regclass`,
  );
  expect(part).toEqual({ granted: false, indexes: 2, keys: 2, triggers: 1 });
});

test("too many rows to move stay where they are, and the report says so", async () => {
  await insertActivities(database, userId, ["2029-05-01T00:00:00Z", "2029-05-02T00:00:00Z"]);
  expect(await database.admin("select create_month_partition('user_activities', '2029-05-01', 1) as moved")).toEqual([
    { moved: -1 },
  ]);
  expect(await database.admin("select create_month_partition('user_activities', '2029-05-01', 2) as moved")).toEqual([
    { moved: 2 },
  ]);
  await makePartitions(database, "user_activities", ["2029-05-01"]);
  expect(await idsInTable(database, "user_activities")).not.toHaveLength(0);
});
