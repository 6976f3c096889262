/**
 * Which city a place belongs to: the one whose reach covers it best. A large city reaches farther than a small one,
 * and takes in the towns that it has grown around, for nobody travels to those apart from it.
 */
import { distanceMeters } from "../../trip/geo.ts";
import type { Coordinates } from "../../trip/place.ts";

export interface CityEntry extends Coordinates {
  readonly id: string;
  readonly name: string;
  readonly countryCode: string;
  readonly cityType: string;
  readonly population: number | null;
  readonly geonamesId: number | null;
  /** Of its country. */
  readonly currency: string | null;
}

/** Beyond this, a place belongs to no city that we know. */
export const FARTHEST_METERS = 40_000;

/** A town of ten thousand reaches 3 km, a city of a million 15, one of ten million 34. */
const TOWN_REACH_METERS = 3_000;
const TOWN_POPULATION = 10_000;
const GROWTH = 0.35;
/** A capital is one, however small. */
const CAPITAL_POPULATION = 100_000;

export function reachOfCity({ population, cityType }: Pick<CityEntry, "population" | "cityType">): number {
  const counted = Math.max(population ?? TOWN_POPULATION, cityType === "capital" ? CAPITAL_POPULATION : 2_000);
  return TOWN_REACH_METERS * (counted / TOWN_POPULATION) ** GROWTH;
}

/** A neighbour this much larger, and so near in parts of its reach, has grown around it. */
const LARGER = 1.5;
const GROWN_AROUND = 0.45;

const CELL_DEGREES = 0.5;
const METERS_PER_DEGREE = 111_195;
const rowOf = (lat: number): number => Math.floor(lat / CELL_DEGREES);
const columnOf = (lon: number): number => Math.floor((((lon + 540) % 360) - 180) / CELL_DEGREES);

interface Reaching {
  readonly city: CityEntry;
  readonly reach: number;
}

export class CityIndex {
  readonly #cells = new Map<string, Reaching[]>();
  readonly #byId = new Map<string, Reaching>();
  readonly #byGeonamesId = new Map<number, CityEntry>();
  /** Of cities that were asked about: whether a larger one has grown around them. */
  readonly #absorbed = new Map<string, boolean>();

  constructor(cities: Iterable<CityEntry>) {
    for (const city of cities) this.add(city);
  }

  add(city: CityEntry): void {
    const reaching = { city, reach: reachOfCity(city) };
    const cell = `${rowOf(city.lat)}/${columnOf(city.lon)}`;
    const cities = this.#cells.get(cell);
    if (cities) cities.push(reaching);
    else this.#cells.set(cell, [reaching]);
    this.#byId.set(city.id, reaching);
    if (city.geonamesId !== null) this.#byGeonamesId.set(city.geonamesId, city);
    this.#absorbed.clear();
  }

  get(id: string): CityEntry | undefined {
    return this.#byId.get(id)?.city;
  }

  withGeonamesId(id: number): CityEntry | undefined {
    return this.#byGeonamesId.get(id);
  }

  /** The nearest in parts of its reach; `null` with no city within 40 km. */
  cityOf(place: Coordinates): CityEntry | null {
    let best: Reaching | null = null;
    let bestShare = Number.POSITIVE_INFINITY;
    for (const reaching of this.within(place, FARTHEST_METERS)) {
      const share = distanceMeters(place, reaching.city) / reaching.reach;
      const isNearer = share < bestShare || (share === bestShare && best !== null && reaching.city.id < best.city.id);
      if (isNearer && !this.#isAbsorbed(reaching)) [best, bestShare] = [reaching, share];
    }
    return best?.city ?? null;
  }

  *within(place: Coordinates, meters: number): Generator<Reaching> {
    const high = meters / METERS_PER_DEGREE;
    const wide = Math.min(
      180,
      high / Math.max(0.02, Math.cos((Math.min(89, Math.abs(place.lat) + high) * Math.PI) / 180)),
    );
    for (let row = rowOf(place.lat - high); row <= rowOf(place.lat + high); row++) {
      const columns = new Set<number>();
      for (let lon = place.lon - wide; lon < place.lon + wide + CELL_DEGREES; lon += CELL_DEGREES)
        columns.add(columnOf(lon));
      for (const column of columns) {
        for (const reaching of this.#cells.get(`${row}/${column}`) ?? []) {
          if (distanceMeters(place, reaching.city) <= meters) yield reaching;
        }
      }
    }
  }

  #isAbsorbed(town: Reaching): boolean {
    const known = this.#absorbed.get(town.city.id);
    if (known !== undefined) return known;
    let isAbsorbed = false;
    for (const { city, reach } of this.within(town.city, FARTHEST_METERS)) {
      if (city.countryCode !== town.city.countryCode || reach < LARGER * town.reach) continue;
      if (distanceMeters(town.city, city) <= GROWN_AROUND * reach) isAbsorbed = true;
    }
    this.#absorbed.set(town.city.id, isAbsorbed);
    return isAbsorbed;
  }
}
