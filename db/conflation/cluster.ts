/**
 * Records into places: whom the decisions about pairs call the same, likeliest first, as long as no two of a place are
 * finally different. What comes out depends on the set of records alone, not on their order.
 */
import { distanceMeters } from "../../trip/geo.ts";
import { type Candidate, type Decision, decide } from "./match.ts";
import { searchReachOf } from "./place-kinds.ts";
import { PERSON } from "./stored-record.ts";

interface Link {
  readonly a: Candidate;
  readonly b: Candidate;
  readonly score: number;
}

/** Decisions are asked for several times while places are put together. */
export class Decisions {
  readonly #known = new Map<string, Decision>();

  of(a: Candidate, b: Candidate): Decision {
    const key = a.key < b.key ? `${a.key}\0${b.key}` : `${b.key}\0${a.key}`;
    let decision = this.#known.get(key);
    if (!decision) {
      decision = decide(a, b);
      this.#known.set(key, decision);
    }
    return decision;
  }
}

/** Some 1,100 m, which is more than most searches reach. */
const CELL_DEGREES = 0.01;
const COLUMNS = 360 / CELL_DEGREES;
const METERS_PER_DEGREE = 111_195;

const rowOf = (lat: number): number => Math.floor(lat / CELL_DEGREES);
const columnOf = (lon: number): number => Math.floor((lon + 180) / CELL_DEGREES);
/** Beyond the date line the columns begin again. */
const cellKey = (row: number, column: number): string => `${row}/${((column % COLUMNS) + COLUMNS) % COLUMNS}`;

/** Records by where they are and by their ids: who might be the same as one of them. */
export class Neighbourhood {
  readonly #cells = new Map<string, Candidate[]>();
  readonly #byIdentifier = new Map<string, Candidate[]>();
  readonly #all = new Map<string, Candidate>();

  add(candidate: Candidate): void {
    if (this.#all.has(candidate.key)) return;
    this.#all.set(candidate.key, candidate);
    const { lat, lon } = candidate.sourced.record.location;
    push(this.#cells, cellKey(rowOf(lat), columnOf(lon)), candidate);
    for (const id of candidate.identifiers) push(this.#byIdentifier, id, candidate);
  }

  has(key: string): boolean {
    return this.#all.has(key);
  }

  /** Near enough to be the same, or with an id of it; without itself. */
  around({ sourced, identifiers, key }: Candidate): Candidate[] {
    const { location, type } = sourced.record;
    const reach = searchReachOf(type);
    const found = new Set<Candidate>(identifiers.flatMap((id) => this.#byIdentifier.get(id) ?? []));
    for (const candidate of this.#within(location.lat, location.lon, reach)) {
      if (distanceMeters(location, candidate.sourced.record.location) <= reach) found.add(candidate);
    }
    return [...found].filter((candidate) => candidate.key !== key);
  }

  *#within(lat: number, lon: number, meters: number): Generator<Candidate> {
    const high = meters / METERS_PER_DEGREE;
    const wide = high / Math.max(0.02, Math.cos((Math.abs(lat) * Math.PI) / 180));
    for (let row = rowOf(lat - high); row <= rowOf(lat + high); row++) {
      for (let column = columnOf(lon - wide); column <= columnOf(lon + wide); column++) {
        yield* this.#cells.get(cellKey(row, column)) ?? [];
      }
    }
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export interface Cluster {
  readonly members: readonly Candidate[];
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function linksOf(members: readonly Candidate[], near: Neighbourhood, decisions: Decisions): Link[] {
  const keys = new Set(members.map(({ key }) => key));
  const links: Link[] = [];
  for (const a of members) {
    for (const b of near.around(a)) {
      if (a.key >= b.key || !keys.has(b.key)) continue;
      const { verdict, score } = decisions.of(a, b);
      if (verdict === "same") links.push({ a, b, score });
    }
  }
  return links.sort((x, y) => y.score - x.score || compareText(x.a.key, y.a.key) || compareText(x.b.key, y.b.key));
}

/** A group of records that becomes one place; whoever is put together shares the array. */
class Groups {
  readonly #groupOf = new Map<string, Candidate[]>();

  constructor(members: readonly Candidate[]) {
    for (const member of members) this.#groupOf.set(member.key, [member]);
  }

  of(key: string): Candidate[] {
    return this.#groupOf.get(key) ?? [];
  }

  join(a: string, b: string): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return;
    for (const member of other) {
      one.push(member);
      this.#groupOf.set(member.key, one);
    }
  }

  get all(): Candidate[][] {
    return [...new Set(this.#groupOf.values())];
  }
}

/** `members` hold everybody who is the same as one of them. */
export function clusterRecords(members: readonly Candidate[], near: Neighbourhood, decisions: Decisions): Cluster[] {
  const groups = new Groups(members);
  // What a person said is about the records that were there, whatever their names and places say.
  for (const { key, sourced } of [...members].sort((a, b) => compareText(a.key, b.key))) {
    if (sourced.source !== PERSON) continue;
    for (const said of sourced.record.said ?? []) if (groups.of(said).length > 0) groups.join(key, said);
  }
  for (const { a, b } of linksOf(members, near, decisions)) {
    const [one, other] = [groups.of(a.key), groups.of(b.key)];
    if (one === other) continue;
    if (!one.some((x) => other.some((y) => decisions.of(x, y).isFinal))) groups.join(a.key, b.key);
  }
  return groups.all.map((group) => ({ members: group.sort((a, b) => compareText(a.key, b.key)) }));
}
