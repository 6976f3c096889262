/**
 * The reads that are measured, each through the store that the program itself uses. `draw` chooses what to
 * ask for, outside the clock; what it returns is the call that is timed, answering how many rows came.
 */
import { randomUUID } from "node:crypto";
import { createCatalogueStore } from "../../db/stores/catalogue-store.ts";
import { createFlightSearchCache } from "../../db/stores/search-caches.ts";
import { createTripStore } from "../../db/stores/trip-store.ts";
import type { Database } from "../../db/transaction.ts";
import { addDays } from "../../trip/calendar.ts";
import type { Category } from "../../trip/categories.ts";
import type { Coordinates } from "../../trip/place.ts";
import type { CatalogueStore, Embedder } from "../../trip/ports.ts";
import { readDay } from "./day-itinerary.ts";
import type { Random } from "./random.ts";
import type { Sample, Town } from "./sample.ts";
import { typedName } from "./typed-name.ts";
import { CACHED_PROVIDER, flightQuery, WORLD_NOW } from "./world/cache-rows.ts";
import { EMBEDDING_INDEX, MODEL } from "./world/helpers.ts";

export interface Read {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** At least one index of each group is used by every plan. */
  readonly indexes: readonly (readonly string[])[];
  draw(random: Random): () => Promise<number>;
}

const PAGE = 20;
const NEAR_METERS = 5_000;
const INTERESTS: readonly Category[] = [
  "museums",
  "churches",
  "food_drink",
  "parks",
  "nature_outdoors",
  "viewpoints",
  "art",
];

const BY_CITY = ["idx_attractions_city_popularity"];
const BY_CATEGORY = [...BY_CITY, "idx_attractions_categories"];
const BY_POINT = ["idx_attractions_location"];

/** Up to three kilometres off the middle of a town. */
function pointIn({ lat, lon }: Town, random: Random): Coordinates {
  return { lat: lat + (random.next() - 0.5) * 0.05, lon: lon + (random.next() - 0.5) * 0.05 };
}

function placeReads(
  catalogue: CatalogueStore,
  suffix: { name: string; title: string },
  town: (random: Random) => Town,
): Read[] {
  const { name, title } = suffix;
  return [
    {
      name: `near_point${name}`,
      title: `attractions near a point within 5 km${title}`,
      indexes: [BY_POINT],
      draw: (random) => {
        const near = pointIn(town(random), random);
        return async () =>
          (await catalogue.searchPlaces({ near, radiusMeters: NEAR_METERS, limit: PAGE })).places.length;
      },
    },
    {
      name: `category_in_city${name}`,
      title: `attractions by category in a city${title}`,
      indexes: [BY_CATEGORY],
      draw: (random) => {
        const query = { cityId: town(random).cityId, categories: [random.pick(INTERESTS)], limit: PAGE };
        return async () => (await catalogue.searchPlaces(query)).places.length;
      },
    },
    {
      name: `open_on_date${name}`,
      title: `attractions open on a date${title}`,
      indexes: [BY_CITY],
      draw: (random) => {
        const openOn = addDays("2027-01-01", random.below(365));
        const { cityId } = town(random);
        return async () =>
          (await catalogue.searchPlaces({ cityId, openOn, kind: "attraction", limit: PAGE })).places.length;
      },
    },
  ];
}

function catalogueReads(db: Database, sample: Sample): Read[] {
  const catalogue = createCatalogueStore(db);
  return [
    {
      name: "city_search",
      title: "city search",
      // What `find_city_names` reads is not in the plan; test/db/stores/city-search.test.ts holds how much that is.
      indexes: [["cities_pkey"]],
      draw: (random) => {
        const text = typedName(random.pick(sample.namedTowns), random);
        return async () => (await catalogue.searchCities({ text, limit: 10 })).length;
      },
    },
    ...placeReads(catalogue, { name: "", title: "" }, (random) => random.pick(sample.towns)),
    ...meaningReads(db, sample),
  ];
}

/** What travellers write who know no name; the vector of it comes from the sample, for no model is measured here. */
const WISHES = ["sunset view", "quiet garden", "modern art", "old trains", "live music", "rainy day with children"];

/** Words and meaning, merged as the store merges them: in a town, where travellers ask it, and in the whole world. */
function meaningReads(db: Database, { towns, vectors }: Sample): Read[] {
  let next: readonly number[] = [];
  const embedder: Embedder = { model: MODEL, dimensions: 256, nearEnough: -1, embed: async () => [[...next]] };
  const catalogue = createCatalogueStore(db, { embedders: [embedder] });
  const parsed = vectors.map((vector): number[] => JSON.parse(vector));
  const drawn = (random: Random, cityId?: string) => {
    const [vector, text] = [random.pick(parsed), random.pick(WISHES)];
    return async () => {
      next = vector;
      return (await catalogue.searchPlaces({ text, cityId, limit: PAGE })).places.length;
    };
  };
  return [
    {
      name: "meaning_search",
      title: "meaning search, in a town",
      indexes: [BY_CITY, ["attraction_embeddings_pkey"]],
      draw: (random) => drawn(random, random.pick(towns).cityId),
    },
    {
      name: "meaning_search_world",
      title: "meaning search, in the whole world",
      indexes: [[EMBEDDING_INDEX]],
      draw: (random) => drawn(random),
    },
  ];
}

function travellerReads(db: Database, sample: Sample): Read[] {
  const storeOf = (userId: string) => createTripStore({ db, userId, newId: randomUUID });
  return [
    {
      name: "trip_summary",
      title: "trip summary (a traveller's newest 20)",
      indexes: [["idx_trips_user_created"]],
      draw: (random) => {
        const store = storeOf(random.pick(sample.trips).userId);
        return async () => (await store.listTrips(PAGE)).length;
      },
    },
    {
      name: "day_itinerary",
      title: "a day's itinerary",
      indexes: [
        ["itinerary_days_number_key", "itinerary_days_itinerary_key"],
        ["itinerary_items_order_key", "idx_itinerary_items_order"],
      ],
      draw: (random) => {
        const { userId, itineraryId, days } = random.pick(sample.trips);
        const dayNumber = 1 + random.below(days);
        return () => readDay(db, { userId, itineraryId, dayNumber });
      },
    },
    {
      name: "plan_of_trip",
      title: "a trip's whole plan",
      indexes: [
        ["itineraries_version_key", "itineraries_trip_key", "idx_itineraries_selected"],
        ["itinerary_days_number_key", "itinerary_days_itinerary_key"],
        ["itinerary_items_order_key", "idx_itinerary_items_order"],
      ],
      draw: (random) => {
        const { userId, tripId } = random.pick(sample.trips);
        const store = storeOf(userId);
        return async () => (await store.findItinerary(tripId))?.itinerary.days.length ?? 0;
      },
    },
  ];
}

function cacheRead(db: Database, { places }: Sample): Read {
  const cache = createFlightSearchCache({ db, now: () => WORLD_NOW });
  return {
    name: "cache_hit",
    title: "cache hit",
    indexes: [["flight_search_cache_hash_key"]],
    draw: (random) => {
      const query = flightQuery(1 + Math.floor((places / 10) * random.next() ** 2));
      return async () => (await cache.find(query, [CACHED_PROVIDER])).get(CACHED_PROVIDER)?.offers.length ?? 0;
    },
  };
}

export function readsOf(db: Database, sample: Sample): Read[] {
  return [...catalogueReads(db, sample), ...travellerReads(db, sample), cacheRead(db, sample)];
}

/** The three reads that depend on how much stands in one place, asked of the town with the most places. */
export function densestReads(db: Database, { densest }: Sample): Read[] {
  const suffix = { name: "_densest", title: " in the densest town" };
  return placeReads(createCatalogueStore(db), suffix, () => densest);
}
