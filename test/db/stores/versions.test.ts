/** A version knows the trip and the offers it was made for: selecting it brings them back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../../trip/calendar.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { ItineraryDraft } from "../../../trip/itinerary.ts";
import type { FlightOffer, StayOffer } from "../../../trip/offer.ts";
import type { TripStore } from "../../../trip/ports.ts";
import type { Trip } from "../../../trip/trip.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, draftIn, placesOf, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

let database: TestDatabase;
let city: City;
let draft: ItineraryDraft;
let trips: TripStore;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
  city = await cityNamed(database, "Lisbon");
  draft = draftIn(city, await placesOf(database, city));
  trips = storeFor(database, await addUser(database));
});
afterAll(() => database?.close());

async function plannedTrip(): Promise<{ trip: Trip; firstId: string }> {
  const trip = await trips.createTrip(tripTo(city));
  const { itinerary } = await trips.saveItinerary(planFor(trip.id, draft));
  return { trip, firstId: itinerary.id };
}

const price: StayOffer["price"] = {
  amountMinor: 9_000,
  currency: "EUR",
  per: "night",
  basis: "live",
  provider: "p",
  fetchedAt: "2026-11-22T10:00:00Z",
  expiresAt: null,
};

function stay(offerId: string): StayOffer {
  return {
    ...{ id: "00000000-0000-4000-8000-000000000001", provider: "p", offerId, price, cityId: city.id },
    ...{ propertyName: "Casa", checkInDate: "2027-05-10", checkOutDate: "2027-05-12" },
    ...{ location: { lat: 38.71, lon: -9.14 }, checkInFrom: "15:00", checkOutBy: "11:00", minimumNights: 2 },
    ...{ link: "https://example.org/", status: "suggested" },
  };
}

const flight: FlightOffer = {
  ...{ id: "00000000-0000-4000-8000-000000000002", provider: "p", offerId: "f1", price: { ...price, per: "person" } },
  ...{ departureAirport: "JFK", arrivalAirport: "LIS", departureAt: "2027-05-09T20:00:00-04:00" },
  ...{ arrivalAt: "2027-05-10T08:00:00+01:00", durationMinutes: 420, airlineCode: "TP", flightNumber: "TP204" },
  ...{ link: null, status: "suggested" },
};

test("a proposal for a changed trip changes nothing until it is selected, and undoing brings all of it back", async () => {
  const { trip, firstId } = await plannedTrip();
  const endDate = addDays(trip.endDate, 1);
  const longer: Trip = {
    ...trip,
    endDate,
    travelers: 3,
    destinations: trip.destinations.map((one) => ({ ...one, departureDate: endDate })),
    wishes: { ...trip.wishes, pace: "relaxed", alreadySeen: [firstId], travelModes: ["walk"] },
    conditions: { arrival: { date: trip.startDate, minute: 1_320 }, rainyDates: [endDate] },
  };
  const proposed = await trips.saveItinerary(
    planFor(trip.id, draft, { select: false, parentId: firstId, trip: longer }),
  );
  expect(proposed.trip).toEqual(longer);
  expect(await trips.getTrip(trip.id)).toEqual(trip);
  expect(await trips.findItinerary(trip.id, 2)).toMatchObject({ trip: longer });

  await trips.selectItinerary(trip.id, 2, { expectedVersion: 1 });
  expect(await trips.getTrip(trip.id)).toEqual(longer);
  expect(await trips.findItinerary(trip.id)).toMatchObject({
    itinerary: { version: 2, parentId: firstId },
    trip: longer,
  });

  await trips.selectItinerary(trip.id, 1);
  expect(await trips.getTrip(trip.id)).toEqual(trip);
  expect(await trips.listVersions(trip.id)).toMatchObject([
    { version: 2, parentVersion: 1, isSelected: false },
    { version: 1, parentVersion: null, isSelected: true },
  ]);
});

test("whoever built on a version that is no longer the plan is told, and nothing is written", async () => {
  const { trip, firstId } = await plannedTrip();
  const edit = planFor(trip.id, draft, { parentId: firstId, expectedVersion: 1, trip: { ...trip, travelers: 4 } });
  await trips.saveItinerary(edit);
  await expect(trips.saveItinerary(edit)).rejects.toMatchObject({ code: "version_conflict" });
  await expect(trips.selectItinerary(trip.id, 1, { expectedVersion: 1 })).rejects.toMatchObject({
    code: "version_conflict",
    details: { selectedVersion: 2 },
  });
  expect(await trips.listVersions(trip.id)).toHaveLength(2);
});

test("of several who build on the same version at once, one writes", async () => {
  const { trip, firstId } = await plannedTrip();
  const edits = Array.from({ length: 8 }, () => planFor(trip.id, draft, { parentId: firstId, expectedVersion: 1 }));
  const results = await Promise.allSettled(edits.map((edit) => trips.saveItinerary(edit)));
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(refused.map(({ code }) => code)).toEqual(Array(7).fill("version_conflict"));
  expect(await trips.listVersions(trip.id)).toMatchObject([
    { version: 2, isSelected: true },
    { version: 1, isSelected: false },
  ]);
});

test("stays and flights come and go with the version that chose them", async () => {
  const { trip, firstId } = await plannedTrip();
  const dear = await trips.addOffers(trip.id, { stays: [stay("dear")], flights: [flight] });
  expect(await trips.listStays(trip.id)).toEqual([]);
  const second = await trips.saveItinerary(planFor(trip.id, draft, { parentId: firstId, chosen: dear }));
  const [kept] = await trips.listStays(trip.id);
  expect(kept).toEqual({ ...stay("dear"), id: dear.stayIds[0] });
  expect(await trips.listFlights(trip.id)).toEqual([{ ...flight, id: dear.flightIds[0] }]);

  const cheap = await trips.addOffers(trip.id, { stays: [stay("cheap")], flights: [] });
  const chosen = { stayIds: cheap.stayIds, flightIds: dear.flightIds };
  const { itinerary } = await trips.saveItinerary(
    planFor(trip.id, draft, { parentId: second.itinerary.id, chosen, select: false }),
  );
  expect(await trips.listStays(trip.id)).toMatchObject([{ offerId: "dear" }]);
  expect(await trips.listStays(trip.id, itinerary.version)).toMatchObject([{ offerId: "cheap" }]);
  expect(await trips.listStays(trip.id, 1)).toEqual([]);
  expect(await trips.listFlights(trip.id, 1)).toEqual([]);
  await trips.selectItinerary(trip.id, itinerary.version);
  expect(await trips.listStays(trip.id)).toMatchObject([{ offerId: "cheap" }]);
  expect(await trips.listFlights(trip.id)).toHaveLength(1);
  await trips.selectItinerary(trip.id, second.itinerary.version);
  expect(await trips.listStays(trip.id)).toMatchObject([{ offerId: "dear" }]);
  await trips.selectItinerary(trip.id, 1);
  expect(await trips.listStays(trip.id)).toEqual([]);
  expect(await trips.listFlights(trip.id)).toEqual([]);
});

test("sums are reckoned for the whole party and the whole stay", async () => {
  const { trip } = await plannedTrip();
  await trips.addOffers(trip.id, { stays: [stay("s")], flights: [flight] });
  const [row] = await database.admin(
    `select a.total_price::text as stay, a.price_per_night::text as night, f.total_price::text as flight, f.flight_type
     from accommodations a join flights f on f.trip_id = a.trip_id where a.trip_id = $1`,
    [trip.id],
  );
  expect(row).toEqual({ stay: "180.000", night: "90.000", flight: "180.000", flight_type: "outbound" });
});

test("a changed trip without a plan is changed in place; a deleted one is gone, for its owner alone", async () => {
  const trip = await trips.createTrip(tripTo(city));
  const stranger = storeFor(database, await addUser(database));
  await expect(stranger.updateTrip({ ...trip, title: "Mine" })).rejects.toMatchObject({ code: "trip_not_found" });
  await expect(stranger.deleteTrip(trip.id)).rejects.toMatchObject({ code: "trip_not_found" });
  expect(await trips.updateTrip({ ...trip, title: "Ours", budget: null })).toMatchObject({ title: "Ours" });
  expect(await trips.getTrip(trip.id)).toEqual({ ...trip, title: "Ours", budget: null });
  await trips.deleteTrip(trip.id);
  await expect(trips.getTrip(trip.id)).rejects.toMatchObject({ code: "trip_not_found" });
});
