/** A trip as it stands: what was asked for, and the plan chosen for it. */
import { z } from "zod";
import { itinerarySchema } from "../trip/itinerary.ts";
import { tripSchema } from "../trip/trip.ts";
import { verdictSchema } from "../trip/verdict.ts";
import { cursorArgument, nextCursorField, positionOf, questionOf } from "./cursor.ts";
import { defineTool } from "./define-tool.ts";
import type { Tool } from "./tool.ts";
import { tripWords } from "./understood.ts";

export const getTrip: Tool = defineTool({
  name: "get_trip",
  title: "Get a trip",
  description:
    "Returns a trip with its selected itinerary (or the newest one, or the version you name) and the checker's verdict.",
  input: z.strictObject({
    tripId: z.uuid(),
    version: z.int().positive().optional(),
    cursor: cursorArgument,
  }),
  fields: {
    trip: tripSchema,
    itinerary: itinerarySchema.nullable(),
    verdict: verdictSchema.nullable(),
    nextCursor: nextCursorField,
  },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ tripId, version, cursor }, { trips }) {
    const [trip, stored] = await Promise.all([trips.getTrip(tripId), trips.findItinerary(tripId, version)]);
    const understood = tripWords(trip);
    // Of that version alone: days of another one would not follow.
    const daysRead = positionOf(cursor, questionOf("get_trip", { tripId, version: stored?.itinerary.version }));
    if (stored && daysRead > 0) {
      const days = stored.itinerary.days.filter(({ dayNumber }) => dayNumber > daysRead);
      const status = days.length > 0 ? "ok" : "empty";
      return { status, notices: [], understood, itinerary: { ...stored.itinerary, days } };
    }
    return {
      status: "ok",
      notices: stored ? [] : ["This trip has no itinerary yet. Call plan_itinerary."],
      understood,
      trip,
      itinerary: stored?.itinerary ?? null,
      verdict: stored?.verdict ?? null,
    };
  },
});
