/**
 * An item put off to another day. The original stays where it was, as history; a copy with the same
 * `itemKey` stands in the other day. So a key names at most one item that is not delayed, and the status
 * tells the two apart. The result is a draft: whether it holds is for the checker to say.
 */
import { TripwrightError } from "../errors.ts";
import { cityTravel, MOBILITY, type Mobility, type Travel } from "../geo.ts";
import { type DayDraft, type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";
import { minuteOf, wallTimeOf } from "../opening-hours.ts";

export interface Delay {
  itemKey: string;
  /** Number of the day it is put off to. */
  toDay: number;
  /** When it starts there; as before unless given. It lasts as long as it did. */
  startTime?: string | undefined;
  /** How the party gets about. */
  mobility?: Mobility | undefined;
}

const MINUTES_A_DAY = 1440;

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
        return { ...day, items: reconnected(day.items, insertedByTime(day, copy), mobility) };
      return day;
    }),
  };
}

const isMeant = ({ itemKey, status }: ItemDraft, key: string): boolean => itemKey === key && status === "planned";

function startingAt(item: ItemDraft, startTime: string): ItemDraft {
  const minutes = minuteOf(item.endTime) - minuteOf(item.startTime) + (item.endsNextDay ? MINUTES_A_DAY : 0);
  const end = minuteOf(startTime) + minutes;
  return { ...item, startTime, endTime: wallTimeOf(end % MINUTES_A_DAY), endsNextDay: end >= MINUTES_A_DAY };
}

function insertedByTime({ items }: DayDraft, item: ItemDraft): ItemDraft[] {
  const next = items.findIndex(({ startTime }) => startTime > item.startTime);
  return items.toSpliced(next === -1 ? items.length : next, 0, item);
}

/** The way to an item is reckoned anew where another one comes before it now, and for the one that came. */
function reconnected(before: readonly ItemDraft[], after: readonly ItemDraft[], mobility: Mobility): ItemDraft[] {
  const keysBefore = predecessors(before);
  return after.map((item, index) => {
    if (!isActive(item)) return item;
    const previous = after.slice(0, index).findLast(isActive);
    if (keysBefore.has(item.itemKey) && keysBefore.get(item.itemKey) === previous?.itemKey) return item;
    return { ...item, travelFromPrevious: previous ? wayBetween(previous, item, mobility) : null };
  });
}

function predecessors(items: readonly ItemDraft[]): Map<string, string | undefined> {
  const active = items.filter(isActive);
  return new Map(active.map(({ itemKey }, index) => [itemKey, active[index - 1]?.itemKey]));
}

/** Unknown from or to something without a place, and after a journey, whose end is not its item's location. */
function wayBetween(from: ItemDraft, to: ItemDraft, mobility: Mobility): Travel | null {
  const isJourney = [from, to].some(({ type }) => type === "transport" || type === "flight");
  return isJourney || !from.location || !to.location ? null : cityTravel(from.location, to.location, mobility);
}
