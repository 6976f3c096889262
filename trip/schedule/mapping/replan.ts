/**
 * A plan that has to change: the problem in which it changes as little as it must, and where its search
 * begins. Whoever has the search (a server's threads, a test) runs it on these two.
 */
import type { PlanFacts } from "../../facts.ts";
import type { ItineraryDraft } from "../../itinerary.ts";
import type { Trip } from "../../trip.ts";
import type { Plan } from "../plan.ts";
import type { Change } from "./change.ts";
import { planFrom } from "./from-itinerary.ts";
import { problemFrom } from "./from-trip.ts";
import { calmed } from "./stability.ts";
import type { TripProblem } from "./trip-problem.ts";

export interface Replanned {
  readonly mapped: TripProblem;
  readonly start: Plan;
}

export function replanProblem(trip: Trip, facts: PlanFacts, previous: ItineraryDraft, change: Change = {}): Replanned {
  const mapped = problemFrom(trip, facts, { previous, change });
  const old = planFrom(mapped, { previous, change });
  const { problem, start } = calmed(mapped.problem, old, touchedBy(mapped, change, old.lost));
  return { mapped: { ...mapped, problem }, start };
}

/** Days that the change names, and those that lose something it does not name. */
function touchedBy({ days }: TripProblem, change: Change, lost: ReturnType<typeof planFrom>["lost"]): Set<number> {
  const dates = new Set([
    ...(change.rainyDates ?? []),
    ...(change.openDates ?? []),
    ...(change.wanted ?? []).map(({ date }) => date),
  ]);
  const named = days.flatMap(({ draft }, day) => (dates.has(draft.date) ? [day] : []));
  return new Set([...named, ...lost.flatMap(({ day }) => (day === null ? [] : [day]))]);
}
