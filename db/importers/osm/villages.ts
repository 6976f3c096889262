/**
 * Which villages matter: one far from any town is where a traveller stays, so it counts as a town; one close
 * to a town is a part of its surroundings, so it is an area of it; the others are left alone.
 */
import { distanceMeters } from "../../../trip/geo.ts";
import type { Point } from "./geometry/rings.ts";

/** Without a town this near, a village is the town. */
const ON_ITS_OWN_METERS = 20_000;
const SURROUNDINGS_METERS = 6_000;
/** A degree of latitude is 111 km: a quick way to tell that two points are far apart. */
const SURELY_FAR_DEGREES = 0.2;

export interface Village {
  readonly index: number;
  readonly point: Point;
  readonly population: number;
  readonly isNoted: boolean;
}

function isNear(point: Point, others: readonly Point[], meters: number): boolean {
  return others.some(
    (other) => Math.abs(other.lat - point.lat) < SURELY_FAR_DEGREES && distanceMeters(point, other) < meters,
  );
}

/** The larger first, so that of two the larger is the town. */
export function sortVillages(
  villages: readonly Village[],
  cities: readonly Point[],
): { towns: Set<number>; areas: Set<number> } {
  const centres = [...cities];
  const towns = new Set<number>();
  const areas = new Set<number>();
  const largestFirst = villages.toSorted((a, b) => b.population - a.population || a.index - b.index);
  for (const { index, point, population, isNoted } of largestFirst) {
    if (isNear(point, centres, SURROUNDINGS_METERS)) areas.add(index);
    else if ((population > 0 || isNoted) && !isNear(point, centres, ON_ITS_OWN_METERS)) {
      towns.add(index);
      centres.push(point);
    }
  }
  return { towns, areas };
}
