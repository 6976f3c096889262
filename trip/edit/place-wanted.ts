/**
 * A place that must be in, on one of some days, at the hour that suits the plan best. First into a gap that the
 * pace leaves, then beyond the pace, and only then does the day give way.
 */
import { dayName } from "../check/phrases.ts";
import { type ItemDraft, isActive } from "../itinerary.ts";
import { windowsOn } from "../opening-hours.ts";
import type { Place } from "../place.ts";
import { suits } from "../suitability.ts";
import { destinationOn } from "../trip.ts";
import { type EditContext, type Editing, type Refusal, refusal } from "./editing.ts";
import { newErrors } from "./new-errors.ts";
import { type Placing, placed } from "./pinned.ts";
import { sightsOn } from "./place-at.ts";
import { alternativesText, isShut, whenElse } from "./when-else.ts";

export interface Wanted {
  readonly place: Place;
  /** Any of these; any day of the trip when `null`. */
  readonly dates: readonly string[] | null;
  /** The stop that it was, whose key it keeps. */
  readonly original?: ItemDraft | undefined;
  /** Whether the day may give something up for it. */
  readonly mayDisplace?: boolean;
}

export async function placeWanted(context: EditContext, editing: Editing, wanted: Wanted): Promise<Editing | Refusal> {
  const dates = datesFor(context, editing, wanted);
  if (!Array.isArray(dates)) return dates;
  for (const placing of attempts(editing, wanted, dates)) {
    const next = await placed(context, editing, placing);
    const stop = stopOf(next, wanted.place);
    if (stop && newErrors(context, next).length === 0) return withKeyOf(next, stop, wanted.original);
  }
  const alternatives = elsewhere(context, editing, wanted, dates);
  const where = wanted.dates === null ? "on any day" : dates.length === 1 ? `on ${dayName(dates[0] ?? "")}` : "there";
  const hint = alternatives.length === 0 ? "Take something out first." : alternativesText(alternatives);
  return refusal(`There is no room for ${wanted.place.name} ${where} beside what is planned. ${hint}`, alternatives);
}

function attempts(editing: Editing, { place, dates: named, mayDisplace = true }: Wanted, dates: string[]): Placing[] {
  const wish = named === null ? [{ placeId: place.id }] : dates.map((date) => ({ placeId: place.id, date }));
  const days = editing.draft.days.filter(({ date }) => dates.includes(date));
  const change = { wanted: wish };
  // The wish names its dates: without this the search would take them for free to fill.
  const most = new Map(days.map((day) => [day.date, sightsOn(day) + 1]));
  const touched = new Set(named === null ? [] : dates);
  const gap: Placing = { change, touched, most };
  const full: Placing = { ...gap, beyondPace: new Set(dates) };
  const free = new Set(
    days.flatMap(({ items }) => items.flatMap((item) => (item.status === "planned" ? [item.itemKey] : []))),
  );
  return mayDisplace ? [gap, full, { ...full, free, touched: new Set(dates) }] : [gap];
}

/** The dates on which it can be at all, or why there are none. */
function datesFor(context: EditContext, editing: Editing, { place, dates: named }: Wanted): string[] | Refusal {
  const { trip, draft } = editing;
  const all = named ?? draft.days.map(({ date }) => date);
  if (!trip.destinations.some(({ cityId }) => cityId === place.cityId)) {
    return refusal(`${place.name} is in none of the cities of this trip.`);
  }
  if (!suits(place, trip)) return refusal(`${place.name} does not meet the party's diets or access needs.`);
  const there = all.filter((date) => destinationOn(trip, date)?.cityId === place.cityId);
  const city = trip.destinations.find(({ cityId }) => cityId === place.cityId)?.name ?? "";
  if (there.length === 0) {
    const near = elsewhere(context, editing, { place, dates: all }, all);
    return refusal(`You are not in ${city} then, where ${place.name} is. ${alternativesText(near)}`, near);
  }
  const open = there.filter(
    (date) =>
      windowsOn(place.hours, date)?.length !== 0 && !isShut(trip, place.id, date) && date >= context.facts.today,
  );
  if (open.length > 0) return open;
  const near = elsewhere(context, editing, { place, dates: there }, there);
  const when = there.length === 1 ? `on ${dayName(there[0] ?? "")}` : "on every day in question";
  return refusal(`${place.name} is closed ${when}. ${alternativesText(near)}`, near);
}

function elsewhere(
  { facts }: EditContext,
  { trip }: Editing,
  { place }: Wanted,
  dates: readonly string[],
): ReturnType<typeof whenElse> {
  const minutes = Math.ceil(place.visitMinutes / 5) * 5;
  const [first = trip.startDate] = dates;
  return whenElse({ trip, facts, place, minutes, date: first, except: dates });
}

export function stopOf({ draft }: Editing, { id }: Place): ItemDraft | undefined {
  return draft.days
    .flatMap(({ items }) => items)
    .find((item) => item.placeId === id && item.type === "attraction" && isActive(item));
}

/** The same visit keeps its key when it is moved. */
function withKeyOf(editing: Editing, stop: ItemDraft, original: ItemDraft | undefined): Editing {
  if (!original) return editing;
  const days = editing.draft.days.map((day) => ({
    ...day,
    items: day.items.map((item) => (item === stop ? { ...item, itemKey: original.itemKey } : item)),
  }));
  return { ...editing, draft: { days } };
}
