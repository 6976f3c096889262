/** What the traveller has locked stays as it was: same day, same times, same place. */
import type { DayDraft, ItemDraft, ItineraryDraft } from "../itinerary.ts";
import { isActive } from "../itinerary.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext } from "./context.ts";
import { dayName } from "./phrases.ts";

interface Placed {
  day: DayDraft;
  item: ItemDraft;
  path: string;
}

function activeItems({ days }: ItineraryDraft): Placed[] {
  return days.flatMap((day, dayIndex) =>
    day.items.flatMap((item, index) =>
      isActive(item) ? [{ day, item, path: `days[${dayIndex}].items[${index}]` }] : [],
    ),
  );
}

const KEPT = ["type", "placeId", "startTime", "endTime", "endsNextDay"] as const;

export function lockedItemRule({ itinerary, previous }: CheckContext): Violation[] {
  if (previous === null) return [];
  const current = Map.groupBy(activeItems(itinerary), ({ item }) => item.itemKey);
  return activeItems(previous).flatMap(({ day, item }) => {
    if (!item.locked) return [];
    const now = current.get(item.itemKey) ?? [];
    const isKept = now.some(
      (other) => other.day.date === day.date && KEPT.every((field) => other.item[field] === item[field]),
    );
    if (isKept) return [];
    const was = `You locked ${item.title} on ${dayName(day.date)}, ${item.startTime}–${item.endTime}`;
    const [found] = now;
    if (!found) return [violation("locked_item_changed", "", `${was}; the new plan no longer has it.`)];
    const { startTime, endTime, title } = found.item;
    const moved = `the new plan has ${title} on ${dayName(found.day.date)}, ${startTime}–${endTime}`;
    return [violation("locked_item_changed", found.path, `${was}; ${moved}.`)];
  });
}
