/** Where the trip goes: which cities, in which order, and how long in each. */

import { daysBetween } from "../../trip/calendar.ts";
import type { PlannedWorld } from "../episode.ts";
import { type Expectation, finding } from "../expectation.ts";
import { folded, onPlan } from "./reading.ts";

const namesOf = ({ trip }: PlannedWorld): string[] => trip.destinations.map(({ name }) => name);
const same = (name: string, wanted: string): boolean => folded(name).startsWith(folded(wanted));

/** In this order, and nowhere else. */
export function goesTo(...cities: string[]): Expectation {
  return onPlan(`goes to ${cities.join(", then ")}`, "cities", (world) => {
    const names = namesOf(world);
    const isSame = names.length === cities.length && names.every((name, index) => same(name, cities[index] ?? ""));
    return finding(isSame, names.join(", then "));
  });
}

export function goesToAll(...cities: string[]): Expectation {
  return onPlan(`goes to ${cities.join(" and ")} in any order`, "cities", (world) => {
    const names = namesOf(world);
    const isSame = names.length === cities.length && cities.every((city) => names.some((name) => same(name, city)));
    return finding(isSame, names.join(", then "));
  });
}

export function beginsIn(city: string): Expectation {
  return onPlan(`begins in ${city}`, "cities", (world) =>
    finding(same(namesOf(world)[0] ?? "", city), namesOf(world).join(", then ")),
  );
}

export function endsIn(city: string): Expectation {
  return onPlan(`ends in ${city}`, "cities", (world) =>
    finding(same(namesOf(world).at(-1) ?? "", city), namesOf(world).join(", then ")),
  );
}

function nightsIn(world: PlannedWorld, city: string): number {
  return world.trip.destinations
    .filter(({ name }) => same(name, city))
    .reduce((sum, { arrivalDate, departureDate }) => sum + daysBetween(arrivalDate, departureDate), 0);
}

export function nights(city: string, count: number): Expectation {
  return onPlan(`${count} ${count === 1 ? "night" : "nights"} in ${city}`, "cities", (world) => {
    const slept = nightsIn(world, city);
    return finding(slept === count, `${slept} nights`);
  });
}

export function nightsAtLeast(city: string, count: number): Expectation {
  return onPlan(`at least ${count} nights in ${city}`, "cities", (world) => {
    const slept = nightsIn(world, city);
    return finding(slept >= count, `${slept} nights`);
  });
}

/** Each city of the trip has a sight in the plan: passing through is not a visit. */
export function seesSomethingInEach(): Expectation {
  return onPlan("sees something in every city", "cities", ({ trip, itinerary }) => {
    const bare = trip.destinations.filter(
      ({ cityId }) =>
        !itinerary.days.some(
          ({ city, items }) => city.id === cityId && items.some(({ type }) => type === "attraction"),
        ),
    );
    return finding(
      bare.length === 0,
      bare.length === 0 ? "in all" : `nothing in ${bare.map((d) => d.name).join(", ")}`,
    );
  });
}
