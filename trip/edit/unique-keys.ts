/** One key, one item: of two that are not put off and share a key, the one that had it keeps it. */
import type { ItemDraft, ItineraryDraft } from "../itinerary.ts";

export function withUniqueKeys({ days }: ItineraryDraft, base: ItineraryDraft): ItineraryDraft {
  const owners = new Map(
    base.days.flatMap(({ items }) =>
      items.flatMap((item) => (item.status === "delayed" ? [] : [[item.itemKey, item] as const])),
    ),
  );
  const all = days.flatMap(({ items }) => items).filter(({ status }) => status !== "delayed");
  const sharing = Map.groupBy(all, ({ itemKey }) => itemKey);
  const taken = new Set(sharing.keys());
  const renamed = new Map<ItemDraft, string>();
  for (const [key, items] of sharing) {
    if (items.length < 2) continue;
    const owner = items.find((item) => isSame(item, owners.get(key))) ?? items[0];
    for (const item of items) if (item !== owner) renamed.set(item, freshKey(key, taken));
  }
  if (renamed.size === 0) return { days };
  return {
    days: days.map((day) => ({
      ...day,
      items: day.items.map((item) => ({ ...item, itemKey: renamed.get(item) ?? item.itemKey })),
    })),
  };
}

const isSame = (item: ItemDraft, owner: ItemDraft | undefined): boolean =>
  owner !== undefined && item.placeId === owner.placeId && item.status === owner.status;

function freshKey(key: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${key.slice(0, 75)}~${number}`)) number += 1;
  const fresh = `${key.slice(0, 75)}~${number}`;
  taken.add(fresh);
  return fresh;
}
