/** Whoever watches a trip hears of every change of it and of its plan, and of nobody else's trips. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTripChanges } from "../../../db/stores/trip-changes.ts";
import type { Database } from "../../../db/transaction.ts";
import type { NewItinerary, TripChanges } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addTraveller, buildWorld, draftOf, itemOf, newTrip, type Traveller, type World } from "../integrity/world.ts";
import { planFor } from "./trips-for-tests.ts";

let database: TestDatabase;
let world: World;
let ada: Traveller;
let changes: TripChanges;
let tripId: string;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  world = await buildWorld(database);
  ada = await addTraveller(world);
  changes = createTripChanges({ db: database.db, userId: ada.userId });
});
beforeEach(async () => {
  ({ id: tripId } = await ada.trips.createTrip(newTrip(world)));
});
afterAll(() => database?.close());

async function stampOf(id: string): Promise<string> {
  const stamp = (await changes.stampsOf([id])).get(id);
  if (stamp === undefined) throw new Error(`no stamp of ${id}`);
  return stamp;
}

async function savePlan(changes: Partial<NewItinerary> = {}): Promise<void> {
  await ada.trips.saveItinerary(planFor(tripId, draftOf(world, [itemOf("a")]), changes));
}

describe("the stamp of a trip", () => {
  test("stays as it is while nothing changes", async () => {
    await savePlan();
    const before = await stampOf(tripId);
    await ada.trips.getTrip(tripId);
    await ada.trips.findItinerary(tripId);
    expect(await stampOf(tripId)).toBe(before);
  });

  test("is another one after each change of the trip, its plan or the choice of its plan", async () => {
    const stamps = [await stampOf(tripId)];
    const after = async (change: () => Promise<unknown>): Promise<void> => {
      await change();
      stamps.push(await stampOf(tripId));
    };
    const trip = await ada.trips.getTrip(tripId);
    await after(() => ada.trips.updateTrip({ ...trip, title: "Four days" }));
    await after(() => savePlan());
    await after(() => savePlan());
    await after(() => savePlan({ select: false }));
    await after(() => ada.trips.selectItinerary(tripId, 1));
    await after(() => ada.trips.selectItinerary(tripId, 3));
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  test("is another one for a version that came from an older transaction than the newest has", async () => {
    await savePlan();
    const before = await stampOf(tripId);
    await database.admin(
      `insert into itineraries (id, trip_id, version, is_selected, generated_by, verdict, created_at, updated_at)
       values (gen_random_uuid(), $1, 2, false, 'ai', '{"ok": true}', now() - interval '1 s', now() - interval '1 s')`,
      [tripId],
    );
    expect(await stampOf(tripId)).not.toBe(before);
  });

  test("is not moved by what happens to another trip", async () => {
    const other = await ada.trips.createTrip(newTrip(world));
    const before = await stampOf(tripId);
    await ada.trips.saveItinerary(planFor(other.id, draftOf(world, [itemOf("a")])));
    expect(await stampOf(tripId)).toBe(before);
  });
});

test("somebody else's trip, a deleted one and what is no trip at all have no stamp", async () => {
  const stranger = await addTraveller(world);
  const theirs = await stranger.trips.createTrip(newTrip(world));
  const gone = await ada.trips.createTrip(newTrip(world));
  await ada.trips.deleteTrip(gone.id);
  const stamps = await changes.stampsOf([theirs.id, tripId, gone.id, randomUUID(), "no id"]);
  expect([...stamps.keys()]).toEqual([tripId]);
});

test("many trips are one statement, none is no statement", async () => {
  const trips = await Promise.all(Array.from({ length: 5 }, () => ada.trips.createTrip(newTrip(world))));
  let statements = 0;
  const counting: Database = {
    ...database.db,
    read: (actor, work) =>
      database.db.read(actor, (tx) =>
        work({
          ...tx,
          many: (row, statement) => {
            statements += 1;
            return tx.many(row, statement);
          },
        }),
      ),
  };
  const counted = createTripChanges({ db: counting, userId: ada.userId });
  const stamps = await counted.stampsOf(trips.map(({ id }) => id));
  expect([stamps.size, statements]).toEqual([5, 1]);
  expect([await counted.stampsOf([]), statements]).toEqual([new Map(), 1]);
});
