/** Which item is meant: by its key, or as "2.3", the third stop of day 2 of the version the edit began from. */
import { TripwrightError } from "../errors.ts";
import { type DayDraft, type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";

export interface Found {
  readonly day: DayDraft;
  readonly item: ItemDraft;
}

const POSITION = /^(\d{1,2})\.(\d{1,2})$/;

/** Throws `invalid_input`, saying what there is. Skipped items answer to their key, so that they can be taken back up. */
export function itemKeyOf(base: ItineraryDraft, name: string): string {
  const [, dayNumber, position] = POSITION.exec(name) ?? [];
  if (dayNumber === undefined) {
    const isKnown = base.days.some(({ items }) => items.some(({ itemKey }) => itemKey === name));
    if (isKnown) return name;
    const message = `Expected an item as day.position (such as 2.3) or an itemKey of the plan, got "${name}". Get the trip to see its items.`;
    throw new TripwrightError("invalid_input", message, { item: name });
  }
  const day = dayOf(base, Number(dayNumber));
  const active = day.items.filter(isActive);
  const item = active[Number(position) - 1];
  if (item) return item.itemKey;
  const has =
    active.length === 0 ? "has no stops" : `has stops ${day.dayNumber}.1 to ${day.dayNumber}.${active.length}`;
  throw new TripwrightError("invalid_input", `Day ${day.dayNumber} ${has}, got "${name}".`, { item: name });
}

/** Throws `invalid_input`. */
export function dayOf({ days }: ItineraryDraft, dayNumber: number): DayDraft {
  const day = days.find((other) => other.dayNumber === dayNumber);
  if (day) return day;
  const message = `Expected a day of the plan (1 to ${days.at(-1)?.dayNumber ?? 0}), got ${dayNumber}.`;
  throw new TripwrightError("invalid_input", message, { day: dayNumber });
}

/** Where the item stands that is not history; `null` once it is. */
export function findActive({ days }: ItineraryDraft, itemKey: string): Found | null {
  for (const day of days) {
    const item = day.items.find((other) => other.itemKey === itemKey && isActive(other));
    if (item) return { day, item };
  }
  return null;
}
