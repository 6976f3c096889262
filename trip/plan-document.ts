/**
 * The one document that says everything about a plan: `plan --json`, the REST surface, evaluation
 * logs and exports all read and write it. Fields may be added; these keep their names.
 */
import { z } from "zod";
import { bookableSchema, type PlanLinks } from "./booking-link.ts";
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
  /** Tickets and tours of the plan's places; of those that have to be booked, where to look for them. */
  bookingLinks: z.array(bookableSchema.extend({ placeId: z.uuid() })).optional(),
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
  tickets?: PlanLinks | undefined;
}

export function planDocument({ trip, itinerary, verdict, facts, links, run, tickets }: PlanParts): PlanDocument {
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
    ...(tickets && { bookingLinks: bookingLinksOf(tickets, facts) }),
    assumptions: [
      ...trip.assumptions,
      ...leftOutNotes(trip, itinerary, facts),
      ...reckoningNotes(trip, facts),
      ...(tickets?.failures ?? []).map(({ provider }) => `${provider} did not answer: what it sells is not shown.`),
    ],
    budget,
    verdict,
    run,
    attributions: attributionsOf(itinerary, facts),
  };
}

/** A search is worth a line where one has to book; elsewhere only what is really for sale. */
function bookingLinksOf({ ofPlaces }: PlanLinks, { places }: PlanFacts): NonNullable<PlanDocument["bookingLinks"]> {
  return [...ofPlaces].flatMap(([placeId, links]) => {
    const mustBook = places.get(placeId)?.bookingNeeded === true;
    return links.flatMap((link) => (mustBook || !link.isSearch ? [{ placeId, ...link }] : []));
  });
}

function attributionsOf({ days }: Itinerary, { places, attributions = [] }: PlanFacts): string[] {
  const named = days.flatMap(({ items }) => items.map(({ placeId }) => places.get(placeId ?? "")?.attribution));
  return [...new Set(named.filter((line) => line != null))].sort().concat(attributions);
}
