/**
 * Flights and stays. An offer comes from a provider and carries its price; where no provider is
 * configured there are no offers, only an estimate and links to look further.
 */
import { z } from "zod";
import { dateSchema } from "./calendar.ts";
import { type estimateSchema, moneySchema, priceSchema } from "./money.ts";
import { coordinatesSchema } from "./place.ts";
import type { VendorFailure } from "./vendor-ports.ts";

const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "expected HH:MM");
const cabinClassSchema = z.enum(["economy", "premium_economy", "business", "first"]);
const bookingStatusSchema = z.enum(["suggested", "considering", "booked"]);

/** One aeroplane, from one airport to the next. Times as that airport's clock shows them, with their offset. */
export const flightSegmentSchema = z.object({
  departureAirport: z.string().length(3),
  arrivalAirport: z.string().length(3),
  departureAt: z.iso.datetime({ offset: true }),
  arrivalAt: z.iso.datetime({ offset: true }),
  airlineCode: z.string().nullable(),
  flightNumber: z.string().nullable(),
});
export type FlightSegment = z.infer<typeof flightSegmentSchema>;

/** One way, changes included. */
export const flightLegSchema = flightSegmentSchema.extend({
  durationMinutes: z.int().positive(),
  /** Left out where only the ends are known. */
  segments: z.array(flightSegmentSchema).optional(),
});
export type FlightLeg = z.infer<typeof flightLegSchema>;

/** The same thing elsewhere, at another price. */
const alsoAtSchema = z.object({
  provider: z.string(),
  offerId: z.string(),
  price: priceSchema,
  link: z.url().nullable(),
});

export const flightOfferSchema = flightLegSchema.extend({
  id: z.uuid(),
  provider: z.string(),
  offerId: z.string(),
  /** Of both ways, where there is a way back. */
  price: priceSchema,
  /** Sold with it. */
  returning: flightLegSchema.nullable().optional(),
  cabinClass: cabinClassSchema.nullable().optional(),
  /** Pieces a person may bring at that price. */
  bags: z.object({ cabin: z.int().nullable(), checked: z.int().nullable() }).nullable().optional(),
  isRefundable: z.boolean().nullable().optional(),
  /** Changing planes is the traveller's own risk: separate tickets. */
  isSelfTransfer: z.boolean().nullable().optional(),
  alsoAt: z.array(alsoAtSchema).optional(),
  /** Why it stands where it does among those of one search; kept nowhere. */
  reason: z.string().optional(),
  link: z.url().nullable(),
  status: bookingStatusSchema,
});
export type FlightOffer = z.infer<typeof flightOfferSchema>;

export const stayOfferSchema = z.object({
  id: z.uuid(),
  provider: z.string(),
  offerId: z.string(),
  price: priceSchema,
  cityId: z.uuid(),
  propertyName: z.string(),
  checkInDate: dateSchema,
  checkOutDate: dateSchema,
  /** Where the provider says; the days then begin and end there. */
  location: coordinatesSchema.nullable().optional(),
  /** Local wall time from which the room is ready; 15:00 is usual. */
  checkInFrom: wallTimeSchema.nullable().optional(),
  /** Local wall time by which it is given back. */
  checkOutBy: wallTimeSchema.nullable().optional(),
  /** The fewest nights the house takes guests for. */
  minimumNights: z.int().positive().nullable().optional(),
  address: z.string().nullable().optional(),
  roomName: z.string().nullable().optional(),
  board: z.string().nullable().optional(),
  /** Official stars, 1–5. */
  stars: z.number().min(0).max(5).nullable().optional(),
  /** What guests say: a score of ten, and how many said it. */
  guestRating: z.number().min(0).max(10).nullable().optional(),
  reviewCount: z.int().nonnegative().nullable().optional(),
  /** The last day on which cancelling costs nothing; `null` where it always costs or nobody says. */
  freeCancellationUntil: dateSchema.nullable().optional(),
  isRefundable: z.boolean().nullable().optional(),
  /** Of the whole stay, beyond the price, as far as it is known; `null`: nobody says whether anything is due. */
  dueAtProperty: moneySchema.nullable().optional(),
  alsoAt: z.array(alsoAtSchema).optional(),
  /** Why it stands where it does among those of one search; kept nowhere. */
  reason: z.string().optional(),
  link: z.url().nullable(),
  status: bookingStatusSchema,
});
export type StayOffer = z.infer<typeof stayOfferSchema>;

/** Where a traveller can look for themselves. Plain links: nothing was fetched, nothing is promised. */
export const searchLinkSchema = z.object({ provider: z.string(), url: z.url() });
export type SearchLink = z.infer<typeof searchLinkSchema>;

export const flightSearchSchema = z.object({
  origin: z.string().length(3).describe("IATA code of the departure airport"),
  destination: z.string().length(3).describe("IATA code of the arrival airport"),
  departureDate: dateSchema,
  returnDate: dateSchema.nullable(),
  passengers: z.int().min(1).max(9),
  cabinClass: cabinClassSchema,
  currency: z.string().length(3),
});
export type FlightQuery = z.infer<typeof flightSearchSchema>;

export const staySearchSchema = z.object({
  cityId: z.uuid(),
  checkInDate: dateSchema,
  checkOutDate: dateSchema,
  guests: z.int().min(1).max(20),
  rooms: z.int().min(1).max(10),
  currency: z.string().length(3),
});
export type StayQuery = z.infer<typeof staySearchSchema>;

/** What a search found: offers, or an estimate in their place. */
export interface SearchOutcome<Offer> {
  offers: Offer[];
  estimate: z.infer<typeof estimateSchema> | null;
  links: SearchLink[];
  /** Of the oldest answer among them; `null` when all were fetched just now. */
  cachedAt: string | null;
  /** Some are past their time, shown because their vendor does not answer. */
  isStale: boolean;
  /** Vendors that were asked and did not answer. */
  failures: VendorFailure[];
}
