/** Makes one version the trip's plan: a proposal that was agreed to, or an earlier one, which is how changes are undone. */
import { z } from "zod";
import { type PlanDiff, planDiff } from "../trip/edit/diff.ts";
import type { StoredItinerary, TripStore } from "../trip/ports.ts";
import { defineTool } from "./define-tool.ts";
import type { Tool } from "./tool.ts";
import { tripWords } from "./understood.ts";

interface Selecting {
  current: StoredItinerary;
  next: StoredItinerary;
  diff: PlanDiff;
}

/** `null` where nothing is in force yet, or that very version is. */
async function selecting(trips: TripStore, tripId: string, version: number): Promise<Selecting | null> {
  const [current, next] = await Promise.all([trips.findItinerary(tripId), trips.findItinerary(tripId, version)]);
  if (!next || !current?.itinerary.isSelected || current.itinerary.id === next.itinerary.id) return null;
  const offers = await Promise.all(
    [current, next].map(async ({ trip, itinerary }) => ({
      ...{ trip, draft: itinerary },
      stays: await trips.listStays(tripId, itinerary.version),
      flights: await trips.listFlights(tripId, itinerary.version),
    })),
  );
  const [before, after] = offers;
  return before && after ? { current, next, diff: planDiff(before, after) } : null;
}

export const selectItinerary: Tool = defineTool({
  name: "select_itinerary",
  title: "Select an itinerary",
  description:
    "Makes a stored version the trip's plan, with its dates, cities, stays and flights. To undo, select the previous one.",
  input: z.strictObject({
    tripId: z.uuid(),
    version: z.int().positive(),
    expectedVersion: z.int().positive().optional(),
  }),
  fields: { tripId: z.uuid(), version: z.int(), changes: z.array(z.string()) },
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  async approval({ tripId, version }, { trips }) {
    const found = await selecting(trips, tripId, version);
    if (!found?.diff.takesAway) return null;
    // Undoing what one has agreed to needs no second word.
    if (found.current.itinerary.parentId === found.next.itinerary.id) return null;
    return { summary: "Change your plan like this?", changes: [...found.diff.sentences] };
  },
  async run({ tripId, version, expectedVersion }, { trips }) {
    const trip = await trips.getTrip(tripId);
    const found = await selecting(trips, tripId, version);
    await trips.selectItinerary(tripId, version, expectedVersion === undefined ? {} : { expectedVersion });
    const understood = tripWords(found?.next.trip ?? trip);
    return { status: "ok", notices: [], understood, tripId, version, changes: [...(found?.diff.sentences ?? [])] };
  },
});
