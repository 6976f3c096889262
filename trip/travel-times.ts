/**
 * Real travel times between points, as a provider of matrices knows them, and the one way from here to
 * there that plans go by: known where it is known, estimated (`geo.ts`) everywhere else.
 */
import { type CityMode, type Mobility, minutesBy, modeFor, spotOf, streetMeters, type Travel } from "./geo.ts";
import type { Coordinates } from "./place.ts";

/** Row-major `from * points + to`, for one mode; `null` where the provider does not know the way. */
export interface TravelMatrix {
  readonly mode: CityMode;
  readonly minutes: readonly (number | null)[];
  readonly meters: readonly (number | null)[];
}

export interface TravelMatrices {
  readonly points: readonly Coordinates[];
  readonly matrices: readonly TravelMatrix[];
}

export interface KnownLeg {
  readonly minutes: number;
  readonly meters: number;
}

export interface KnownTravel {
  find(from: Coordinates, to: Coordinates, mode: CityMode): KnownLeg | null;
}

const keyOf = ({ lat, lon }: Coordinates): string => `${lat},${lon}`;

export function knownTravel({ points, matrices }: TravelMatrices): KnownTravel {
  const indices = new Map(points.map((point, index) => [keyOf(point), index]));
  const byMode = new Map(matrices.map((matrix) => [matrix.mode, matrix]));
  return {
    find: (from, to, mode) => {
      const matrix = byMode.get(mode);
      const row = indices.get(keyOf(from));
      const column = indices.get(keyOf(to));
      if (!matrix || row === undefined || column === undefined) return null;
      const minutes = matrix.minutes[row * points.length + column] ?? null;
      const meters = matrix.meters[row * points.length + column] ?? null;
      return minutes === null || meters === null ? null : { minutes: Math.ceil(minutes), meters: Math.round(meters) };
    },
  };
}

/** Of several tables, the first that knows the way. */
export function knownTravelIn(tables: readonly TravelMatrices[]): KnownTravel | undefined {
  if (tables.length === 0) return undefined;
  const known = tables.map(knownTravel);
  return {
    find: (from, to, mode) => {
      for (const one of known) {
        const leg = one.find(from, to, mode);
        if (leg) return leg;
      }
      return null;
    },
  };
}

/** The way that a plan takes within a city: the same for whoever proposes it and whoever judges it. */
export function wayBetween(from: Coordinates, to: Coordinates, mobility: Mobility, known?: KnownTravel): Travel {
  const estimated = streetMeters(spotOf(from), spotOf(to));
  const leg = (mode: CityMode): KnownLeg =>
    known?.find(from, to, mode) ?? { minutes: minutesBy(mode, estimated, mobility), meters: estimated };
  const mode = modeFor(leg("walk").meters, mobility, (ride) => leg(ride).minutes);
  const { minutes, meters } = leg(mode);
  return { mode, distanceMeters: meters, durationMinutes: minutes };
}
