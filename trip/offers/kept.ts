/**
 * What a trip's rows keep of an offer beyond their columns: fields of our own schemas, never a vendor's answer. Rows of
 * before have fewer.
 */
import type { z } from "zod";
import { flightLegSchema, flightOfferSchema, stayOfferSchema } from "../offer.ts";

export const keptOfLegSchema = flightLegSchema.pick({ segments: true });

/** Codes longer than the standard's have no place in the columns. */
export const keptOfFlightSchema = flightOfferSchema
  .pick({
    ...{ segments: true, cabinClass: true, bags: true, isRefundable: true, isSelfTransfer: true, alsoAt: true },
    ...{ airlineCode: true, flightNumber: true },
  })
  .partial();
export type KeptOfFlight = z.infer<typeof keptOfFlightSchema>;

export const keptOfStaySchema = stayOfferSchema
  .pick({
    ...{ checkInFrom: true, checkOutBy: true, minimumNights: true, address: true, roomName: true, board: true },
    ...{ stars: true, guestRating: true, reviewCount: true, freeCancellationUntil: true, isRefundable: true },
    ...{ dueAtProperty: true, alsoAt: true },
  })
  .partial();
