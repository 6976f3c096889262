/**
 * A stop at an hour that somebody has named. It is put there if the place is open then; what stands in its way on
 * that day makes room, and nothing else moves.
 */
import { check } from "../check/check.ts";
import { type DayDraft, type ItemDraft, isActive } from "../itinerary.ts";
import { minuteOf } from "../opening-hours.ts";
import { mobilityOf } from "../pace.ts";
import type { Place } from "../place.ts";
import { sightFields } from "../schedule/mapping/item-fields.ts";
import type { Violation } from "../verdict.ts";
import { insertedByTime, minutesOf, timesFrom, withItems } from "./day-items.ts";
import { type EditContext, type Editing, type Refusal, refusal } from "./editing.ts";
import { newErrors, subjectOf } from "./new-errors.ts";
import { placed } from "./pinned.ts";
import { alternativesText, whenElse } from "./when-else.ts";

/** A place as a stop of a day; as long as it usually takes unless said. */
export function stopFor(
  place: Place,
  { trip }: Editing,
  { facts }: EditContext,
  when: { date: string; time: string; minutes?: number | undefined },
): ItemDraft {
  const startMinute = minuteOf(when.time);
  return {
    ...sightFields(place, { trip, facts, date: when.date, startMinute }),
    placeId: place.id,
    location: place.location,
    ...timesFrom(startMinute, when.minutes ?? Math.ceil(place.visitMinutes / 5) * 5),
    status: "planned",
    locked: false,
    travelFromPrevious: null,
  };
}

export function inserted(editing: Editing, item: ItemDraft, dayNumber: number): Editing {
  const insert = (items: readonly ItemDraft[], number: number): readonly ItemDraft[] =>
    number === dayNumber ? insertedByTime(items, item) : items;
  return { ...editing, draft: withItems(editing.draft, insert, mobilityOf(editing.trip)) };
}

export const sightsOn = ({ items }: DayDraft): number =>
  items.filter((item) => isActive(item) && item.type === "attraction").length;

/** These the stop itself is guilty of, however the others give way. */
const OWN_FAULTS = new Set<Violation["code"]>([
  "closed_day",
  "outside_hours",
  "after_last_entry",
  "outside_trip_dates",
  "date_in_past",
  "wrong_city",
  "flight_conflict",
  "diet_unmet",
  "accessibility_unmet",
  "repeated_place",
]);

export async function placedAt(
  context: EditContext,
  editing: Editing,
  item: ItemDraft,
  day: DayDraft,
): Promise<Editing | Refusal> {
  const next = inserted(editing, item, day.dayNumber);
  const own = check(next.trip, next.draft, context.facts).violations.filter(
    (found) => OWN_FAULTS.has(found.code) && subjectOf(found, next.draft) === item.itemKey,
  );
  if (own[0]) return cannotBe(context, next, { item, date: day.date, why: own[0].message });
  const [clash] = newErrors(context, next);
  if (!clash) return next;
  const roomier = await withRoom(context, next, item, day);
  const left = newErrors(context, roomier);
  if (left.length === 0) return roomier;
  return cannotBe(context, next, { item, date: day.date, why: clash.message });
}

async function withRoom(context: EditContext, next: Editing, item: ItemDraft, day: DayDraft): Promise<Editing> {
  const others = day.items.filter((other) => other.itemKey !== item.itemKey && other.status === "planned");
  return placed(context, next, {
    change: {},
    free: new Set(others.map(({ itemKey }) => itemKey)),
    touched: new Set([day.date]),
    most: new Map([[day.date, sightsOn(day) + (item.type === "attraction" ? 1 : 0)]]),
  });
}

function cannotBe(
  { facts }: EditContext,
  { trip }: Editing,
  { item, date, why }: { item: ItemDraft; date: string; why: string },
): Refusal {
  const place = item.placeId === null ? undefined : facts.places.get(item.placeId);
  if (!place) return refusal(why);
  const alternatives = whenElse({ trip, facts, place, minutes: minutesOf(item), date });
  return refusal(`${why} ${alternativesText(alternatives)}`, alternatives);
}
