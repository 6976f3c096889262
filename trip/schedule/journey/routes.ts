/**
 * All orders of cities, nights in each and fleets, depth first, cut where even the cheapest continuation is dearer than
 * what the visitor of routes still wants. What it has not cut it has visited, so nothing found is nothing there.
 */
import { type Fleet, fleetsFor, type Leg } from "./legs.ts";
import type { Planning } from "./planning.ts";

export interface Route {
  cities: string[];
  nights: number[];
  fleet: Fleet;
  /** The cheapest of each; one more than there are cities. */
  legs: Leg[];
  /** No journey along this route costs less. */
  bound: number;
}

export interface Sweep {
  /** False if the steps ran out first. */
  isComplete: boolean;
  steps: number;
}

interface Step {
  city: string;
  nights: number;
  leg: Leg;
  cost: number;
}

/** So many a planning; each is one continuation weighed. Journeys of three cities in a state of 25 need a fifth of it. */
export const MOST_STEPS = 2_000_000;

class Sweeper {
  readonly planning: Planning;
  readonly fleet: Fleet;
  readonly visit: (route: Route) => number;
  readonly cheapestNight: number;
  ceiling: number;
  steps: number;
  readonly most: number;

  constructor(planning: Planning, fleet: Fleet, start: { ceiling: number; most: number }, visit: Sweeper["visit"]) {
    this.planning = planning;
    this.fleet = fleet;
    this.visit = visit;
    this.ceiling = start.ceiling;
    this.steps = 0;
    this.most = start.most;
    const nights = Array.from({ length: planning.request.days - 1 }, (_, index) => index + 1);
    const perNight = planning.cities.flatMap((city) => nights.map((count) => planning.nightsCost(city, count) / count));
    this.cheapestNight = Math.min(...perNight);
  }

  /** From `at` on the day `day`, `taken` lying behind. */
  extend(taken: readonly Step[], at: string, day: number, cost: number): void {
    const { cities, days, origin } = this.planning.request;
    if (taken.length === cities) {
      this.#close(taken, at, day, cost, origin);
      return;
    }
    const nightsLeft = days - 1 - day;
    const citiesAfter = cities - taken.length - 1;
    const longest = nightsLeft - citiesAfter;
    const shortest = citiesAfter === 0 ? nightsLeft : 1;
    for (const step of this.#continuations(taken, at, day, { shortest, longest })) {
      const rest = nightsLeft - step.nights;
      const bound = cost + step.cost + (rest > 0 ? rest * this.cheapestNight : 0);
      if (bound > this.ceiling) continue;
      if (this.steps > this.most) return;
      this.extend([...taken, step], step.city, day + step.nights, cost + step.cost);
    }
  }

  /** Cheapest a night first, so that the ceiling comes down early. */
  #continuations(
    taken: readonly Step[],
    at: string,
    day: number,
    nights: { shortest: number; longest: number },
  ): Step[] {
    const steps: Step[] = [];
    for (const city of this.planning.cities) {
      if (taken.some((step) => step.city === city)) continue;
      const leg = this.planning.legs(at, city, day, this.fleet)[0];
      if (leg === undefined) continue;
      for (let count = nights.shortest; count <= nights.longest; count++) {
        this.steps++;
        const cost = leg.cost + this.planning.nightsCost(city, count);
        if (cost < Number.POSITIVE_INFINITY) steps.push({ city, nights: count, leg, cost });
      }
    }
    return steps.sort((a, b) => a.cost / a.nights - b.cost / b.nights);
  }

  #close(taken: readonly Step[], at: string, day: number, cost: number, origin: string): void {
    const home = this.planning.legs(at, origin, day, this.fleet)[0];
    this.steps++;
    if (home === undefined || cost + home.cost > this.ceiling) return;
    this.ceiling = this.visit({
      cities: taken.map((step) => step.city),
      nights: taken.map((step) => step.nights),
      fleet: this.fleet,
      legs: [...taken.map((step) => step.leg), home],
      bound: cost + home.cost,
    });
  }
}

/** `visit` answers what a route may cost at most from then on. */
export function sweepRoutes(planning: Planning, ceiling: number, visit: (route: Route) => number): Sweep {
  let steps = 0;
  let isComplete = true;
  let most = ceiling;
  for (const fleet of fleetsFor(planning.request)) {
    const sweeper = new Sweeper(planning, fleet, { ceiling: most, most: MOST_STEPS }, (route) => {
      most = visit(route);
      return most;
    });
    sweeper.extend([], planning.request.origin, 0, 0);
    steps += sweeper.steps;
    isComplete &&= sweeper.steps <= sweeper.most;
  }
  return { isComplete, steps };
}
