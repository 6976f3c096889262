/** Versions of a plan: written whole, numbered without gaps, one of them selected. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { City } from "../../../trip/catalogue.ts";
import type { ItineraryDraft } from "../../../trip/itinerary.ts";
import type { Place } from "../../../trip/place.ts";
import type { TripStore } from "../../../trip/ports.ts";
import { verdictOf, violation } from "../../../trip/verdict.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, draftIn, placesOf, planFor, storeFor, tripTo, visit } from "./trips-for-tests.ts";

let database: TestDatabase;
let city: City;
let places: Place[];
let draft: ItineraryDraft;
let trips: TripStore;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
  city = await cityNamed(database, "Lisbon");
  places = await placesOf(database, city);
  draft = draftIn(city, places);
  trips = storeFor(database, await addUser(database));
});
afterAll(() => database?.close());

const newTrip = async (): Promise<string> => (await trips.createTrip(tripTo(city))).id;

function place(index: number): Place {
  const found = places[index];
  if (!found) throw new Error(`no place ${index}`);
  return found;
}

/** A plan of one day of one visit. */
function oneVisit(changes: Parameters<typeof visit>[2]): ItineraryDraft {
  const item = visit(place(0), 600, changes);
  return { days: [{ dayNumber: 1, date: "2027-05-10", city: { id: city.id, name: city.name }, items: [item] }] };
}

test("a plan reads back as it was stored", async () => {
  const tripId = await newTrip();
  const verdict = verdictOf([violation("meal_missing", "days[0]", "No lunch.", { expected: "lunch" })]);
  const saved = await trips.saveItinerary(planFor(tripId, draft, { verdict }));
  expect(saved.itinerary).toMatchObject({ version: 1, parentId: null, isSelected: true, aiModelVersion: "offline/1" });
  expect(saved.itinerary.days).toMatchObject(draft.days);
  expect(await trips.findItinerary(tripId)).toEqual(saved);
});

test("items without a place, past midnight, locked and delayed read back too", async () => {
  const tripId = await newTrip();
  const items = [
    visit(place(0), 600, { placeId: null, location: null, cost: null, reason: null, confidence: null }),
    visit(place(1), 1410, { endsNextDay: true, locked: true, travelFromPrevious: null }),
    visit(place(2), 700, { type: "rest", status: "delayed", confidence: 0.123 }),
  ];
  const days = [{ dayNumber: 1, date: "2027-05-10", city: { id: city.id, name: city.name }, items }];
  const saved = await trips.saveItinerary(planFor(tripId, { days }));
  expect(saved.itinerary.days[0]?.items).toMatchObject(
    items.with(2, { ...(items[2] ?? visit(place(2), 0)), confidence: 0.12 }),
  );
  expect(await trips.findItinerary(tripId)).toEqual(saved);
});

test("planners of one trip at once get numbers of their own and one selection", async () => {
  const tripId = await newTrip();
  const saved = await Promise.all(Array.from({ length: 6 }, () => trips.saveItinerary(planFor(tripId, draft))));
  expect(saved.map(({ itinerary }) => itinerary.version).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  const selected = await database.admin("select version from itineraries where trip_id = $1 and is_selected", [tripId]);
  expect(selected).toHaveLength(1);
});

test("a proposal leaves the selected plan alone until it is selected", async () => {
  const tripId = await newTrip();
  const first = await trips.saveItinerary(planFor(tripId, draft));
  const parentId = first.itinerary.id;
  const second = await trips.saveItinerary(planFor(tripId, oneVisit({}), { select: false, parentId }));
  expect(second.itinerary).toMatchObject({ version: 2, isSelected: false, parentId });
  expect((await trips.findItinerary(tripId))?.itinerary.version).toBe(1);
  await trips.selectItinerary(tripId, 2);
  expect(await trips.findItinerary(tripId)).toEqual({
    ...second,
    itinerary: { ...second.itinerary, isSelected: true },
  });
  expect((await trips.findItinerary(tripId, 1))?.itinerary.isSelected).toBe(false);
});

test("without a selection the newest version is the plan; without a version there is none", async () => {
  const tripId = await newTrip();
  expect(await trips.findItinerary(tripId)).toBeNull();
  await trips.saveItinerary(planFor(tripId, draft, { select: false }));
  await trips.saveItinerary(planFor(tripId, draft, { select: false }));
  expect((await trips.findItinerary(tripId))?.itinerary.version).toBe(2);
});

test("versions and parents that do not exist are said so, and the selection stays", async () => {
  const tripId = await newTrip();
  await trips.saveItinerary(planFor(tripId, draft));
  await expect(trips.findItinerary(tripId, 9)).rejects.toMatchObject({ code: "itinerary_not_found" });
  await expect(trips.selectItinerary(tripId, 9)).rejects.toMatchObject({ code: "itinerary_not_found" });
  await expect(trips.selectItinerary(randomUUID(), 1)).rejects.toMatchObject({ code: "trip_not_found" });
  const elsewhere = await trips.saveItinerary(planFor(await newTrip(), draft));
  const orphan = planFor(tripId, draft, { parentId: elsewhere.itinerary.id });
  await expect(trips.saveItinerary(orphan)).rejects.toMatchObject({ code: "itinerary_not_found" });
  expect((await trips.findItinerary(tripId))?.itinerary).toMatchObject({ version: 1, isSelected: true });
});

test("a plan with a place that does not exist is refused whole", async () => {
  const tripId = await newTrip();
  const saved = trips.saveItinerary(planFor(tripId, oneVisit({ placeId: randomUUID() })));
  await expect(saved).rejects.toMatchObject({ code: "place_not_found" });
  expect(await trips.findItinerary(tripId)).toBeNull();
});

test("counts and sums are kept beside the plan, delayed items left out", async () => {
  const tripId = await newTrip();
  const price = {
    currency: "EUR",
    basis: "open-data",
    provider: "p",
    fetchedAt: "2026-11-22",
    expiresAt: null,
  } as const;
  const items = [
    visit(place(0), 540, { cost: { ...price, amountMinor: 1234, per: "person" } }),
    visit(place(1), 600, { cost: { ...price, amountMinor: 501, per: "party" } }),
    visit(place(2), 660, {
      cost: { lowMinor: 1000, highMinor: 2001, currency: "EUR", method: "m", asOf: "2026-11-22" },
    }),
    visit(place(3), 720, { type: "rest", cost: null }),
    visit(place(4), 780, { status: "delayed", cost: { ...price, amountMinor: 99_999, per: "party" } }),
  ].map((item, index) => ({ ...item, type: index < 3 ? ("attraction" as const) : item.type }));
  const days = [{ dayNumber: 1, date: "2027-05-10", city: { id: city.id, name: city.name }, items }];
  await trips.saveItinerary(planFor(tripId, { days }));
  const [row] = await database.admin(
    `select i.total_activities, i.total_estimated_cost, i.currency, i.cost_totals, t.total_estimated_cost as of_trip,
       (select array_agg(x.cost_per_person::text order by x.item_order) from itinerary_items x
        join itinerary_days d on d.id = x.itinerary_day_id where d.itinerary_id = i.id) as per_person
     from itineraries i join trips t on t.id = i.trip_id where t.id = $1`,
    [tripId],
  );
  expect(row).toEqual({
    total_activities: 3,
    total_estimated_cost: "44.700",
    currency: "EUR",
    cost_totals: { EUR: 2 * 1234 + 501 + 1501 },
    of_trip: "44.700",
    per_person: ["12.340", "2.510", "7.510", null, "500.000"],
  });
});

test("costs in two currencies are kept apart and not added up", async () => {
  const tripId = await newTrip();
  const estimate = (currency: string) => ({ lowMinor: 1, highMinor: 3, currency, method: "m", asOf: "2026-11-22" });
  const items = [visit(place(0), 540, { cost: estimate("EUR") }), visit(place(1), 600, { cost: estimate("JPY") })];
  const days = [{ dayNumber: 1, date: "2027-05-10", city: { id: city.id, name: city.name }, items }];
  await trips.saveItinerary(planFor(tripId, { days }));
  const rows = await database.admin(
    "select total_estimated_cost, currency, cost_totals from itineraries where trip_id = $1",
    [tripId],
  );
  expect(rows).toEqual([{ total_estimated_cost: null, currency: null, cost_totals: { EUR: 2, JPY: 2 } }]);
});

test("the view of a day shows its items in order, to its traveller only", async () => {
  const tripId = await newTrip();
  const { itinerary } = await trips.saveItinerary(planFor(tripId, draft));
  const rows = await database.admin(
    `select day_number, date::text, city_name, total_activities, (select array_agg(i ->> 'title') from jsonb_array_elements(items) i) as titles
     from itinerary_day_detail where itinerary_id = $1 order by day_number`,
    [itinerary.id],
  );
  const expected = draft.days.map((day) => ({
    day_number: day.dayNumber,
    date: day.date,
    city_name: "Lisbon",
    total_activities: 5,
    titles: day.items.map(({ title }) => title),
  }));
  expect(rows).toEqual(expected);
});

test("a new trip has no flights and no stays", async () => {
  const tripId = await newTrip();
  expect(await trips.listFlights(tripId)).toEqual([]);
  expect(await trips.listStays(tripId)).toEqual([]);
});

test("flights and stays read back with their exact price and local times", async () => {
  const tripId = await newTrip();
  const price = {
    amountMinor: 12_345,
    currency: "EUR",
    per: "party",
    basis: "sandbox",
    provider: "p",
    fetchedAt: "2026-11-22T10:00:00Z",
    expiresAt: null,
  };
  await database.admin(
    `insert into flights (id, trip_id, flight_type, departure_airport_code, arrival_airport_code, departure_datetime,
       arrival_datetime, departure_local, arrival_local, duration_minutes, airline_code, flight_number, provider, price,
       currency, external_flight_id)
     values ($1, $2, 'outbound', 'JFK', 'LIS', '2027-05-09T20:00:00-04:00', '2027-05-10T08:00:00+01:00',
       '2027-05-09T20:00:00-04:00', '2027-05-10T08:00:00+01:00', 420, 'TP', 'TP204', 'p', $3, 'EUR', 'offer-1')`,
    [randomUUID(), tripId, price],
  );
  await database.admin(
    `insert into accommodations (id, trip_id, city_id, property_name, check_in_date, check_out_date, provider, price,
       currency, external_property_id, booking_url, booking_status)
     values ($1, $2, $3, 'Casa', '2027-05-10', '2027-05-12', 'p', $4, 'EUR', 'stay-1', 'https://example.org/', 'booked')`,
    [randomUUID(), tripId, city.id, price],
  );
  expect(await trips.listFlights(tripId)).toMatchObject([
    {
      offerId: "offer-1",
      departureAirport: "JFK",
      departureAt: "2027-05-09T20:00:00-04:00",
      arrivalAt: "2027-05-10T08:00:00+01:00",
      price,
      link: null,
      status: "suggested",
    },
  ]);
  expect(await trips.listStays(tripId)).toMatchObject([
    {
      offerId: "stay-1",
      cityId: city.id,
      checkInDate: "2027-05-10",
      checkOutDate: "2027-05-12",
      price,
      status: "booked",
    },
  ]);
});
