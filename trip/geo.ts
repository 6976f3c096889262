/**
 * Distance and door-to-door travel time between two points, estimated without a map. Distances are
 * metres, durations whole minutes. Real matrices come through a provider port; these are the floor
 * that always works, and they err on the slow side so that a plan made with them can be walked.
 */
import { z } from "zod";
import type { Coordinates } from "./place.ts";

export const CITY_MODES = ["walk", "transit", "taxi", "drive"] as const;
export const cityModeSchema = z.enum(CITY_MODES);
export type CityMode = z.infer<typeof cityModeSchema>;

export const travelModeSchema = z.enum([...CITY_MODES, "train", "flight"]);
export type TravelMode = z.infer<typeof travelModeSchema>;

export const travelSchema = z.object({
  mode: travelModeSchema,
  distanceMeters: z.int().nonnegative(),
  durationMinutes: z.int().nonnegative(),
});
export type Travel = z.infer<typeof travelSchema>;

const EARTH_RADIUS_METERS = 6_371_008.8;
const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

/** A point made ready for many distances. */
export interface Spot extends Coordinates {
  readonly cosLat: number;
}
export const spotOf = ({ lat, lon }: Coordinates): Spot => ({ lat, lon, cosLat: Math.cos(toRadians(lat)) });

/** Great-circle distance (haversine, mean Earth radius). The same there and back to the last bit. */
export function straightMeters(from: Spot, to: Spot): number {
  const sinLat = Math.sin(toRadians(to.lat - from.lat) / 2);
  const sinLon = Math.sin(toRadians(to.lon - from.lon) / 2);
  const h = sinLat * sinLat + from.cosLat * to.cosLat * (sinLon * sinLon);
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, h)));
}

export function distanceMeters(from: Coordinates, to: Coordinates): number {
  return straightMeters(spotOf(from), spotOf(to));
}

/** Streets are longer than the crow flies; 1.3 is the usual circuity of walkable city centres. */
const STREET_DETOUR = 1.3;
export const streetMeters = (from: Spot, to: Spot): number => Math.round(straightMeters(from, to) * STREET_DETOUR);

export type RideMode = Exclude<CityMode, "walk">;

/** How a traveller gets about: speed on foot in metres a minute, the longest walk worth taking, and what they ride beyond it. */
export interface Mobility {
  walkMetersPerMinute: number;
  walkUpToMeters: number;
  /** Empty: they walk however far it is. */
  rides: readonly RideMode[];
}
export const MOBILITY = {
  usual: { walkMetersPerMinute: 75, walkUpToMeters: 1_800, rides: ["transit"] },
  /** Wheelchair, limited mobility, strollers, small children: slower, and transit sooner. */
  gentle: { walkMetersPerMinute: 50, walkUpToMeters: 900, rides: ["transit"] },
} as const satisfies Record<string, Mobility>;

/**
 * Door to door: to the stop and waiting, or for the taxi, or to the car and parking; then 18 km/h along the
 * line including stops, 24 km/h through city traffic. A taxi is dear: it is taken when it saves this much.
 */
const RIDES: Readonly<Record<RideMode, { overheadMinutes: number; metersPerMinute: number; worthMinutes: number }>> = {
  transit: { overheadMinutes: 11, metersPerMinute: 300, worthMinutes: 0 },
  taxi: { overheadMinutes: 8, metersPerMinute: 400, worthMinutes: 12 },
  drive: { overheadMinutes: 12, metersPerMinute: 400, worthMinutes: 0 },
};

export function minutesBy(mode: CityMode, meters: number, mobility: Mobility): number {
  if (mode === "walk") return Math.ceil(meters / mobility.walkMetersPerMinute);
  const { overheadMinutes, metersPerMinute } = RIDES[mode];
  return Math.ceil(overheadMinutes + meters / metersPerMinute);
}

/** On foot up to the longest walk worth taking, else by the quickest ride there is. */
export function modeFor(meters: number, mobility: Mobility, minutes?: (mode: RideMode) => number): CityMode {
  const { rides, walkUpToMeters } = mobility;
  const first = rides[0];
  if (first === undefined || meters <= walkUpToMeters) return "walk";
  if (rides.length === 1) return first;
  const worth = (mode: RideMode): number =>
    (minutes ? minutes(mode) : minutesBy(mode, meters, mobility)) + RIDES[mode].worthMinutes;
  return rides.reduce((best, mode) => (worth(mode) < worth(best) ? mode : best), first);
}

/** Within a city, estimated. */
export function cityTravel(from: Coordinates, to: Coordinates, mobility: Mobility = MOBILITY.usual): Travel {
  const meters = streetMeters(spotOf(from), spotOf(to));
  const mode = modeFor(meters, mobility);
  return { mode, distanceMeters: meters, durationMinutes: minutesBy(mode, meters, mobility) };
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
