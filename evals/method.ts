/** A plain way of making a plan out of a trip that is understood already: what the planner is measured beside. */
import type { PlanFacts } from "../trip/facts.ts";
import type { ItineraryDraft } from "../trip/itinerary.ts";
import type { Trip } from "../trip/trip.ts";

export interface Method {
  readonly name: string;
  readonly title: string;
  /** How it chooses, in one sentence. */
  readonly about: string;
  /** The same draft for the same seed. */
  plan(trip: Trip, facts: PlanFacts, seed: number): ItineraryDraft;
}
