/** The right city on the right day: the day's city is where the trip is, and its places are there too. */
import { destinationOn } from "../trip.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, type JudgedItem } from "./context.ts";
import { dayName, listOf } from "./phrases.ts";
import { otherDay } from "./remedies.ts";

export function wrongCityRule(context: CheckContext): Violation[] {
  return context.days.flatMap((day) => {
    const journeys = day.items.filter(isJourney);
    return [
      ...wrongDay(context, day),
      ...day.items.flatMap((item) =>
        isElsewhere(context, day, item, journeys) ? [wrongItem(context, day, item)] : [],
      ),
    ];
  });
}

function wrongDay({ trip }: CheckContext, { day, path, destination }: JudgedDay): Violation[] {
  const expected = destination ? [destination] : underWayBetween(trip, day.date);
  if (expected.length === 0 || expected.some(({ cityId }) => cityId === day.city.id)) return [];
  const names = listOf(expected.map(({ name }) => name));
  const where = destination ? `is in ${names}` : `is between ${names}`;
  const message = `On ${dayName(day.date)} the trip ${where}, but the plan puts the day in ${day.city.name}.`;
  const fix = `plan ${dayName(day.date)} in ${expected.at(-1)?.name}, or change where the trip is that day`;
  return [violation("wrong_city", path, message, { expected: names, actual: day.city.name, fix })];
}

/** A date of the trip on which it is in no city: the traveller is on the way from one to the next. */
function underWayBetween({ destinations, startDate, endDate }: CheckContext["trip"], date: string) {
  if (date < startDate || date > endDate) return [];
  const left = destinations.findLast(({ departureDate }) => departureDate < date);
  const next = destinations.find(({ arrivalDate }) => arrivalDate > date);
  return [left, next].filter((destination) => destination !== undefined);
}

function wrongItem(context: CheckContext, { day }: JudgedDay, item: JudgedItem): Violation {
  const { place, path, name } = item;
  const city = context.facts.cities.get(place?.cityId ?? "")?.name ?? "another city";
  const message = `${name} is in ${city}; ${dayName(day.date)} is spent in ${day.city.name}.`;
  const isOnTheWay = context.trip.destinations.some(({ cityId }) => cityId === place?.cityId);
  const fix =
    (place?.hours && otherDay(context, item, place.hours)) ??
    (isOnTheWay ? `move it to a day in ${city}` : `drop it, or plan the way to ${city} and back`);
  return violation("wrong_city", path, message, { expected: day.city.name, actual: city, fix });
}

/**
 * Neither in the day's city, nor seen before the leg that leaves its own city for good, nor between the
 * legs of a day's outing there and back. Whether those legs are long enough is the travel rules' to say.
 */
function isElsewhere(
  { trip }: CheckContext,
  { day }: JudgedDay,
  { place, from }: JudgedItem,
  journeys: readonly JudgedItem[],
): boolean {
  if (!place || place.cityId === day.city.id) return false;
  const last = journeys.at(-1);
  if (!last || last.from < from) return true;
  const isLeftToday = trip.destinations.some(
    ({ cityId, arrivalDate, departureDate }) =>
      cityId === place.cityId && departureDate === day.date && arrivalDate < day.date,
  );
  const isOuting =
    journeys.some((journey) => journey.until <= from) && destinationOn(trip, day.date)?.cityId === day.city.id;
  return !isLeftToday && !isOuting;
}
