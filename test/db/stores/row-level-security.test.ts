/** Nobody reads, changes or adds to what belongs to somebody else, whatever a store forgets to ask. */
import { randomUUID } from "node:crypto";
import sql, { raw } from "sql-template-tag";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createFeedbackStore } from "../../../db/stores/feedback-store.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import type { Actor } from "../../../db/transaction.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, draftIn, placesOf, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

let database: TestDatabase;
let alice: Actor;
let bob: Actor;
let tripId: string;
let dayId: string;
let runId: string;

const countSchema = z.object({ count: z.number() });

/** One row of Alice's in every table about travellers. */
beforeAll(async () => {
  database = await openTestDatabase();
  const [aliceId, bobId] = [await addUser(database), await addUser(database)];
  alice = { kind: "user", userId: aliceId };
  bob = { kind: "user", userId: bobId };
  const city = await cityNamed(database, "Lisbon");
  const trips = storeFor(database, aliceId);
  tripId = (await trips.createTrip(tripTo(city))).id;
  await trips.saveItinerary(planFor(tripId, draftIn(city, await placesOf(database, city))));
  const recorder = createRunRecorder({ db: database.db, userId: aliceId, workerId: "w", now: () => new Date() });
  runId = (await recorder.startRun({ input: {}, modelVersion: "m", promptHash: "h" })).id;
  const feedback = createFeedbackStore({ db: database.db, userId: aliceId, newId: randomUUID });
  const rated = {
    itineraryId: null,
    rating: 4,
    text: null,
    ratedItemType: null,
    ratedItemId: null,
    ratedDayNumber: null,
  };
  await feedback.recordFeedback({ tripId, type: "rating", ...rated });
  const [day] = await database.admin("select id from itinerary_days limit 1");
  dayId = String(day?.id);
  await database.admin("insert into run_events (run_id, seq, kind, payload) values ($1, 1, 'run-start', '{}')", [
    runId,
  ]);
  await database.admin("insert into user_sessions (id, user_id, token_hash) values ($1, $2, 'x')", [
    randomUUID(),
    aliceId,
  ]);
  await database.admin("insert into notifications (id, user_id, notification_type, title) values ($1, $2, 'n', 't')", [
    randomUUID(),
    aliceId,
  ]);
  await database.admin("insert into user_activities (user_id, activity_type) values ($1, 'login')", [aliceId]);
  await database.admin(
    `insert into booking_links (id, linkable_type, linkable_id, provider, booking_url)
     values ($1, 'trip', $2, 'p', 'https://example.org')`,
    [randomUUID(), tripId],
  );
  await database.admin(
    `insert into flights (id, trip_id, flight_type, departure_airport_code, arrival_airport_code, departure_datetime,
       arrival_datetime, departure_local, arrival_local, duration_minutes, provider, price, currency, external_flight_id)
     values ($1, $2, 'outbound', 'JFK', 'LIS', now(), now() + interval '1 hour', 'a', 'b', 60, 'p', '{}', 'EUR', 'o')`,
    [randomUUID(), tripId],
  );
  await database.admin(
    `insert into accommodations (id, trip_id, city_id, property_name, check_in_date, check_out_date, provider, price,
       currency, external_property_id)
     values ($1, $2, $3, 'Casa', '2027-05-10', '2027-05-12', 'p', '{}', 'EUR', 'o')`,
    [randomUUID(), tripId, city.id],
  );
});
afterAll(() => database?.close());

const rowsSeen = async (actor: Actor, table: string): Promise<number> =>
  (await database.db.transaction(actor, (tx) => tx.one(countSchema, sql`select count(*)::int from ${raw(table)}`)))
    .count;

const TABLES = [
  "user_sessions",
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
  "ai_feedback",
  "notifications",
  "user_activities",
];

test.each(TABLES)("%s: its owner sees it, another traveller does not", async (table) => {
  expect(await rowsSeen(alice, table)).toBeGreaterThan(0);
  expect(await rowsSeen(bob, table)).toBe(0);
});

const CHANGEABLE = TABLES.filter((table) => table !== "user_activities" && table !== "user_sessions");
test.each(CHANGEABLE)("%s: another traveller neither changes nor deletes it", async (table) => {
  const touched = await database.db.transaction(bob, async (tx) => [
    await tx.execute(sql`update ${raw(table)} set created_at = now()`),
    await tx.execute(sql`delete from ${raw(table)}`),
  ]);
  expect(touched).toEqual([0, 0]);
});

test("the record of what was done is written once, also for its owner", async () => {
  const change = database.db.transaction(alice, (tx) => tx.execute(sql`delete from user_activities`));
  await expect(change).rejects.toMatchObject({ details: { sqlstate: "42501" } });
});

test("users see themselves only, and cannot become somebody else", async () => {
  expect(await rowsSeen(alice, "users")).toBe(1);
  const rename = database.db.transaction(bob, (tx) => tx.execute(sql`update users set id = ${randomUUID()}`));
  await expect(rename).rejects.toMatchObject({ details: { sqlstate: "42501" } });
});

test("without a user nothing is visible, also after a transaction that had one", async () => {
  const seen = await database.migrations.withClient(async (client) => {
    await client.query(`begin; set local app.current_user_id = '${randomUUID()}'; commit`);
    await client.query(`begin; set local search_path to "${database.schema}", public; set local role tripwright_app`);
    const { rows } = await client.query<{ count: number }>("select count(*)::int from trips");
    await client.query("rollback");
    return rows[0]?.count;
  });
  expect(seen).toBe(0);
});

test.each([
  [
    "trip_destinations",
    () => sql`
    insert into trip_destinations (id, trip_id, destination_type, city_id, visit_order, arrival_date, departure_date)
    select ${randomUUID()}::uuid, ${tripId}::uuid, 'city', id, 9, '2027-05-10', '2027-05-11' from cities limit 1`,
  ],
  [
    "itineraries",
    () => sql`
    insert into itineraries (id, trip_id, version, generated_by, verdict)
    values (${randomUUID()}, ${tripId}, 9, 'ai', '{"ok": true}')`,
  ],
  [
    "itinerary_items",
    () => sql`
    insert into itinerary_items (id, itinerary_day_id, item_order, item_key, start_time, end_time, item_type, title)
    values (${randomUUID()}, ${dayId}, 99, 'k', '10:00', '11:00', 'free', 't')`,
  ],
  ["run_events", () => sql`insert into run_events (run_id, seq, kind, payload) values (${runId}, 9, 'k', '{}')`],
  [
    "ai_feedback",
    () => sql`
    insert into ai_feedback (id, user_id, trip_id, feedback_type)
    select ${randomUUID()}::uuid, app_user_id(), ${tripId}::uuid, 'suggestion'`,
  ],
  [
    "booking_links",
    () => sql`
    insert into booking_links (id, linkable_type, linkable_id, provider, booking_url)
    values (${randomUUID()}, 'trip', ${tripId}, 'mine', 'https://example.org')`,
  ],
])("another traveller adds nothing to %s of a trip that is not theirs", async (_table, statement) => {
  const insert = database.db.transaction(bob, (tx) => tx.execute(statement()));
  await expect(insert).rejects.toMatchObject({ details: { sqlstate: "42501" } });
});

test("the views show a traveller their own rows", async () => {
  expect(await rowsSeen(alice, "trip_summary")).toBe(1);
  expect(await rowsSeen(alice, "itinerary_day_detail")).toBe(3);
  expect(await rowsSeen(bob, "trip_summary")).toBe(0);
  expect(await rowsSeen(bob, "itinerary_day_detail")).toBe(0);
});

test("the service runs everybody's jobs and reads nobody's trips", async () => {
  expect(await rowsSeen({ kind: "service" }, "ai_planning_jobs")).toBe(1);
  await expect(rowsSeen({ kind: "service" }, "trips")).rejects.toMatchObject({ details: { sqlstate: "42501" } });
  await expect(rowsSeen({ kind: "importer" }, "trips")).rejects.toMatchObject({ details: { sqlstate: "42501" } });
});
