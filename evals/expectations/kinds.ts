/** Kinds of sights: enough of what is liked, none of what is not, and on which day. */

import { type Category, categoryWords, leavesOf } from "../../trip/categories.ts";
import type { PlaceType } from "../../trip/place.ts";
import { type Expectation, finding } from "../expectation.ts";
import { activeStops, onPlan, type Stop, titles, visits } from "./reading.ts";

const isOf = ({ place }: Stop, category: Category): boolean =>
  place?.categories.some((leaf) => leavesOf(category).includes(leaf)) ?? false;

export function atLeast(count: number, category: Category): Expectation {
  return onPlan(`at least ${count} of ${categoryWords(category)}`, "interest", (world) => {
    const found = activeStops(world).filter((stop) => isOf(stop, category));
    return finding(found.length >= count, titles(found));
  });
}

export function atMost(count: number, category: Category): Expectation {
  return onPlan(`at most ${count} of ${categoryWords(category)}`, "interest", (world) => {
    const found = visits(world).filter((stop) => isOf(stop, category));
    return finding(found.length <= count, titles(found));
  });
}

export function atMostPerDay(count: number, category: Category): Expectation {
  return onPlan(`at most ${count} of ${categoryWords(category)} a day`, "interest", (world) => {
    const found = visits(world).filter((stop) => isOf(stop, category));
    const full = world.itinerary.days.filter(
      ({ dayNumber }) => found.filter(({ day }) => day === dayNumber).length > count,
    );
    return finding(full.length === 0, titles(found));
  });
}

export function mostlyOf(share: number, category: Category): Expectation {
  return onPlan(`${Math.round(share * 100)} % of the sights are ${categoryWords(category)}`, "interest", (world) => {
    const all = visits(world);
    const found = all.filter((stop) => isOf(stop, category));
    return finding(all.length > 0 && found.length >= share * all.length, `${found.length} of ${all.length}`);
  });
}

export function dayHas(day: number, category: Category): Expectation {
  return onPlan(`${categoryWords(category)} on day ${day}`, "interest", (world) => {
    const found = activeStops(world).filter((stop) => stop.day === day && isOf(stop, category));
    return finding(found.length > 0, titles(found));
  });
}

export function dayLacks(day: number, category: Category): Expectation {
  return onPlan(`no ${categoryWords(category)} on day ${day}`, "interest", (world) => {
    const found = visits(world).filter((stop) => stop.day === day && isOf(stop, category));
    return finding(found.length === 0, titles(found));
  });
}

/** By what a place is, where categories say less: a zoo is a zoo. */
export function hasType(type: PlaceType, least = 1): Expectation {
  return onPlan(`at least ${least} ${type.replaceAll("_", " ")}`, "interest", (world) => {
    const found = activeStops(world).filter(({ place }) => place?.type === type);
    return finding(found.length >= least, titles(found));
  });
}

export function lacksType(type: PlaceType): Expectation {
  return onPlan(`no ${type.replaceAll("_", " ")}`, "interest", (world) => {
    const found = activeStops(world).filter(({ place }) => place?.type === type);
    return finding(found.length === 0, titles(found));
  });
}

export function quietShare(share: number): Expectation {
  return onPlan(`${Math.round(share * 100)} % of the sights are not crowded`, "interest", (world) => {
    const all = visits(world);
    const quiet = all.filter(({ place }) => place?.crowdedness !== "high");
    return finding(all.length > 0 && quiet.length >= share * all.length, `${quiet.length} of ${all.length}`);
  });
}

export function offbeatAtLeast(count: number): Expectation {
  return onPlan(`at least ${count} off the beaten track`, "interest", (world) => {
    const found = visits(world).filter(({ place }) => place?.isOffbeat === true);
    return finding(found.length >= count, titles(found));
  });
}
