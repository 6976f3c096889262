/**
 * An item put off to another day. The original stays where it was, as history; a copy with the same
 * `itemKey` stands in the other day. So a key names at most one item that is not delayed, and the status
 * tells the two apart. The result is a draft: whether it holds is for the checker to say.
 */
import { TripwrightError } from "../errors.ts";
import { MOBILITY, type Mobility } from "../geo.ts";
import type { ItemDraft, ItineraryDraft } from "../itinerary.ts";
import { insertedByTime, reconnected, startingAt } from "./day-items.ts";

export interface Delay {
  itemKey: string;
  /** Number of the day it is put off to. */
  toDay: number;
  /** When it starts there; as before unless given. It lasts as long as it did. */
  startTime?: string | undefined;
  /** How the party gets about. */
  mobility?: Mobility | undefined;
}

/** Throws `invalid_input` for an item that is not planned, and for a day that is not another one of the plan. */
export function delayItem({ days }: ItineraryDraft, delay: Delay): ItineraryDraft {
  const { itemKey, toDay, startTime, mobility = MOBILITY.usual } = delay;
  const from = days.find(({ items }) => items.some((item) => isMeant(item, itemKey)));
  const original = from?.items.find((item) => isMeant(item, itemKey));
  if (!from || !original) {
    const message = `Expected the itemKey of a planned item of this plan, got "${itemKey}". Get the trip to see its items.`;
    throw new TripwrightError("invalid_input", message, { itemKey });
  }
  if (toDay === from.dayNumber || !days.some(({ dayNumber }) => dayNumber === toDay)) {
    const others = days.flatMap(({ dayNumber }) => (dayNumber === from.dayNumber ? [] : [dayNumber]));
    const message = `Expected another day of the plan than ${from.dayNumber} (${others.join(", ")}), got ${toDay}.`;
    throw new TripwrightError("invalid_input", message, { toDay });
  }
  const delayed = from.items.map((item) =>
    item === original ? { ...item, status: "delayed" as const, delayedToDay: toDay } : item,
  );
  const copy = startTime === undefined ? original : startingAt(original, startTime);
  return {
    days: days.map((day) => {
      if (day === from) return { ...day, items: reconnected(day.items, delayed, mobility) };
      if (day.dayNumber === toDay)
        return { ...day, items: reconnected(day.items, insertedByTime(day.items, copy), mobility) };
      return day;
    }),
  };
}

const isMeant = ({ itemKey, status }: ItemDraft, key: string): boolean => itemKey === key && status === "planned";
