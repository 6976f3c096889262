/**
 * A trip as a stranger reads it: what, where and when. Who travels and from where, money, diets and
 * access needs, flights, stays, reasons and other versions are left out by the database, not by a reader.
 */
import { z } from "zod";
import { dayDraftSchema, itemDraftSchema } from "./itinerary.ts";
import { destinationSchema, tripSchema } from "./trip.ts";

export const sharedItemSchema = itemDraftSchema.pick({
  type: true,
  title: true,
  placeId: true,
  location: true,
  startTime: true,
  endTime: true,
  endsNextDay: true,
});

export const sharedDaySchema = dayDraftSchema.extend({ items: z.array(sharedItemSchema) });

export const sharedTripSchema = tripSchema.pick({ id: true, title: true, startDate: true, endDate: true }).extend({
  destinations: z.array(destinationSchema),
  /** Of the selected plan; empty when none is selected. */
  days: z.array(sharedDaySchema),
});
export type SharedTrip = z.infer<typeof sharedTripSchema>;

/** A line in the list of public trips. */
export const publicTripSchema = sharedTripSchema
  .omit({ destinations: true, days: true })
  .extend({ cities: z.array(z.string()) });
export type PublicTrip = z.infer<typeof publicTripSchema>;
