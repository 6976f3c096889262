/** Plans a trip as it stands. Planning anew over a plan that somebody lives with needs their word first. */
import { z } from "zod";
import type { StoredItinerary, TripStore } from "../trip/ports.ts";
import { defineTool } from "./define-tool.ts";
import { makePlan, planFields } from "./make-plan.ts";
import type { Tool } from "./tool.ts";
import { tripWords } from "./understood.ts";

/** A plan that this run has made from nothing, however often it mended it; one that it only edited is the traveller's. */
async function isWorkOf(runId: string, stored: StoredItinerary, trips: TripStore): Promise<boolean> {
  const versions = await trips.listVersions(stored.trip.id);
  let current: StoredItinerary | null = stored;
  while (current !== null) {
    if (current.runId !== runId) return false;
    const parent = versions.find(({ id }) => id === current?.itinerary.parentId);
    current = parent ? await trips.findItinerary(stored.trip.id, parent.version) : null;
  }
  return true;
}

export const planItinerary: Tool = defineTool({
  name: "plan_itinerary",
  title: "Plan the itinerary",
  description:
    "Places visits and meals on the trip's days within opening hours, travel times, pace and budget, checks the result and stores it as a new version. You choose what the traveller wants in create_trip; this tool chooses days and times.",
  input: z.strictObject({
    tripId: z.uuid(),
    avoid: z.array(z.uuid()).max(60).default([]).describe("place ids to leave out, e.g. after violations"),
    select: z.boolean().default(true).describe("make it the trip's plan if the checker finds no error"),
  }),
  fields: planFields,
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  async approval({ tripId, select }, { trips, run }) {
    if (!select) return null;
    const current = await trips.findItinerary(tripId);
    if (!current?.itinerary.isSelected || (run !== null && (await isWorkOf(run.id, current, trips)))) return null;
    const stops = current.itinerary.days.flatMap(({ items }) =>
      items.flatMap(({ status, locked, type, title }) =>
        status === "planned" && !locked && type === "attraction" ? [title] : [],
      ),
    );
    return {
      summary: `Plan ${current.trip.title} anew in place of version ${current.itinerary.version}?`,
      changes: [
        `All days are planned anew; locked and finished stops stay, ${stops.length} others may change.`,
        `Version ${current.itinerary.version} stays stored and can be selected again.`,
      ],
    };
  },
  async run({ tripId, avoid, select }, context) {
    const trip = await context.trips.getTrip(tripId);
    return { status: "ok", understood: tripWords(trip), ...(await makePlan(trip, context, { avoid, select })) };
  },
});
