/** From the search's indices back to a plan people read: names, wall times, costs, and why each stop is there. */
import { partyStyleAt } from "../../budget.ts";
import { estimateMeal } from "../../estimate.ts";
import { convertEstimate } from "../../exchange.ts";
import type { Travel } from "../../geo.ts";
import type { ItemDraft, ItineraryDraft } from "../../itinerary.ts";
import type { Cost } from "../../money.ts";
import { wallTimeOf } from "../../opening-hours.ts";
import { mobilityOf } from "../../pace.ts";
import type { Coordinates, Place } from "../../place.ts";
import { wayBetween } from "../../travel-times.ts";
import { destinationOn } from "../../trip.ts";
import type { TimedStop } from "../plan.ts";
import { type ItemFields, MEAL_NAMES, sightFields, tableFields } from "./item-fields.ts";
import { dayIndexOf, historyOf, isJourney, mealKindAt } from "./previous.ts";
import { purseOf } from "./purse.ts";
import type { MappedDay, MealKind, TripProblem, VisitSource } from "./trip-problem.ts";

/** `previous` is the plan that is replaced: what stays keeps its keys, and its history stays with it. */
export function itineraryFrom(
  mapped: TripProblem,
  days: readonly (readonly TimedStop[])[],
  previous?: ItineraryDraft,
): ItineraryDraft {
  const dates = mapped.days.map(({ draft }) => draft.date);
  const history = historyOf(previous, dates);
  const keys = keysOf(previous, dates);
  return {
    days: mapped.days.map((day, index) => {
      const fresh = dayItems({ mapped, day, index, keys }, days[index] ?? []);
      const past = (history.get(index) ?? []).filter((item) => !day.draft.items.includes(item));
      const items = past.length === 0 ? fresh : [...fresh, ...past].sort(byStart);
      return { ...day.draft, items: [...day.draft.items, ...items] };
    }),
  };
}

const byStart = (a: ItemDraft, b: ItemDraft): number => a.startTime.localeCompare(b.startTime);

/** Stable keys: by place, and by day and meal for meals without one. */
function keysOf(previous: ItineraryDraft | undefined, dates: readonly string[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const day of previous?.days ?? []) {
    for (const { type, placeId, startTime, itemKey } of day.items) {
      const [hours = 0, minutes = 0] = startTime.split(":").map(Number);
      const kind = type === "meal" ? mealKindAt(hours * 60 + minutes) : null;
      if (type === "attraction" && placeId) keys.set(placeId, itemKey);
      if (kind) keys.set(`${kind}:${dayIndexOf(day, dates)}`, itemKey);
    }
  }
  return keys;
}

interface DayContext {
  mapped: TripProblem;
  day: MappedDay;
  index: number;
  keys: ReadonlyMap<string, string>;
}

function dayItems(context: DayContext, stops: readonly TimedStop[]): ItemDraft[] {
  const { mapped } = context;
  const mobility = mobilityOf(mapped.trip);
  let previous: { location: Coordinates; name: string } | null = null;
  return stops.map((stop) => {
    const { place, item } = sourceOf(mapped, stop);
    const own = place?.location ?? item?.location ?? null;
    const location: Coordinates | null = own ?? previous?.location ?? null;
    const travel: Travel | null =
      own && previous && !(item && isJourney(item))
        ? wayBetween(previous.location, own, mobility, mapped.facts.travel)
        : null;
    const near = place ? null : (previous?.name ?? null);
    if (own) previous = { location: own, name: place?.name ?? item?.title ?? "" };
    if (item) return keptItem(item, stop, travel);
    const common = {
      placeId: place?.id ?? null,
      location,
      startTime: wallTimeOf(stop.startMinute),
      endTime: wallTimeOf(stop.endMinute),
      endsNextDay: stop.endMinute >= 1440,
      status: "planned",
      locked: false,
      travelFromPrevious: travel,
    } as const;
    return stop.kind === "visit" && place
      ? { ...common, ...visitItem(context, place, stop.startMinute) }
      : { ...common, ...mealItem(context, { stop, place, near }) };
  });
}

/** A locked item keeps its very minutes, which may lie between those that plans use; free time moves. */
function keptItem(item: ItemDraft, stop: TimedStop, travelFromPrevious: Travel | null): ItemDraft {
  if (item.locked || item.status === "completed" || item.placeId !== null) return { ...item, travelFromPrevious };
  return {
    ...item,
    startTime: wallTimeOf(stop.startMinute),
    endTime: wallTimeOf(stop.endMinute),
    endsNextDay: stop.endMinute >= 1440,
    travelFromPrevious,
  };
}

function sourceOf({ sources, tables }: TripProblem, stop: TimedStop): VisitSource {
  if (stop.kind === "visit") return sources[stop.visit] ?? { place: null, item: null };
  return { place: stop.eatery === null ? null : (tables[stop.eatery] ?? null), item: null };
}

function visitItem({ mapped: { trip, facts }, day, keys }: DayContext, place: Place, startMinute: number): ItemFields {
  const fields = sightFields(place, { trip, facts, date: day.draft.date, startMinute });
  return { ...fields, itemKey: keys.get(place.id) ?? fields.itemKey };
}

interface MealContext {
  stop: TimedStop;
  place: Place | null;
  near: string | null;
}

function mealItem({ mapped, day, index, keys }: DayContext, { stop, place, near }: MealContext): ItemFields {
  const kind = (stop.kind === "meal" ? day.meals[stop.slot] : undefined) ?? "lunch";
  const { date, city } = day.draft;
  const itemKey = keys.get(`${kind}:${index}`) ?? `${kind}:${date}`;
  if (place) return { ...tableFields(place, kind, mapped.trip), itemKey };
  return {
    itemKey,
    type: "meal",
    title: near ? `${MEAL_NAMES[kind]} near ${near}` : `${MEAL_NAMES[kind]} in ${city.name}`,
    cost: roughMealCost(mapped, date, kind),
    reason: "no place we know of fits here: choose one on the spot",
    confidence: 0.3,
  };
}

function roughMealCost({ trip, facts }: TripProblem, date: string, kind: MealKind): Cost {
  const destination = destinationOn(trip, date);
  const party = destination ? partyStyleAt(trip, destination.countryCode, facts) : null;
  if (!destination || !party) return null;
  const estimate = estimateMeal({ ...party, style: purseOf(trip, facts).mealStyle }, kind);
  // As the menus around it are priced, whatever currency the indicators are kept in.
  const local = facts.countries.get(destination.countryCode)?.currencyCode ?? estimate.currency;
  return convertEstimate(estimate, local, facts.rates) ?? estimate;
}
