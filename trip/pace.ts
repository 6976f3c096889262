/** What a day may hold at each pace. The scheduler stays inside these limits and the checker measures by them. */
import { MOBILITY, type Mobility, type RideMode } from "./geo.ts";
import type { Trip } from "./trip.ts";

export interface DayLimits {
  /** Minutes since midnight: not out before, back by. */
  startMinute: number;
  endMinute: number;
  maxVisits: number;
  /** Minutes inside attractions; meals and travel not counted. */
  maxVisitMinutes: number;
  maxWalkMeters: number;
  /** Breathing space added after every visit. */
  bufferMinutes: number;
}

export const PACE_LIMITS = {
  relaxed: {
    startMinute: 600,
    endMinute: 1260,
    maxVisits: 4,
    maxVisitMinutes: 300,
    maxWalkMeters: 6_000,
    bufferMinutes: 15,
  },
  moderate: {
    startMinute: 570,
    endMinute: 1290,
    maxVisits: 6,
    maxVisitMinutes: 420,
    maxWalkMeters: 10_000,
    bufferMinutes: 10,
  },
  fast: {
    startMinute: 540,
    endMinute: 1350,
    maxVisits: 8,
    maxVisitMinutes: 540,
    maxWalkMeters: 14_000,
    bufferMinutes: 5,
  },
} as const satisfies Record<Trip["wishes"]["pace"], DayLimits>;

/** Small children, wheels and weak knees: slower between places, and fewer metres a day. */
export function needsGentlePace(trip: Pick<Trip, "childAges" | "wishes">): boolean {
  const { accessibility } = trip.wishes;
  return (
    trip.childAges.some((age) => age <= 7) ||
    accessibility.some((need) => need === "wheelchair" || need === "mobility_limited" || need === "stroller_friendly")
  );
}

export function mobilityOf(trip: Pick<Trip, "childAges" | "wishes">): Mobility {
  const mobility = needsGentlePace(trip) ? MOBILITY.gentle : MOBILITY.usual;
  const { travelModes } = trip.wishes;
  return travelModes
    ? { ...mobility, rides: travelModes.filter((mode): mode is RideMode => mode !== "walk") }
    : mobility;
}

export function dayLimitsOf(trip: Pick<Trip, "childAges" | "wishes">): DayLimits {
  const limits = PACE_LIMITS[trip.wishes.pace];
  if (!needsGentlePace(trip)) return limits;
  return {
    ...limits,
    maxWalkMeters: Math.round(limits.maxWalkMeters * 0.7),
    endMinute: Math.min(limits.endMinute, 1260),
  };
}

/** Without flights nobody knows when the traveller arrives and leaves: not out before, not expected after. */
export const ARRIVAL_DAY_STARTS_MINUTE = 660;
export const DEPARTURE_DAY_ENDS_MINUTE = 1_080;

/** From this many hours of sun time on, the first day is a tired one: less to see, and early to bed. */
export const JET_LAG_HOURS = 5;
export const JET_LAGGED = { visitShare: 0.6, maxVisits: 3, endsEarlierMinutes: 60 } as const;

/** When people eat: earliest and latest minute to sit down, and how long it takes. */
export interface MealSlot {
  kind: "lunch" | "dinner";
  earliestMinute: number;
  latestMinute: number;
  minutes: number;
}
export const MEAL_SLOTS: readonly [MealSlot, MealSlot] = [
  { kind: "lunch", earliestMinute: 720, latestMinute: 855, minutes: 60 },
  { kind: "dinner", earliestMinute: 1110, latestMinute: 1245, minutes: 75 },
];

/** From the station to the bed and out again; what an airport of unknown place is reckoned at. */
export const SETTLE_MINUTES = 45;
