/** From the search's indices back to a plan people read: names, wall times, costs, and why each stop is there. */
import { partyStyleAt } from "../budget.ts";
import { estimateMeal } from "../estimate.ts";
import { convertEstimate } from "../exchange.ts";
import type { PlanFacts } from "../facts.ts";
import { cityTravel, type Travel } from "../geo.ts";
import { reasonFor } from "../interest.ts";
import type { DayDraft, ItemDraft, ItineraryDraft } from "../itinerary.ts";
import type { Cost } from "../money.ts";
import { wallTimeOf } from "../opening-hours.ts";
import { mobilityOf } from "../pace.ts";
import type { Coordinates, Place } from "../place.ts";
import { destinationOn, type Trip } from "../trip.ts";
import type { PlanProblem, PlanSolution, ScheduledStop } from "./first/problem.ts";
import { purseOf } from "./purse.ts";
import { skeletonDays } from "./skeleton.ts";

interface Mapping {
  trip: Trip;
  facts: PlanFacts;
  problem: PlanProblem;
}

export function itineraryFrom(mapping: Mapping, solution: PlanSolution): ItineraryDraft {
  const days = skeletonDays(mapping.trip, mapping.facts).map((day, index) => ({
    ...day,
    items: [...day.items, ...dayItems(mapping, day, index, solution.days[index] ?? [])],
  }));
  return { days };
}

function dayItems(mapping: Mapping, day: DayDraft, dayIndex: number, stops: readonly ScheduledStop[]): ItemDraft[] {
  const mobility = mobilityOf(mapping.trip);
  let previous: { location: Coordinates; name: string } | null = null;
  return stops.map((stop) => {
    const place = placeOf(mapping, stop);
    const location: Coordinates | null = place?.location ?? previous?.location ?? null;
    const travel: Travel | null = place && previous ? cityTravel(previous.location, place.location, mobility) : null;
    const near = place ? null : (previous?.name ?? null);
    if (place) previous = { location: place.location, name: place.name };
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
      ? { ...common, ...visitItem(mapping, place) }
      : { ...common, ...mealItem({ mapping, day, dayIndex, stop, place, near }) };
  });
}

function placeOf({ facts, problem }: Mapping, stop: ScheduledStop): Place | null {
  const id =
    stop.kind === "visit"
      ? problem.visits[stop.visit]?.id
      : stop.eatery === null
        ? undefined
        : problem.eateries[stop.eatery]?.id;
  return id === undefined ? null : (facts.places.get(id) ?? null);
}

type ItemFields = Pick<ItemDraft, "itemKey" | "type" | "title" | "cost" | "reason" | "confidence">;

function visitItem({ trip }: Mapping, place: Place): ItemFields {
  return {
    itemKey: `visit:${place.id}`,
    type: "attraction",
    title: place.name,
    cost: place.admission,
    reason: reasonFor(place, trip),
    confidence: confidenceIn(place),
  };
}

/** How much of what the plan relies on is known: hours weigh most, then price. */
function confidenceIn(place: Place): number {
  return (place.hours === null ? 0.4 : 0.8) + (place.admission === null && place.mealEstimate === null ? 0 : 0.1);
}

interface MealContext {
  mapping: Mapping;
  day: DayDraft;
  dayIndex: number;
  stop: ScheduledStop;
  place: Place | null;
  near: string | null;
}

function mealItem({ mapping, day, dayIndex, stop, place, near }: MealContext): ItemFields {
  const kind = (stop.kind === "meal" ? mapping.problem.days[dayIndex]?.meals[stop.slot]?.kind : undefined) ?? "lunch";
  const name = kind === "lunch" ? "Lunch" : "Dinner";
  return {
    itemKey: `${kind}:${day.date}`,
    type: "meal",
    title: place ? `${name} at ${place.name}` : near ? `${name} near ${near}` : `${name} in ${day.city.name}`,
    cost: place ? eateryCost(mapping.trip, place) : roughMealCost(mapping, day.date, kind),
    reason: place ? reasonFor(place, mapping.trip) : "no place we know of fits here: choose one on the spot",
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

function roughMealCost({ trip, facts }: Mapping, date: string, kind: "lunch" | "dinner"): Cost {
  const destination = destinationOn(trip, date);
  const party = destination ? partyStyleAt(trip, destination.countryCode, facts) : null;
  if (!destination || !party) return null;
  const estimate = estimateMeal({ ...party, style: purseOf(trip, facts).mealStyle }, kind);
  // As the menus around it are priced, whatever currency the indicators are kept in.
  const local = facts.countries.get(destination.countryCode)?.currencyCode ?? estimate.currency;
  return convertEstimate(estimate, local, facts.rates) ?? estimate;
}
