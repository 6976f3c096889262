/** What a plan says of a visit or a meal wherever it is put: name, cost at that hour, why, and how sure we are. */
import { admissionAt, freeAdmission } from "../../admission.ts";
import type { PlanFacts } from "../../facts.ts";
import { reasonFor } from "../../interest.ts";
import type { ItemDraft } from "../../itinerary.ts";
import type { Cost } from "../../money.ts";
import { knowsHours } from "../../opening-hours.ts";
import type { Place } from "../../place.ts";
import type { Trip } from "../../trip.ts";
import type { MealKind } from "./trip-problem.ts";

export type ItemFields = Pick<ItemDraft, "itemKey" | "type" | "title" | "cost" | "reason" | "confidence">;

export const MEAL_NAMES: Readonly<Record<MealKind, string>> = { lunch: "Lunch", dinner: "Dinner" };

interface Arrival {
  trip: Trip;
  facts: PlanFacts;
  date: string;
  startMinute: number;
}

export function sightFields(place: Place, { trip, facts, ...arrival }: Arrival): ItemFields {
  const reasons = [reasonFor(place, trip), freeAdmission(place, arrival, facts)].filter((reason) => reason !== null);
  return {
    itemKey: `visit:${place.id}`,
    type: "attraction",
    title: place.name,
    cost: admissionAt(place, arrival, facts),
    reason: reasons.length === 0 ? null : reasons.join("; "),
    confidence: confidenceIn(place),
  };
}

export function tableFields(place: Place, kind: MealKind, trip: Trip): Omit<ItemFields, "itemKey"> {
  return {
    type: "meal",
    title: `${MEAL_NAMES[kind]} at ${place.name}`,
    cost: eateryCost(trip, place),
    reason: reasonFor(place, trip),
    confidence: confidenceIn(place),
  };
}

/** How much of what the plan relies on is known: hours weigh most, then price. */
function confidenceIn(place: Place): number {
  return (knowsHours(place.hours) ? 0.8 : 0.4) + (place.admission === null && place.mealEstimate === null ? 0 : 0.1);
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
