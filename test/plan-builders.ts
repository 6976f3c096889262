/** The pieces plans of tests are made of, with sensible defaults. */
import type { Travel } from "../trip/geo.ts";
import type { ItineraryItem } from "../trip/itinerary.ts";
import type { Estimate, Price } from "../trip/money.ts";

/** A valid UUID that says what it names: kind 1 cities, 2 places, 3 offers, 4 items, 7 runs, 8 itineraries, 9 trips. */
export const idOf = (kind: number, number: number): string =>
  `00000000-0000-4000-8000-${String(kind).padStart(2, "0")}${String(number).padStart(10, "0")}`;

export function price(amountMinor: number, currency = "EUR", over: Partial<Price> = {}): Price {
  const source = { basis: "open-data", provider: "catalogue", fetchedAt: "2026-11-22", expiresAt: null } as const;
  return { amountMinor, currency, per: "person", ...source, ...over };
}

export function estimate(lowMinor: number, highMinor: number, currency = "EUR"): Estimate {
  return { lowMinor, highMinor, currency, method: "daily cost indicator (mid_range)", asOf: "2026-11-22" };
}

export const walk = (durationMinutes: number, distanceMeters: number): Travel => ({
  mode: "walk",
  durationMinutes,
  distanceMeters,
});
export const transit = (durationMinutes: number, distanceMeters: number): Travel => ({
  mode: "transit",
  durationMinutes,
  distanceMeters,
});

let itemCount = 0;

/** Items are numbered from one again: the same plan is the same document every time it is built. */
export function restartItems(): void {
  itemCount = 0;
}

/** "09:30–11:00" → the two times; what is not given is an ordinary, free visit. */
export function item(times: string, title: string, over: Partial<ItineraryItem> = {}): ItineraryItem {
  itemCount += 1;
  const [startTime = "", endTime = ""] = times.split("–");
  return {
    id: idOf(4, itemCount),
    itemKey: `visit:${idOf(2, itemCount)}`,
    type: "attraction",
    title,
    placeId: idOf(2, itemCount),
    location: { lat: 38.7139, lon: -9.1394 },
    startTime,
    endTime,
    endsNextDay: false,
    cost: price(0),
    status: "planned",
    locked: false,
    reason: null,
    confidence: 0.9,
    travelFromPrevious: null,
    ...over,
  };
}

export const meal = (times: string, title: string, over: Partial<ItineraryItem> = {}): ItineraryItem =>
  item(times, title, { type: "meal", cost: estimate(2_090, 3_267), ...over });

/** A meal nobody found a place for: it is eaten near the stop before it. */
export const openMeal = (times: string, title: string, over: Partial<ItineraryItem> = {}): ItineraryItem =>
  meal(times, title, { placeId: null, reason: "no place we know of fits here: choose one on the spot", ...over });

export const at = (lat: number, lon: number): { location: { lat: number; lon: number } } => ({
  location: { lat, lon },
});
