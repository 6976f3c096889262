/** A table for a meal of a day: what stood there for that meal gives way, and a meal moved away leaves another one behind. */

import { dayName } from "../check/phrases.ts";
import { type DayDraft, type ItemDraft, isActive } from "../itinerary.ts";
import { minuteOf, wallTimeOf, windowsOn } from "../opening-hours.ts";
import { MEAL_SLOTS, mobilityOf } from "../pace.ts";
import type { Place } from "../place.ts";
import { tableFields } from "../schedule/mapping/item-fields.ts";
import { mealKindAt } from "../schedule/mapping/previous.ts";
import { minutesOf, timesFrom, withItems } from "./day-items.ts";
import { type EditContext, type Editing, isRefusal, type Refusal, refusal } from "./editing.ts";
import { placed } from "./pinned.ts";
import { placedAt, sightsOn } from "./place-at.ts";

type MealSlot = (typeof MEAL_SLOTS)[number];

export interface Seat {
  readonly place: Place;
  readonly day: DayDraft;
  readonly time?: string | undefined;
  /** The meal that it was, whose key and kind it keeps. */
  readonly original?: ItemDraft | undefined;
}

export async function seatMeal(context: EditContext, editing: Editing, seat: Seat): Promise<Editing | Refusal> {
  const { place, original } = seat;
  const wished = slotWished(seat);
  const slots = wished ? [wished] : [...MEAL_SLOTS].reverse();
  let last: Refusal = refusal(`${place.name} is closed at meal times on ${dayName(seat.day.date)}.`);
  for (const slot of slots) {
    const start = seat.time ?? startWithin(slot, place, seat.day);
    if (start === null) continue;
    const current = seat.day.items.find(
      (item) => isActive(item) && item.itemKey !== original?.itemKey && isOf(item, slot),
    );
    if (current && (current.locked || current.status === "completed")) {
      last = refusal(`${current.title} is locked on ${dayName(seat.day.date)}. Unlock it first.`);
      continue;
    }
    const next = await placedAt(
      context,
      without(editing, current),
      mealItem(editing, seat, { slot, start, current }),
      seat.day,
    );
    if (!isRefusal(next)) return next;
    last = next;
  }
  return last;
}

function slotWished({ time, original }: Seat): MealSlot | undefined {
  const kind = mealKindAt(minuteOf(time ?? original?.startTime ?? "00:00"));
  return MEAL_SLOTS.find((slot) => slot.kind === kind);
}

const isOf = ({ type, startTime }: ItemDraft, { kind }: MealSlot): boolean =>
  type === "meal" && mealKindAt(minuteOf(startTime)) === kind;

/** As the day's own meal was, else as early as both the meal and the kitchen allow. */
function startWithin(slot: MealSlot, { hours }: Place, { date, items }: DayDraft): string | null {
  const planned = items.find((item) => isActive(item) && isOf(item, slot));
  const from = planned ? minuteOf(planned.startTime) : slot.earliestMinute + 30;
  const windows = windowsOn(hours, date);
  if (windows === null) return wallTimeOf(from);
  const starts = windows.flatMap(({ openMinute, closeMinute, lastEntryMinute }) => {
    const earliest = Math.max(openMinute, slot.earliestMinute);
    const latest = Math.min(lastEntryMinute, closeMinute - slot.minutes, slot.latestMinute);
    return earliest > latest ? [] : [Math.min(Math.max(from, earliest), latest)];
  });
  const [nearest] = starts.sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
  return nearest === undefined ? null : wallTimeOf(nearest);
}

function mealItem(
  { trip }: Editing,
  { place, day, original }: Seat,
  { slot, start, current }: { slot: MealSlot; start: string; current: ItemDraft | undefined },
): ItemDraft {
  const key =
    original?.itemKey ?? (current?.placeId === null ? current.itemKey : `${slot.kind}:${day.date}:${place.id}`);
  return {
    ...tableFields(place, slot.kind, trip),
    itemKey: key.slice(0, 80),
    placeId: place.id,
    location: place.location,
    ...timesFrom(minuteOf(start), original ? minutesOf(original) : slot.minutes),
    status: "planned",
    locked: false,
    travelFromPrevious: null,
  };
}

function without(editing: Editing, item: ItemDraft | undefined): Editing {
  if (!item) return editing;
  const drop = (items: readonly ItemDraft[]): readonly ItemDraft[] =>
    items.includes(item) ? items.filter((other) => other !== item) : items;
  return { ...editing, draft: withItems(editing.draft, drop, mobilityOf(editing.trip)) };
}

/** The party still has to eat on a day whose meal has gone elsewhere. */
export function mealsRefilled(context: EditContext, editing: Editing, day: DayDraft): Promise<Editing> {
  return placed(context, editing, {
    change: {},
    touched: new Set([day.date]),
    most: new Map([[day.date, sightsOn(day)]]),
  });
}
