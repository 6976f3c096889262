/** One planning's terms and everything it has already worked out about them, so that no table is asked twice. */
import { type Fleet, type Leg, legOptions, type Timing } from "./legs.ts";
import { cheapestMeals, type Menu, menuOf } from "./menus.ts";
import type { JourneyRequest } from "./request.ts";
import { stayCost, stayOptions } from "./stays.ts";
import type { JourneyRestaurant, JourneyStay, JourneyWorld } from "./world.ts";

const MEALS_A_DAY = 3;

export class Planning {
  readonly world: JourneyWorld;
  readonly request: JourneyRequest;
  readonly timing: Timing;
  readonly cities: readonly string[];
  readonly #legs = new Map<string, Leg[]>();
  readonly #stays = new Map<string, JourneyStay[]>();
  readonly #menus = new Map<string, Menu>();
  readonly #nights = new Map<string, number>();

  constructor(world: JourneyWorld, request: JourneyRequest, cities: readonly string[], timing: Timing) {
    this.world = world;
    this.request = request;
    this.cities = cities;
    this.timing = timing;
  }

  legs(from: string, to: string, day: number, fleet: Fleet): Leg[] {
    const { timing } = this;
    return remembered(this.#legs, `${from}\t${to}\t${day}\t${fleet}`, () =>
      legOptions(this.world, this.request, { from, to, day, fleet, timing }),
    );
  }

  stays(city: string, nights: number): JourneyStay[] {
    return remembered(this.#stays, `${city}\t${nights}`, () => stayOptions(this.world, this.request, city, nights));
  }

  restaurants(city: string): JourneyRestaurant[] {
    const names = new Set<string>();
    return this.world.restaurants(city).filter(({ name }) => !names.has(name) && names.add(name));
  }

  menu(city: string): Menu {
    const most = MEALS_A_DAY * this.request.days;
    return remembered(this.#menus, city, () => menuOf(this.restaurants(city), this.request.cuisines, most));
  }

  /** What so many nights in a city cost at least, with the meals of the whole days between them. */
  nightsCost(city: string, nights: number): number {
    return remembered(this.#nights, `${city}\t${nights}`, () => {
      const [cheapest] = this.stays(city, nights);
      const wholeDays = nights - 1;
      if (cheapest === undefined || this.world.attractions(city).length < wholeDays) return Number.POSITIVE_INFINITY;
      const meals = wholeDays === 0 ? 0 : cheapestMeals(this.menu(city), MEALS_A_DAY * wholeDays);
      return stayCost(cheapest, nights, this.request.travelers) + meals * this.request.travelers;
    });
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
