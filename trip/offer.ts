/**
 * Flights and stays. An offer comes from a provider and carries its price; where no provider is
 * configured there are no offers, only an estimate and links to look further.
 */
import { z } from "zod";
import { dateSchema } from "./calendar.ts";
import { type estimateSchema, priceSchema } from "./money.ts";
import { coordinatesSchema } from "./place.ts";

const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "expected HH:MM");
const bookingStatusSchema = z.enum(["suggested", "considering", "booked"]);

export const flightOfferSchema = z.object({
  id: z.uuid(),
  provider: z.string(),
  offerId: z.string(),
  price: priceSchema,
  departureAirport: z.string().length(3),
  arrivalAirport: z.string().length(3),
  departureAt: z.iso.datetime({ offset: true }),
  arrivalAt: z.iso.datetime({ offset: true }),
  durationMinutes: z.int().positive(),
  airlineCode: z.string().nullable(),
  flightNumber: z.string().nullable(),
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
  cabinClass: z.enum(["economy", "premium_economy", "business", "first"]),
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

/** What a search found: offers, or an estimate in their place. `cachedAt` says how old the answer is. */
export interface SearchOutcome<Offer> {
  offers: Offer[];
  estimate: z.infer<typeof estimateSchema> | null;
  links: SearchLink[];
  cachedAt: string | null;
}
