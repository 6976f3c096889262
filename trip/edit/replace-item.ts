/** Another place takes a stop's turn: the one that was named, or the best of its kind that fits at that hour. */
import { distanceMeters } from "../geo.ts";
import { interestGroup, mealScore, visitScore } from "../interest.ts";
import { isEatery, type Place } from "../place.ts";
import { suits } from "../suitability.ts";
import type { Trip } from "../trip.ts";
import { alreadyIn, requirePlace } from "./add-place.ts";
import { minutesOf } from "./day-items.ts";
import { type EditContext, type Editing, isRefusal, type Refusal, refusal } from "./editing.ts";
import { dayOf, type Found } from "./find-item.ts";
import { avoiding, heldReason, requireActive, takenOut, wantedAgain } from "./flag-items.ts";
import { newErrors } from "./new-errors.ts";
import { inserted, placedAt, stopFor } from "./place-at.ts";
import { placeWanted } from "./place-wanted.ts";
import { seatMeal } from "./seat-meal.ts";

const MOST_TRIED = 40;
const MOST_TABLES = 8;
const SAME_KIND = 1.25;
/** A kilometre farther has to be worth so much. */
const PER_KILOMETER = 4;

export async function replaced(
  context: EditContext,
  editing: Editing,
  { item, placeId }: { item: string; placeId?: string | undefined },
): Promise<Editing | Refusal> {
  const found = requireActive(editing, item);
  const no = heldReason(found);
  if (no) return no;
  if (found.item.type !== "attraction" && found.item.type !== "meal") {
    return refusal(`${found.item.title} is no visit or meal, so nothing takes its place. Remove it instead.`);
  }
  if (placeId === undefined) return byTheBest(context, editing, found);
  const place = requirePlace(context, placeId);
  const twice = alreadyIn(editing, place);
  if (twice) return twice;
  const rest = withoutOld(editing, found);
  return byNamed(context, { ...rest, trip: wantedAgain(rest.trip, place.id) }, found, place);
}

const withoutOld = (editing: Editing, found: Found): Editing => avoiding(takenOut(editing, found), found.item.placeId);

async function byNamed(context: EditContext, rest: Editing, found: Found, place: Place): Promise<Editing | Refusal> {
  const { item } = found;
  const day = dayOf(rest.draft, found.day.dayNumber);
  if (isEatery(place) && item.type === "meal") {
    return seatMeal(context, rest, { place, day, time: item.startTime });
  }
  const there = await placedAt(
    context,
    rest,
    stopFor(place, rest, context, { date: day.date, time: item.startTime }),
    day,
  );
  return isRefusal(there) ? placeWanted(context, rest, { place, dates: [day.date] }) : there;
}

/** Tried best first, each as the stop it would be; the first that breaks nothing is in. */
function byTheBest(
  context: EditContext,
  editing: Editing,
  found: Found,
): Editing | Refusal | Promise<Editing | Refusal> {
  const rest = withoutOld(editing, found);
  const day = dayOf(rest.draft, found.day.dayNumber);
  const candidates = candidatesFor(context, rest, found);
  if (found.item.type === "meal") return firstTable(context, rest, found, candidates);
  for (const place of candidates) {
    const usual = Math.ceil(place.visitMinutes / 5) * 5;
    for (const minutes of new Set([usual, Math.min(usual, minutesOf(found.item))])) {
      if (minutes < usual * 0.75) continue;
      const stop = stopFor(place, rest, context, { date: day.date, time: found.item.startTime, minutes });
      const next = inserted(rest, stop, day.dayNumber);
      if (newErrors(context, next).length === 0) return next;
    }
  }
  return nothingFits(found);
}

async function firstTable(
  context: EditContext,
  rest: Editing,
  found: Found,
  candidates: readonly Place[],
): Promise<Editing | Refusal> {
  const day = dayOf(rest.draft, found.day.dayNumber);
  for (const place of candidates.slice(0, MOST_TABLES)) {
    const next = await seatMeal(context, rest, { place, day, time: found.item.startTime });
    if (!isRefusal(next)) return next;
  }
  return nothingFits(found);
}

const nothingFits = ({ item, day }: Found): Refusal =>
  refusal(
    `Nothing else that suits is open at ${item.startTime} on day ${day.dayNumber} and near enough to ${item.title}.`,
  );

function candidatesFor({ facts }: EditContext, { trip, draft }: Editing, { item, day }: Found): Place[] {
  const old = item.placeId === null ? undefined : facts.places.get(item.placeId);
  const used = new Set(draft.days.flatMap(({ items }) => items.map(({ placeId }) => placeId)));
  const out = new Set([...(trip.conditions?.avoid ?? []), ...(trip.wishes.alreadySeen ?? []), item.placeId]);
  const isMeal = item.type === "meal";
  const scored = [...facts.places.values()].flatMap((place) => {
    const isKind = isMeal ? isEatery(place) && place.type !== "bar" : !isEatery(place);
    if (!isKind || place.cityId !== day.city.id || used.has(place.id) || out.has(place.id) || !suits(place, trip))
      return [];
    return [{ place, worth: worthOf(place, trip, { old, from: item.location, isMeal }) }];
  });
  return scored
    .sort((a, b) => b.worth - a.worth || a.place.id.localeCompare(b.place.id))
    .slice(0, MOST_TRIED)
    .map(({ place }) => place);
}

function worthOf(
  place: Place,
  trip: Trip,
  { old, from, isMeal }: { old: Place | undefined; from: Found["item"]["location"]; isMeal: boolean },
): number {
  const isSame = old !== undefined && !isMeal && interestGroup(old, trip) === interestGroup(place, trip);
  const score = isMeal ? mealScore(place, trip) : visitScore(place, trip) * (isSame ? SAME_KIND : 1);
  return score - (from ? (distanceMeters(from, place.location) / 1000) * PER_KILOMETER : 0);
}
