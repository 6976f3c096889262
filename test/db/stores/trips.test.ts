/** Trips: what goes in comes out, and nobody else sees it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureLocalUser } from "../../../db/stores/users.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { TripStore } from "../../../trip/ports.ts";
import { verdictOf, violation } from "../../../trip/verdict.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, draftIn, placesOf, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

let database: TestDatabase;
let lisbon: City;
let rome: City;
let trips: TripStore;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
  lisbon = await cityNamed(database, "Lisbon");
  rome = await cityNamed(database, "Rome");
  trips = storeFor(database, await addUser(database));
});
afterAll(() => database?.close());

test("a trip reads back as it was made", async () => {
  const trip = await trips.createTrip(tripTo(lisbon));
  expect(trip).toMatchObject(tripTo(lisbon));
  expect(await trips.getTrip(trip.id)).toEqual(trip);
});

test("every wish survives, several cities keep their order, the origin its airport", async () => {
  const [place] = await placesOf(database, rome);
  const stop = (city: City, arrivalDate: string, departureDate: string) => {
    return { cityId: city.id, name: city.name, countryCode: city.countryCode, arrivalDate, departureDate };
  };
  const wanted = tripTo(rome, {
    travelers: 4,
    childAges: [6, 0],
    origin: { name: "Lyon", iataCode: "LYS", location: { lat: 45.726, lon: 5.081 } },
    endDate: "2027-05-14",
    destinations: [stop(rome, "2027-05-10", "2027-05-12"), stop(lisbon, "2027-05-12", "2027-05-14")],
    budget: { amountMinor: 12_345_678, currency: "KWD" },
    wishes: {
      interests: [
        { category: "museums", priority: 1 },
        { category: "art", priority: 10 },
      ],
      pace: "relaxed",
      style: "luxury",
      diets: ["nut_free", "halal"],
      accessibility: ["stroller_friendly", "hearing_impairment"],
      avoidCrowds: false,
      preferOffbeat: true,
      mustSee: place ? [place.id] : [],
    },
    assumptions: [],
  });
  const trip = await trips.createTrip(wanted);
  expect(trip).toMatchObject(wanted);
  expect(await trips.getTrip(trip.id)).toEqual(trip);
});

test("a budget is kept to the last minor unit, whatever the currency's size", async () => {
  const budget = { amountMinor: 9_007_199_254_740_991, currency: "IDR" };
  const { id } = await trips.createTrip(tripTo(lisbon, { budget }));
  expect((await trips.getTrip(id)).budget).toEqual(budget);
  const unlimited = await trips.createTrip(tripTo(lisbon, { budget: null }));
  expect((await trips.getTrip(unlimited.id)).budget).toBeNull();
});

test("an interest named twice counts once", async () => {
  const { wishes } = tripTo(lisbon);
  const interests = [
    { category: "art" as const, priority: 9 },
    { category: "parks" as const, priority: 5 },
    { category: "art" as const, priority: 2 },
  ];
  const trip = await trips.createTrip(tripTo(lisbon, { wishes: { ...wishes, interests } }));
  expect(trip.wishes.interests).toEqual(interests.slice(0, 2));
  expect(await trips.getTrip(trip.id)).toEqual(trip);
});

test("the catalogue's names win over what the caller wrote", async () => {
  const [destination] = tripTo(lisbon).destinations;
  const destinations = destination ? [{ ...destination, name: "lissabon", countryCode: "DE" }] : [];
  const trip = await trips.createTrip(tripTo(lisbon, { destinations }));
  expect(trip.destinations).toMatchObject([{ name: "Lisbon", countryCode: "PT" }]);
});

test("a city that does not exist is refused, and nothing is left behind", async () => {
  const before = await trips.listTrips(100);
  const [destination] = tripTo(lisbon).destinations;
  for (const cityId of [randomUUID(), "lisbon"]) {
    const destinations = destination ? [destination, { ...destination, cityId }] : [];
    await expect(trips.createTrip(tripTo(lisbon, { destinations }))).rejects.toMatchObject({ code: "city_not_found" });
  }
  expect(await trips.listTrips(100)).toEqual(before);
});

test.each(["not-an-id", randomUUID()])("no trip has the id %s", async (id) => {
  await expect(trips.getTrip(id)).rejects.toMatchObject({ code: "trip_not_found" });
});

test("another traveller's trip is not found, not listed and not planned in", async () => {
  const trip = await trips.createTrip(tripTo(lisbon));
  const other = storeFor(database, await addUser(database));
  await expect(other.getTrip(trip.id)).rejects.toMatchObject({ code: "trip_not_found" });
  await expect(other.saveItinerary(planFor(trip.id, { days: [] }))).rejects.toMatchObject({ code: "trip_not_found" });
  expect(await other.findItinerary(trip.id)).toBeNull();
  expect(await other.listTrips(10)).toEqual([]);
});

test("the list shows the newest first, with its cities and what became of its plan", async () => {
  const traveller = storeFor(database, await addUser(database));
  const places = await placesOf(database, lisbon);
  const first = await traveller.createTrip(tripTo(rome, { title: "First" }));
  const second = await traveller.createTrip(tripTo(lisbon, { title: "Second" }));
  await traveller.saveItinerary(planFor(second.id, draftIn(lisbon, places)));
  const verdict = verdictOf([violation("overlap", "", "m")]);
  await traveller.saveItinerary(planFor(second.id, draftIn(lisbon, places), { verdict, select: false }));
  expect(await traveller.listTrips(10)).toEqual([
    {
      id: second.id,
      title: "Second",
      startDate: "2027-05-10",
      endDate: "2027-05-12",
      travelers: 2,
      cities: ["Lisbon"],
      status: "planning",
      itineraryVersions: 2,
      isPlanOk: true,
    },
    expect.objectContaining({ id: first.id, cities: ["Rome"], itineraryVersions: 0, isPlanOk: null }),
  ]);
  expect(await traveller.listTrips(1)).toHaveLength(1);
});

test("the local user is made once", async () => {
  const id = await ensureLocalUser(database.db);
  expect(await ensureLocalUser(database.db)).toBe(id);
  const local = storeFor(database, id);
  const trip = await local.createTrip(tripTo(lisbon));
  expect(await local.getTrip(trip.id)).toEqual(trip);
});
