/** Putting an item off, in the database: history stays, inside its own version, one key one item. */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, test } from "vitest";
import { delayItem } from "../../../trip/edit/delay-item.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { planFor } from "../stores/trips-for-tests.ts";
import { addTraveller, buildWorld, draftOf, itemOf, newTrip, type Traveller, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
let traveller: Traveller;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  world = await buildWorld(database);
  traveller = await addTraveller(world);
});
afterAll(() => database?.close());

const newTripId = async (): Promise<string> => (await traveller.trips.createTrip(newTrip(world))).id;

test("a delay makes a version whose original points to the day of its copy", async () => {
  const { trips } = traveller;
  const tripId = await newTripId();
  const draft = draftOf(
    world,
    [itemOf("castle"), itemOf("tower", { startTime: "12:00", endTime: "13:00" })],
    [itemOf("park")],
  );
  const first = await trips.saveItinerary(planFor(tripId, draft));
  const delayed = delayItem(first.itinerary, { itemKey: "castle", toDay: 2, startTime: "15:00" });
  const second = await trips.saveItinerary(
    planFor(tripId, delayed, { parentId: first.itinerary.id, generatedBy: "manual" }),
  );
  expect(await trips.findItinerary(tripId)).toEqual(second);
  expect(
    second.itinerary.days.map(({ items }) =>
      items.map(({ itemKey, status, delayedToDay }) => [itemKey, status, delayedToDay]),
    ),
  ).toEqual([
    [
      ["castle", "delayed", 2],
      ["tower", "planned", undefined],
    ],
    [
      ["park", "planned", undefined],
      ["castle", "planned", undefined],
    ],
  ]);
  const [row] = await database.admin(
    `select d.day_number, d.itinerary_id, i.total_activities from itinerary_items x
     join itinerary_days d on d.id = x.delayed_to_day_id join itineraries i on i.id = x.itinerary_id
     where x.status = 'delayed' and i.trip_id = $1`,
    [tripId],
  );
  expect(row).toEqual({ day_number: 2, itinerary_id: second.itinerary.id, total_activities: 3 });
  expect((await trips.findItinerary(tripId, 1))?.itinerary).toMatchObject({ ...first.itinerary, isSelected: false });
});

test("when the day goes that an item was put off to, it stays delayed, to nowhere", async () => {
  const tripId = await newTripId();
  const draft = delayItem(draftOf(world, [itemOf("castle")], []), { itemKey: "castle", toDay: 2 });
  const { itinerary } = await traveller.trips.saveItinerary(planFor(tripId, draft));
  await traveller.act((tx) =>
    tx.execute(sql`delete from itinerary_days where itinerary_id = ${itinerary.id} and day_number = 2`),
  );
  const found = await traveller.trips.findItinerary(tripId);
  expect(found?.itinerary.days).toMatchObject([{ items: [{ itemKey: "castle", status: "delayed" }] }]);
  expect(found?.itinerary.days[0]?.items[0]).not.toHaveProperty("delayedToDay");
});

test.each([
  ["to a day the plan has not", [itemOf("a", { status: "delayed", delayedToDay: 7 })]],
  ["to its own day", [itemOf("a", { status: "delayed", delayedToDay: 1 })]],
  ["without being delayed", [itemOf("a", { delayedToDay: 2 })]],
  ["under a key that another item has", [itemOf("a"), itemOf("a", { status: "skipped" })]],
  ["before it starts", [itemOf("a", { startTime: "10:00", endTime: "09:00" })]],
])("an item %s is refused, and nothing of the plan is kept", async (_, items) => {
  const tripId = await newTripId();
  const saved = traveller.trips.saveItinerary(planFor(tripId, draftOf(world, items, [])));
  await expect(saved).rejects.toMatchObject({ code: "invalid_input", message: expect.stringMatching(/^Expected /) });
  expect(await traveller.trips.findItinerary(tripId)).toBeNull();
});

test("the database itself keeps a delay inside its version, and items in their own", async () => {
  const [mine, other] = [await newTripId(), await newTripId()];
  const draft = draftOf(world, [itemOf("a", { status: "delayed" })], []);
  const saved = await Promise.all([mine, other].map((tripId) => traveller.trips.saveItinerary(planFor(tripId, draft))));
  const [one, two] = saved.map(({ itinerary }) => itinerary);
  const change = (column: string, dayOf: string | undefined) =>
    database.admin(
      `update itinerary_items set ${column} = (select id from itinerary_days where itinerary_id = $2 and day_number = 2)
       where itinerary_id = $1`,
      [one?.id, dayOf],
    );
  await expect(change("delayed_to_day_id", two?.id)).rejects.toMatchObject({
    constraint: "itinerary_items_delayed_to_day_id_fkey",
  });
  await expect(change("itinerary_day_id", two?.id)).rejects.toMatchObject({
    constraint: "itinerary_items_itinerary_day_id_fkey",
  });
  await change("delayed_to_day_id", one?.id);
  await expect(change("itinerary_day_id", one?.id)).rejects.toMatchObject({
    constraint: "itinerary_items_delay_goes_elsewhere",
  });
});

test("a program that does not know of versions on items still writes them", async () => {
  const { itinerary } = await traveller.trips.saveItinerary(planFor(await newTripId(), draftOf(world, [])));
  const inserted = await database.admin(
    `insert into itinerary_items (id, itinerary_day_id, item_order, item_key, start_time, end_time, item_type, title)
     select $1, id, 1, 'k', '10:00', '11:00', 'free', 'T' from itinerary_days where itinerary_id = $2 returning itinerary_id`,
    [randomUUID(), itinerary.id],
  );
  expect(inserted).toEqual([{ itinerary_id: itinerary.id }]);
});
