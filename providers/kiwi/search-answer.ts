/** What is read of Kiwi's flights: few fields of each journey, and of those of the tool's text that are data. */
import { z } from "zod";
import { readableList } from "../offers/readable-list.ts";

const segmentSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** Local, without zone or offset. */
  departureTime: z.string(),
  arrivalTime: z.string(),
  durationSeconds: z.number().nullish().catch(null),
  carrier: z.string().nullish().catch(null),
  flightNumber: z.union([z.string(), z.number()]).nullish().catch(null),
  cabinClass: z.string().nullish().catch(null),
});
export type SaidFlight = z.infer<typeof segmentSchema>;

const MOST_FLIGHTS = 8;
const legSchema = z.object({
  segments: z.array(segmentSchema).min(1).max(MOST_FLIGHTS),
  cabinClass: z.string().nullish().catch(null),
});
export type SaidLeg = z.infer<typeof legSchema>;

const count = z.number().nullish().catch(null);

const journeySchema = z.object({
  id: z.string().min(1),
  /** Of everybody and both ways. */
  price: z.number(),
  bookingUrl: z.string().nullish().catch(null),
  /** Pieces of all travellers together. */
  baggage: z.object({ cabinBag: count, checkedBag: count }).nullish().catch(null),
  outbound: legSchema,
  inbound: legSchema.nullish(),
});
export type Journey = z.infer<typeof journeySchema>;

/** They send fifteen. */
const JOURNEYS_READ = 50;

export const searchSchema = z.object({
  currency: z.string().nullish(),
  itineraries: readableList(journeySchema, { most: JOURNEYS_READ }),
  error: z.unknown().optional(),
});
