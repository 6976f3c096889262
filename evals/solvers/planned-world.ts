/** Puts a plan beside all that it is judged by, and judges it: a verdict that came with it is never believed. */
import { randomUUID } from "node:crypto";
import { loadFacts } from "../../tools/load-facts.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { budgetOf } from "../../trip/budget.ts";
import { check } from "../../trip/check/check.ts";
import type { PlanFacts } from "../../trip/facts.ts";
import type { Itinerary, ItineraryDraft } from "../../trip/itinerary.ts";
import type { Trip } from "../../trip/trip.ts";
import type { PlannedWorld } from "../episode.ts";

export function judged(trip: Trip, itinerary: Itinerary, facts: PlanFacts): PlannedWorld {
  const verdict = check(trip, itinerary, facts);
  return { trip, itinerary, facts, verdict, budget: budgetOf(trip, itinerary, facts) };
}

/** The selected plan of a trip as it is stored now; `null` where the trip has none. */
export async function storedWorld(
  context: Omit<ToolContext, "run" | "signal">,
  tripId: string,
): Promise<PlannedWorld | null> {
  const stored = await context.trips.findItinerary(tripId);
  if (!stored) return null;
  const { trip, itinerary } = stored;
  return judged(trip, itinerary, await loadFacts(context, trip, { itinerary, stored: true }));
}

/** Of a draft that nobody stored. */
export function draftedWorld(trip: Trip, draft: ItineraryDraft, facts: PlanFacts): PlannedWorld {
  const days = draft.days.map((day) => ({ ...day, items: day.items.map((item) => ({ ...item, id: randomUUID() })) }));
  const itinerary = { id: randomUUID(), version: 1, parentId: null, isSelected: false, aiModelVersion: null, days };
  return judged(trip, itinerary, facts);
}
