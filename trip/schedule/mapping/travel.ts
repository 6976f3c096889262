/**
 * The table of ways between all points of a problem. Estimates are computed pair by pair without
 * allocating: two thousand places are four million pairs. Real matrices, where there are any, replace them.
 */
import { type Mobility, minutesBy, modeFor, type Spot, spotOf, streetMeters } from "../../geo.ts";
import type { Coordinates } from "../../place.ts";
import { type KnownTravel, wayBetween } from "../../travel-times.ts";
import type { TravelTable } from "../problem.ts";

/** Points as they are first mentioned; the same point is the same index. */
export class Points {
  readonly locations: Coordinates[] = [];
  readonly areas: number[] = [];
  /** Where a day is only thought to begin: how far it is from there is no fault of the plan's. */
  readonly guesses = new Set<number>();
  readonly #known = new Map<string, number>();

  add(location: Coordinates, area: number): number {
    const key = `${area}:${location.lat},${location.lon}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.locations.length;
    this.#known.set(key, index);
    this.locations.push(location);
    this.areas.push(area);
    return index;
  }

  /** A bed that nobody has chosen yet, apart from any place at the same spot. */
  addGuess(location: Coordinates, area: number): number {
    const index = this.locations.length;
    this.locations.push(location);
    this.areas.push(area);
    this.guesses.add(index);
    return index;
  }
}

export function travelTable(
  { locations, areas, guesses }: Located & Partial<Pick<Points, "guesses">>,
  mobility: Mobility,
  known?: KnownTravel,
): TravelTable {
  const size = locations.length;
  const table: TravelTable = {
    points: size,
    minutes: new Int32Array(size * size),
    meters: new Int32Array(size * size),
    walkMeters: new Int32Array(size * size),
  };
  if (known) fillKnown(table, { locations, areas }, mobility, known);
  else fillEstimated(table, { locations, areas }, mobility);
  for (const guess of guesses ?? []) forgetMeters(table, guess);
  return table;
}

/** Time is needed all the same, and feet. */
function forgetMeters({ points, meters }: TravelTable, point: number): void {
  for (let other = 0; other < points; other++) {
    meters[point * points + other] = 0;
    meters[other * points + point] = 0;
  }
}

type Located = Pick<Points, "locations" | "areas">;

/** The way back is as long as the way there. */
function fillEstimated(
  { points, minutes, meters, walkMeters }: TravelTable,
  located: Located,
  mobility: Mobility,
): void {
  const spots = located.locations.map(spotOf);
  const { areas } = located;
  for (let from = 0; from < points; from++) {
    const here = spots[from] as Spot;
    const area = areas[from];
    for (let to = from + 1; to < points; to++) {
      if (areas[to] !== area) continue;
      const distance = streetMeters(here, spots[to] as Spot);
      const mode = modeFor(distance, mobility);
      const duration = minutesBy(mode, distance, mobility);
      const there = from * points + to;
      const back = to * points + from;
      minutes[there] = duration;
      minutes[back] = duration;
      meters[there] = distance;
      meters[back] = distance;
      if (mode !== "walk") continue;
      walkMeters[there] = distance;
      walkMeters[back] = distance;
    }
  }
}

function fillKnown(table: TravelTable, { locations, areas }: Located, mobility: Mobility, known: KnownTravel): void {
  for (const [from, here] of locations.entries()) {
    for (const [to, there] of locations.entries()) {
      if (from === to || areas[from] !== areas[to]) continue;
      const { mode, durationMinutes, distanceMeters } = wayBetween(here, there, mobility, known);
      const leg = from * table.points + to;
      table.minutes[leg] = durationMinutes;
      table.meters[leg] = distanceMeters;
      table.walkMeters[leg] = mode === "walk" ? distanceMeters : 0;
    }
  }
}
