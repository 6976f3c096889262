/** A trip as it stands: what was asked for, and the plan chosen for it. */
import { z } from "zod";
import { itinerarySchema } from "../trip/itinerary.ts";
import { tripSchema } from "../trip/trip.ts";
import { verdictSchema } from "../trip/verdict.ts";
import { defineTool } from "./define-tool.ts";
import type { Tool } from "./tool.ts";

export const getTrip: Tool = defineTool({
  name: "get_trip",
  title: "Get a trip",
  description:
    "Returns a trip with its selected itinerary (or the newest one, or the version you name) and the checker's verdict.",
  input: z.strictObject({
    tripId: z.uuid(),
    version: z.int().positive().optional(),
  }),
  fields: {
    trip: tripSchema,
    itinerary: itinerarySchema.nullable(),
    verdict: verdictSchema.nullable(),
  },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ tripId, version }, { trips }) {
    const [trip, stored] = await Promise.all([trips.getTrip(tripId), trips.findItinerary(tripId, version)]);
    return {
      status: "ok",
      notices: stored ? [] : ["This trip has no itinerary yet. Call plan_itinerary."],
      trip,
      itinerary: stored?.itinerary ?? null,
      verdict: stored?.verdict ?? null,
    };
  },
});
