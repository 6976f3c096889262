/**
 * Versions of a trip's plan. A version is written whole in one transaction; the trip's row is locked while
 * its number is taken, so that two planners of one trip get two numbers and one selection.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { itineraryDaySchema } from "../../trip/itinerary.ts";
import type { NewItinerary, StoredItinerary, VersionSummary } from "../../trip/ports.ts";
import { type Trip, tripSchema } from "../../trip/trip.ts";
import { verdictSchema } from "../../trip/verdict.ts";
import type { Transaction } from "../transaction.ts";
import { insertRows } from "./bulk.ts";
import { dayRow, ITINERARY_DAYS, ITINERARY_ITEMS, itemRows, storedDays } from "./itinerary-rows.ts";
import { chooseOffers } from "./offers.ts";
import { instantSql, isUuid } from "./row-parts.ts";
import { getTrip, replaceTrip, TRIP_COLUMNS, toTrip, tripNotFound, tripRowSchema } from "./trips.ts";

const DAYS_JSON: Sql = sql`
  (select coalesce(jsonb_agg(jsonb_build_object(
      'dayNumber', d.day_number, 'date', d.date, 'city', jsonb_build_object('id', d.city_id, 'name', c.name),
      'items', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', x.id, 'itemKey', x.item_key, 'type', x.item_type, 'title', x.title, 'placeId', x.attraction_id,
          'location', case when x.location is not null then jsonb_build_object(
            'lat', st_y(x.location::geometry), 'lon', st_x(x.location::geometry)) end,
          'startTime', to_char(x.start_time, 'HH24:MI'), 'endTime', to_char(x.end_time, 'HH24:MI'),
          'endsNextDay', x.ends_next_day, 'cost', x.cost, 'status', x.status, 'locked', x.locked,
          'reason', x.ai_recommendation_reason, 'confidence', x.ai_confidence_score,
          'travelFromPrevious', x.travel_from_previous
        ) || case when target.id is null then '{}' else jsonb_build_object('delayedToDay', target.day_number) end
        order by x.item_order), '[]')
        from itinerary_items x left join itinerary_days target on target.id = x.delayed_to_day_id
        where x.itinerary_day_id = d.id)
    ) order by d.day_number), '[]')
   from itinerary_days d join cities c on c.id = d.city_id where d.itinerary_id = i.id)`;

/** The trip that a version is for, and the rows of the stays and flights chosen with it. */
const snapshotSchema = z.object({ trip: tripSchema, stayIds: z.array(z.string()), flightIds: z.array(z.string()) });
type Snapshot = z.infer<typeof snapshotSchema>;

const itineraryRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  parentId: z.string().nullable(),
  isSelected: z.boolean(),
  aiModelVersion: z.string().nullable(),
  days: z.array(itineraryDaySchema),
  verdict: verdictSchema,
  runId: z.string().nullable(),
  snapshot: snapshotSchema.nullable(),
});

function itineraryNotFound(tripId: string, version: number): TripwrightError {
  const message = `Expected a version of the itinerary of trip ${tripId}, got version ${version}, which it does not have. Get the trip to see its plan.`;
  return new TripwrightError("itinerary_not_found", message, { tripId, version });
}

export async function findItinerary(
  tx: Transaction,
  tripId: string,
  version: number | undefined,
): Promise<StoredItinerary | null> {
  const isNamed = version === undefined ? sql`true` : sql`i.version = ${version}`;
  const row = isUuid(tripId)
    ? await tx.maybeOne(
        itineraryRowSchema,
        sql`
          select i.id, i.version, i.parent_itinerary_id as "parentId", i.is_selected as "isSelected",
            i.ai_model_version as "aiModelVersion", ${DAYS_JSON} as days, i.verdict, i.run_id as "runId",
            i.trip_snapshot as snapshot
          from itineraries i where i.trip_id = ${tripId} and ${isNamed}
          order by i.is_selected desc, i.version desc limit 1`,
      )
    : null;
  if (row) {
    const { verdict, runId, snapshot, ...itinerary } = row;
    // The selected version is for the trip as it stands.
    const trip = itinerary.isSelected || !snapshot ? await getTrip(tx, tripId) : snapshot.trip;
    return { itinerary, verdict, runId, trip };
  }
  if (version !== undefined) throw itineraryNotFound(tripId, version);
  return null;
}

const lockedTripSchema = tripRowSchema.extend({ hasParent: z.boolean(), selectedVersion: z.number().nullable() });

export interface LockedTrip {
  trip: Trip;
  /** As it was, also where it has just been deselected. */
  selectedVersion: number | null;
}

/**
 * Everything that changes a trip's versions queues here. Only a statement that begins with the lock in hand sees what
 * whoever held it before has written: one that waits inside itself sees the other tables as they were when it began.
 */
async function lockTrip(
  tx: Transaction,
  tripId: string,
  { parentId, deselects }: { parentId: string | null; deselects: boolean },
): Promise<LockedTrip> {
  const hasParent =
    parentId === null
      ? sql`true`
      : sql`exists (select from itineraries i where i.trip_id = t.id and i.id::text = ${parentId})`;
  const isThere = isUuid(tripId) && (await tx.execute(sql`select from trips where id = ${tripId} for update`)) === 1;
  const row = isThere
    ? await tx.maybeOne(
        lockedTripSchema,
        sql`
          ${deselects ? sql`with deselected as (${deselectSql(tripId)})` : sql``}
          select ${TRIP_COLUMNS}, ${hasParent} as "hasParent",
            (select i.version from itineraries i where i.trip_id = t.id and i.is_selected) as "selectedVersion"
          from trips t join trip_preferences p on p.trip_id = t.id where t.id = ${tripId}`,
      )
    : null;
  if (!row) throw tripNotFound(tripId);
  if (!row.hasParent) {
    const message = `Expected the parent to be a version of trip ${tripId}, got "${parentId}". Read the trip's itinerary again.`;
    throw new TripwrightError("itinerary_not_found", message, { tripId, parentId });
  }
  return { trip: toTrip(row), selectedVersion: row.selectedVersion };
}

/** Somebody else was quicker: what was built on is no longer the plan. */
function requireExpected({ selectedVersion }: LockedTrip, tripId: string, expected: number | null | undefined): void {
  if (expected === undefined || expected === selectedVersion) return;
  const now = selectedVersion === null ? "no version is selected" : `version ${selectedVersion} is`;
  const message = `Expected version ${expected ?? "none"} to be the trip's plan, and ${now} by now. Read the plan again and repeat the change.`;
  throw new TripwrightError("version_conflict", message, { tripId, expectedVersion: expected, selectedVersion });
}

function deselectSql(tripId: string): Sql {
  return sql`update itineraries set is_selected = false where trip_id = ${tripId} and is_selected`;
}

const insertedSchema = z.object({ version: z.number() });

function chosenIds(table: "accommodations" | "flights", tripId: string, given: readonly string[] | undefined): Sql {
  if (given !== undefined) return sql`${JSON.stringify(given)}::jsonb`;
  return table === "flights"
    ? sql`(select coalesce(jsonb_agg(f.id), '[]') from flights f
        where f.trip_id = ${tripId} and f.replaced_at is null and f.included_with is null)`
    : sql`(select coalesce(jsonb_agg(a.id), '[]') from accommodations a where a.trip_id = ${tripId} and a.replaced_at is null)`;
}

function insertItinerary(
  tx: Transaction,
  { id, itinerary, trip }: { id: string; itinerary: NewItinerary; trip: Trip },
): Promise<{ version: number }> {
  const { tripId, parentId, select, generatedBy, aiModelVersion, runId, verdict, chosen } = itinerary;
  return tx.one(
    insertedSchema,
    sql`
      insert into itineraries (
        id, trip_id, version, parent_itinerary_id, is_selected, generated_by, ai_model_version, run_id, verdict,
        trip_snapshot)
      select ${id}::uuid, ${tripId}::uuid, coalesce(max(version), 0) + 1, ${parentId}::uuid, ${select}::boolean,
        ${generatedBy}::text, ${aiModelVersion}::text, ${runId}::uuid, ${JSON.stringify(verdict)}::jsonb,
        jsonb_build_object('trip', ${JSON.stringify(trip)}::jsonb,
          'stayIds', ${chosenIds("accommodations", tripId, chosen?.stayIds)},
          'flightIds', ${chosenIds("flights", tripId, chosen?.flightIds)})
      from itineraries where trip_id = ${tripId}
      returning version`,
  );
}

/** The database knows what a plan must keep to; it is asked by writing, not first. */
function explained(error: unknown): unknown {
  if (!(error instanceof TripwrightError)) return error;
  switch (error.details.constraint) {
    case "itinerary_items_attraction_id_fkey": {
      const text = "Expected every item's placeId to be a place in the catalogue, and one is not. Search for it first.";
      return new TripwrightError("place_not_found", text, {}, error);
    }
    case "idx_itinerary_items_key": {
      const text = "Expected every item to have an itemKey of its own, and two that are not delayed share one.";
      return new TripwrightError("invalid_input", text, {}, error);
    }
    case "itinerary_items_end_not_before_start": {
      const text = "Expected every item to end after it starts; one past midnight says so with endsNextDay.";
      return new TripwrightError("invalid_input", text, {}, error);
    }
    default:
      return error;
  }
}

/** Five statements whatever the length of the plan; the database reckons counts and sums as the items come in. */
export async function saveItinerary(
  tx: Transaction,
  itinerary: NewItinerary,
  newId: () => string,
): Promise<StoredItinerary> {
  const { tripId, draft, verdict, runId, select } = itinerary;
  const locked = await lockTrip(tx, tripId, { parentId: itinerary.parentId, deselects: select });
  requireExpected(locked, tripId, itinerary.expectedVersion);
  const trip = itinerary.trip ?? locked.trip;
  const days = storedDays(draft.days, newId);
  const identified = days.map((day) => ({ dayId: newId(), day }));
  const id = newId();
  const items = itemRows(identified, id);
  if (select && itinerary.trip) await replaceTrip(tx, itinerary.trip, newId);
  if (select && itinerary.chosen) await chooseOffers(tx, tripId, itinerary.chosen);
  const { version } = await insertItinerary(tx, { id, itinerary, trip });
  const dayRows = identified.map((day) => dayRow(day, id));
  await insertRows(tx, ITINERARY_DAYS, dayRows);
  await insertRows(tx, ITINERARY_ITEMS, items).catch((error: unknown) => {
    throw explained(error);
  });
  const { parentId, aiModelVersion } = itinerary;
  return { itinerary: { id, version, parentId, isSelected: select, aiModelVersion, days }, verdict, runId, trip };
}

const selectedRowSchema = z.object({ snapshot: snapshotSchema.nullable() });

/** Selecting brings back the trip and the offers that the version was made for. */
export async function selectItinerary(
  tx: Transaction,
  {
    tripId,
    version,
    expectedVersion,
  }: { tripId: string; version: number; expectedVersion?: number | null | undefined },
  newId: () => string,
): Promise<void> {
  const locked = await lockTrip(tx, tripId, { parentId: null, deselects: false });
  requireExpected(locked, tripId, expectedVersion);
  if (locked.selectedVersion === version) return;
  await tx.execute(deselectSql(tripId));
  const selected = await tx.maybeOne(
    selectedRowSchema,
    sql`
      update itineraries set is_selected = true where trip_id = ${tripId} and version = ${version}
      returning trip_snapshot as snapshot`,
  );
  if (!selected) throw itineraryNotFound(tripId, version);
  if (selected.snapshot) await restore(tx, tripId, selected.snapshot, newId);
}

async function restore(tx: Transaction, tripId: string, snapshot: Snapshot, newId: () => string): Promise<void> {
  await replaceTrip(tx, { ...snapshot.trip, id: tripId }, newId);
  await chooseOffers(tx, tripId, snapshot);
}

const versionRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  parentVersion: z.number().nullable(),
  isSelected: z.boolean(),
  isOk: z.boolean(),
  generatedBy: z.enum(["ai", "manual", "hybrid"]),
  createdAt: z.string(),
});

/** Newest first. */
export async function listVersions(tx: Transaction, tripId: string): Promise<VersionSummary[]> {
  await getTrip(tx, tripId);
  return tx.many(
    versionRowSchema,
    sql`
      select i.id, i.version, p.version as "parentVersion", i.is_selected as "isSelected", i.is_ok as "isOk",
        i.generated_by as "generatedBy", ${instantSql(sql`i.created_at`)} as "createdAt"
      from itineraries i left join itineraries p on p.id = i.parent_itinerary_id
      where i.trip_id = ${tripId} order by i.version desc limit 500`,
  );
}
