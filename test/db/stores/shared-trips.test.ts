/** A link opens the plan it was made for, and nothing about the people who travel. */
import { randomUUID } from "node:crypto";
import sql, { raw } from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { newShareToken } from "../../../db/share-token.ts";
import { createSharedTripReader, createTripSharing } from "../../../db/stores/shared-trips.ts";
import type { Actor } from "../../../db/transaction.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { Place } from "../../../trip/place.ts";
import type { SharedTripReader, TripSharing, TripStore } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, draftIn, placesOf, planFor, storeFor, tripTo, visit } from "./trips-for-tests.ts";

let database: TestDatabase;
let city: City;
let places: Place[];
let trips: TripStore;
let sharing: TripSharing;
let reader: SharedTripReader;

beforeAll(async () => {
  database = await openTestDatabase();
  city = await cityNamed(database, "Lisbon");
  places = await placesOf(database, city);
  const userId = await addUser(database);
  trips = storeFor(database, userId);
  sharing = createTripSharing({ db: database.db, userId });
  reader = createSharedTripReader(database.db);
});
afterAll(() => database?.close());

async function plannedTrip(title: string): Promise<string> {
  const { id } = await trips.createTrip(tripTo(city, { title }));
  await trips.saveItinerary(planFor(id, draftIn(city, places)));
  return id;
}

describe("a link", () => {
  test("opens the title, the dates, the cities and the selected plan, and not another trip", async () => {
    const tripId = await plannedTrip("Ours");
    const other = await plannedTrip("Another");
    await sharing.shareTrip(other, { isPublic: true });
    const { shareToken } = await sharing.shareTrip(tripId, { isPublic: false });
    expect(shareToken).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const shared = await reader.findSharedTrip(shareToken);
    expect(shared).toMatchObject({ id: tripId, title: "Ours", startDate: "2027-05-10", endDate: "2027-05-12" });
    expect(shared?.destinations).toEqual(tripTo(city).destinations);
    expect(shared?.days.map(({ date, items }) => [date, items.length])).toEqual([
      ["2027-05-10", 5],
      ["2027-05-11", 5],
      ["2027-05-12", 5],
    ]);
    const first = places[0];
    expect(shared?.days[0]?.items[0]).toEqual({
      type: first?.mealEstimate ? "meal" : "attraction",
      title: first?.name,
      placeId: first?.id,
      location: first?.location,
      startTime: "09:00",
      endTime: "10:00",
      endsNextDay: false,
    });
  });

  test("shows a new plan once it is selected, and never the others", async () => {
    const tripId = await plannedTrip("Two plans");
    const { shareToken } = await sharing.shareTrip(tripId, { isPublic: false });
    const proposal = { days: draftIn(city, places.slice(20)).days.slice(0, 1) };
    await trips.saveItinerary(planFor(tripId, proposal, { select: false }));
    expect((await reader.findSharedTrip(shareToken))?.days).toHaveLength(3);
    await trips.selectItinerary(tripId, 2);
    expect((await reader.findSharedTrip(shareToken))?.days).toHaveLength(1);
  });

  test("leaves out where they sleep and fly, and what they gave up", async () => {
    const { id } = await trips.createTrip(tripTo(city));
    const place = places[0];
    if (!place) throw new Error("no place");
    const items = [
      visit(place, 540, { itemKey: "seen" }),
      visit(place, 600, { itemKey: "a", type: "check_in", title: "Casa da Avó", placeId: null }),
      visit(place, 660, { itemKey: "b", type: "flight", title: "TP 942", placeId: null }),
      visit(place, 720, { itemKey: "c", status: "skipped" }),
      visit(place, 780, { itemKey: "d", status: "delayed" }),
    ];
    const day = { dayNumber: 1, date: "2027-05-10", city: { id: city.id, name: city.name }, items };
    await trips.saveItinerary(planFor(id, { days: [day] }));
    const { shareToken } = await sharing.shareTrip(id, { isPublic: false });
    const shared = await reader.findSharedTrip(shareToken);
    expect(shared?.days[0]?.items.map(({ title }) => title)).toEqual([place.name]);
  });

  test("opens a trip without a plan", async () => {
    const { id } = await trips.createTrip(tripTo(city, { title: "Still thinking" }));
    const { shareToken } = await sharing.shareTrip(id, { isPublic: false });
    expect(await reader.findSharedTrip(shareToken)).toMatchObject({ title: "Still thinking", days: [] });
  });

  test("stops when sharing does, and when a newer one is made", async () => {
    const tripId = await plannedTrip("For a while");
    const first = await sharing.shareTrip(tripId, { isPublic: true });
    const second = await sharing.shareTrip(tripId, { isPublic: false });
    expect(await reader.findSharedTrip(first.shareToken)).toBeNull();
    expect(await reader.findSharedTrip(second.shareToken)).not.toBeNull();
    await sharing.stopSharing(tripId);
    expect(await reader.findSharedTrip(second.shareToken)).toBeNull();
  });

  test.each(["", "x", newShareToken(), `${newShareToken()}'`, "'; drop table trips; --"])(
    "is not %j",
    async (token) => {
      expect(await reader.findSharedTrip(token)).toBeNull();
    },
  );

  test("is kept as a hash that opens nothing itself", async () => {
    const tripId = await plannedTrip("Hashed");
    const { shareToken } = await sharing.shareTrip(tripId, { isPublic: false });
    const [row] = await database.admin("select share_token as kept from trips where id = $1", [tripId]);
    expect(row?.kept).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.kept).not.toContain(shareToken);
    expect(await reader.findSharedTrip(String(row?.kept))).toBeNull();
  });

  test("is its owner's to make and to stop", async () => {
    const tripId = await plannedTrip("Mine");
    const { shareToken } = await sharing.shareTrip(tripId, { isPublic: true });
    const theirs = createTripSharing({ db: database.db, userId: await addUser(database) });
    for (const id of [tripId, randomUUID(), "no id"]) {
      await expect(theirs.shareTrip(id, { isPublic: true })).rejects.toMatchObject({ code: "trip_not_found" });
      await expect(theirs.stopSharing(id)).rejects.toMatchObject({ code: "trip_not_found" });
    }
    expect(await reader.findSharedTrip(shareToken)).not.toBeNull();
  });
});

describe("a public trip", () => {
  test("is listed and read without a link, until it is public no more", async () => {
    const tripId = await plannedTrip("Everybody's");
    const isListed = async (): Promise<boolean> => (await reader.listPublicTrips(100)).some(({ id }) => id === tripId);
    expect(await reader.findPublicTrip(tripId)).toBeNull();
    expect(await isListed()).toBe(false);
    await sharing.shareTrip(tripId, { isPublic: true });
    expect(await reader.findPublicTrip(tripId)).toMatchObject({ title: "Everybody's", days: [{}, {}, {}] });
    expect(await reader.listPublicTrips(100)).toContainEqual({
      id: tripId,
      title: "Everybody's",
      startDate: "2027-05-10",
      endDate: "2027-05-12",
      cities: ["Lisbon"],
    });
    await sharing.shareTrip(tripId, { isPublic: false });
    expect(await reader.findPublicTrip(tripId)).toBeNull();
    expect(await isListed()).toBe(false);
  });

  test("stays invisible to other travellers as travellers: they read it as guests", async () => {
    const tripId = await plannedTrip("Public");
    await sharing.shareTrip(tripId, { isPublic: true });
    const other = storeFor(database, await addUser(database));
    await expect(other.getTrip(tripId)).rejects.toMatchObject({ code: "trip_not_found" });
    expect(await other.listTrips(10)).toEqual([]);
  });

  test("is found without reading everybody's trips", async () => {
    const plan = await database.db.transaction({ kind: "guest", shareToken: newShareToken() }, async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      const lines = await tx.many(z.object({ "QUERY PLAN": z.string() }), sql`explain select id from trips`);
      return lines.map((line) => line["QUERY PLAN"]).join("\n");
    });
    expect(plan).toContain("trips_share_token_key");
    expect(plan).toContain("idx_trips_public");
  });
});

/** Column by column, so that a column added later is nobody's to read until somebody says so. */
const PERSONAL = [
  ["trips", "user_id"],
  ["trips", "share_token"],
  ["trips", "origin"],
  ["trips", "num_travelers"],
  ["trips", "child_ages"],
  ["trips", "budget_total_minor"],
  ["trips", "total_estimated_cost"],
  ["trips", "assumptions"],
  ["trips", "description"],
  ["itineraries", "verdict"],
  ["itineraries", "run_id"],
  ["itineraries", "cost_totals"],
  ["itinerary_items", "cost"],
  ["itinerary_items", "booking_url"],
  ["itinerary_items", "ai_recommendation_reason"],
  ["itinerary_items", "user_rating"],
  ["itinerary_items", "travel_from_previous"],
] as const;
test.each(PERSONAL)("a guest never reads %s.%s", async (table, column) => {
  const tripId = await plannedTrip("Private matters");
  const { shareToken } = await sharing.shareTrip(tripId, { isPublic: false });
  const guest: Actor = { kind: "guest", shareToken };
  const read = database.db.transaction(guest, (tx) => tx.execute(sql`select ${raw(column)} from ${raw(table)}`));
  await expect(read).rejects.toMatchObject({ details: { sqlstate: "42501" } });
});
