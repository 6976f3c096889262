/** What was asked for: who travels where, when, with which wishes and limits. A `trips` row and its children. */
import { z } from "zod";
import { dateSchema } from "./calendar.ts";
import { categorySchema } from "./categories.ts";
import { cityModeSchema } from "./geo.ts";
import { moneySchema } from "./money.ts";
import { accessibilityNeedSchema, coordinatesSchema, dietSchema } from "./place.ts";

export const paceSchema = z.enum(["relaxed", "moderate", "fast"]);
export type Pace = z.infer<typeof paceSchema>;

/** How dearly the party travels; picks which daily cost indicator an estimate starts from. */
export const travelStyleSchema = z.enum(["budget", "mid_range", "luxury"]);
export type TravelStyle = z.infer<typeof travelStyleSchema>;

export const MAX_TRIP_DAYS = 30;
export const MAX_TRAVELERS = 20;

/** Arrival and departure are dates; the departure date of one city is the arrival date of the next. */
export const destinationSchema = z.object({
  cityId: z.uuid(),
  name: z.string(),
  countryCode: z.string().length(2),
  arrivalDate: dateSchema,
  departureDate: dateSchema,
});
export type Destination = z.infer<typeof destinationSchema>;

export const interestSchema = z.object({ category: categorySchema, priority: z.int().min(1).max(10) });
export type Interest = z.infer<typeof interestSchema>;

/** At most, at least so many sights of a category: "one church a day", "at least two markets". */
export const categoryLimitSchema = z.object({
  category: categorySchema,
  most: z.int().min(0).max(200).optional(),
  mostPerDay: z.int().min(0).max(20).optional(),
  least: z.int().min(0).max(60).optional(),
});
export type CategoryWish = z.infer<typeof categoryLimitSchema>;

export const tripWishesSchema = z.object({
  interests: z.array(interestSchema).max(20),
  pace: paceSchema,
  style: travelStyleSchema,
  diets: z.array(dietSchema),
  accessibility: z.array(accessibilityNeedSchema),
  avoidCrowds: z.boolean(),
  preferOffbeat: z.boolean(),
  /** Places the traveller insists on. */
  mustSee: z.array(z.uuid()).max(40),
  /** Places they know already and need not see again. */
  alreadySeen: z.array(z.uuid()).max(500).optional(),
  categoryLimits: z.array(categoryLimitSchema).max(20).optional(),
  /** How they get about in a city; on foot and by public transport unless said. */
  travelModes: z.array(cityModeSchema).min(1).max(4).optional(),
});
export type TripWishes = z.infer<typeof tripWishesSchema>;

const momentSchema = z.object({ date: dateSchema, minute: z.int().min(0).max(1_439) });

/** How things turned out to be, in the traveller's words; later plans of the trip go by it. */
export const tripConditionsSchema = z.object({
  /** When the party is there, where it is later than the trip's first morning, and when it has to go. */
  arrival: momentSchema.optional(),
  departure: momentSchema.optional(),
  rainyDates: z.array(dateSchema).max(MAX_TRIP_DAYS).optional(),
  closures: z
    .array(z.object({ placeId: z.uuid(), dates: z.array(dateSchema).max(MAX_TRIP_DAYS) }))
    .max(60)
    .optional(),
  /** Places taken out and not wanted back. */
  avoid: z.array(z.uuid()).max(200).optional(),
});
export type TripConditions = z.infer<typeof tripConditionsSchema>;

export const originSchema = z.object({ name: z.string(), iataCode: z.string().length(3), location: coordinatesSchema });
export type Origin = z.infer<typeof originSchema>;

export const tripSchema = z.object({
  id: z.uuid(),
  title: z.string().min(1).max(200),
  startDate: dateSchema,
  endDate: dateSchema,
  /** Everybody, children included. */
  travelers: z.int().min(1).max(MAX_TRAVELERS),
  /** Ages of the children among them; empty when all are adults. */
  childAges: z.array(z.int().min(0).max(17)),
  /** Where the party sets out from, when it said so; flights and their cost hang on it. Kept as jsonb `trips.origin`. */
  origin: originSchema.nullable(),
  /** In the order of the visit. */
  destinations: z.array(destinationSchema).min(1).max(10),
  /** For the whole party, everything from arrival to departure. */
  budget: moneySchema.nullable(),
  wishes: tripWishesSchema,
  conditions: tripConditionsSchema.optional(),
  /** What was filled in for the traveller, in words they can disagree with. */
  assumptions: z.array(z.string()),
});
export type Trip = z.infer<typeof tripSchema>;

/** A transfer day belongs to the city where the night is spent; the last day to the last city. */
export function destinationOn(trip: Pick<Trip, "destinations">, date: string): Destination | undefined {
  return trip.destinations.findLast(({ arrivalDate, departureDate }) => date >= arrivalDate && date <= departureDate);
}
