/** Trips and plans over the places of the built-in catalogue, for the tests of the stores. */
import { randomUUID } from "node:crypto";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import { createTripStore } from "../../../db/stores/trip-store.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { ItemDraft, ItineraryDraft } from "../../../trip/itinerary.ts";
import { wallTimeOf } from "../../../trip/opening-hours.ts";
import type { Place } from "../../../trip/place.ts";
import type { NewItinerary, TripStore } from "../../../trip/ports.ts";
import type { Trip } from "../../../trip/trip.ts";
import type { TestDatabase } from "../database-for-tests.ts";

export async function addUser(database: TestDatabase): Promise<string> {
  const id = randomUUID();
  await database.admin("insert into users (id, email, first_name, last_name) values ($1, $2, 'Ada', 'Byron')", [
    id,
    `${id}@example.org`,
  ]);
  return id;
}

export function storeFor(database: TestDatabase, userId: string): TripStore {
  return createTripStore({ db: database.db, userId, newId: randomUUID });
}

export async function cityNamed(database: TestDatabase, name: string): Promise<City> {
  const [city] = await createCatalogueStore(database.db).searchCities({ text: name, limit: 1 });
  if (!city) throw new Error(`no city ${name}`);
  return city;
}

export function placesOf(database: TestDatabase, city: City): Promise<Place[]> {
  return createCatalogueStore(database.db).listPlaces(city.id, 500);
}

export function tripTo(city: City, changes: Partial<Omit<Trip, "id">> = {}): Omit<Trip, "id"> {
  return {
    title: `Three days in ${city.name}`,
    startDate: "2027-05-10",
    endDate: "2027-05-12",
    travelers: 2,
    childAges: [],
    origin: null,
    destinations: [
      {
        cityId: city.id,
        name: city.name,
        countryCode: city.countryCode,
        arrivalDate: "2027-05-10",
        departureDate: "2027-05-12",
      },
    ],
    budget: { amountMinor: 90_000, currency: "EUR" },
    wishes: {
      interests: [
        { category: "food_drink", priority: 8 },
        { category: "viewpoints", priority: 6 },
      ],
      pace: "moderate",
      style: "mid_range",
      diets: ["vegan"],
      accessibility: ["wheelchair"],
      avoidCrowds: true,
      preferOffbeat: false,
      mustSee: [],
    },
    assumptions: ["Two adults."],
    ...changes,
  };
}

export function visit(place: Place, startMinute: number, changes: Partial<ItemDraft> = {}): ItemDraft {
  return {
    itemKey: `visit-${place.id.slice(0, 8)}`,
    type: place.mealEstimate ? "meal" : "attraction",
    title: place.name,
    placeId: place.id,
    location: place.location,
    startTime: wallTimeOf(startMinute),
    endTime: wallTimeOf(startMinute + 60),
    endsNextDay: false,
    cost: place.admission ?? place.mealEstimate,
    status: "planned",
    locked: false,
    reason: "Well known, and close by.",
    confidence: 0.87,
    travelFromPrevious: { mode: "walk", distanceMeters: 420, durationMinutes: 6 },
    ...changes,
  };
}

/** Three days of five visits. */
export function draftIn(city: City, places: readonly Place[]): ItineraryDraft {
  const days = ["2027-05-10", "2027-05-11", "2027-05-12"].map((date, day) => ({
    dayNumber: day + 1,
    date,
    city: { id: city.id, name: city.name },
    items: places.slice(day * 5, day * 5 + 5).map((place, index) => visit(place, 540 + index * 90)),
  }));
  return { days };
}

export function planFor(tripId: string, draft: ItineraryDraft, changes: Partial<NewItinerary> = {}): NewItinerary {
  return {
    tripId,
    draft,
    verdict: { ok: true, violations: [] },
    parentId: null,
    generatedBy: "ai",
    aiModelVersion: "offline/1",
    runId: null,
    select: true,
    ...changes,
  };
}
