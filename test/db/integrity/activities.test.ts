/** What a user does is on record, whichever program did it; what others do, and what was written, is not. */
import { randomUUID } from "node:crypto";
import sql, { type Sql } from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTIVITY_TYPES, type Activity, listActivities } from "../../../db/stores/activities.ts";
import { createFeedbackStore } from "../../../db/stores/feedback-store.ts";
import { delayItem } from "../../../trip/edit/delay-item.ts";
import type { ItineraryDraft } from "../../../trip/itinerary.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { planFor } from "../stores/trips-for-tests.ts";
import { addTraveller, buildWorld, draftOf, itemOf, newTrip, type Traveller, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  world = await buildWorld(database);
});
afterAll(() => database?.close());

const SECRET = "Meet Mallory at the harbour";
/** As a link's token is stored. */
const someTokenHash = (): string => randomUUID().replaceAll("-", "").repeat(2);

/** What comes on record while the work is done. */
async function noted({ act }: Traveller, work: () => Promise<unknown>): Promise<Omit<Activity, "at">[]> {
  const before = (await act((tx) => listActivities(tx, 1_000))).length;
  await work();
  const after = await act((tx) => listActivities(tx, 1_000));
  return after.slice(0, after.length - before).map(({ type, entityType, entityId, details }) => {
    return { type, entityType, entityId, details };
  });
}

const typesOf = (activities: readonly { type: string }[]): string[] => activities.map(({ type }) => type).toSorted();

async function plannedTrip(traveller: Traveller): Promise<string> {
  const { id } = await traveller.trips.createTrip(newTrip(world));
  await traveller.trips.saveItinerary(planFor(id, draftOf(world, [itemOf("a"), itemOf("b")], [itemOf("c")])));
  return id;
}

const insertFlight = (tripId: string, status: string): Sql => sql`
  insert into flights (id, trip_id, flight_type, departure_airport_code, arrival_airport_code, departure_datetime,
    arrival_datetime, departure_local, arrival_local, duration_minutes, provider, price, currency, external_flight_id, booking_status)
  values (${randomUUID()}, ${tripId}, 'outbound', 'JFK', 'LIS', now(), now() + interval '1 hour', 'a', 'b', 60, 'p', '{}', 'EUR',
    'o', ${status})`;
const insertSession = (userId: string): Sql =>
  sql`insert into user_sessions (id, user_id, token_hash) values (${randomUUID()}, ${userId}, ${randomUUID()})`;
const insertStay = (tripId: string, status: string): Sql => sql`
  insert into accommodations (id, trip_id, city_id, property_name, check_in_date, check_out_date, provider, price, currency,
    external_property_id, booking_status)
  values (${randomUUID()}, ${tripId}, ${world.cityId}, 'Casa', '2027-05-10', '2027-05-12', 'p', '{}', 'EUR', 'o', ${status})`;
const setItems = (columns: Sql, tripId: string): Sql => sql`
  update itinerary_items set ${columns} where itinerary_id in (select id from itineraries where trip_id = ${tripId})`;

/** A statement about a planned trip, and what it should leave on record. */
const DEEDS: [name: string, statement: (tripId: string, userId: string) => Sql, expected: string[]][] = [
  ["renaming", (id) => sql`update trips set title = ${SECRET} where id = ${id}`, ["trip-change"]],
  [
    "sharing",
    (id) => sql`update trips set share_token = ${someTokenHash()}, is_public = true where id = ${id}`,
    ["trip-share"],
  ],
  [
    "what the program notes",
    (id) => sql`update trips set planning_status = 'failed', total_estimated_cost = null where id = ${id}`,
    [],
  ],
  ["visiting", (id) => setItems(sql`status = 'completed'`, id), ["item-complete", "item-complete", "item-complete"]],
  ["skipping one", (id) => sql`${setItems(sql`status = 'skipped'`, id)} and item_key = 'a'`, ["item-skip"]],
  ["rating one", (id) => sql`${setItems(sql`user_rating = 4`, id)} and item_key = 'a'`, ["item-rate"]],
  ["booking one", (id) => sql`${setItems(sql`booking_status = 'booked'`, id)} and item_key = 'a'`, ["item-book"]],
  ["moving one about", (id) => sql`${setItems(sql`start_time = '08:00'`, id)} and item_key = 'a'`, []],
  ["choosing a flight", (id) => insertFlight(id, "considering"), ["flight-choose"]],
  ["booking a flight", (id) => insertFlight(id, "booked"), ["flight-book"]],
  ["choosing a stay", (id) => insertStay(id, "suggested"), ["stay-choose"]],
  [
    "other wishes",
    (id) => sql`update trip_preferences set custom_restrictions = ${SECRET} where trip_id = ${id}`,
    ["preferences-change"],
  ],
  ["the same wishes", (id) => sql`update trip_preferences set avoid_crowds = avoid_crowds where trip_id = ${id}`, []],
  [
    "other settings",
    (_, user) => sql`update users set preferences = ${JSON.stringify({ note: SECRET })} where id = ${user}`,
    ["preferences-change"],
  ],
  ["another name", (_, user) => sql`update users set first_name = ${SECRET} where id = ${user}`, ["account-change"]],
  ["dropping a version", (id) => sql`delete from itineraries where trip_id = ${id}`, ["itinerary-delete"]],
  ["dropping a trip", (id) => sql`delete from trips where id = ${id}`, ["trip-delete"]],
];

describe("on record", () => {
  test.each(DEEDS)("%s", async (_, statement, expected) => {
    const traveller = await addTraveller(world);
    const tripId = await plannedTrip(traveller);
    const activities = await noted(traveller, () =>
      traveller.act((tx) => tx.execute(statement(tripId, traveller.userId))),
    );
    expect(typesOf(activities)).toEqual(expected);
    for (const { details } of activities) expect(JSON.stringify(details)).not.toContain(SECRET);
  });

  test("a sign-in, which the service does before anybody is known", async () => {
    const traveller = await addTraveller(world);
    const signIn = (): Promise<number> =>
      database.db.transaction({ kind: "service" }, (tx) => tx.execute(insertSession(traveller.userId)));
    expect(typesOf(await noted(traveller, signIn))).toEqual(["session-create"]);
  });

  test("a trip and its plan of any length: one of each", async () => {
    const traveller = await addTraveller(world);
    const activities = await noted(traveller, () => plannedTrip(traveller));
    expect(typesOf(activities)).toEqual(["itinerary-save", "trip-create"]);
    expect(activities.find(({ type }) => type === "itinerary-save")).toMatchObject({
      entityType: "itinerary",
      details: { version: 1, generated_by: "ai", is_selected: true },
    });
  });

  test("an item put off in a new version, once, and not again with the next version", async () => {
    const traveller = await addTraveller(world);
    const tripId = await plannedTrip(traveller);
    const { trips } = traveller;
    const save = async (edit: (draft: ItineraryDraft) => ItineraryDraft): Promise<void> => {
      const parent = await trips.findItinerary(tripId);
      if (!parent) throw new Error("no plan");
      await trips.saveItinerary(planFor(tripId, edit(parent.itinerary), { parentId: parent.itinerary.id }));
    };
    const delayed = await noted(traveller, () => save((draft) => delayItem(draft, { itemKey: "a", toDay: 2 })));
    expect(typesOf(delayed)).toEqual(["item-delay", "itinerary-save"]);
    expect(delayed.find(({ type }) => type === "item-delay")?.details).toEqual({ version: 2, day: 1 });
    expect(typesOf(await noted(traveller, () => save((draft) => draft)))).toEqual(["itinerary-save"]);
    const selected = await noted(traveller, () => trips.selectItinerary(tripId, 1));
    expect(selected).toMatchObject([{ type: "itinerary-select", details: { version: 1 } }]);
  });

  test("feedback, a booking that follows, a session that ends, a trip no longer shared", async () => {
    const traveller = await addTraveller(world);
    const tripId = await plannedTrip(traveller);
    const run = (statement: Sql): Promise<number> => traveller.act((tx) => tx.execute(statement));
    await run(insertStay(tripId, "suggested"));
    await run(insertFlight(tripId, "suggested"));
    await database.db.transaction({ kind: "service" }, (tx) => tx.execute(insertSession(traveller.userId)));
    await run(sql`update trips set share_token = ${someTokenHash()} where id = ${tripId}`);
    const feedback = createFeedbackStore({ db: database.db, userId: traveller.userId, newId: randomUUID });
    const activities = await noted(traveller, async () => {
      await feedback.recordFeedback({
        tripId,
        itineraryId: null,
        type: "rating",
        rating: 5,
        text: SECRET,
        ratedItemType: "trip",
        ratedItemId: null,
        ratedDayNumber: null,
      });
      await run(sql`update accommodations set booking_status = 'booked'`);
      await run(sql`update flights set booking_status = 'booked'`);
      await run(sql`update user_sessions set revoked_at = now()`);
      await run(sql`update trips set share_token = null where id = ${tripId}`);
    });
    expect(typesOf(activities)).toEqual([
      "feedback-give",
      "flight-book",
      "session-revoke",
      "stay-book",
      "trip-unshare",
    ]);
    const given = activities.find(({ type }) => type === "feedback-give");
    expect(given?.details).toEqual({ type: "rating", rating: 5, about: "trip" });
  });

  test("every type there is", async () => {
    const rows = await database.admin("select distinct activity_type as type from user_activities");
    expect(rows.map(({ type }) => String(type)).sort()).toEqual([...ACTIVITY_TYPES].sort());
  });
});

describe("not on record", () => {
  test("what an owner or a service does", async () => {
    const traveller = await addTraveller(world);
    const tripId = await plannedTrip(traveller);
    const activities = await noted(traveller, async () => {
      await database.admin("update trips set title = 'x' where id = $1", [tripId]);
      await database.db.transaction({ kind: "service" }, (tx) =>
        tx.execute(sql`update users set first_name = 'Grace' where id = ${traveller.userId}`),
      );
    });
    expect(activities).toEqual([]);
  });

  test.each(["user", "service"] as const)(
    "a user who is deleted, by a %s: everything goes and nothing comes after",
    async (kind) => {
      const traveller = await addTraveller(world);
      const { userId } = traveller;
      await plannedTrip(traveller);
      const actor = kind === "user" ? { kind, userId } : { kind };
      await database.db.transaction(actor, (tx) => tx.execute(sql`delete from users where id = ${userId}`));
      const [left] = await database.admin(
        `select (select count(*)::int from user_activities where user_id = $1) as activities,
         (select count(*)::int from trips where user_id = $1) as trips`,
        [userId],
      );
      expect(left).toEqual({ activities: 0, trips: 0 });
    },
  );
});
