/** What the tools are called with, all of it real: stores over a test database, scheduler, offers, on one fixed day. */
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { z } from "zod";
import { createCatalogueStore } from "../../db/stores/catalogue-store.ts";
import { createFeedbackStore } from "../../db/stores/feedback-store.ts";
import { createRunRecorder } from "../../db/stores/run-recorder.ts";
import { createFlightSearchCache, createStaySearchCache } from "../../db/stores/search-caches.ts";
import { createSearchClaims } from "../../db/stores/search-claims.ts";
import { createTripStore } from "../../db/stores/trip-store.ts";
import { ensureLocalUser, LOCAL_USER_ID } from "../../db/stores/users.ts";
import { createHolidayCalendar } from "../../providers/holidays/holiday-calendar.ts";
import { createOfferSearches } from "../../providers/offers/offer-search.ts";
import { createScheduler } from "../../server/scheduler.ts";
import { createTrip } from "../../tools/create-trip.ts";
import type { ToolContext, ToolResult } from "../../tools/tool.ts";
import type { FlightVendor, RunRecorder, StayVendor } from "../../trip/ports.ts";
import { type Trip, tripSchema } from "../../trip/trip.ts";
import { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from "../db/database-for-tests.ts";

export const TODAY = "2026-11-22";
export const NOW: Date = new Date("2026-11-22T09:00:00Z");

/** Fewer steps than a traveller gets, and no deadline that a busy machine could meet: plans stay the same. */
const SCHEDULER_BUDGET = { steps: 96, deadlineMs: 60_000 };

export interface ContextOptions {
  userId?: string | undefined;
  now?: (() => Date) | undefined;
  flights?: readonly FlightVendor[] | undefined;
  stays?: readonly StayVendor[] | undefined;
  run?: ToolContext["run"] | undefined;
  signal?: AbortSignal | undefined;
}

export function contextOver({ db }: TestDatabase, options: ContextOptions = {}): ToolContext {
  const { userId = LOCAL_USER_ID, now = () => NOW, flights = [], stays = [] } = options;
  const catalogue = createCatalogueStore(db);
  return {
    clock: { now, today: () => TODAY },
    catalogue,
    trips: createTripStore({ db, userId, newId: randomUUID }),
    feedback: createFeedbackStore({ db, userId, newId: randomUUID }),
    offers: createOfferSearches({
      ...{ catalogue, flights, stays, newId: randomUUID, claims: createSearchClaims({ db }) },
      flightCache: createFlightSearchCache({ db, now }),
      stayCache: createStaySearchCache({ db, now }),
    })(userId),
    scheduler: createScheduler(SCHEDULER_BUDGET),
    holidays: createHolidayCalendar(),
    run: options.run ?? null,
    signal: options.signal ?? new AbortController().signal,
  };
}

export interface ToolWorld {
  database: TestDatabase;
  context: ToolContext;
  recorder: RunRecorder;
  /** By its exact name; the tests know each covered name once. */
  cityId(name: string): Promise<string>;
  placeId(name: string): Promise<string>;
  /** The context of somebody else who shares the database. */
  stranger(): Promise<ToolContext>;
  /** Rows in everything that a tool may write. */
  countRows(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

const WRITTEN_TABLES = [
  "trips",
  "trip_destinations",
  "trip_categories",
  "trip_preferences",
  "itineraries",
  "itinerary_days",
  "itinerary_items",
  "ai_feedback",
];

async function addStranger(database: TestDatabase): Promise<string> {
  const userId = randomUUID();
  await database.admin("insert into users (id, email, first_name, last_name) values ($1, $2, 'Ada', 'Other')", [
    userId,
    `${userId}@example.org`,
  ]);
  return userId;
}

async function countRows(database: TestDatabase): Promise<Record<string, number>> {
  const counts = WRITTEN_TABLES.map((table) => `(select count(*)::integer from ${table}) as ${table}`);
  const [row] = await database.admin(`select ${counts.join(", ")}`);
  return Object.fromEntries(Object.entries(row ?? {}).map(([table, count]) => [table, Number(count)]));
}

/** `full` is everybody's, so nobody is entered there: it is for reading. */
export async function openToolWorld(options: TestDatabaseOptions = {}): Promise<ToolWorld> {
  const database = await openTestDatabase(options);
  if (options.catalogue !== "full") await ensureLocalUser(database.db);
  const idOf = async (table: "cities" | "attractions", name: string): Promise<string> => {
    const isKnown = table === "cities" ? "attraction_count > 0" : "retired_at is null";
    const rows = await database.admin(`select id from ${table} where name = $1 and ${isKnown}`, [name]);
    expect(rows, `one of ${table} named ${name}`).toHaveLength(1);
    return String(rows[0]?.id);
  };
  return {
    database,
    context: contextOver(database),
    recorder: createRunRecorder({ db: database.db, userId: LOCAL_USER_ID, workerId: "test", now: () => NOW }),
    cityId: (name) => idOf("cities", name),
    placeId: (name) => idOf("attractions", name),
    stranger: async () => contextOver(database, { userId: await addStranger(database) }),
    countRows: () => countRows(database),
    close: () => database.close(),
  };
}

/** The fields that a tool adds to the envelope, typed. */
export function read<Fields>(result: ToolResult, schema: z.ZodType<Fields>): Fields {
  expect(result.error).toBeUndefined();
  return schema.parse(result);
}

/** Three days in Lisbon in May for one, unless told otherwise. */
export async function newTrip({ context, cityId }: ToolWorld, args: Record<string, unknown> = {}): Promise<Trip> {
  const result = await createTrip.call(
    { cityIds: [await cityId("Lisbon")], startDate: "2027-05-10", endDate: "2027-05-12", ...args },
    context,
  );
  expect(result).toMatchObject({ status: "ok" });
  return tripSchema.parse("trip" in result ? result.trip : null);
}
