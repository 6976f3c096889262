/** How expectations read a plan: its stops in order with the facts behind each, and names as people write them. */

import { type ItineraryItem, isActive } from "../../trip/itinerary.ts";
import type { Place } from "../../trip/place.ts";
import type { PlannedWorld } from "../episode.ts";
import { broken, type Expectation, type Finding } from "../expectation.ts";
import type { Scene } from "../scene.ts";

export interface Stop {
  readonly day: number;
  readonly date: string;
  readonly city: string;
  readonly item: ItineraryItem;
  /** `null` where the stop names no place, or one that nobody knows. */
  readonly place: Place | null;
}

/** Accents, case and punctuation tell no two sights apart. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function allStops({ itinerary, facts }: PlannedWorld): Stop[] {
  return itinerary.days.flatMap(({ dayNumber, date, city, items }) =>
    items.map((item) => ({
      ...{ day: dayNumber, date, city: city.name, item },
      place: facts.places.get(item.placeId ?? "") ?? null,
    })),
  );
}

/** What is to be done; history is left out. */
export const activeStops = (world: PlannedWorld): Stop[] => allStops(world).filter(({ item }) => isActive(item));

export const visits = (world: PlannedWorld): Stop[] =>
  activeStops(world).filter(({ item }) => item.type === "attraction");

export const meals = (world: PlannedWorld): Stop[] => activeStops(world).filter(({ item }) => item.type === "meal");

/** By title or by the place's own names, a part of either from the beginning of a word on. */
export function isNamed({ item, place }: Pick<Stop, "item" | "place">, name: string): boolean {
  const wanted = ` ${folded(name)}`;
  return [item.title, place?.name, place?.nameLocal].some((known) => known && ` ${folded(known)}`.includes(wanted));
}

export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const titles = (stops: readonly Stop[]): string =>
  stops.length === 0 ? "none" : stops.map(({ item, day }) => `${item.title} (day ${day})`).join(", ");

/** Everything below needs a plan to look at; without one it does not hold. */
export function onPlan(
  demand: string,
  kind: string,
  judge: (world: PlannedWorld, scene: Scene) => Finding,
): Expectation {
  return { demand, kind, check: (scene) => (scene.plan ? judge(scene.plan, scene) : broken("there is no plan")) };
}
