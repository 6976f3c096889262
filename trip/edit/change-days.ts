/** What is asked of whole days: two of them change places, one gives something up, one is filled. */
import { check } from "../check/check.ts";
import { visitScore } from "../interest.ts";
import { type DayDraft, type ItemDraft, isActive } from "../itinerary.ts";
import { minuteOf } from "../opening-hours.ts";
import { mobilityOf } from "../pace.ts";
import { sightFields } from "../schedule/mapping/item-fields.ts";
import { destinationOn } from "../trip.ts";
import { withItems } from "./day-items.ts";
import { type EditContext, type Editing, isRefusal, type Refusal, refusal } from "./editing.ts";
import { dayOf, findActive } from "./find-item.ts";
import { takenOut } from "./flag-items.ts";
import { newErrors, subjectOf } from "./new-errors.ts";
import { placed } from "./pinned.ts";
import { placeWanted } from "./place-wanted.ts";

const MOVABLE = new Set<ItemDraft["type"]>(["attraction", "meal", "rest", "free"]);
const isMovable = (item: ItemDraft): boolean => item.status === "planned" && MOVABLE.has(item.type);

export async function swapped(
  context: EditContext,
  editing: Editing,
  numbers: { day: number; fromDay: number },
): Promise<Editing | Refusal> {
  const days: [DayDraft, DayDraft] = [dayOf(editing.draft, numbers.day), dayOf(editing.draft, numbers.fromDay)];
  const no = cannotSwap(days);
  if (no) return no;
  const next = exchanged(context, editing, days);
  const [fault] = newErrors(context, next);
  if (!fault) return next;
  const eased = await rearranged(context, editing, days);
  return eased ?? refusal(`Days ${numbers.fromDay} and ${numbers.day} cannot change places. ${fault.message}`);
}

function cannotSwap([one, other]: [DayDraft, DayDraft]): Refusal | null {
  if (one === other) return refusal("Expected two different days to change places.");
  if (one.city.id !== other.city.id) {
    return refusal(`Day ${one.dayNumber} is in ${one.city.name} and day ${other.dayNumber} in ${other.city.name}.`);
  }
  for (const { items, dayNumber } of [one, other]) {
    const held = items.find((item) => isActive(item) && (item.locked || item.status === "completed"));
    if (held?.locked) return refusal(`${held.title} is locked on day ${dayNumber}. Unlock it first.`);
    if (held) return refusal(`Day ${dayNumber} has begun: ${held.title} is done.`);
  }
  return null;
}

/** Each stop at its own hour, on the other date. What a journey or history left in a day stays there. */
function exchanged({ facts }: EditContext, editing: Editing, [one, other]: [DayDraft, DayDraft]): Editing {
  const { trip } = editing;
  const onDate = (item: ItemDraft, date: string): ItemDraft => {
    const place = item.type === "attraction" && item.placeId ? facts.places.get(item.placeId) : undefined;
    if (!place) return item;
    const { cost, reason } = sightFields(place, { trip, facts, date, startMinute: minuteOf(item.startTime) });
    return { ...item, cost, reason };
  };
  const swap = (items: readonly ItemDraft[], dayNumber: number): readonly ItemDraft[] => {
    const source = dayNumber === one.dayNumber ? other : dayNumber === other.dayNumber ? one : null;
    if (source === null) return items;
    const date = (source === one ? other : one).date;
    const arriving = source.items.filter(isMovable).map((item) => onDate(item, date));
    return [...items.filter((item) => !isMovable(item)), ...arriving].sort((a, b) =>
      a.startTime.localeCompare(b.startTime),
    );
  };
  return { ...editing, draft: withItems(editing.draft, swap, mobilityOf(trip), facts.travel) };
}

/** At other hours, where the same ones do not do; `null` when not every stop finds its place. */
async function rearranged(
  context: EditContext,
  editing: Editing,
  [one, other]: [DayDraft, DayDraft],
): Promise<Editing | null> {
  const stops = [one, other].flatMap((day) =>
    day.items.flatMap((item) =>
      isMovable(item) && item.type === "attraction" && item.placeId
        ? [{ item, placeId: item.placeId, date: (day === one ? other : one).date }]
        : [],
    ),
  );
  const dates = new Set([one.date, other.date]);
  const moving = new Set<ItemDraft>(stops.map(({ item }) => item));
  const drop = (items: readonly ItemDraft[]): readonly ItemDraft[] =>
    items.some((item) => moving.has(item)) ? items.filter((item) => !moving.has(item)) : items;
  const rest = { ...editing, draft: withItems(editing.draft, drop, mobilityOf(editing.trip)) };
  const free = new Set([one, other].flatMap(({ items }) => items.filter(isMovable).map(({ itemKey }) => itemKey)));
  const most = new Map(
    [one, other].map((day) => [day.date, stops.filter(({ date }) => date === day.date).length] as const),
  );
  const change = { wanted: stops.map(({ placeId, date }) => ({ placeId, date })) };
  const next = await placed(context, rest, { change, free, touched: dates, beyondPace: dates, most });
  const keyed = withKeys(next, new Map(stops.map(({ item, placeId }) => [placeId, item.itemKey])));
  const isWhole = stops.every(({ item, date }) => findActive(keyed.draft, item.itemKey)?.day.date === date);
  return isWhole && newErrors(context, keyed).length === 0 ? keyed : null;
}

function withKeys(editing: Editing, keys: ReadonlyMap<string, string>): Editing {
  const days = editing.draft.days.map((day) => ({
    ...day,
    items: day.items.map((item) => {
      const isSight = isActive(item) && item.type === "attraction" && item.placeId !== null;
      return { ...item, itemKey: (isSight ? keys.get(item.placeId ?? "") : undefined) ?? item.itemKey };
    }),
  }));
  return { ...editing, draft: { days } };
}

/** The least of the day's sights goes to a day with room, or out; more of them while the pace is still exceeded. */
export async function relaxed(context: EditContext, editing: Editing, number: number): Promise<Editing | Refusal> {
  const first = await lighter(context, editing, number);
  if (isRefusal(first)) return first;
  let next = first;
  while (isTooMuch(context, next, number)) {
    const step = await lighter(context, next, number);
    if (isRefusal(step)) break;
    next = step;
  }
  return next;
}

async function lighter(context: EditContext, editing: Editing, number: number): Promise<Editing | Refusal> {
  const { trip, draft } = editing;
  const day = dayOf(draft, number);
  const sights = day.items.flatMap((item) => {
    const place = item.placeId === null ? undefined : context.facts.places.get(item.placeId);
    const isOut = !place || item.type !== "attraction" || item.status !== "planned" || item.locked;
    return isOut ? [] : [{ item, place, isMustSee: trip.wishes.mustSee.includes(place.id) }];
  });
  sights.sort(
    (a, b) => Number(a.isMustSee) - Number(b.isMustSee) || visitScore(a.place, trip) - visitScore(b.place, trip),
  );
  const [least] = sights;
  if (!least) return refusal(`Day ${number} has nothing to give up: what is there is locked, done or no sight.`);
  const rest = takenOut(editing, { day, item: least.item });
  const dates = draft.days
    .filter(({ date }) => date !== day.date && date >= context.facts.today)
    .filter(({ date }) => destinationOn(trip, date)?.cityId === day.city.id)
    .map(({ date }) => date);
  const { item: original, place } = least;
  const elsewhere =
    dates.length === 0 ? null : await placeWanted(context, rest, { place, dates, original, mayDisplace: false });
  return elsewhere && !isRefusal(elsewhere) ? elsewhere : rest;
}

function isTooMuch({ facts }: EditContext, { trip, draft }: Editing, number: number): boolean {
  const day = dayOf(draft, number);
  const { violations } = check(trip, draft, facts);
  return violations.some((found) => found.code === "pace_exceeded" && subjectOf(found, draft) === day.date);
}

/** What is there stays; what fits beside it comes in. */
export async function filled(context: EditContext, editing: Editing, number: number): Promise<Editing | Refusal> {
  const { date, items } = dayOf(editing.draft, number);
  const next = await placed(context, editing, { change: { openDates: [date] }, touched: new Set([date]) });
  const before = new Set(items.map(({ itemKey }) => itemKey));
  const isMore = dayOf(next.draft, number).items.some(({ itemKey }) => !before.has(itemKey));
  return isMore ? next : refusal(`Nothing else that is open and suits fits into day ${number} at this pace.`);
}
