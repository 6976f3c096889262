/** Between a plan and its rows: days and items as bulk rows. Counts and sums beside them are the database's. */
import { TripwrightError } from "../../trip/errors.ts";
import type { DayDraft, ItineraryDay, ItineraryItem } from "../../trip/itinerary.ts";
import { type BulkRow, type BulkTable, pointWkt } from "./bulk.ts";

export const ITINERARY_DAYS: BulkTable = {
  name: "itinerary_days",
  key: ["id"],
  columns: {
    id: "uuid",
    itinerary_id: "uuid",
    day_number: "integer",
    date: "date",
    city_id: "uuid",
  },
};

export const ITINERARY_ITEMS: BulkTable = {
  name: "itinerary_items",
  key: ["id"],
  columns: {
    id: "uuid",
    itinerary_id: "uuid",
    itinerary_day_id: "uuid",
    item_order: "integer",
    item_key: "varchar(80)",
    start_time: "time",
    end_time: "time",
    ends_next_day: "boolean",
    item_type: "varchar(30)",
    attraction_id: "uuid",
    title: "varchar(200)",
    location: "geography",
    travel_from_previous: "jsonb",
    cost: "jsonb",
    status: "varchar(20)",
    delayed_to_day_id: "uuid",
    locked: "boolean",
    ai_recommendation_reason: "text",
    ai_confidence_score: "numeric(3, 2)",
  },
};

/** The column keeps two decimals; rounding here keeps what is returned equal to what is read back. */
const twoDecimals = (confidence: number | null): number | null =>
  confidence === null ? null : Math.round(confidence * 100) / 100;

/** The days with ids on their items, as they will read back. */
export function storedDays(days: readonly DayDraft[], newId: () => string): ItineraryDay[] {
  return days.map((day) => ({
    ...day,
    items: day.items.map((item) => ({ ...item, id: newId(), confidence: twoDecimals(item.confidence) })),
  }));
}

export interface IdentifiedDay {
  dayId: string;
  day: ItineraryDay;
}

export function dayRow({ dayId, day }: IdentifiedDay, itineraryId: string): BulkRow {
  return {
    id: dayId,
    itinerary_id: itineraryId,
    day_number: day.dayNumber,
    date: day.date,
    city_id: day.city.id,
  };
}

/** The day an item was delayed to, by the number it has in the same plan. */
function delayedTo(days: readonly IdentifiedDay[], from: ItineraryDay, item: ItineraryItem): string | null {
  const { delayedToDay, status, title } = item;
  if (delayedToDay === undefined) return null;
  const target = days.find(({ day }) => day.dayNumber === delayedToDay);
  if (target && target.day !== from && status === "delayed") return target.dayId;
  const message = `Expected delayedToDay only on a delayed item, naming another day of the plan; "${title}" of day ${from.dayNumber} is ${status} and names day ${delayedToDay}.`;
  throw new TripwrightError("invalid_input", message, { dayNumber: from.dayNumber, delayedToDay });
}

export function itemRows(days: readonly IdentifiedDay[], itineraryId: string): BulkRow[] {
  return days.flatMap(({ dayId, day }) =>
    day.items.map((item, index) => ({
      id: item.id,
      itinerary_id: itineraryId,
      itinerary_day_id: dayId,
      item_order: index + 1,
      item_key: item.itemKey,
      start_time: item.startTime,
      end_time: item.endTime,
      ends_next_day: item.endsNextDay,
      item_type: item.type,
      attraction_id: item.placeId,
      title: item.title,
      location: item.location && pointWkt(item.location),
      travel_from_previous: item.travelFromPrevious,
      cost: item.cost,
      status: item.status,
      delayed_to_day_id: delayedTo(days, day, item),
      locked: item.locked,
      ai_recommendation_reason: item.reason,
      ai_confidence_score: item.confidence,
    })),
  );
}
