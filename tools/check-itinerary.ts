/** The judge, on call: a stored version, or any draft in our shape, against what is known today. */
import { z } from "zod";
import { budgetOf, budgetSchema } from "../trip/budget.ts";
import { check } from "../trip/check/check.ts";
import { TripwrightError } from "../trip/errors.ts";
import { itineraryDraftSchema } from "../trip/itinerary.ts";
import { verdictSchema } from "../trip/verdict.ts";
import { defineTool } from "./define-tool.ts";
import { loadFacts } from "./load-facts.ts";
import type { Tool } from "./tool.ts";

export const checkItinerary: Tool = defineTool({
  name: "check_itinerary",
  title: "Check an itinerary",
  description:
    "Judges a plan: opening hours, travel times, dates, cities, diet, access, budget. Pass a tripId for its selected itinerary (or a version), or a draft of your own to judge against that trip. Returns located violations; changes nothing.",
  input: z.strictObject({
    tripId: z.uuid(),
    version: z.int().positive().optional(),
    draft: itineraryDraftSchema.optional().describe("days with items, in the shape plan_itinerary returns"),
  }),
  fields: { verdict: verdictSchema, budget: budgetSchema, version: z.int().nullable() },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ tripId, version, draft }, context) {
    const trip = await context.trips.getTrip(tripId);
    const stored = draft ? null : await context.trips.findItinerary(tripId, version);
    const itinerary = draft ?? stored?.itinerary;
    if (!itinerary) {
      throw new TripwrightError(
        "itinerary_not_found",
        `Trip ${tripId} has no itinerary yet. Call plan_itinerary first.`,
        { tripId },
      );
    }
    const facts = await loadFacts(context, trip, { itinerary, stored: true });
    return {
      status: "ok",
      notices: [],
      verdict: check(trip, itinerary, facts),
      budget: budgetOf(trip, itinerary, facts),
      version: stored?.itinerary.version ?? null,
    };
  },
});
