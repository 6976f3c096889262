/**
 * A synthetic extract of any size with the mix of a real one: seven of eight elements are plain nodes, most ways are
 * buildings and roads, and about one element in seventy is something a traveller could use. The same for the same
 * number, element by element, so that it never stands in memory.
 */
import { type Random, randomFrom } from "../db/random.ts";
import type { Element, Tags } from "./element.ts";
import {
  AREA_PLACES,
  BUILDINGS,
  CITY_NAMES,
  FIRST_WORDS,
  HOURS,
  LAST_WORDS,
  PLAIN_NODES,
  POINT_PLACES,
  ROADS,
} from "./vocabulary.ts";

const CITIES = { spacing: 1.2, radius: 0.05, first: { lat: 46.2, lon: 62.4 } };
const COUNTRY = { code: "KZ", name: "Steppeland", border: 400 };
const SHARES = { ways: 0.11, relations: 0.004, points: 0.012, areas: 0.003 };
const BUILDING_NODES = 4;
const CORNERS: readonly (readonly [east: number, north: number])[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const ROAD_NODES = 8;
const PLAIN_SHARE = 0.3;
const BUILDING_SHARE = 0.7;
const ELEMENTS_A_CITY = 150_000;
const FIRST_NODE = 5_000_000_000;
const TIMESTAMPS = ["2019-05-14T08:30:00Z", "2022-11-02T17:05:10Z", "2025-06-21T06:00:59Z"];

interface City {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
}

export function citiesFor(elements: number): City[] {
  const count = Math.max(3, Math.min(CITY_NAMES.length, Math.ceil(elements / ELEMENTS_A_CITY)));
  return CITY_NAMES.slice(0, count).map((name, at) => ({
    name,
    lat: CITIES.first.lat + CITIES.spacing * (at % 3),
    lon: CITIES.first.lon + CITIES.spacing * Math.floor(at / 3),
    population: 800_000 - 90_000 * at,
  }));
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

function chosen<Item extends readonly [number, ...unknown[]]>(random: Random, items: readonly Item[]): Item {
  let left = random.next();
  for (const item of items) {
    left -= item[0];
    if (left <= 0) return item;
  }
  return random.pick(items);
}

function placeTags(random: Random, places: typeof POINT_PLACES, number: number): Tags {
  const [, noun, tags] = chosen(random, places);
  const wikidata = tags.wikidata === undefined ? {} : { wikidata: `Q${1_000_000 + number}` };
  return {
    name: `${random.pick(FIRST_WORDS)} ${random.pick(LAST_WORDS)} ${noun} ${number}`,
    ...tags,
    ...wikidata,
    ...(random.next() < 0.3 && { opening_hours: random.pick(HOURS) }),
    ...(random.next() < 0.2 && { website: `https://place-${number}.example`, wheelchair: "yes" }),
    ...(random.next() < 0.4 && { "addr:street": "Long Street", "addr:housenumber": String(random.below(200)) }),
  };
}

class Extract {
  readonly #elements: number;
  readonly #cities: readonly City[];
  readonly #ways: number;
  readonly #relations: number;

  constructor(elements: number) {
    this.#elements = elements;
    this.#cities = citiesFor(elements);
    this.#ways = Math.floor(elements * SHARES.ways);
    this.#relations = Math.floor(elements * SHARES.relations);
  }

  /** Buildings and areas have four corners, roads eight nodes; every way has nodes of its own. */
  *#shapes(): Generator<{ first: number; size: number }> {
    const random = randomFrom(7);
    let first = FIRST_NODE;
    for (let way = 0; way < this.#ways; way++) {
      const size = random.next() < BUILDING_SHARE ? BUILDING_NODES : ROAD_NODES;
      yield { first, size };
      first += size;
    }
  }

  #spot(random: Random): { lat: number; lon: number } {
    const { lat, lon } = random.pick(this.#cities);
    const away = CITIES.radius * random.next();
    const angle = 2 * Math.PI * random.next();
    return { lat: rounded(lat + away * Math.sin(angle)), lon: rounded(lon + away * Math.cos(angle)) };
  }

  *nodes(): Generator<Element> {
    const random = randomFrom(11);
    let next = FIRST_NODE;
    for (const { size } of this.#shapes()) {
      const { lat, lon } = this.#spot(random);
      for (let at = 0; at < size; at++) {
        const [east, north] = size === BUILDING_NODES ? (CORNERS[at] ?? [0, 0]) : [at, at % 2];
        yield this.#node(next++, rounded(lat + north * 2e-4), rounded(lon + east * 2e-4), random);
      }
    }
    for (const city of this.#cities) yield this.#cityNode(next++, city);
    for (let at = 0; at < COUNTRY.border; at++) yield this.#borderNode(next++, at, random);
    yield* this.#points(next, random);
  }

  /** Those that are part of no way. */
  *#points(first: number, random: Random): Generator<Element> {
    const last = FIRST_NODE + this.#elements - this.#ways - this.#relations - 2;
    const places = Math.floor(this.#elements * SHARES.points);
    for (let id = first; id < last; id++) {
      const { lat, lon } = this.#spot(random);
      const plain = random.next() < PLAIN_SHARE ? random.pick(PLAIN_NODES) : undefined;
      const tags = id - first < places ? placeTags(random, POINT_PLACES, id - first) : plain;
      yield this.#node(id, lat, lon, random, tags);
    }
  }

  #node(id: number, lat: number, lon: number, random: Random, tags?: Tags): Element {
    return { type: "node", id, lat, lon, timestamp: random.pick(TIMESTAMPS), ...(tags && { tags }) };
  }

  #cityNode(id: number, { name, lat, lon, population }: City): Element {
    const isCapital = name === this.#cities[0]?.name;
    const tags = { place: "city", name, population: String(population), ...(isCapital && { capital: "yes" }) };
    return { type: "node", id, lat, lon, tags };
  }

  #borderNode(id: number, at: number, random: Random): Element {
    const angle = (2 * Math.PI * at) / COUNTRY.border;
    const [lat, lon] = [CITIES.first.lat + 1.2 + 4 * Math.sin(angle), CITIES.first.lon + 1.2 + 4 * Math.cos(angle)];
    return this.#node(id, rounded(lat), rounded(lon), random);
  }

  get #firstBorder(): number {
    let first = FIRST_NODE + this.#cities.length;
    for (const { size } of this.#shapes()) first += size;
    return first;
  }

  *ways(): Generator<Element> {
    const random = randomFrom(13);
    const areas = Math.floor(this.#elements * SHARES.areas);
    let id = 1;
    let places = 0;
    for (const { first, size } of this.#shapes()) {
      const refs = Array.from({ length: size }, (_, at) => first + at);
      const isClosed = size === BUILDING_NODES;
      const isPlace = isClosed && places < areas && random.next() < areas / (this.#ways * BUILDING_SHARE);
      const plain = random.pick(isClosed ? BUILDINGS : ROADS);
      const tags = isPlace ? placeTags(random, AREA_PLACES, 10_000_000 + places++) : plain;
      const timestamp = random.pick(TIMESTAMPS);
      yield { type: "way", id: id++, refs: isClosed ? [...refs, first] : refs, tags, timestamp };
    }
    const border = this.#firstBorder;
    const half = COUNTRY.border / 2;
    const ids = Array.from({ length: COUNTRY.border + 1 }, (_, at) => border + (at % COUNTRY.border));
    yield { type: "way", id: id++, refs: ids.slice(0, half + 1) };
    yield { type: "way", id, refs: ids.slice(half) };
  }

  *relations(): Generator<Element> {
    const random = randomFrom(17);
    for (let id = 1; id < this.#relations; id++) {
      const ref = 1 + random.below(this.#ways);
      const isPlace = random.next() < 0.1;
      const tags: Tags = isPlace
        ? { type: "multipolygon", ...placeTags(random, AREA_PLACES, 20_000_000 + id) }
        : { type: "route", route: "bus", ref: String(id) };
      yield { type: "relation", id, members: [{ type: "way", ref, role: isPlace ? "outer" : "" }], tags };
    }
    yield {
      type: "relation",
      id: Math.max(1, this.#relations),
      members: [1, 2].map((at) => ({ type: "way", ref: this.#ways + at, role: "outer" })),
      tags: {
        type: "boundary",
        boundary: "administrative",
        admin_level: "2",
        "ISO3166-1": COUNTRY.code,
        name: COUNTRY.name,
      },
    };
  }
}

/** Within a few of `elements` of them, in the order of every published file. */
export function* generate(elements: number): Generator<Element> {
  const extract = new Extract(elements);
  yield* extract.nodes();
  yield* extract.ways();
  yield* extract.relations();
}
