/** What changing a day's items has in common: an item at another hour, in its place by time, and the ways between. */
import type { Mobility, Travel } from "../geo.ts";
import { type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";
import { minuteOf, wallTimeOf } from "../opening-hours.ts";
import type { Coordinates } from "../place.ts";
import { type KnownTravel, wayBetween } from "../travel-times.ts";

const MINUTES_A_DAY = 1440;

export function minutesOf({ startTime, endTime, endsNextDay }: ItemDraft): number {
  return minuteOf(endTime) - minuteOf(startTime) + (endsNextDay ? MINUTES_A_DAY : 0);
}

/** It lasts as long as it did. */
export function startingAt(item: ItemDraft, startTime: string): ItemDraft {
  return { ...item, ...timesFrom(minuteOf(startTime), minutesOf(item)) };
}

export function timesFrom(
  startMinute: number,
  minutes: number,
): Pick<ItemDraft, "startTime" | "endTime" | "endsNextDay"> {
  const end = startMinute + minutes;
  return { startTime: wallTimeOf(startMinute), endTime: wallTimeOf(end), endsNextDay: end >= MINUTES_A_DAY };
}

export function insertedByTime(items: readonly ItemDraft[], item: ItemDraft): ItemDraft[] {
  const next = items.findIndex(({ startTime }) => startTime > item.startTime);
  return items.toSpliced(next === -1 ? items.length : next, 0, item);
}

/** The way to an item is reckoned anew where another one comes before it now, and for the one that came. */
export function reconnected(
  before: readonly ItemDraft[],
  after: readonly ItemDraft[],
  mobility: Mobility,
  known?: KnownTravel,
): ItemDraft[] {
  const keysBefore = predecessors(before);
  return after.map((item, index) => {
    if (!isActive(item)) return item;
    const previous = after.slice(0, index).findLast(isActive);
    if (keysBefore.has(item.itemKey) && keysBefore.get(item.itemKey) === previous?.itemKey) return item;
    return { ...item, travelFromPrevious: previous ? way(previous, item, mobility, known) : null };
  });
}

function predecessors(items: readonly ItemDraft[]): Map<string, string | undefined> {
  const active = items.filter(isActive);
  return new Map(active.map(({ itemKey }, index) => [itemKey, active[index - 1]?.itemKey]));
}

/** Unknown from or to something without a place, and after a journey, whose end is not its item's location. */
function way(from: ItemDraft, to: ItemDraft, mobility: Mobility, known: KnownTravel | undefined): Travel | null {
  const isJourney = [from, to].some(({ type }) => type === "transport" || type === "flight");
  const ends: [Coordinates | null, Coordinates | null] = [from.location, to.location];
  return isJourney || !ends[0] || !ends[1] ? null : wayBetween(ends[0], ends[1], mobility, known);
}

/** The same plan with some days' items changed; the ways of those days are reckoned anew where they must be. */
export function withItems(
  { days }: ItineraryDraft,
  change: (items: readonly ItemDraft[], dayNumber: number) => readonly ItemDraft[],
  mobility: Mobility,
  known?: KnownTravel,
): ItineraryDraft {
  return {
    days: days.map((day) => {
      const items = change(day.items, day.dayNumber);
      return items === day.items ? day : { ...day, items: reconnected(day.items, items, mobility, known) };
    }),
  };
}
