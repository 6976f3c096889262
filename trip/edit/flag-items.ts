/** What is said of a stop without moving anything: locked, done, skipped, taken out. */
import { TripwrightError } from "../errors.ts";
import type { ItemDraft } from "../itinerary.ts";
import { isActive } from "../itinerary.ts";
import { mobilityOf } from "../pace.ts";
import type { Trip } from "../trip.ts";
import { withItems } from "./day-items.ts";
import type { Editing, Refusal } from "./editing.ts";
import { refusal } from "./editing.ts";
import { type Found, findActive } from "./find-item.ts";

/** Throws `invalid_input` for what is history already. */
export function requireActive({ draft }: Editing, itemKey: string): Found {
  const found = findActive(draft, itemKey);
  if (found) return found;
  const message = `Expected a stop that is still in the plan, and "${itemKey}" has been skipped or taken out. Get the trip to see its stops.`;
  throw new TripwrightError("invalid_input", message, { itemKey });
}

/** Nothing but the traveller's own word moves what is locked, and what is done is done. */
export function heldReason({ item }: Found): Refusal | null {
  if (item.status === "completed") return refusal(`${item.title} is marked as done, so it stays where it was.`);
  return item.locked ? refusal(`${item.title} is locked at ${item.startTime}. Unlock it first.`) : null;
}

function withItem(editing: Editing, item: ItemDraft, change: (item: ItemDraft) => ItemDraft | null): Editing {
  const apply = (items: readonly ItemDraft[]): readonly ItemDraft[] =>
    items.includes(item) ? items.flatMap((other) => (other === item ? (change(other) ?? []) : [other])) : items;
  return { ...editing, draft: withItems(editing.draft, apply, mobilityOf(editing.trip)) };
}

export function locked(editing: Editing, itemKey: string): Editing {
  const { item } = requireActive(editing, itemKey);
  return withItem(editing, item, (other) => ({ ...other, locked: true }));
}

/** From here on nobody holds it against the plan that the stop has moved. */
export function unlocked(editing: Editing, itemKey: string): Editing {
  const { item } = requireActive(editing, itemKey);
  const days = editing.anchor.days.map((day) => ({
    ...day,
    items: day.items.map((other) => (other.itemKey === itemKey ? { ...other, locked: false } : other)),
  }));
  return { ...withItem(editing, item, (other) => ({ ...other, locked: false })), anchor: { days } };
}

/** Also for what was marked as skipped by mistake. */
export function completed(editing: Editing, itemKey: string): Editing {
  const skipped = editing.draft.days
    .flatMap(({ items }) => items)
    .find((item) => item.itemKey === itemKey && item.status === "skipped");
  const item = skipped ?? requireActive(editing, itemKey).item;
  return withItem(editing, item, (other) => ({ ...other, status: "completed" }));
}

export function skipped(editing: Editing, itemKey: string): Editing | Refusal {
  const found = requireActive(editing, itemKey);
  return heldReason(found) ?? withItem(editing, found.item, (other) => ({ ...other, status: "skipped" }));
}

/** Later plans do not bring it back. */
export function removed(editing: Editing, itemKey: string): Editing | Refusal {
  const found = requireActive(editing, itemKey);
  return heldReason(found) ?? avoiding(takenOut(editing, found), found.item.placeId);
}

export function takenOut(editing: Editing, { item }: Found): Editing {
  return withItem(editing, item, () => null);
}

/** A place that is in the plan already on some day is still wanted there. */
export function avoiding(editing: Editing, placeId: string | null): Editing {
  const { trip, draft } = editing;
  const stays = draft.days.some(({ items }) => items.some((item) => item.placeId === placeId && isActive(item)));
  if (placeId === null || stays) return editing;
  const avoid = [...new Set([...(trip.conditions?.avoid ?? []), placeId])];
  const mustSee = trip.wishes.mustSee.filter((id) => id !== placeId);
  return {
    ...editing,
    trip: { ...trip, wishes: { ...trip.wishes, mustSee }, conditions: { ...trip.conditions, avoid } },
  };
}

export function wantedAgain(trip: Trip, placeId: string): Trip {
  const avoid = trip.conditions?.avoid;
  if (!avoid?.includes(placeId)) return trip;
  return { ...trip, conditions: { ...trip.conditions, avoid: avoid.filter((id) => id !== placeId) } };
}
