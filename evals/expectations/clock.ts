/** Times of day: not before somebody has landed, not after they have left, and stops at the hour asked for. */

import type { ItineraryItem } from "../../trip/itinerary.ts";
import { type Expectation, finding } from "../expectation.ts";
import { activeStops, isNamed, minuteOf, onPlan, type Stop, visits } from "./reading.ts";

/** What the party does by itself; the flight or train may be under way before and after. */
const isOnTheGround = ({ item }: Stop): boolean => item.type === "attraction" || item.type === "meal";
const timed = ({ item }: Stop): string => `${item.title} ${item.startTime}–${item.endTime}`;
const endOf = (item: ItineraryItem): number => minuteOf(item.endTime) + (item.endsNextDay ? 1_440 : 0);

export function nothingBefore(time: string, day: number): Expectation {
  return onPlan(`nothing before ${time} on day ${day}`, "times", (world) => {
    const early = activeStops(world).filter(
      (stop) => stop.day === day && isOnTheGround(stop) && stop.item.startTime < time,
    );
    return finding(early.length === 0, early.length === 0 ? "nothing" : early.map(timed).join(", "));
  });
}

export function nothingAfter(time: string, day: number): Expectation {
  return onPlan(`nothing after ${time} on day ${day}`, "times", (world) => {
    const late = activeStops(world).filter(
      (stop) => stop.day === day && isOnTheGround(stop) && endOf(stop.item) > minuteOf(time),
    );
    return finding(late.length === 0, late.length === 0 ? "nothing" : late.map(timed).join(", "));
  });
}

/** Of every day: late sleepers, early birds. */
export function neverBefore(time: string): Expectation {
  return onPlan(`never out before ${time}`, "times", (world) => {
    const early = activeStops(world).filter((stop) => isOnTheGround(stop) && stop.item.startTime < time);
    return finding(early.length === 0, early.length === 0 ? "never" : early.map(timed).join(", "));
  });
}

export function neverAfter(time: string): Expectation {
  return onPlan(`never out after ${time}`, "times", (world) => {
    const late = activeStops(world).filter((stop) => isOnTheGround(stop) && endOf(stop.item) > minuteOf(time));
    return finding(late.length === 0, late.length === 0 ? "never" : late.map(timed).join(", "));
  });
}

/** Begins within the span, both ends included. */
export function visitedBetween(name: string, from: string, to: string): Expectation {
  return onPlan(`${name} between ${from} and ${to}`, "times", (world) => {
    const found = activeStops(world).filter((stop) => isNamed(stop, name));
    const isTimely = found.some(({ item }) => item.startTime >= from && item.startTime <= to);
    return finding(isTimely, found.length > 0 ? found.map(timed).join(", ") : "not in the plan");
  });
}

/** A day ends with a sight or a table in the evening, not at the last museum's closing. */
export function outInTheEvening(day: number): Expectation {
  return onPlan(`something after 18:00 on day ${day}`, "times", (world) => {
    const late = activeStops(world).filter(
      (stop) => stop.day === day && isOnTheGround(stop) && endOf(stop.item) > 1_080,
    );
    return finding(late.length > 0, late.length > 0 ? late.map(timed).join(", ") : "nothing");
  });
}

export function everyDayHasVisits(least = 1): Expectation {
  return onPlan(`at least ${least} ${least === 1 ? "sight" : "sights"} on every full day`, "pace", (world) => {
    const days = world.itinerary.days;
    const inner = days.length > 2 ? days.slice(1, -1) : days;
    const thin = inner.filter(({ dayNumber }) => visits(world).filter(({ day }) => day === dayNumber).length < least);
    return finding(
      thin.length === 0,
      thin.length === 0 ? "all" : `too few on day ${thin.map((d) => d.dayNumber).join()}`,
    );
  });
}
