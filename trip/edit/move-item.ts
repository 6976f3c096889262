/** To another day, another hour, or both; and put off, which is the same with the original kept as history. */
import { addDays } from "../calendar.ts";
import type { DayDraft, ItemDraft } from "../itinerary.ts";
import { mobilityOf } from "../pace.ts";
import { destinationOn } from "../trip.ts";
import { insertedByTime, minutesOf, startingAt, withItems } from "./day-items.ts";
import { delayItem } from "./delay-item.ts";
import { type EditContext, type Editing, isRefusal, type Refusal, refusal } from "./editing.ts";
import { dayOf, type Found, findActive } from "./find-item.ts";
import { heldReason, requireActive, takenOut } from "./flag-items.ts";
import { newErrors } from "./new-errors.ts";
import { placedAt, stopFor } from "./place-at.ts";
import { placeWanted } from "./place-wanted.ts";
import { mealsRefilled, seatMeal } from "./seat-meal.ts";

export interface Move {
  readonly item: string;
  readonly day?: number | undefined;
  readonly time?: string | undefined;
}

const JOURNEYS = new Set<ItemDraft["type"]>(["transport", "flight", "check_in", "check_out"]);

export async function moved(context: EditContext, editing: Editing, move: Move): Promise<Editing | Refusal> {
  const found = requireActive(editing, move.item);
  const day = move.day === undefined ? found.day : dayOf(editing.draft, move.day);
  const no = heldReason(found) ?? fixedReason(found);
  if (no) return no;
  if (day.dayNumber === found.day.dayNumber && move.time === undefined) {
    return refusal(`${found.item.title} is on day ${day.dayNumber} already. Say another day or a time.`);
  }
  const next = await relocated(context, takenOut(editing, found), found, { day, time: move.time });
  const isMealGone = found.item.type === "meal" && day !== found.day;
  return isMealGone && !isRefusal(next) ? mealsRefilled(context, next, dayOf(next.draft, found.day.dayNumber)) : next;
}

function fixedReason({ item }: Found): Refusal | null {
  return JOURNEYS.has(item.type)
    ? refusal(`${item.title} follows from the trip: change its dates, cities or arrival instead.`)
    : null;
}

/** `rest` is the plan without it. */
async function relocated(
  context: EditContext,
  rest: Editing,
  { item }: Found,
  { day, time }: { day: DayDraft; time: string | undefined },
): Promise<Editing | Refusal> {
  const target = dayOf(rest.draft, day.dayNumber);
  const place = item.placeId === null ? null : (context.facts.places.get(item.placeId) ?? null);
  if (!place) return placedAt(context, rest, startingAt(item, time ?? item.startTime), target);
  if (item.type === "meal") return seatMeal(context, rest, { place, day: target, time, original: item });
  if (time === undefined) return placeWanted(context, rest, { place, dates: [target.date], original: item });
  const stop = stopFor(place, rest, context, { date: target.date, time, minutes: minutesOf(item) });
  return placedAt(context, rest, { ...stop, itemKey: item.itemKey }, target);
}

/** Put off to a day, or to the nearest that has room for it, later ones first. */
export async function delayed(context: EditContext, editing: Editing, move: Move): Promise<Editing | Refusal> {
  const found = requireActive(editing, move.item);
  const no = heldReason(found) ?? fixedReason(found);
  if (no) return no;
  const plain = simply(context, editing, found, move);
  if (plain) return plain;
  let last: Refusal = refusal(`There is no other day of the trip that ${found.item.title} could be put off to.`);
  const days = targets(context, editing, found, move.day);
  const gaps = move.day === undefined ? days.map((day) => () => intoGap(context, editing, found, day)) : [];
  const others = days.map((day) => () => moved(context, editing, { ...move, day: day.dayNumber }));
  for (const attempt of [...gaps, ...others]) {
    const next = await attempt();
    if (!isRefusal(next)) return withHistory(next, found);
    last = next;
  }
  return last;
}

/** Day and hour are named and nothing is in the way. */
function simply(
  context: EditContext,
  editing: Editing,
  { day, item }: Found,
  { day: toDay, time }: Move,
): Editing | null {
  if (toDay === undefined || toDay === day.dayNumber || time === undefined) return null;
  const mobility = mobilityOf(editing.trip);
  dayOf(editing.draft, toDay);
  const next = {
    ...editing,
    draft: delayItem(editing.draft, { itemKey: item.itemKey, toDay, startTime: time, mobility }),
  };
  return newErrors(context, next).length === 0 ? next : null;
}

function intoGap(context: EditContext, editing: Editing, found: Found, target: DayDraft): Promise<Editing | Refusal> {
  const place = found.item.placeId === null ? undefined : context.facts.places.get(found.item.placeId);
  const rest = takenOut(editing, found);
  if (!place || found.item.type === "meal")
    return moved(context, editing, { item: found.item.itemKey, day: target.dayNumber });
  return placeWanted(context, rest, { place, dates: [target.date], original: found.item, mayDisplace: false });
}

function targets(
  { facts }: EditContext,
  { trip, draft }: Editing,
  { day, item }: Found,
  named: number | undefined,
): DayDraft[] {
  if (named !== undefined) return [dayOf(draft, named)];
  const place = item.placeId === null ? undefined : facts.places.get(item.placeId);
  const cityId = place?.cityId ?? day.city.id;
  const others = draft.days.filter(({ date }) => date !== day.date && date >= facts.today && isIn(trip, date, cityId));
  const later = others.filter(({ date }) => date >= addDays(day.date, 1));
  return [...later, ...others.filter(({ date }) => date < day.date).reverse()];
}

const isIn = (trip: Editing["trip"], date: string, cityId: string): boolean =>
  destinationOn(trip, date)?.cityId === cityId;

/** The original stays where it was. A stop that ended up on its old day was only moved. */
function withHistory(next: Editing, { day, item }: Found): Editing {
  const now = findActive(next.draft, item.itemKey);
  if (!now || now.day.dayNumber === day.dayNumber) return next;
  const original: ItemDraft = { ...item, status: "delayed", delayedToDay: now.day.dayNumber };
  const insert = (items: readonly ItemDraft[], dayNumber: number): readonly ItemDraft[] =>
    dayNumber === day.dayNumber ? insertedByTime(items, original) : items;
  return { ...next, draft: withItems(next.draft, insert, mobilityOf(next.trip)) };
}
