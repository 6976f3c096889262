/**
 * From any itinerary (pasted, edited by hand, overtaken by events) the nearest plan that holds: the same
 * search that makes plans, begun from what is left of this one, in a problem where change costs something.
 * The steps are fixed, so that the same itinerary is always repaired in the same way.
 */
import { check } from "../../check/check.ts";
import type { PlanFacts } from "../../facts.ts";
import type { ItineraryDraft } from "../../itinerary.ts";
import type { Trip } from "../../trip.ts";
import type { Verdict } from "../../verdict.ts";
import { createSearch } from "../search.ts";
import type { Solution } from "../solution.ts";
import { type PlanChange, planChanges } from "./plan-changes.ts";
import { replanProblem } from "./replan.ts";
import { itineraryFrom } from "./to-itinerary.ts";

const REPAIR_STEPS = 300;

export interface Repaired {
  readonly itinerary: ItineraryDraft;
  readonly changes: readonly PlanChange[];
  readonly solution: Solution;
  /** Of the repaired plan. What is wrong with the trip itself (its stays, its dates) no plan mends. */
  readonly verdict: Verdict;
}

export function repair(
  trip: Trip,
  draft: ItineraryDraft,
  facts: PlanFacts,
  { steps = REPAIR_STEPS }: { steps?: number } = {},
): Repaired {
  const { mapped, start } = replanProblem(trip, facts, draft);
  const search = createSearch(mapped.problem, { steps, start });
  search.step(steps);
  const solution = search.solution();
  const itinerary = itineraryFrom(mapped, solution.days, draft);
  const faults = new Map<string, string[]>();
  for (const { path, message } of check(trip, draft, facts).violations) {
    faults.set(path, [...(faults.get(path) ?? []), message]);
  }
  return {
    itinerary,
    solution,
    changes: planChanges(draft, itinerary, faults),
    verdict: check(trip, itinerary, facts, draft),
  };
}
