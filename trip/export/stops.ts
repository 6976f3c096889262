/**
 * Where a plan can be drawn: the points a traveller stands at. A meal without a place carries only the
 * spot it is eaten near, and a leg between cities the middle of a city; neither is somewhere to go.
 */
import { type ItineraryDay, type ItineraryItem, isActive } from "../itinerary.ts";
import type { Coordinates } from "../place.ts";
import type { PlanDocument } from "../plan-document.ts";

export interface Stop {
  /** Counted over the whole trip: what a marker on a map and a line in a list share. */
  number: number;
  day: ItineraryDay;
  item: ItineraryItem;
  location: Coordinates;
}

export function isApproximate({ type, placeId }: Pick<ItineraryItem, "type" | "placeId">): boolean {
  return type === "transport" || type === "flight" || (placeId === null && (type === "meal" || type === "free"));
}

export function stopsOf(plan: PlanDocument): Stop[] {
  const stops: Stop[] = [];
  for (const day of plan.itinerary.days) {
    for (const item of day.items.filter(isActive)) {
      const { location } = item;
      if (location === null || isApproximate(item)) continue;
      stops.push({ number: stops.length + 1, day, item, location });
    }
  }
  return stops;
}
