/**
 * What a program of ours writes, through the stores, and a ledger of what the database acknowledged, kept outside
 * of it. Every plan has the same shape, so that half of one can be told.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { MigrationTarget } from "../../../db/migrate.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import { createFlightSearchCache } from "../../../db/stores/search-caches.ts";
import { createTripStore } from "../../../db/stores/trip-store.ts";
import { ensureLocalUser, LOCAL_USER_ID } from "../../../db/stores/users.ts";
import type { Database } from "../../../db/transaction.ts";
import type { ItineraryDraft } from "../../../trip/itinerary.ts";
import type { FlightOffer, FlightQuery } from "../../../trip/offer.ts";
import { wallTimeOf } from "../../../trip/opening-hours.ts";
import type { NewItinerary, RunEnd } from "../../../trip/ports.ts";
import type { Trip } from "../../../trip/trip.ts";

export const DATES = ["2027-05-10", "2027-05-11", "2027-05-12", "2027-05-13"] as const;
export const ITEMS_A_DAY = 5;
export const OFFERS_A_SEARCH = 8;

const COUNTRY_ID = "00000000-0000-4000-8000-000000000001";
const CITY_ID = "00000000-0000-4000-8000-000000000002";
const placeId = (index: number): string => `00000000-0000-4000-8000-0000000001${String(index).padStart(2, "0")}`;

/** The least catalogue a plan can stand on: one city, as many places as a day has items. */
export async function prepareWorkload(database: Database & { readonly migrations: MigrationTarget }): Promise<void> {
  const { schema = "public", withClient } = database.migrations;
  await withClient(async (client) => {
    await client.query(`begin; set local search_path to "${schema}", public`);
    await client.query("insert into countries (id, iso_code, name) values ($1, 'PT', 'Portugal')", [COUNTRY_ID]);
    await client.query(
      `insert into cities (id, country_id, name, location, city_type, timezone)
       values ($1, $2, 'Lisbon', 'point(-9.14 38.71)', 'capital', 'Europe/Lisbon')`,
      [CITY_ID, COUNTRY_ID],
    );
    for (let index = 0; index < ITEMS_A_DAY; index += 1) {
      await client.query(
        `insert into attractions (id, city_id, name, attraction_type, location, typical_visit_duration, source, source_date)
         values ($1, $2, $3, 'museum', 'point(-9.14 38.71)', 60, 'test', '2026-11-22')`,
        [placeId(index), CITY_ID, `Museum ${index}`],
      );
    }
    await client.query("commit");
  });
  await ensureLocalUser(database);
}

export const TRIP: Omit<Trip, "id"> = {
  title: "Four days in Lisbon",
  startDate: DATES[0],
  endDate: DATES[3],
  travelers: 2,
  childAges: [],
  origin: null,
  destinations: [
    { cityId: CITY_ID, name: "Lisbon", countryCode: "PT", arrivalDate: DATES[0], departureDate: DATES[3] },
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

const FETCHED_AT = "2026-11-22T10:00:00Z";

function draft(): ItineraryDraft {
  const days = DATES.map((date, day) => ({
    dayNumber: day + 1,
    date,
    city: { id: CITY_ID, name: "Lisbon" },
    items: Array.from({ length: ITEMS_A_DAY }, (_, index) => ({
      itemKey: `visit-${day}-${index}`,
      type: "attraction" as const,
      title: `Museum ${index}`,
      placeId: placeId(index),
      location: { lat: 38.71, lon: -9.14 },
      startTime: wallTimeOf(540 + index * 90),
      endTime: wallTimeOf(600 + index * 90),
      endsNextDay: false,
      cost: null,
      status: "planned" as const,
      locked: false,
      // Long enough for a plan to fill more than one page.
      reason: `Well known, and close by. ${"It has a view. ".repeat(20)}`,
      confidence: 0.87,
      travelFromPrevious: { mode: "walk" as const, distanceMeters: 420, durationMinutes: 6 },
    })),
  }));
  return { days };
}

export function planOf(tripId: string, parentId: string | null = null, runId: string | null = null): NewItinerary {
  const verdict = { ok: true, violations: [] };
  const by = { generatedBy: "ai", aiModelVersion: "offline/1", runId, select: true } as const;
  return { tripId, draft: draft(), verdict, parentId, ...by };
}

function offer(index: number): FlightOffer {
  return {
    id: randomUUID(),
    provider: "test",
    offerId: `offer-${index}`,
    price: {
      amountMinor: 41_250,
      currency: "EUR",
      per: "party",
      basis: "sandbox",
      provider: "test",
      fetchedAt: FETCHED_AT,
      expiresAt: null,
    },
    departureAirport: "JFK",
    arrivalAirport: "LIS",
    departureAt: "2027-05-09T20:00:00-04:00",
    arrivalAt: "2027-05-10T08:00:00+01:00",
    durationMinutes: 420,
    airlineCode: "TP",
    flightNumber: "TP204",
    link: "https://example.org/o",
    status: "suggested",
  };
}

/** One line for each write that the database said yes to. */
export const acknowledgementSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("trip"), id: z.string() }),
  z.object({ kind: z.literal("itinerary"), id: z.string() }),
  z.object({ kind: z.literal("search"), passengers: z.int() }),
  z.object({ kind: z.literal("run-started"), id: z.string() }),
  z.object({ kind: z.literal("run-completed"), id: z.string() }),
]);
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

const RUN_END: Omit<RunEnd, "tripId"> = {
  modelVersion: "offline/1",
  result: { summary: "done" },
  tokens: { input: 100, output: 20, cached: 0, reasoning: 0 },
  durationMs: 812,
  toolCalls: 3,
};

export interface WriterOptions {
  readonly db: Database;
  readonly workerId: string;
  readonly acknowledge: (what: Acknowledgement) => void;
}

/** A search is told apart by its number of passengers, which nothing limits. */
let searches = Math.floor(Math.random() * 1_000_000) * 1_000;

/** A run as the planner makes it: trip, run, two versions of the plan, a search kept, the run's end. Throws as the stores do. */
export async function writeOneRun({ db, workerId, acknowledge }: WriterOptions): Promise<void> {
  const now = (): Date => new Date();
  const userId = LOCAL_USER_ID;
  const trips = createTripStore({ db, userId, newId: randomUUID });
  const recorder = createRunRecorder({ db, userId, workerId, now });
  const run = await recorder.startRun({
    input: { request: "four days" },
    modelVersion: "offline/1",
    promptHash: "abc",
  });
  acknowledge({ kind: "run-started", id: run.id });
  const trip = await trips.createTrip(TRIP);
  acknowledge({ kind: "trip", id: trip.id });
  const first = await trips.saveItinerary(planOf(trip.id, null, run.id));
  acknowledge({ kind: "itinerary", id: first.itinerary.id });
  const second = await trips.saveItinerary(planOf(trip.id, first.itinerary.id, run.id));
  acknowledge({ kind: "itinerary", id: second.itinerary.id });
  searches += 1;
  // Of its own: another writer of this process may be counting on meanwhile.
  const passengers = searches;
  const query: FlightQuery = { ...FLIGHT_QUERY, passengers };
  await createFlightSearchCache({ db, now }).store(query, {
    ...{ provider: "p", priceSeconds: 3_600 },
    offers: Array.from({ length: OFFERS_A_SEARCH }, (_, index) => offer(index)),
  });
  acknowledge({ kind: "search", passengers });
  await recorder.completeRun(run.id, { ...RUN_END, tripId: trip.id });
  acknowledge({ kind: "run-completed", id: run.id });
}

const FLIGHT_QUERY: FlightQuery = {
  origin: "JFK",
  destination: "LIS",
  departureDate: "2027-05-09",
  returnDate: null,
  passengers: 1,
  cabinClass: "economy",
  currency: "EUR",
};
