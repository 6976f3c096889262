/**
 * The best routes in order of worth. Routes are built from their last city backwards, best first (A*),
 * and the tables know exactly what the rest of a route can be worth at best: without a budget the first
 * routes completed are the best ones. With one, a table with a price bounds what the money left can still
 * buy (Handler & Zang 1980 close the duality gap so), and what is dominated as often as routes are wanted
 * is dropped.
 */
import { Heap } from "./heap.ts";
import type { Move } from "./moves.ts";
import { mayOpen } from "./reach.ts";
import type { Route, Stay } from "./route.ts";
import { type Model, stateOf, type Table } from "./table.ts";

export interface Limits {
  /** Nothing is held to it when `null`; then routes come in the order of the first table's measure. */
  readonly budget: number | null;
  readonly count: number;
}

export interface Ranking {
  readonly routes: readonly Route[];
  /** False when the work allowed ran out first. */
  readonly isProven: boolean;
}

/** Where the cheapest rest of a route is looked up, and by what a label is bounded. */
export interface Guides {
  readonly bounds: readonly Table[];
  /** Measures cost alone; needed with a budget only. */
  readonly cheapest: Table | null;
}

/** Far more than routes of ten cities have ever needed; bounds the work in strange worlds. */
const MOST_LABELS = 300_000;
const SAME = 1e-9;

interface Tail {
  readonly stay: Stay;
  readonly legHome: number | null;
  readonly rest: Tail | null;
}

/** The end of a route: what is still to come before it are the cities of `visited`, `last` of them nearest. */
interface Label {
  readonly visited: number;
  /** The number of cities where nothing comes before. */
  readonly last: number;
  readonly used: number;
  readonly score: number;
  readonly cost: number;
  /** `null` for a whole set of cities that is still to be opened. */
  readonly tail: Tail | null;
}

interface Known {
  score: number;
  cost: number;
}

class Ranker {
  readonly #model: Model;
  readonly #guides: Guides;
  readonly #limits: Limits;
  readonly #heap = new Heap<Label>();
  readonly #known = new Map<number, Known[]>();
  /** The best whole routes met so far, best first: what a label must reach to matter. */
  readonly #reached: number[] = [];
  #labels = 0;

  constructor(model: Model, guides: Guides, limits: Limits) {
    this.#model = model;
    this.#guides = guides;
    this.#limits = limits;
  }

  run(): Ranking {
    const routes: Route[] = [];
    const { mandatory } = this.#model.reach;
    for (let cities = 1; cities < 1 << this.#model.problem.cities.length; cities += 1) {
      if ((mandatory & ~cities) === 0) this.#pushSet(cities);
    }
    while (routes.length < this.#limits.count) {
      if (this.#labels > MOST_LABELS) return { routes, isProven: false };
      const next = this.#heap.pop();
      if (!next) break;
      const { item: label } = next;
      if (label.tail === null) this.#openSet(label.visited);
      else if (label.visited === 0) routes.push(routeOf(label.tail));
      else if (!this.#isDominated(label)) this.#extend(label);
    }
    return { routes, isProven: true };
  }

  #pushSet(cities: number): void {
    const { budget } = this.#limits;
    const cheapest = this.#guides.cheapest?.bestOver[cities];
    if (budget !== null && cheapest !== undefined && -cheapest > budget) return;
    const bound = this.#guides.bounds.reduce(
      (least, { bestOver, measure }) => Math.min(least, (bestOver[cities] as number) + measure.price * (budget ?? 0)),
      Number.POSITIVE_INFINITY,
    );
    const label = { visited: cities, last: 0, used: 0, score: 0, cost: 0, tail: null };
    if (bound > Number.NEGATIVE_INFINITY) this.#heap.push(bound, label);
  }

  #openSet(cities: number): void {
    const { problem, moves, reach } = this.#model;
    for (const [city] of problem.cities.entries()) {
      if ((cities & (1 << city)) === 0 || !reach.mayClose[city]) continue;
      const visited = cities & ~(1 << city);
      if (visited & (reach.notBefore[city] as number)) continue;
      this.#prepend(moves.closing, { visited, last: city, used: problem.nights, score: 0, cost: 0, tail: null });
    }
  }

  /** `label.last` is a city reached with `label.used` nights behind it; now the nights it had and where from. */
  #extend({ visited, last, ...end }: Label): void {
    this.#prepend(this.#model.moves.into, { visited: visited & ~(1 << last), last, ...end });
  }

  /** Here `label.visited` no longer holds `label.last`, whose stay and leg are being chosen. */
  #prepend(moves: Model["moves"]["into"], label: Label): void {
    const { cities } = this.#model.problem;
    const { visited, last: city } = label;
    if (visited === 0) {
      if (mayOpen(this.#model.problem, city)) this.#prependBy(moves[cities.length]?.[city] ?? [], cities.length, label);
      return;
    }
    for (let from = 0; from < cities.length; from += 1) {
      if (visited & (1 << from)) this.#prependBy(moves[from]?.[city] ?? [], from, label);
    }
  }

  #prependBy(options: readonly Move[], from: number, label: Label): void {
    const city = this.#model.problem.cities[label.last] as Model["problem"]["cities"][0];
    const isFirst = label.visited === 0;
    const most = Math.min(city.maxNights, label.used - city.arriveFromNight);
    const least = Math.max(city.minNights, label.used - (isFirst ? 0 : city.arriveByNight));
    for (let nights = isFirst ? Math.max(least, label.used) : least; nights <= most; nights += 1) {
      for (const move of options) this.#push(move, from, nights, label);
    }
  }

  #push(move: Move, from: number, nights: number, { visited, last, used, score, cost, tail }: Label): void {
    const label: Label = {
      visited,
      last: from,
      used: used - nights,
      score: score + (move.score[nights] as number),
      cost: cost + (move.cost[nights] as number),
      tail: {
        stay: { city: last, nights, leg: move.leg },
        legHome: tail ? tail.legHome : move.legHome,
        rest: tail,
      },
    };
    const bound = visited === 0 ? this.#keyOfWhole(label) : this.#boundOf(label);
    const floor = this.#reached[this.#limits.count - 1] ?? Number.NEGATIVE_INFINITY;
    if (bound === Number.NEGATIVE_INFINITY || bound < floor - SAME) return;
    if (visited === 0) this.#remember(bound);
    this.#labels += 1;
    this.#heap.push(bound, label);
  }

  #remember(key: number): void {
    this.#reached.push(key);
    this.#reached.sort((a, b) => b - a);
    this.#reached.length = Math.min(this.#reached.length, this.#limits.count);
  }

  #keyOfWhole({ score, cost }: Label): number {
    const { budget } = this.#limits;
    const { worth, price } = this.#guides.bounds[0]?.measure ?? { worth: 1, price: 0 };
    if (budget === null) return worth * score - price * cost;
    return cost <= budget ? score : Number.NEGATIVE_INFINITY;
  }

  #boundOf({ visited, last, used, score, cost }: Label): number {
    const { budget } = this.#limits;
    const { bounds, cheapest } = this.#guides;
    const at = stateOf(this.#model.problem, visited, last, used);
    if (budget !== null && cheapest && cost - (cheapest.best[at] as number) > budget) return Number.NEGATIVE_INFINITY;
    return bounds.reduce(
      (least, { best, measure }) =>
        Math.min(least, measure.worth * score + (best[at] as number) + measure.price * ((budget ?? 0) - cost)),
      Number.POSITIVE_INFINITY,
    );
  }

  /** Whatever a dominated end can be begun with, enough better ends can be begun with too. */
  #isDominated({ visited, last, used, score, cost }: Label): boolean {
    const at = stateOf(this.#model.problem, visited, last, used);
    const known = this.#known.get(at) ?? [];
    const isMoneyFree = this.#limits.budget === null && (this.#guides.bounds[0]?.measure.price ?? 0) === 0;
    const better = known.filter((other) => other.score >= score && (isMoneyFree || other.cost <= cost)).length;
    if (better >= this.#limits.count) return true;
    this.#known.set(at, [...known, { score, cost }]);
    return false;
  }
}

function routeOf(tail: Tail): Route {
  const stays: Stay[] = [];
  for (let at: Tail | null = tail; at; at = at.rest) stays.push(at.stay);
  return { stays, legHome: tail.legHome };
}

export function rankRoutes(model: Model, guides: Guides, limits: Limits): Ranking {
  return new Ranker(model, guides, limits).run();
}
