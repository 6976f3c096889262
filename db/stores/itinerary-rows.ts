/** Between a plan and its rows: days and items as bulk rows, and the sums kept beside them. */
import { partyAmount } from "../../trip/budget.ts";
import type { DayDraft, ItemDraft, ItineraryDay } from "../../trip/itinerary.ts";
import { isActive } from "../../trip/itinerary.ts";
import { type Cost, isPrice, type Money, toDecimal } from "../../trip/money.ts";
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
    total_activities: "integer",
    total_estimated_cost: "numeric(14, 3)",
    currency: "char(3)",
  },
};

export const ITINERARY_ITEMS: BulkTable = {
  name: "itinerary_items",
  key: ["id"],
  columns: {
    id: "uuid",
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
    cost_per_person: "numeric(14, 3)",
    currency: "char(3)",
    status: "varchar(20)",
    locked: "boolean",
    ai_recommendation_reason: "text",
    ai_confidence_score: "numeric(3, 2)",
  },
};

/** What an item costs the party: the price, or the middle of the estimate. */
function amountOf(cost: Cost, travelers: number): Money | null {
  if (cost === null) return null;
  if (isPrice(cost)) return partyAmount(cost, travelers);
  return { amountMinor: Math.round((cost.lowMinor + cost.highMinor) / 2), currency: cost.currency };
}

export interface Totals {
  activities: number;
  /** Minor units by currency. */
  byCurrency: Record<string, number>;
  /** The one sum as decimal text, where all costs are in one currency. */
  decimal: string | null;
  currency: string | null;
}

export function totalsOf(items: readonly ItemDraft[], travelers: number): Totals {
  const active = items.filter(isActive);
  const byCurrency: Record<string, number> = {};
  for (const { cost } of active) {
    const amount = amountOf(cost, travelers);
    if (amount) byCurrency[amount.currency] = (byCurrency[amount.currency] ?? 0) + amount.amountMinor;
  }
  const [only, ...others] = Object.entries(byCurrency);
  const sum = only && others.length === 0 ? { decimal: toDecimal(only[1], only[0]), currency: only[0] } : null;
  return {
    activities: active.filter(({ type }) => type === "attraction" || type === "meal").length,
    byCurrency,
    decimal: sum?.decimal ?? null,
    currency: sum?.currency ?? null,
  };
}

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

export function dayRow({ dayId, day }: IdentifiedDay, itineraryId: string, travelers: number): BulkRow {
  const totals = totalsOf(day.items, travelers);
  return {
    id: dayId,
    itinerary_id: itineraryId,
    day_number: day.dayNumber,
    date: day.date,
    city_id: day.city.id,
    total_activities: totals.activities,
    total_estimated_cost: totals.decimal,
    currency: totals.currency,
  };
}

export function itemRows({ dayId, day }: IdentifiedDay, travelers: number): BulkRow[] {
  return day.items.map((item, index) => {
    const amount = amountOf(item.cost, travelers);
    return {
      id: item.id,
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
      cost_per_person: amount && toDecimal(Math.round(amount.amountMinor / travelers), amount.currency),
      currency: amount?.currency ?? null,
      status: item.status,
      locked: item.locked,
      ai_recommendation_reason: item.reason,
      ai_confidence_score: item.confidence,
    };
  });
}
