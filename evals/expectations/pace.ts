/** How much a day holds: the pace as it was said, and days that keep to it. */

import type { Pace } from "../../trip/trip.ts";
import { type Expectation, finding } from "../expectation.ts";
import { onPlan, visits } from "./reading.ts";

export function paceIs(pace: Pace): Expectation {
  return onPlan(`the pace is ${pace}`, "pace", ({ trip }) => finding(trip.wishes.pace === pace, trip.wishes.pace));
}

export function atMostVisitsPerDay(count: number): Expectation {
  return onPlan(`at most ${count} sights a day`, "pace", (world) => {
    const counts = world.itinerary.days.map(
      ({ dayNumber }) => visits(world).filter(({ day }) => day === dayNumber).length,
    );
    return finding(Math.max(0, ...counts) <= count, `sights by day: ${counts.join(", ")}`);
  });
}

export function atLeastVisits(count: number): Expectation {
  return onPlan(`at least ${count} sights in all`, "pace", (world) => {
    const { length } = visits(world);
    return finding(length >= count, `${length} sights`);
  });
}

/** On foot, as the plan itself says; crow-fly metres are not walked. */
export function walksAtMost(metersPerDay: number): Expectation {
  return onPlan(`walks at most ${metersPerDay / 1_000} km a day`, "pace", ({ itinerary }) => {
    const walked = itinerary.days.map(({ items }) =>
      items.reduce((sum, { travelFromPrevious: leg }) => sum + (leg?.mode === "walk" ? leg.distanceMeters : 0), 0),
    );
    return finding(Math.max(0, ...walked) <= metersPerDay, `metres by day: ${walked.map(Math.round).join(", ")}`);
  });
}
