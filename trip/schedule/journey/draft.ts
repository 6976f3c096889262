/** A route with its meals and houses settled: what the cheapest journey along it is, before money is left to be spent. */
import { coverCuisines } from "./menus.ts";
import type { Planning } from "./planning.ts";
import { type Course, type MealSlot, mealSlots } from "./slots.ts";
import { stayCost } from "./stays.ts";
import type { JourneyRestaurant, JourneyStay } from "./world.ts";

export interface Draft extends Course {
  stays: JourneyStay[];
  slots: MealSlot[];
  /** By city of the route, at least as many as it has whole slots. */
  meals: JourneyRestaurant[][];
  cost: number;
}

function costOf(planning: Planning, draft: Omit<Draft, "cost">): number {
  const { travelers } = planning.request;
  const legs = draft.legs.reduce((sum, leg) => sum + leg.cost, 0);
  const stays = draft.stays.reduce((sum, stay, index) => sum + stayCost(stay, draft.nights[index] ?? 0, travelers), 0);
  const meals = draft.meals.flat().reduce((sum, meal) => sum + meal.price, 0);
  return legs + stays + meals * travelers;
}

export function priced(planning: Planning, draft: Omit<Draft, "cost">): Draft {
  return { ...draft, cost: costOf(planning, draft) };
}

/** The cheapest journey with these cities, nights and legs; `null` if it cannot hold all wishes. */
export function draftOf(planning: Planning, course: Course): Draft | null {
  const stays = course.cities.flatMap((city, index) => planning.stays(city, course.nights[index] ?? 0)[0] ?? []);
  if (stays.length < course.cities.length) return null;
  const slots = mealSlots(course, planning.timing);
  const sittings = course.cities.map((city, index) => {
    const here = slots.filter((slot) => slot.city === index);
    const least = here.filter((slot) => slot.kind === "whole").length;
    return { menu: planning.menu(city), least, most: here.length };
  });
  const covered = coverCuisines(sittings, planning.request.cuisines.length);
  if (covered === null) return null;
  const { cities, nights, legs } = course;
  return priced(planning, { cities, nights, legs, stays, slots, meals: covered.byCity });
}
