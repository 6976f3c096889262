/** Once the model says it is finished, its plan is judged anew: from the database, not from what it said. */
import { loadFacts } from "../../tools/load-facts.ts";
import { check } from "../../trip/check/check.ts";
import type { PlanFacts } from "../../trip/facts.ts";
import { type ItineraryDraft, isActive } from "../../trip/itinerary.ts";
import type { Source } from "../events.ts";
import type { PlannerNode } from "../planner.ts";

/** Whoever shows the plan owes this to those who wrote its facts down. */
function sourcesOf({ days }: ItineraryDraft, { places }: PlanFacts): Source[] {
  const visited = days.flatMap(({ items }) => items.filter(isActive)).map(({ placeId }) => places.get(placeId ?? ""));
  const named = new Map(visited.flatMap((place) => (place ? [[place.id, place] as const] : [])));
  return [...named.values()].map(({ name, source, attribution }) => {
    return { title: name, url: null, attribution: attribution ?? source };
  });
}

export const checkPlan: PlannerNode = async ({ plan }, { toolContext, emit }) => {
  if (!plan) return {};
  const stored = await toolContext.trips.findItinerary(plan.tripId, plan.version);
  if (!stored) return { plan: null };
  const { itinerary, trip } = stored;
  const facts = await loadFacts(toolContext, trip, { itinerary, stored: true });
  const verdict = check(trip, itinerary, facts);
  emit({ type: "itinerary-checked", ...plan, verdict });
  emit({ type: "sources-found", ...plan, sources: sourcesOf(itinerary, facts) });
  return { verdict };
};
