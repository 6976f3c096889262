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
const whenOf = ({ day, item }: Placed): string => `${dayName(day.date)}, ${item.startTime}–${item.endTime}`;

export function lockedItemRule({ itinerary, previous }: CheckContext): Violation[] {
  if (previous === null) return [];
  const current = Map.groupBy(activeItems(itinerary), ({ item }) => item.itemKey);
  return activeItems(previous).flatMap((placed) => {
    const { day, item } = placed;
    if (!item.locked) return [];
    const now = current.get(item.itemKey) ?? [];
    const isKept = now.some(
      (other) => other.day.date === day.date && KEPT.every((field) => other.item[field] === item[field]),
    );
    if (isKept) return [];
    const expected = `${item.title}, ${whenOf(placed)}`;
    const fix = `put ${item.title} back to ${whenOf(placed)}, or unlock it first`;
    const was = `You locked ${item.title} on ${whenOf(placed)}`;
    const [found] = now;
    if (!found) {
      const saying = { expected, actual: "not in the plan", fix };
      return [violation("locked_item_changed", "", `${was}; the new plan no longer has it.`, saying)];
    }
    const moved = `the new plan has ${found.item.title} on ${whenOf(found)}`;
    const actual = `${found.item.title}, ${whenOf(found)}`;
    return [violation("locked_item_changed", found.path, `${was}; ${moved}.`, { expected, actual, fix })];
  });
}
