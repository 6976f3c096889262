/** What a replanning did, item by item, and why where the judge had said so. */
import { type DayDraft, type ItemDraft, type ItineraryDraft, isActive } from "../../itinerary.ts";

export interface PlanChange {
  readonly kind: "dropped" | "added" | "other_day" | "retimed";
  readonly title: string;
  readonly placeId: string | null;
  readonly from: { readonly date: string; readonly startTime: string; readonly endTime: string } | null;
  readonly to: { readonly date: string; readonly startTime: string; readonly endTime: string } | null;
  /** In sentences; empty where it only makes room for the rest. */
  readonly why: readonly string[];
}

interface Placed {
  readonly date: string;
  readonly item: ItemDraft;
  readonly path: string;
}

/** `faults`, by path of the old plan: what was wrong with it, in the judge's words. */
export function planChanges(
  old: ItineraryDraft,
  fresh: ItineraryDraft,
  faults: ReadonlyMap<string, readonly string[]> = new Map(),
): PlanChange[] {
  const now = Map.groupBy(placedItems(fresh), nameOf);
  const gone = placedItems(old).flatMap((before): PlanChange[] => {
    const same = now.get(nameOf(before)) ?? [];
    const after = same.find(({ date }) => date === before.date) ?? same[0];
    now.set(
      nameOf(before),
      same.filter((other) => other !== after),
    );
    const kind = kindOf(before, after);
    const why = [...(faults.get(before.path) ?? []), ...(faults.get(before.path.replace(/\.items.*/, "")) ?? [])];
    return kind === null ? [] : [changeOf(kind, before.item, { from: before, to: after, why })];
  });
  const added = [...now.values()].flat().map((after) => changeOf("added", after.item, { to: after, why: [] }));
  return [...gone, ...added];
}

function kindOf(before: Placed, after: Placed | undefined): PlanChange["kind"] | null {
  if (!after) return "dropped";
  if (after.date !== before.date) return "other_day";
  return after.item.startTime === before.item.startTime && after.item.endTime === before.item.endTime
    ? null
    : "retimed";
}

function changeOf(
  kind: PlanChange["kind"],
  { title, placeId }: ItemDraft,
  { from, to, why }: { from?: Placed; to?: Placed | undefined; why: readonly string[] },
): PlanChange {
  return { kind, title, placeId, from: from ? timesOf(from) : null, to: to ? timesOf(to) : null, why };
}

const timesOf = ({ date, item: { startTime, endTime } }: Placed): NonNullable<PlanChange["from"]> => ({
  date,
  startTime,
  endTime,
});

/** The same place is the same thing wherever it went; without a place, the key says it. */
const nameOf = ({ item }: Placed): string => (item.placeId === null ? item.itemKey : `${item.type}:${item.placeId}`);

function placedItems({ days }: ItineraryDraft): Placed[] {
  return days.flatMap((day: DayDraft, dayIndex) =>
    day.items.flatMap((item, index) =>
      isActive(item) ? [{ date: day.date, item, path: `days[${dayIndex}].items[${index}]` }] : [],
    ),
  );
}
