/**
 * Distance and door-to-door travel time between two points, estimated without a map. Distances are
 * metres, durations whole minutes. Real matrices come through a provider port; these are the floor
 * that always works, and they err on the slow side so that a plan made with them can be walked.
 */
import { z } from "zod";
import type { Coordinates } from "./place.ts";

export const travelModeSchema = z.enum(["walk", "transit", "taxi", "train", "flight"]);
export type TravelMode = z.infer<typeof travelModeSchema>;

export const travelSchema = z.object({
  mode: travelModeSchema,
  distanceMeters: z.int().nonnegative(),
  durationMinutes: z.int().nonnegative(),
});
export type Travel = z.infer<typeof travelSchema>;

const EARTH_RADIUS_METERS = 6_371_008.8;
const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine, mean Earth radius). */
export function distanceMeters(from: Coordinates, to: Coordinates): number {
  const dLat = toRadians(to.lat - from.lat);
  const dLon = toRadians(to.lon - from.lon);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(toRadians(from.lat)) * Math.cos(toRadians(to.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Streets are longer than the crow flies; 1.3 is the usual circuity of walkable city centres. */
const STREET_DETOUR = 1.3;

/** How a traveller gets about: speeds in metres a minute, and the longest walk worth taking. */
export interface Mobility {
  walkMetersPerMinute: number;
  walkUpToMeters: number;
}
export const MOBILITY = {
  usual: { walkMetersPerMinute: 75, walkUpToMeters: 1_800 },
  /** Wheelchair, limited mobility, strollers, small children: slower, and transit sooner. */
  gentle: { walkMetersPerMinute: 50, walkUpToMeters: 900 },
} as const satisfies Record<string, Mobility>;

/** Door to stop, waiting, stop to door; then 18 km/h along the line including stops. */
const TRANSIT_OVERHEAD_MINUTES = 11;
const TRANSIT_METERS_PER_MINUTE = 300;

/** Within a city: on foot up to the longest walk worth taking, else by public transport. */
export function cityTravel(from: Coordinates, to: Coordinates, mobility: Mobility = MOBILITY.usual): Travel {
  const meters = Math.round(distanceMeters(from, to) * STREET_DETOUR);
  if (meters <= mobility.walkUpToMeters) {
    return { mode: "walk", distanceMeters: meters, durationMinutes: Math.ceil(meters / mobility.walkMetersPerMinute) };
  }
  const minutes = TRANSIT_OVERHEAD_MINUTES + meters / TRANSIT_METERS_PER_MINUTE;
  return { mode: "transit", distanceMeters: meters, durationMinutes: Math.ceil(minutes) };
}

const FLIGHT_FROM_METERS = 700_000;

/** Between cities, door to door: train or coach (110 km/h plus an hour) up to 700 km, else a flight. */
export function intercityTravel(from: Coordinates, to: Coordinates): Travel {
  const straight = distanceMeters(from, to);
  if (straight < FLIGHT_FROM_METERS) {
    const meters = Math.round(straight * 1.25);
    return { mode: "train", distanceMeters: meters, durationMinutes: Math.ceil(60 + meters / (110_000 / 60)) };
  }
  const meters = Math.round(straight);
  return { mode: "flight", distanceMeters: meters, durationMinutes: Math.ceil(240 + meters / (780_000 / 60)) };
}
