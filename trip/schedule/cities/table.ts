/**
 * The best beginning of a route for every (set of cities visited, last of them, nights used): the dynamic
 * programme of Held & Karp (1962) with the nights as a resource. "Best" is score − price × cost: with a
 * price of 0 the most worth, with another one the relaxation of the budget by a Lagrange multiplier.
 */
import type { Move, Moves } from "./moves.ts";
import type { CitiesProblem } from "./problem.ts";
import { mayOpen, type Reach } from "./reach.ts";

/** `worth` × score − `price` × cost. */
export interface Measure {
  readonly worth: number;
  readonly price: number;
}

export interface Table {
  readonly measure: Measure;
  /** Indexed by `stateOf`; −Infinity where there is no such beginning. */
  readonly best: Float64Array;
  /** The best whole route over exactly this set of cities. */
  readonly bestOver: Float64Array;
}

export interface Model {
  readonly problem: CitiesProblem;
  readonly moves: Moves;
  readonly reach: Reach;
}

export function stateOf({ cities, nights }: CitiesProblem, visited: number, last: number, used: number): number {
  return (visited * cities.length + last) * (nights + 1) + used;
}

/** The best of the moves at each number of nights. */
function upperHull(moves: readonly Move[], { worth, price }: Measure, nights: number): Float64Array {
  const best = new Float64Array(nights + 1).fill(Number.NEGATIVE_INFINITY);
  for (const { score, cost } of moves) {
    for (let count = 0; count <= nights; count += 1) {
      const value = worth * (score[count] as number) - price * (cost[count] as number);
      if (value > (best[count] as number)) best[count] = value;
    }
  }
  return best;
}

const NOTHING_YET = Float64Array.of(0);

class TableBuilder {
  readonly #model: Model;
  readonly #into: Float64Array[][];
  readonly #closing: Float64Array[][];
  readonly table: Table;

  constructor(model: Model, measure: Measure) {
    const { problem, moves } = model;
    const { cities, nights } = problem;
    const sets = 1 << cities.length;
    const hulls = (all: Moves["into"]): Float64Array[][] =>
      all.map((row) => row.map((options) => upperHull(options, measure, nights)));
    this.#model = model;
    this.#into = hulls(moves.into);
    this.#closing = hulls(moves.closing);
    const empty = (length: number): Float64Array => new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
    this.table = { measure, best: empty(sets * cities.length * (nights + 1)), bestOver: empty(sets) };
  }

  open(): void {
    const { cities, nights } = this.#model.problem;
    for (const [city, { arriveFromNight }] of cities.entries()) {
      if (!mayOpen(this.#model.problem, city) || arriveFromNight > 0) continue;
      this.#arrive(cities.length, city, 0, { values: NOTHING_YET, at: 0, least: 0, most: 0 });
      this.#close(cities.length, city, 0, { values: NOTHING_YET, at: 0, least: 0, most: nights });
    }
  }

  /** Sets in the order of their numbers: each before every set that holds it. */
  extend(): void {
    const { problem, reach } = this.#model;
    const { cities, nights } = problem;
    for (let visited = 1; visited < 1 << cities.length; visited += 1) {
      const most = Math.min(nights, reach.mostNightsUsed[visited] as number);
      for (let last = 0; last < cities.length; last += 1) {
        if ((visited & (1 << last)) === 0) continue;
        const from = { values: this.table.best, at: stateOf(problem, visited, last, 0), least: 0, most };
        for (let city = 0; city < cities.length; city += 1) {
          if (visited & (1 << city) || visited & (reach.notBefore[city] as number)) continue;
          this.#arrive(last, city, visited, from);
          this.#close(last, city, visited, from);
        }
      }
    }
  }

  #arrive(last: number, city: number, visited: number, from: Beginnings): void {
    const { problem, reach } = this.#model;
    const { minNights, maxNights, arriveFromNight, arriveByNight } = problem.cities[city] as CitiesProblem["cities"][0];
    const now = visited | (1 << city);
    if (!reach.mayPrecede[city]) return;
    const { best } = this.table;
    const gains = this.#into[last]?.[city] as Float64Array;
    const at = stateOf(problem, now, city, 0);
    const most = Math.min(problem.nights, reach.mostNightsUsed[now] as number);
    const lastUsed = Math.min(from.most, arriveByNight);
    for (let used = Math.max(from.least, arriveFromNight); used <= lastUsed; used += 1) {
      const before = from.values[from.at + used] as number;
      if (before === Number.NEGATIVE_INFINITY) continue;
      const longest = Math.min(maxNights, most - used);
      for (let nights = minNights; nights <= longest; nights += 1) {
        const value = before + (gains[nights] as number);
        if (value > (best[at + used + nights] as number)) best[at + used + nights] = value;
      }
    }
  }

  #close(last: number, city: number, visited: number, from: Beginnings): void {
    const { problem, reach } = this.#model;
    const { minNights, maxNights, arriveFromNight, arriveByNight } = problem.cities[city] as CitiesProblem["cities"][0];
    const now = visited | (1 << city);
    if (!reach.mayClose[city] || (reach.mandatory & ~now) !== 0) return;
    const { bestOver } = this.table;
    const gains = this.#closing[last]?.[city] as Float64Array;
    const isOpening = visited === 0;
    const first = Math.max(from.least, arriveFromNight, problem.nights - maxNights);
    const lastUsed = Math.min(isOpening ? 0 : from.most, arriveByNight, problem.nights - minNights);
    for (let used = first; used <= lastUsed; used += 1) {
      const value = (from.values[from.at + used] as number) + (gains[problem.nights - used] as number);
      if (value > (bestOver[now] as number)) bestOver[now] = value;
    }
  }
}

/** Where a move may begin: the best beginnings by nights used, from `at` on. */
interface Beginnings {
  values: Float64Array;
  at: number;
  least: number;
  most: number;
}

export function tableOf(model: Model, measure: Measure): Table {
  const builder = new TableBuilder(model, measure);
  builder.open();
  builder.extend();
  return builder.table;
}

/** The best route of all, by the table's measure. */
export function bestOf({ bestOver }: Table): number {
  return bestOver.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
}
