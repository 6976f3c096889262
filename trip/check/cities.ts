/** The right city on the right day: the day's city is where the trip is, and its places are there too. */
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedDay, type JudgedItem } from "./context.ts";
import { dayName } from "./phrases.ts";

export function wrongCityRule(context: CheckContext): Violation[] {
  return context.days.flatMap((day) => [
    ...wrongDay(day),
    ...day.items.flatMap((item) => wrongItem(context, day, item)),
  ]);
}

function wrongDay({ day, path, destination }: JudgedDay): Violation[] {
  if (!destination || destination.cityId === day.city.id) return [];
  const message = `On ${dayName(day.date)} the trip is in ${destination.name}, but the plan puts the day in ${day.city.name}.`;
  return [violation("wrong_city", path, message)];
}

function wrongItem(context: CheckContext, day: JudgedDay, item: JudgedItem): Violation[] {
  const { place, path, name } = item;
  if (!place || place.cityId === day.day.city.id || isFarewell(context, day, item)) return [];
  const city = context.facts.cities.get(place.cityId)?.name ?? "another city";
  const message = `${name} is in ${city}; ${dayName(day.day.date)} is spent in ${day.day.city.name}.`;
  return [violation("wrong_city", path, message)];
}

/** On the day of a transfer, the morning before the leg still belongs to the city that is left. */
function isFarewell({ trip }: CheckContext, { day, items }: JudgedDay, { place, from }: JudgedItem): boolean {
  const isLeftToday = trip.destinations.some(
    ({ cityId, arrivalDate, departureDate }) =>
      cityId === place?.cityId && departureDate === day.date && arrivalDate < day.date,
  );
  return isLeftToday && items.some((other) => isJourney(other) && other.from >= from);
}
