/** Hard limits that no interest outweighs: diet and access. Known not to fit is kept apart from not known. */
import type { Diet, Place } from "./place.ts";
import { isEatery } from "./place.ts";
import type { Trip } from "./trip.ts";

/** A stricter kitchen feeds a laxer diet. */
const FED_BY: Partial<Record<Diet, readonly Diet[]>> = {
  vegetarian: ["vegan"],
  dairy_free: ["vegan"],
  pescatarian: ["vegetarian", "vegan"],
};

export function servesDiet(place: Pick<Place, "diets">, diet: Diet): boolean {
  return place.diets.includes(diet) || (FED_BY[diet] ?? []).some((stricter) => place.diets.includes(stricter));
}

/** Needs that a place with steps does not meet. */
export function needsStepFree(trip: Pick<Trip, "wishes">): boolean {
  return trip.wishes.accessibility.some((need) => need === "wheelchair" || need === "mobility_limited");
}

export function isKnownInaccessible(place: Pick<Place, "wheelchair">, trip: Pick<Trip, "wishes">): boolean {
  return needsStepFree(trip) && place.wheelchair === "no";
}

export function suits(place: Place, trip: Pick<Trip, "wishes">): boolean {
  if (isKnownInaccessible(place, trip)) return false;
  return !isEatery(place) || trip.wishes.diets.every((diet) => servesDiet(place, diet));
}
