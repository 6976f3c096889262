/**
 * Versions of a trip's plan. A version is written whole in one transaction; the trip's row is locked while
 * its number is taken, so that two planners of one trip get two numbers and one selection.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { itineraryDaySchema } from "../../trip/itinerary.ts";
import type { NewItinerary, StoredItinerary } from "../../trip/ports.ts";
import { verdictSchema } from "../../trip/verdict.ts";
import type { Transaction } from "../transaction.ts";
import { insertRows } from "./bulk.ts";
import { dayRow, ITINERARY_DAYS, ITINERARY_ITEMS, itemRows, storedDays } from "./itinerary-rows.ts";
import { isUuid } from "./row-parts.ts";
import { tripNotFound } from "./trips.ts";

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

const itineraryRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  parentId: z.string().nullable(),
  isSelected: z.boolean(),
  aiModelVersion: z.string().nullable(),
  days: z.array(itineraryDaySchema),
  verdict: verdictSchema,
  runId: z.string().nullable(),
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
            i.ai_model_version as "aiModelVersion", ${DAYS_JSON} as days, i.verdict, i.run_id as "runId"
          from itineraries i where i.trip_id = ${tripId} and ${isNamed}
          order by i.is_selected desc, i.version desc limit 1`,
      )
    : null;
  if (row) {
    const { verdict, runId, ...itinerary } = row;
    return { itinerary, verdict, runId };
  }
  if (version !== undefined) throw itineraryNotFound(tripId, version);
  return null;
}

const lockedTripSchema = z.object({ hasParent: z.boolean() });

/** Everything that changes a trip's versions queues here. */
async function lockTrip(tx: Transaction, tripId: string, parentId: string | null): Promise<void> {
  const hasParent =
    parentId === null
      ? sql`true`
      : sql`exists (select from itineraries i where i.trip_id = t.id and i.id::text = ${parentId})`;
  const trip = isUuid(tripId)
    ? await tx.maybeOne(
        lockedTripSchema,
        sql`select ${hasParent} as "hasParent" from trips t where t.id = ${tripId} for update`,
      )
    : null;
  if (!trip) throw tripNotFound(tripId);
  if (!trip.hasParent) {
    const message = `Expected the parent to be a version of trip ${tripId}, got "${parentId}". Read the trip's itinerary again.`;
    throw new TripwrightError("itinerary_not_found", message, { tripId, parentId });
  }
}

function deselectSql(tripId: string): Sql {
  return sql`update itineraries set is_selected = false where trip_id = ${tripId} and is_selected`;
}

const insertedSchema = z.object({ version: z.number() });

function insertItinerary(
  tx: Transaction,
  { id, itinerary }: { id: string; itinerary: NewItinerary },
): Promise<{ version: number }> {
  const { tripId, parentId, select, generatedBy, aiModelVersion, runId, verdict } = itinerary;
  return tx.one(
    insertedSchema,
    sql`
      insert into itineraries (
        id, trip_id, version, parent_itinerary_id, is_selected, generated_by, ai_model_version, run_id, verdict)
      select ${id}::uuid, ${tripId}::uuid, coalesce(max(version), 0) + 1, ${parentId}::uuid, ${select}::boolean,
        ${generatedBy}::text, ${aiModelVersion}::text, ${runId}::uuid, ${JSON.stringify(verdict)}::jsonb
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
  await lockTrip(tx, tripId, itinerary.parentId);
  const days = storedDays(draft.days, newId);
  const identified = days.map((day) => ({ dayId: newId(), day }));
  const id = newId();
  const items = itemRows(identified, id);
  if (select) await tx.execute(deselectSql(tripId));
  const { version } = await insertItinerary(tx, { id, itinerary });
  const dayRows = identified.map((day) => dayRow(day, id));
  await insertRows(tx, ITINERARY_DAYS, dayRows);
  await insertRows(tx, ITINERARY_ITEMS, items).catch((error: unknown) => {
    throw explained(error);
  });
  const { parentId, aiModelVersion } = itinerary;
  return { itinerary: { id, version, parentId, isSelected: select, aiModelVersion, days }, verdict, runId };
}

export async function selectItinerary(tx: Transaction, tripId: string, version: number): Promise<void> {
  await lockTrip(tx, tripId, null);
  await tx.execute(deselectSql(tripId));
  const selected = await tx.execute(
    sql`update itineraries set is_selected = true where trip_id = ${tripId} and version = ${version}`,
  );
  if (selected === 0) throw itineraryNotFound(tripId, version);
}
