/**
 * A plan as a model needs it to talk about it: what, where and when. Coordinates, reasons and travel
 * legs stay in the plan document: they would triple the tokens and tell a model nothing it may use.
 */
import { z } from "zod";
import { dayDraftSchema, type Itinerary, isActive, itineraryItemSchema, itinerarySchema } from "../trip/itinerary.ts";

const outlineItemSchema = itineraryItemSchema.pick({
  itemKey: true,
  type: true,
  title: true,
  placeId: true,
  startTime: true,
  endTime: true,
  endsNextDay: true,
  locked: true,
});

export const itineraryOutlineSchema = itinerarySchema
  .pick({ id: true, version: true, isSelected: true })
  .extend({ days: z.array(dayDraftSchema.extend({ items: z.array(outlineItemSchema) })) });
export type ItineraryOutline = z.infer<typeof itineraryOutlineSchema>;

/** Without what was skipped or put off: it is history, and would read as if it were still to come. */
export function outlineOf(itinerary: Itinerary): ItineraryOutline {
  const days = itinerary.days.map((day) => ({ ...day, items: day.items.filter(isActive) }));
  return itineraryOutlineSchema.parse({ ...itinerary, days });
}
