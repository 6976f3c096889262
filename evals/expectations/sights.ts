/** Sights by name: that they are seen, on which day, and that unwanted ones are not. */

import { type WeekdayName, weekdayOf } from "../../trip/calendar.ts";
import { type Expectation, finding } from "../expectation.ts";
import { activeStops, isNamed, onPlan, type Stop, titles, visits } from "./reading.ts";

const named = (stops: readonly Stop[], name: string): Stop[] => stops.filter((stop) => isNamed(stop, name));

export function sees(name: string): Expectation {
  return onPlan(`sees ${name}`, "must-see", (world) => {
    const found = named(visits(world), name);
    return finding(found.length > 0, found.length > 0 ? titles(found) : "not in the plan");
  });
}

export function seesSomeOf(count: number, names: readonly string[]): Expectation {
  return onPlan(`sees ${count} of ${names.join(", ")}`, "must-see", (world) => {
    const seen = names.filter((name) => named(visits(world), name).length > 0);
    return finding(seen.length >= count, `sees ${seen.join(", ") || "none"}`);
  });
}

/** Neither as a visit nor as a table. */
export function avoids(name: string): Expectation {
  return onPlan(`without ${name}`, "must-see", (world) => {
    const found = named(activeStops(world), name);
    return finding(found.length === 0, found.length === 0 ? "not in the plan" : titles(found));
  });
}

export function seesOnDay(name: string, day: number): Expectation {
  return onPlan(`sees ${name} on day ${day}`, "must-see", (world) => {
    const found = named(visits(world), name);
    return finding(
      found.some((stop) => stop.day === day),
      titles(found),
    );
  });
}

/** What anybody can read on the door: "closed on Tuesdays". Holds as well where the sight is not in the plan. */
export function notOnA(weekday: WeekdayName, name: string): Expectation {
  return onPlan(`not to ${name} on a ${weekday}`, "hours", (world) => {
    const wrong = named(visits(world), name).filter(({ date }) => weekdayOf(date) === weekday);
    return finding(wrong.length === 0, wrong.length === 0 ? "not on that weekday" : titles(wrong));
  });
}

export function notOnDate(date: string, name: string): Expectation {
  return onPlan(`not to ${name} on ${date}`, "hours", (world) => {
    const wrong = named(visits(world), name).filter((stop) => stop.date === date);
    return finding(wrong.length === 0, wrong.length === 0 ? "not on that date" : titles(wrong));
  });
}

/** The traveller's word is kept as a wish, whatever the planner could do with it. */
export function insistsOn(name: string): Expectation {
  return onPlan(`insists on ${name}`, "must-see", ({ trip, facts }) => {
    const wanted = trip.wishes.mustSee.map((id) => facts.places.get(id)?.name ?? id);
    const isThere = trip.wishes.mustSee.some((id) => {
      const place = facts.places.get(id);
      return place !== undefined && isNamed({ item: { title: place.name }, place } as Stop, name);
    });
    return finding(isThere, wanted.length > 0 ? wanted.join(", ") : "insists on nothing");
  });
}
