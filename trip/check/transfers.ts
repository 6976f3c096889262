/** From one city to the next: something in the plan must take the traveller there, and take its time. */
import { distanceMeters, intercityTravel } from "../geo.ts";
import { wallTimeOf } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, minutesOf } from "./context.ts";
import { fastestMinutes } from "./fastest.ts";
import { dayName, duration } from "./phrases.ts";

/** Nobody is asked to set out before. */
const EARLIEST_DEPARTURE_MINUTE = 360;

export function transferRule(context: CheckContext): Violation[] {
  const days = context.days.toSorted((a, b) => a.day.date.localeCompare(b.day.date));
  return days.flatMap((day, index) => {
    const before = days[index - 1];
    return before && before.day.city.id !== day.day.city.id ? judgeTransfer(context, before, day) : [];
  });
}

function judgeTransfer(context: CheckContext, before: JudgedDay, day: JudgedDay): Violation[] {
  const from = context.facts.cities.get(before.day.city.id);
  const to = context.facts.cities.get(day.day.city.id);
  if (!from || !to) return [];
  const meters = distanceMeters(from.location, to.location);
  const legs = [
    ...before.items.filter((item) => isJourney(item) && item.endMinute > 1440),
    ...day.items.filter(isJourney),
  ];
  const [leg] = legs;
  if (leg) {
    const cities = { from: from.id, to: to.id };
    const needed = fastestMinutes(context, { meters, date: day.day.date, cities });
    const planned = legs.reduce((sum, item) => sum + Math.max(0, minutesOf(item)), 0);
    if (planned >= needed) return [];
    const message = `${leg.name} is given ${duration(planned)}; from ${from.name} to ${to.name} nothing gets there in under ${duration(needed)}.`;
    return [violation("travel_too_short", leg.path, message)];
  }
  if (context.facts.flights.length > 0) return [];
  const first = day.items.find(({ place }) => place === null || place.cityId === to.id);
  const needed = intercityTravel(from.location, to.location).durationMinutes;
  if (!first || first.startMinute - EARLIEST_DEPARTURE_MINUTE >= needed) return [];
  const way = `Nothing in the plan takes you from ${from.name} to ${to.name}, about ${duration(needed)} away`;
  const start = `${first.name} starts at ${wallTimeOf(first.startMinute)} on ${dayName(day.day.date)}`;
  return [violation("travel_too_short", first.path, `${way}; ${start}.`)];
}
