/** The smallest world in which a trip can be planned: one country, two cities, a few places, one traveller. */
import { randomUUID } from "node:crypto";
import sql, { type Sql } from "sql-template-tag";
import { createTripStore } from "../../../db/stores/trip-store.ts";
import type { Actor, Transaction } from "../../../db/transaction.ts";
import type { ItemDraft, ItineraryDraft } from "../../../trip/itinerary.ts";
import type { TripStore } from "../../../trip/ports.ts";
import type { Trip } from "../../../trip/trip.ts";
import type { TestDatabase } from "../database-for-tests.ts";

export interface World {
  database: TestDatabase;
  countryId: string;
  cityId: string;
  otherCityId: string;
  placeIds: string[];
}

export async function buildWorld(database: TestDatabase): Promise<World> {
  const [countryId, cityId, otherCityId] = [randomUUID(), randomUUID(), randomUUID()];
  const placeIds = Array.from({ length: 4 }, () => randomUUID());
  await database.db.transaction({ kind: "importer" }, async (tx) => {
    await tx.execute(sql`insert into countries (id, iso_code, name) values (${countryId}, 'PT', 'Portugal')`);
    for (const [id, name] of [
      [cityId, "Lisbon"],
      [otherCityId, "Porto"],
    ]) {
      await tx.execute(sql`
        insert into cities (id, country_id, name, location, city_type, timezone)
        values (${id}, ${countryId}, ${name}, 'POINT(-9 38)', 'city', 'Europe/Lisbon')`);
    }
    for (const id of placeIds) await tx.execute(insertPlace(id, cityId, "museum"));
  });
  return { database, countryId, cityId, otherCityId, placeIds };
}

export function insertPlace(id: string, cityId: string, type: string): Sql {
  return sql`
    insert into attractions (id, city_id, name, attraction_type, location, typical_visit_duration, source, source_date)
    values (${id}, ${cityId}, 'Place', ${type}, 'POINT(-9 38)', 60, 'test', '2026-11-22')`;
}

export interface Traveller {
  userId: string;
  trips: TripStore;
  act: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
}

export async function addTraveller({ database }: Pick<World, "database">): Promise<Traveller> {
  const userId = randomUUID();
  const actor: Actor = { kind: "user", userId };
  await database.admin("insert into users (id, email, first_name, last_name) values ($1, $2, 'Ada', 'Byron')", [
    userId,
    `${userId}@example.org`,
  ]);
  return {
    userId,
    trips: createTripStore({ db: database.db, userId, newId: randomUUID }),
    act: (work) => database.db.transaction(actor, work),
  };
}

/** Three days, the last two in the other city. */
export function newTrip({ cityId, otherCityId }: World): Omit<Trip, "id"> {
  const stay = (city: string, name: string, arrivalDate: string, departureDate: string) => ({
    cityId: city,
    name,
    countryCode: "PT",
    arrivalDate,
    departureDate,
  });
  return {
    title: "Three days",
    startDate: "2027-05-10",
    endDate: "2027-05-12",
    travelers: 2,
    childAges: [],
    origin: null,
    destinations: [
      stay(cityId, "Lisbon", "2027-05-10", "2027-05-11"),
      stay(otherCityId, "Porto", "2027-05-11", "2027-05-12"),
    ],
    budget: { amountMinor: 90_000, currency: "EUR" },
    wishes: {
      interests: [],
      pace: "moderate",
      style: "mid_range",
      diets: [],
      accessibility: [],
      avoidCrowds: false,
      preferOffbeat: false,
      mustSee: [],
    },
    assumptions: [],
  };
}

export function itemOf(itemKey: string, changes: Partial<ItemDraft> = {}): ItemDraft {
  return {
    itemKey,
    type: "attraction",
    title: itemKey,
    placeId: null,
    location: { lat: 38, lon: -9 },
    startTime: "10:00",
    endTime: "11:00",
    endsNextDay: false,
    cost: null,
    status: "planned",
    locked: false,
    reason: null,
    confidence: null,
    travelFromPrevious: null,
    ...changes,
  };
}

/** Day 1, 2, 3 … of `newTrip` with these items. */
export function draftOf({ cityId }: World, ...days: ItemDraft[][]): ItineraryDraft {
  return {
    days: days.map((items, index) => ({
      dayNumber: index + 1,
      date: `2027-05-${10 + index}`,
      city: { id: cityId, name: "Lisbon" },
      items,
    })),
  };
}
