/**
 * What is left of the budget is spent where it is worth it: on quicker legs, better rated houses and meals, and on the
 * meals beside legs. What each is worth is fixed here, so a large budget does not buy what is merely dear.
 */
import { type Draft, draftOf, priced } from "./draft.ts";
import { cuisineMask } from "./menus.ts";
import type { Planning } from "./planning.ts";
import type { JourneyRestaurant } from "./world.ts";

/** What one person would pay for: an hour less on the way, a star more for a night or a meal, a meal at all. */
export const HOUR_WORTH = 15;
const STAR_OF_NIGHT_WORTH = 15;
const STAR_OF_MEAL_WORTH = 4;
const MEAL_WORTH = 40;

const MOST_CHANGES = 300;

interface Change {
  worth: number;
  draft: Draft;
}

export function improve(planning: Planning, start: Draft, budget: number): Draft {
  let draft = start;
  for (const options of [legChanges, stayChanges, mealChanges]) {
    for (let count = 0; count < MOST_CHANGES; count++) {
      const best = bestChange(options(planning, draft), draft, budget);
      if (best === null) break;
      draft = best;
    }
  }
  return draft;
}

function bestChange(changes: readonly Change[], from: Draft, budget: number): Draft | null {
  let best: Change | null = null;
  let most = 0;
  for (const change of changes) {
    const gain = change.worth - (change.draft.cost - from.cost);
    if (change.draft.cost <= budget && gain > most + 1e-9) {
      best = change;
      most = gain;
    }
  }
  return best === null ? null : best.draft;
}

function legChanges(planning: Planning, draft: Draft): Change[] {
  const arrivals = [0, ...draft.nights.map((_, index) => draft.nights.slice(0, index + 1).reduce((a, b) => a + b, 0))];
  return draft.legs.flatMap((leg, index) => {
    const fleet = leg.mode === "self-driving" ? "own" : "hired";
    return planning.legs(leg.from, leg.to, arrivals[index] ?? 0, fleet).flatMap((other): Change[] => {
      const saved = leg.minutes - other.minutes;
      if (saved <= 0) return [];
      const changed = draftOf(planning, { ...draft, legs: draft.legs.with(index, other) });
      return changed === null
        ? []
        : [{ worth: (saved / 60) * HOUR_WORTH * planning.request.travelers, draft: changed }];
    });
  });
}

function stayChanges(planning: Planning, draft: Draft): Change[] {
  return draft.stays.flatMap((stay, index) => {
    const nights = draft.nights[index] ?? 0;
    return planning.stays(draft.cities[index] ?? "", nights).flatMap((other): Change[] => {
      const stars = (other.rating ?? 0) - (stay.rating ?? 0);
      if (stars <= 0) return [];
      const worth = stars * STAR_OF_NIGHT_WORTH * nights * planning.request.travelers;
      return [{ worth, draft: priced(planning, { ...draft, stays: draft.stays.with(index, other) }) }];
    });
  });
}

function mealChanges(planning: Planning, draft: Draft): Change[] {
  return draft.meals.flatMap((chosen, city) => {
    const free = planning.restaurants(draft.cities[city] ?? "").filter((restaurant) => !chosen.includes(restaurant));
    const room = draft.slots.filter((slot) => slot.city === city && slot.kind !== "spare").length;
    return free.flatMap((restaurant) => [
      ...(chosen.length < room ? [mealChange(planning, draft, city, [...chosen, restaurant], MEAL_WORTH)] : []),
      ...swaps(planning, draft, city, restaurant),
    ]);
  });
}

function swaps(planning: Planning, draft: Draft, city: number, restaurant: JourneyRestaurant): Change[] {
  const chosen = draft.meals[city] ?? [];
  return chosen.flatMap((meal, index): Change[] => {
    const stars = (restaurant.rating ?? 0) - (meal.rating ?? 0);
    if (stars <= 0) return [];
    const change = mealChange(planning, draft, city, chosen.with(index, restaurant), stars * STAR_OF_MEAL_WORTH);
    return isCovered(planning, change.draft) ? [change] : [];
  });
}

function mealChange(
  planning: Planning,
  draft: Draft,
  city: number,
  meals: JourneyRestaurant[],
  worthToOne: number,
): Change {
  const changed = priced(planning, { ...draft, meals: draft.meals.with(city, meals) });
  return { worth: worthToOne * planning.request.travelers, draft: changed };
}

function isCovered(planning: Planning, draft: Draft): boolean {
  const { cuisines } = planning.request;
  const covered = draft.meals.flat().reduce((mask, meal) => mask | cuisineMask(meal, cuisines), 0);
  return covered === (1 << cuisines.length) - 1;
}
