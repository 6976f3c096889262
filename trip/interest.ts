/**
 * What a place is worth to this traveller: a number from 0 to about 100 computed from facts in the
 * row and wishes of the trip, so that anybody can say why one place was preferred to another.
 */
import { categoryWords, leavesOf } from "./categories.ts";
import { knowsHours } from "./opening-hours.ts";
import { isEatery, type Place } from "./place.ts";
import type { Trip } from "./trip.ts";

/** What a city has everywhere, and what adults by themselves seldom travel for. */
const FOR_CHILDREN: ReadonlySet<Place["type"]> = new Set(["zoo", "aquarium", "theme_park"]);
const ADULTS_ONLY = new Set(["nightlife", "bars", "wine"]);
/** A place nobody asked for still has a claim: the famous ones belong to a first visit. */
const UNASKED = 0.5;

/** 0–1: the highest priority among the wishes this place answers; everything answers no wishes at all. */
export function interestMatch(place: Pick<Place, "categories" | "tags">, trip: Pick<Trip, "wishes">): number {
  const { interests } = trip.wishes;
  if (interests.length === 0) return 0.6;
  const answered = interests.filter(({ category }) =>
    leavesOf(category).some((leaf) => place.categories.includes(leaf)),
  );
  return answered.length === 0 ? UNASKED : Math.max(...answered.map(({ priority }) => 0.4 + 0.06 * priority));
}

/** Well-known places are worth more, unless the traveller asked to leave the beaten path. */
function renown(place: Place, trip: Pick<Trip, "wishes">): number {
  if (!trip.wishes.preferOffbeat) return 0.3 + 0.7 * place.popularity;
  return (place.isOffbeat ? 1 : 0.55) * (0.9 - 0.3 * place.popularity);
}

/** Each factor says: this much of the worth is left. */
function cautions(place: Place, trip: Trip): number[] {
  const { wishes } = trip;
  const factors: number[] = [];
  if (!knowsHours(place.hours)) factors.push(0.6);
  if (wishes.avoidCrowds && place.crowdedness === "high") factors.push(0.6);
  if (wishes.avoidCrowds && place.crowdedness === "low") factors.push(1.15);
  if (wishes.accessibility.includes("wheelchair") || wishes.accessibility.includes("mobility_limited")) {
    factors.push({ yes: 1, limited: 0.8, no: 0, unknown: 0.4 }[place.wheelchair ?? "unknown"]);
  }
  if (trip.childAges.length > 0) {
    if (place.tags.includes("kids") || place.categories.includes("kids")) factors.push(1.35);
    if (place.categories.some((category) => ADULTS_ONLY.has(category))) factors.push(0.3);
  }
  if (trip.childAges.length === 0 && FOR_CHILDREN.has(place.type)) factors.push(0.6);
  if (wishes.style === "budget" && (place.admission?.amountMinor ?? 0) > 0) factors.push(0.85);
  return factors;
}

/**
 * Two hours in a great museum are worth more than ten minutes on a bridge, though not twelve times as
 * much: 20 minutes count 0.76, an hour 1, two and a half hours 1.26.
 */
const DURATION_EXPONENT = 0.25;

export function visitScore(place: Place, trip: Trip): number {
  const duration = (place.visitMinutes / 60) ** DURATION_EXPONENT;
  const worth = 100 * interestMatch(place, trip) * renown(place, trip) * duration;
  return cautions(place, trip).reduce((score, factor) => score * factor, worth);
}

/** The tenth-best viewpoint of a city is worth less than its score says: each next one of a kind by this much. */
export const NEXT_OF_A_KIND = 0.93;

/**
 * What a place counts as when variety is weighed: the first of the traveller's interests it answers,
 * else its type.
 */
export function interestGroup(place: Pick<Place, "categories" | "type">, trip: Pick<Trip, "wishes">): string {
  const answered = trip.wishes.interests.find(({ category }) =>
    leavesOf(category).some((leaf) => place.categories.includes(leaf)),
  );
  return answered?.category ?? place.type;
}

/** A pastry or a sandwich is a meal only when nothing better is near. */
const MEAL_FITNESS: Partial<Record<Place["type"], number>> = { bakery: 0.4, cafe: 0.7, bar: 0.5 };

/** Eateries compete with each other, not with sights: 20 to 42, enough for a detour that a meal without a name saves. */
export function mealScore(place: Place, trip: Trip): number {
  const worth = (20 + 22 * renown(place, trip)) * (MEAL_FITNESS[place.type] ?? 1);
  return cautions(place, trip).reduce((score, factor) => score * factor, worth);
}

/** In the traveller's words: why this place is in the plan; `null` when there is nothing to say. */
export function reasonFor(place: Place, trip: Trip): string | null {
  const parts = [
    ...(trip.wishes.mustSee.includes(place.id) ? ["you asked for it"] : []),
    ...(isEatery(place) ? dietReasons(trip) : interestReasons(place, trip)),
    ...(trip.childAges.length > 0 && place.tags.includes("kids") ? ["good with children"] : []),
    ...(place.isOffbeat && trip.wishes.preferOffbeat ? ["off the beaten path"] : []),
  ];
  if (parts.length === 0 && !isEatery(place) && place.popularity >= 0.75) return "one of the city's best-known sights";
  return parts.length === 0 ? null : parts.join("; ");
}

function interestReasons(place: Place, { wishes }: Trip): string[] {
  const answered = wishes.interests.filter(({ category }) =>
    leavesOf(category).some((leaf) => place.categories.includes(leaf)),
  );
  const words = answered.slice(0, 2).map(({ category }) => categoryWords(category));
  return words.length === 0 ? [] : [`for your interest in ${words.join(" and ")}`];
}

function dietReasons({ wishes }: Trip): string[] {
  return wishes.diets.length === 0 ? [] : [`serves ${wishes.diets.join(", ").replaceAll("_", "-")} meals`];
}
