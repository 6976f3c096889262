/** From one city to the next: something in the plan must take the traveller there, and take its time. */
import { dateInZone, daysBetween } from "../calendar.ts";
import type { City } from "../catalogue.ts";
import { distanceMeters, intercityTravel } from "../geo.ts";
import { legsOf } from "../offers/legs.ts";
import { wallTimeOf } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, type JudgedItem, minutesOf } from "./context.ts";
import { fastestMinutes } from "./fastest.ts";
import { dayName, duration, LATEST_START_MINUTE, roundTime } from "./phrases.ts";

/** Nobody is asked to set out before. */
const EARLIEST_DEPARTURE_MINUTE = 360;

export function transferRule(context: CheckContext): Violation[] {
  return context.sequence.flatMap(({ day, before }) =>
    before && before.day.city.id !== day.day.city.id ? judgeTransfer(context, before, day) : [],
  );
}

function judgeTransfer(context: CheckContext, before: JudgedDay, day: JudgedDay): Violation[] {
  const from = context.facts.cities.get(before.day.city.id);
  const to = context.facts.cities.get(day.day.city.id);
  if (!from || !to) return [];
  const meters = distanceMeters(from.location, to.location);
  const legs = legsTo(to, before, day);
  const [leg] = legs;
  if (leg) {
    const needed = fastestMinutes(context, { meters, date: day.day.date, cities: { from: from.id, to: to.id } });
    const found = legTooShort(legs, { from: from.name, to: to.name, needed });
    return found ? [found] : [];
  }
  if (isFlown(context, before, day)) return [];
  const first = day.items.find(({ place }) => place === null || place.cityId === to.id);
  const needed = intercityTravel(from.location, to.location).durationMinutes;
  const nights = Math.max(1, daysBetween(before.day.date, day.day.date));
  const available = first ? first.startMinute - EARLIEST_DEPARTURE_MINUTE + (nights - 1) * 1440 : needed;
  if (!first || available >= needed) return [];
  const way = `Nothing in the plan takes you from ${from.name} to ${to.name}, about ${duration(needed)} away`;
  const start = `${first.name} starts at ${wallTimeOf(first.startMinute)} on ${dayName(day.day.date)}`;
  const arrival = first.startMinute + needed - available;
  return [
    violation("travel_too_short", first.path, `${way}; ${start}.`, {
      expected: `a leg of about ${duration(needed)} from ${from.name} to ${to.name}`,
      actual: "no leg",
      fix:
        arrival <= LATEST_START_MINUTE
          ? `add the leg, and start ${first.name} at ${roundTime(arrival)} or later`
          : `add the leg, and move ${first.name} to another day: it takes the whole of ${dayName(day.day.date)}`,
    }),
  ];
}

/** Farther from a city's middle nobody is in the city yet. */
const CITY_REACH_METERS = 50_000;

/** Everything ridden until the traveller is seen in the new city; trams after that are another matter. */
function legsTo(to: City, before: JudgedDay, day: JudgedDay): JudgedItem[] {
  const isThere = ({ place, location }: JudgedItem): boolean =>
    place ? place.cityId === to.id : location !== null && distanceMeters(location, to.location) <= CITY_REACH_METERS;
  const first = day.items.find((item) => !isJourney(item) && isThere(item));
  return [
    ...before.items.filter((item) => isJourney(item) && item.endMinute > 1440),
    ...day.items.filter((item) => isJourney(item) && (!first || item.from < first.from)),
  ];
}

/** A chosen flight on one of the two days may be the way; whether it leaves time is the flight rule's to say. */
function isFlown({ facts }: CheckContext, before: JudgedDay, day: JudgedDay): boolean {
  const zone = facts.cities.get(day.day.city.id)?.timezone ?? "UTC";
  return facts.flights.flatMap(legsOf).some(({ departureAt, arrivalAt }) => {
    const [departs, lands] = [departureAt, arrivalAt].map((instant) => dateInZone(new Date(instant), zone));
    return departs !== undefined && lands !== undefined && lands >= before.day.date && departs <= day.day.date;
  });
}

/** Legs that take less than any vehicle would; their times are a timetable's, and only that is held against them. */
export function legTooShort(
  legs: readonly JudgedItem[],
  { from, to, needed }: { from: string; to: string; needed: number },
): Violation | null {
  const [leg] = legs;
  const planned = legs.reduce((sum, item) => sum + minutesOf(item), 0);
  if (!leg || planned >= needed) return null;
  const message = `${leg.name} is given ${duration(planned)}; from ${from} to ${to} nothing gets there in under ${duration(needed)}.`;
  return violation("travel_too_short", leg.path, message, {
    expected: `${duration(needed)} or more`,
    actual: duration(planned),
    fix: `look the timetable up, and leave at least ${duration(needed)}`,
  });
}
