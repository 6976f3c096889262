/**
 * From degrees to a sheet of paper. Over one city the equirectangular projection about its middle is
 * true to a fraction of a per cent in both directions, so that one scale bar holds for the whole map.
 */
import type { Coordinates } from "../place.ts";

export interface Point {
  x: number;
  y: number;
}

export interface Frame {
  width: number;
  /** Kept free along the edges. */
  padding: number;
  /** Height as a share of the width, at least and at most. */
  minAspect: number;
  maxAspect: number;
}

export interface Sheet {
  width: number;
  height: number;
  unitsPerMeter: number;
  project(location: Coordinates): Point;
}

const METERS_PER_DEGREE = 111_195;
/** Closer than this the sheet does not zoom: two doors of one street need no map of the doorstep. */
const MIN_SPAN_METERS = 500;

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** Fits every location on the sheet; `null` when there is none. */
export function fitSheet(locations: readonly Coordinates[], frame: Frame): Sheet | null {
  const [first] = locations;
  if (!first) return null;
  /** Next to the first point whichever side of the antimeridian it is written on. */
  const near = (lon: number): number => ((((lon - first.lon + 180) % 360) + 360) % 360) - 180 + first.lon;
  const lats = locations.map(({ lat }) => lat);
  const lons = locations.map(({ lon }) => near(lon));
  const lat0 = middle(lats);
  const lon0 = middle(lons);
  const eastwards = METERS_PER_DEGREE * Math.max(0.01, Math.cos(toRadians(lat0)));
  const spanX = Math.max(MIN_SPAN_METERS, span(lons) * eastwards);
  const spanY = Math.max(MIN_SPAN_METERS, span(lats) * METERS_PER_DEGREE);

  const { width, padding, minAspect, maxAspect } = frame;
  const inner = width - 2 * padding;
  const height = Math.round(clamp((spanY / spanX) * inner + 2 * padding, width * minAspect, width * maxAspect));
  const unitsPerMeter = Math.min(inner / spanX, (height - 2 * padding) / spanY);
  return {
    width,
    height,
    unitsPerMeter,
    project: ({ lat, lon }) => ({
      x: width / 2 + (near(lon) - lon0) * eastwards * unitsPerMeter,
      y: height / 2 - (lat - lat0) * METERS_PER_DEGREE * unitsPerMeter,
    }),
  };
}

/** The roundest distance (1, 2 or 5 times a power of ten metres) that fits into `maxUnits`. */
export function scaleBarMeters(unitsPerMeter: number, maxUnits: number): number {
  const most = maxUnits / unitsPerMeter;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([5, 2].find((factor) => factor * power <= most) ?? 1);
}
