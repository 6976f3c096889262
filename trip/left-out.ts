/**
 * What the traveller asked for by name and the plan does without. A wish that silently comes to nothing
 * is found out at the museum's closed door: so every plan says it, with the reason where it is known.
 */
import { addDays } from "./calendar.ts";
import { dayText, listed } from "./export/words.ts";
import type { PlanFacts } from "./facts.ts";
import type { DayDraft, ItineraryDraft } from "./itinerary.ts";
import { isActive } from "./itinerary.ts";
import { windowsOn } from "./opening-hours.ts";
import { isEatery, type Place } from "./place.ts";
import { isKnownInaccessible, suits } from "./suitability.ts";
import type { Trip } from "./trip.ts";

/** How far a closed door is looked behind: a weekly closing day, or a run of holidays. */
const DAYS_AHEAD = 14;

function whenElse({ name, hours }: Place, { endDate }: Trip): string {
  const after = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(endDate, index + 1));
  const open = after.find((date) => (windowsOn(hours, date)?.length ?? 0) > 0);
  return open
    ? `By its usual hours it opens again on ${dayText(open)}: add a day, or choose other dates, to see it.`
    : `Choose other dates to see ${name}.`;
}

function sightNote(place: Place, trip: Trip, days: readonly DayDraft[]): string {
  const dates = days.filter(({ city }) => city.id === place.cityId);
  const [only] = dates;
  if (only && dates.every(({ date }) => windowsOn(place.hours, date)?.length === 0)) {
    const when = dates.length === 1 ? dayText(only.date) : `all your days in ${only.city.name}`;
    return `${place.name} is closed on ${when}, so the plan does without it. ${whenElse(place, trip)}`;
  }
  if (isKnownInaccessible(place, trip))
    return `${place.name} is known not to be step-free, so the plan does without it. Ask there whether they can help somebody over the steps.`;
  return `I found no room for ${place.name} beside the rest, given its hours, your days and the budget. One more day, or one wish less, may make room.`;
}

function missedSights(trip: Trip, { days }: ItineraryDraft, { places }: PlanFacts): string[] {
  const planned = new Set(days.flatMap(({ items }) => items.filter(isActive).map(({ placeId }) => placeId)));
  return trip.wishes.mustSee
    .filter((id) => !planned.has(id))
    .flatMap((id) => {
      const place = places.get(id);
      return place ? [sightNote(place, trip, days)] : [];
    });
}

function unfedCities(trip: Trip, { places }: PlanFacts): string[] {
  const { diets } = trip.wishes;
  if (diets.length === 0) return [];
  const said = listed(diets.map((diet) => diet.replaceAll("_", "-")));
  const fed = new Set(
    [...places.values()].filter((place) => isEatery(place) && suits(place, trip)).map(({ cityId }) => cityId),
  );
  const unfed = new Set(trip.destinations.filter(({ cityId }) => !fed.has(cityId)).map(({ name }) => name));
  return [...unfed].map((name) => `I know no place in ${name} that serves ${said} meals: look for one before you go.`);
}

/** In sentences, for a plan's assumptions. */
export function leftOutNotes(trip: Trip, itinerary: ItineraryDraft, facts: PlanFacts): string[] {
  return [...missedSights(trip, itinerary, facts), ...unfedCities(trip, facts)];
}
