/** From the search's indices back to a plan people read: names, wall times, costs, and why each stop is there. */
import { admissionAt, freeAdmission } from "../../admission.ts";
import { partyStyleAt } from "../../budget.ts";
import { estimateMeal } from "../../estimate.ts";
import { convertEstimate } from "../../exchange.ts";
import type { Travel } from "../../geo.ts";
import { reasonFor } from "../../interest.ts";
import type { ItemDraft, ItineraryDraft } from "../../itinerary.ts";
import type { Cost } from "../../money.ts";
import { knowsHours, wallTimeOf } from "../../opening-hours.ts";
import { mobilityOf } from "../../pace.ts";
import type { Coordinates, Place } from "../../place.ts";
import { wayBetween } from "../../travel-times.ts";
import { destinationOn, type Trip } from "../../trip.ts";
import type { TimedStop } from "../plan.ts";
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

type ItemFields = Pick<ItemDraft, "itemKey" | "type" | "title" | "cost" | "reason" | "confidence">;

function visitItem({ mapped: { trip, facts }, day, keys }: DayContext, place: Place, startMinute: number): ItemFields {
  const arrival = { date: day.draft.date, startMinute };
  const reasons = [reasonFor(place, trip), freeAdmission(place, arrival, facts)].filter((reason) => reason !== null);
  return {
    itemKey: keys.get(place.id) ?? `visit:${place.id}`,
    type: "attraction",
    title: place.name,
    cost: admissionAt(place, arrival, facts),
    reason: reasons.length === 0 ? null : reasons.join("; "),
    confidence: confidenceIn(place),
  };
}

/** How much of what the plan relies on is known: hours weigh most, then price. */
function confidenceIn(place: Place): number {
  return (knowsHours(place.hours) ? 0.8 : 0.4) + (place.admission === null && place.mealEstimate === null ? 0 : 0.1);
}

interface MealContext {
  stop: TimedStop;
  place: Place | null;
  near: string | null;
}

function mealItem({ mapped, day, index, keys }: DayContext, { stop, place, near }: MealContext): ItemFields {
  const kind = (stop.kind === "meal" ? day.meals[stop.slot] : undefined) ?? "lunch";
  const { date, city } = day.draft;
  const name = kind === "lunch" ? "Lunch" : "Dinner";
  return {
    itemKey: keys.get(`${kind}:${index}`) ?? `${kind}:${date}`,
    type: "meal",
    title: place ? `${name} at ${place.name}` : near ? `${name} near ${near}` : `${name} in ${city.name}`,
    cost: place ? eateryCost(mapped.trip, place) : roughMealCost(mapped, date, kind),
    reason: place ? reasonFor(place, mapped.trip) : "no place we know of fits here: choose one on the spot",
    confidence: place ? confidenceIn(place) : 0.3,
  };
}

function eateryCost(trip: Trip, place: Place): Cost {
  const estimate = place.mealEstimate;
  if (!estimate) return null;
  return {
    ...estimate,
    lowMinor: estimate.lowMinor * trip.travelers,
    highMinor: estimate.highMinor * trip.travelers,
    method: `${estimate.method}, for ${trip.travelers}`,
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
