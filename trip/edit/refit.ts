/**
 * A plan made to fit its trip anew: other dates, another city, other wishes. Days whose date is still part of the
 * trip stay as they are, unless the change is about all of them; new days are filled.
 */
import { datesFrom } from "../calendar.ts";
import { type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";
import type { Change } from "../schedule/mapping/change.ts";
import type { Trip } from "../trip.ts";
import { carriedOver } from "./carry-over.ts";
import type { EditContext, Editing } from "./editing.ts";
import { newErrors } from "./new-errors.ts";
import { type Placing, placed } from "./pinned.ts";

export async function refitted(
  context: EditContext,
  { before, after, base }: { before: Trip; after: Trip; base: ItineraryDraft },
): Promise<Editing> {
  const editing: Editing = { trip: after, draft: carriedOver(base, before, after), anchor: base };
  const placing = placingFor(context, before, editing);
  const first = await placed(context, editing, placing);
  const isWhole = (placing.change.wanted ?? []).every(({ placeId }) => holds(first.draft, placeId));
  if (isWhole && newErrors(context, first).length === 0) return first;
  const dates = new Set(first.draft.days.map(({ date }) => date));
  const free = new Set(movable(editing.draft).map(({ itemKey }) => itemKey));
  const second = await placed(context, editing, {
    ...placing,
    free,
    touched: dates,
    beyondPace: wantedDates(placing, dates),
  });
  return faults(context, second, placing) <= faults(context, first, placing) ? second : first;
}

/** Who wants more than the pace allows is given more. */
const wantedDates = ({ change }: Placing, dates: ReadonlySet<string>): ReadonlySet<string> =>
  (change.wanted ?? []).length > 0 ? dates : new Set();

const holds = ({ days }: ItineraryDraft, placeId: string): boolean =>
  days.some(({ items }) => items.some((item) => item.placeId === placeId && isActive(item)));

function faults(context: EditContext, editing: Editing, { change }: Placing): number {
  const missing = (change.wanted ?? []).filter(({ placeId }) => !holds(editing.draft, placeId)).length;
  return newErrors(context, editing).length + missing;
}

const movable = ({ days }: ItineraryDraft): ItemDraft[] =>
  days.flatMap(({ items }) => items.filter((item) => item.status === "planned" && !item.locked));

function placingFor({ facts }: EditContext, before: Trip, { trip, draft, anchor }: Editing): Placing {
  const oldDates = new Map(anchor.days.map((day) => [day.date, new Set(day.items.map(({ itemKey }) => itemKey))]));
  const stood = (date: string, item: ItemDraft): boolean => oldDates.get(date)?.has(item.itemKey) ?? false;
  const carried = new Set(draft.days.map(({ date }) => date));
  const all = datesFrom(trip.startDate, trip.endDate);
  const fresh = all.filter((date) => !carried.has(date));
  // A day that was cut short by arriving or leaving is a whole day now.
  const longer = [before.startDate, before.endDate].filter(
    (date) => carried.has(date) && date !== trip.startDate && date !== trip.endDate,
  );
  const isRewished = wishesChanged(before, trip);
  const seen = new Set(trip.wishes.alreadySeen ?? []);
  const free = draft.days.flatMap(({ date, items }) =>
    items
      .filter((item) => isRewished || !stood(date, item) || (item.placeId !== null && seen.has(item.placeId)))
      .map((item) => ({ date, item })),
  );
  // A must that went with a day that is no longer is wanted on another.
  const isOwed = (id: string): boolean => !before.wishes.mustSee.includes(id) || holds(anchor, id);
  const wanted = trip.wishes.mustSee.filter((id) => isOwed(id) && !holds(draft, id) && !seen.has(id));
  const change: Change = {
    openDates: isTasteChanged(before, trip) ? all : [...fresh, ...longer],
    wanted: wanted.map((placeId) => ({ placeId })),
    ...(facts.today > trip.startDate && { now: { date: facts.today, minute: 0 } }),
  };
  return {
    change,
    free: new Set(free.map(({ item }) => item.itemKey)),
    touched: new Set([...fresh, ...longer, ...free.map(({ date }) => date), ...(isRewished ? all : [])]),
  };
}

/** What decides which places are worth it: then every day may be filled anew. */
function isTasteChanged({ wishes: old }: Trip, { wishes }: Trip): boolean {
  const taste = ({ interests, style, avoidCrowds, preferOffbeat }: Trip["wishes"]): string =>
    JSON.stringify([interests, style, avoidCrowds, preferOffbeat]);
  return taste(old) !== taste(wishes);
}

/** What decides how much fits and what suits, too: then no stop is sure of its hour. */
function wishesChanged(before: Trip, after: Trip): boolean {
  const needs = ({ wishes: { pace, diets, accessibility }, childAges, budget }: Trip): string =>
    JSON.stringify([pace, diets, accessibility, childAges, budget]);
  return isTasteChanged(before, after) || needs(before) !== needs(after);
}
