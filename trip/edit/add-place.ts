/** A place comes in: a meal at its hour, a sight where it suits the plan best, or on the day and at the time that were said. */
import { TripwrightError } from "../errors.ts";
import { isActive } from "../itinerary.ts";
import { isEatery, type Place } from "../place.ts";
import { destinationOn } from "../trip.ts";
import { type EditContext, type Editing, isRefusal, type Refusal, refusal } from "./editing.ts";
import { dayOf } from "./find-item.ts";
import { wantedAgain } from "./flag-items.ts";
import { placedAt, stopFor } from "./place-at.ts";
import { placeWanted } from "./place-wanted.ts";
import { seatMeal } from "./seat-meal.ts";

export interface Addition {
  readonly placeId: string;
  readonly day?: number | undefined;
  readonly time?: string | undefined;
}

/** Throws `place_not_found`. */
export function requirePlace({ facts }: EditContext, placeId: string): Place {
  const place = facts.places.get(placeId);
  if (place) return place;
  const message = `Expected the id of a place, got "${placeId}". Call search_attractions first.`;
  throw new TripwrightError("place_not_found", message, { placeId });
}

export function alreadyIn({ draft }: Editing, { id, name }: Place): Refusal | null {
  const day = draft.days.find(({ items }) => items.some((item) => item.placeId === id && isActive(item)));
  return day ? refusal(`${name} is in the plan already, on day ${day.dayNumber}. Move it instead.`) : null;
}

/** Throws `invalid_input` for a time without a day. */
export async function added(context: EditContext, editing: Editing, addition: Addition): Promise<Editing | Refusal> {
  const place = requirePlace(context, addition.placeId);
  const twice = alreadyIn(editing, place);
  if (twice) return twice;
  const next = { ...editing, trip: wantedAgain(editing.trip, place.id) };
  const day = addition.day === undefined ? null : dayOf(editing.draft, addition.day);
  if (isEatery(place)) return tableAdded(context, next, place, addition);
  if (!day || addition.time === undefined) return placeWanted(context, next, { place, dates: day && [day.date] });
  return placedAt(context, next, stopFor(place, next, context, { date: day.date, time: addition.time }), day);
}

/** Without a day, the first that has a meal to give it. */
async function tableAdded(
  context: EditContext,
  editing: Editing,
  place: Place,
  { day, time }: Addition,
): Promise<Editing | Refusal> {
  if (day !== undefined) return seatMeal(context, editing, { place, day: dayOf(editing.draft, day), time });
  const there = editing.draft.days.filter(
    ({ date }) => date >= context.facts.today && destinationOn(editing.trip, date)?.cityId === place.cityId,
  );
  const free = (items: (typeof there)[number]["items"]): number =>
    items.filter((item) => item.type === "meal" && isActive(item) && item.placeId === null).length;
  let last: Refusal = refusal(`${place.name} is in none of the cities of this trip.`);
  for (const candidate of there.toSorted((a, b) => free(b.items) - free(a.items))) {
    const next = await seatMeal(context, editing, { place, day: candidate, time });
    if (!isRefusal(next)) return next;
    last = next;
  }
  return last;
}
