/**
 * The cheapest meals of a city for every set of cuisines they could cover: one table per city, so that the meals of a
 * whole journey are solved exactly by merging the tables of its cities.
 */
import type { JourneyRestaurant } from "./world.ts";

interface Picked {
  restaurant: JourneyRestaurant;
  before: Picked | null;
}

export interface Choice {
  /** For one person. */
  cost: number;
  picked: Picked | null;
}

/** `rows[n][mask]`: the cheapest `n` different restaurants that together serve exactly the cuisines of `mask`. */
export interface Menu {
  rows: (Choice | undefined)[][];
}

/** A bit for each wanted cuisine; names are compared without regard to case. */
export function cuisineMask(restaurant: JourneyRestaurant, wanted: readonly string[]): number {
  const served = new Set(restaurant.cuisines.map((cuisine) => cuisine.toLowerCase()));
  return wanted.reduce((mask, cuisine, bit) => mask | (served.has(cuisine.toLowerCase()) ? 1 << bit : 0), 0);
}

export function menuOf(restaurants: readonly JourneyRestaurant[], wanted: readonly string[], most: number): Menu {
  const rows: (Choice | undefined)[][] = Array.from({ length: most + 1 }, () => []);
  (rows[0] ?? [])[0] = { cost: 0, picked: null };
  const cheapestFirst = [...restaurants].sort((a, b) => a.price - b.price || (b.rating ?? 0) - (a.rating ?? 0));
  for (const restaurant of cheapestFirst) {
    addToMenu(rows, restaurant, cuisineMask(restaurant, wanted));
  }
  return { rows };
}

/** From many meals to few, so that no restaurant is counted twice. */
function addToMenu(rows: (Choice | undefined)[][], restaurant: JourneyRestaurant, mask: number): void {
  for (let count = rows.length - 2; count >= 0; count--) {
    const next = rows[count + 1] ?? [];
    rows[count]?.forEach((choice, covered) => {
      if (choice === undefined) return;
      const cost = choice.cost + restaurant.price;
      const known = next[covered | mask];
      if (known === undefined || cost < known.cost)
        next[covered | mask] = { cost, picked: { restaurant, before: choice.picked } };
    });
  }
}

/** The cheapest choice of at least `least` and at most `most` restaurants for each set of cuisines. */
function choices(menu: Menu, least: number, most: number): (Choice | undefined)[] {
  const best: (Choice | undefined)[] = [];
  for (const row of menu.rows.slice(least, most + 1)) {
    row.forEach((choice, mask) => {
      const known = best[mask];
      if (choice !== undefined && (known === undefined || choice.cost < known.cost)) best[mask] = choice;
    });
  }
  return best;
}

/** What `count` meals cost one person at least, whatever they are. */
export function cheapestMeals(menu: Menu, count: number): number {
  const costs = (menu.rows[count] ?? []).flatMap((choice) => choice?.cost ?? []);
  return costs.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...costs);
}

export interface Sitting {
  menu: Menu;
  /** Meals that have to be had in this city, and those that could. */
  least: number;
  most: number;
}

function restaurantsOf(picked: Picked | null): JourneyRestaurant[] {
  const all: JourneyRestaurant[] = [];
  for (let at = picked; at !== null; at = at.before) all.push(at.restaurant);
  return all;
}

/** The cheapest meals that cover all wanted cuisines, by city; `null` if none do. */
export function coverCuisines(
  sittings: readonly Sitting[],
  cuisines: number,
): { cost: number; byCity: JourneyRestaurant[][] } | null {
  let merged: ({ cost: number; picks: (Picked | null)[] } | undefined)[] = [{ cost: 0, picks: [] }];
  for (const sitting of sittings) {
    const next: typeof merged = [];
    const ofCity = choices(sitting.menu, sitting.least, sitting.most);
    merged.forEach((state, covered) => {
      ofCity.forEach((choice, mask) => {
        if (state === undefined || choice === undefined) return;
        const cost = state.cost + choice.cost;
        const known = next[covered | mask];
        if (known === undefined || cost < known.cost)
          next[covered | mask] = { cost, picks: [...state.picks, choice.picked] };
      });
    });
    merged = next;
  }
  const all = merged[(1 << cuisines) - 1];
  return all === undefined ? null : { cost: all.cost, byCity: all.picks.map(restaurantsOf) };
}
