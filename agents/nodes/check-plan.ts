/** Once the model says it is finished, its plan is judged anew: from the database, not from what it said. */

import { loadFacts } from "../../tools/load-facts.ts";
import { check } from "../../trip/check/check.ts";
import type { PlannerNode } from "../planner.ts";

export const checkPlan: PlannerNode = async ({ plan }, { toolContext, emit }) => {
  if (!plan) return {};
  const { trips } = toolContext;
  const [trip, stored] = await Promise.all([
    trips.getTrip(plan.tripId),
    trips.findItinerary(plan.tripId, plan.version),
  ]);
  if (!stored) return { plan: null };
  const facts = await loadFacts(toolContext, trip, { itinerary: stored.itinerary, stored: true });
  const verdict = check(trip, stored.itinerary, facts);
  emit({ type: "itinerary-checked", tripId: plan.tripId, version: plan.version, verdict });
  return { verdict };
};
