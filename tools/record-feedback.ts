/** What the traveller thought of it, kept beside the run, the model and the verdict that it is about. */
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";
import { type Itinerary, isActive } from "../trip/itinerary.ts";
import type { Feedback } from "../trip/ports.ts";
import { defineTool } from "./define-tool.ts";
import type { Tool } from "./tool.ts";
import { tripWords } from "./understood.ts";

/** The item, the day, the plan or the trip itself; a part that the plan does not have is refused. */
function ratedPart(
  plan: Itinerary | null,
  { itemKey, dayNumber }: { itemKey?: string | undefined; dayNumber?: number | undefined },
): Pick<Feedback, "ratedItemType" | "ratedItemId" | "ratedDayNumber"> {
  const days = plan?.days ?? [];
  const named = days.flatMap(({ items }) => items.filter((candidate) => candidate.itemKey === itemKey));
  // What was put off shares its key with the item that stands in for it.
  const item = named.find(isActive) ?? named[0];
  if (itemKey !== undefined && !item) {
    throw new TripwrightError("invalid_input", `Expected the itemKey of an item of this plan, got "${itemKey}".`, {
      itemKey,
    });
  }
  if (dayNumber !== undefined && !days.some((day) => day.dayNumber === dayNumber)) {
    throw new TripwrightError("invalid_input", `Expected the number of a day of this plan, got ${dayNumber}.`, {
      dayNumber,
    });
  }
  const none = { ratedItemId: null, ratedDayNumber: null };
  if (item) return { ...none, ratedItemType: "item", ratedItemId: item.id };
  if (dayNumber !== undefined) return { ...none, ratedItemType: "day", ratedDayNumber: dayNumber };
  return plan ? { ...none, ratedItemType: "itinerary", ratedItemId: plan.id } : { ...none, ratedItemType: "trip" };
}

export const recordFeedback: Tool = defineTool({
  name: "record_feedback",
  title: "Record feedback",
  description: "Stores a rating (1–5), a correction or a suggestion about a trip, its plan, a day or an item.",
  input: z.strictObject({
    tripId: z.uuid(),
    type: z.enum(["rating", "correction", "suggestion"]),
    rating: z.int().min(1).max(5).optional().describe("1 poor to 5 excellent; required for a rating"),
    text: z.string().trim().min(1).max(4_000).optional().describe("required for a correction or a suggestion"),
    version: z.int().positive().optional().describe("itinerary version; the selected one unless given"),
    itemKey: z.string().max(80).optional().describe("the item it is about"),
    dayNumber: z.int().positive().optional().describe("the day it is about"),
  }),
  fields: { feedbackId: z.uuid() },
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run({ tripId, type, rating, text, version, itemKey, dayNumber }, { trips, feedback }) {
    if (type === "rating" ? rating === undefined : text === undefined) {
      const expected = type === "rating" ? "a rating from 1 to 5" : `the text of the ${type}`;
      throw new TripwrightError("invalid_input", `Expected ${expected}, got none.`, { type });
    }
    const trip = await trips.getTrip(tripId);
    const stored = await trips.findItinerary(tripId, version);
    const rated = ratedPart(stored?.itinerary ?? null, { itemKey, dayNumber });
    const { id } = await feedback.recordFeedback({
      tripId,
      itineraryId: stored?.itinerary.id ?? null,
      type,
      rating: rating ?? null,
      text: text ?? null,
      ...rated,
    });
    return { status: "ok", notices: [], understood: tripWords(trip), feedbackId: id };
  },
});
