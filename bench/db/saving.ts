/** Saving a plan of seven days with six visits each, selected at once, and how many statements that takes. */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import type { MigrationTarget } from "../../db/migrate.ts";
import { createTripStore } from "../../db/stores/trip-store.ts";
import { addDays } from "../../trip/calendar.ts";
import type { DayDraft, ItemDraft } from "../../trip/itinerary.ts";
import { wallTimeOf } from "../../trip/opening-hours.ts";
import type { NewItinerary } from "../../trip/ports.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Recording } from "./recording.ts";
import { benchUuid, type Sample, type SampledTrip } from "./sample.ts";
import { type Percentiles, percentilesOf } from "./statistics.ts";
import { asOwner } from "./world/grow.ts";

export interface Saving extends Percentiles {
  readonly rows: number;
  readonly calls: number;
  readonly days: number;
  readonly items: number;
  /** Between BEGIN with its settings and COMMIT; the most that any call sent. */
  readonly statements: number;
}

const DAYS = 7;
const VISITS = 6;
const WARM_UP = 10;
const FIRST_DATE = "2027-05-10";
const SEED = 7;

function visit(placeNumber: number, day: number, order: number): ItemDraft {
  return {
    itemKey: `visit-${day}-${order}`,
    type: order === 2 ? "meal" : "attraction",
    title: `Visit ${placeNumber}`,
    placeId: benchUuid("place", placeNumber),
    location: { lat: 38.7, lon: -9.1 },
    startTime: wallTimeOf(540 + order * 90),
    endTime: wallTimeOf(600 + order * 90),
    endsNextDay: false,
    cost: { lowMinor: 1_000, highMinor: 1_400, currency: "EUR", method: "usual spend", asOf: "2026-11-01" },
    status: "planned",
    locked: false,
    reason: "Well known, and close by.",
    confidence: 0.87,
    travelFromPrevious: { mode: "walk", distanceMeters: 420, durationMinutes: 6 },
  };
}

function planFor({ tripId, cityId, cityName }: SampledTrip, places: number, random: Random): NewItinerary {
  const day = (index: number): DayDraft => ({
    dayNumber: index + 1,
    date: addDays(FIRST_DATE, index),
    city: { id: cityId, name: cityName },
    items: Array.from({ length: VISITS }, (_, order) => visit(1 + random.below(places), index, order)),
  });
  return {
    tripId,
    draft: { days: Array.from({ length: DAYS }, (_, index) => day(index)) },
    verdict: { ok: true, violations: [] },
    parentId: null,
    generatedBy: "ai",
    aiModelVersion: "offline/1",
    runId: null,
    select: true,
  };
}

/** The world is left as it was found: the versions written here are deleted, and the ones before selected again. */
async function takeBack(target: MigrationTarget, saved: readonly string[]): Promise<void> {
  await asOwner(target, async (client) => {
    await client.query("set session_replication_role = origin");
    const { rows } = await client.query<{ trip_id: string }>(
      sql`delete from itineraries where id = any(${[...saved]}::uuid[]) returning trip_id`,
    );
    const trips = rows.map((row) => row.trip_id);
    await client.query(
      sql`update itineraries set is_selected = true where trip_id = any(${trips}::uuid[]) and version = 1`,
    );
  });
}

export async function measureSaving(
  recorded: Recording,
  target: MigrationTarget,
  { sample, calls }: { sample: Sample; calls: number },
): Promise<Saving> {
  const random = randomFrom(SEED);
  const samples: number[] = [];
  const saved: string[] = [];
  let statements = 0;
  for (let call = 0; call < WARM_UP + calls; call += 1) {
    const trip = random.pick(sample.trips);
    const plan = planFor(trip, sample.places, random);
    const store = createTripStore({ db: recorded.db, userId: trip.userId, newId: randomUUID });
    recorded.take();
    const start = performance.now();
    const { itinerary } = await store.saveItinerary(plan);
    if (call >= WARM_UP) samples.push(performance.now() - start);
    saved.push(itinerary.id);
    statements = Math.max(statements, recorded.take().length);
  }
  await takeBack(target, saved);
  return { rows: sample.places, calls, days: DAYS, items: DAYS * VISITS, statements, ...percentilesOf(samples) };
}
