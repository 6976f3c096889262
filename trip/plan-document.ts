/**
 * The one document that says everything about a plan: `plan --json`, the REST surface, evaluation
 * logs and exports all read and write it. Fields may be added; these keep their names.
 */
import { z } from "zod";
import { type Budget, budgetOf, budgetSchema } from "./budget.ts";
import type { PlanFacts } from "./facts.ts";
import { type Itinerary, itineraryDaySchema } from "./itinerary.ts";
import { leftOutNotes } from "./left-out.ts";
import { moneySchema } from "./money.ts";
import { flightOfferSchema, searchLinkSchema, stayOfferSchema } from "./offer.ts";
import { reckoningNotes } from "./reckoning-notes.ts";
import { destinationSchema, type Trip, tripSchema } from "./trip.ts";
import { type Verdict, verdictSchema } from "./verdict.ts";

export const runSummarySchema = z.object({
  id: z.uuid(),
  modelVersion: z.string(),
  promptHash: z.string(),
  tokens: z.object({ input: z.int(), output: z.int(), cached: z.int(), reasoning: z.int() }),
  durationMs: z.int(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export const planSchema = z.object({
  trip: z.object({
    id: z.uuid(),
    title: z.string(),
    startDate: z.iso.date(),
    endDate: z.iso.date(),
    travelers: z.int(),
    childAges: tripSchema.shape.childAges,
    destinations: z.array(destinationSchema),
    budget: moneySchema.nullable(),
    wishes: tripSchema.shape.wishes,
  }),
  itinerary: z.object({
    id: z.uuid(),
    version: z.int(),
    days: z.array(itineraryDaySchema),
  }),
  flights: z.array(flightOfferSchema),
  stays: z.array(stayOfferSchema),
  /** Where to look for beds and flights while no provider is configured. */
  links: z.array(searchLinkSchema),
  assumptions: z.array(z.string()),
  budget: budgetSchema,
  verdict: verdictSchema,
  run: runSummarySchema.nullable(),
  /** What the licences of the places' sources ask to be shown with them, each once. */
  attributions: z.array(z.string()),
});
export type PlanDocument = z.infer<typeof planSchema>;

export const planErrorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }),
});
export type PlanError = z.infer<typeof planErrorSchema>;

/** What a planning command answers: the plan, or why there is none. */
export const planAnswerSchema = z.union([planSchema, planErrorSchema]);

export interface PlanParts {
  trip: Trip;
  itinerary: Itinerary;
  verdict: Verdict;
  facts: PlanFacts;
  links: PlanDocument["links"];
  run: RunSummary | null;
}

export function planDocument({ trip, itinerary, verdict, facts, links, run }: PlanParts): PlanDocument {
  const budget: Budget = budgetOf(trip, itinerary, facts);
  return {
    trip: {
      id: trip.id,
      title: trip.title,
      startDate: trip.startDate,
      endDate: trip.endDate,
      travelers: trip.travelers,
      childAges: trip.childAges,
      destinations: trip.destinations,
      budget: trip.budget,
      wishes: trip.wishes,
    },
    itinerary: { id: itinerary.id, version: itinerary.version, days: itinerary.days },
    flights: [...facts.flights],
    stays: [...facts.stays],
    links,
    assumptions: [...trip.assumptions, ...leftOutNotes(trip, itinerary, facts), ...reckoningNotes(trip, facts)],
    budget,
    verdict,
    run,
    attributions: attributionsOf(itinerary, facts),
  };
}

function attributionsOf({ days }: Itinerary, { places }: PlanFacts): string[] {
  const named = days.flatMap(({ items }) => items.map(({ placeId }) => places.get(placeId ?? "")?.attribution));
  return [...new Set(named.filter((line) => line != null))].sort();
}
