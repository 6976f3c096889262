/** What the offline model reads of the tools' answers: only what it needs, tolerant of everything else. */
import { z } from "zod";
import { budgetSchema } from "../../../trip/budget.ts";
import { citySchema } from "../../../trip/catalogue.ts";
import { estimateSchema } from "../../../trip/money.ts";
import { tripSchema } from "../../../trip/trip.ts";

const failureSchema = z.object({ code: z.string(), message: z.string() });

const envelope = { status: z.string(), error: failureSchema.optional() };

export const cityHitSchema = citySchema
  .pick({ id: true, name: true, region: true, countryCode: true, countryName: true, iataCode: true })
  .extend({ attractionCount: z.number(), match: z.string(), score: z.number() });
export type CityHit = z.infer<typeof cityHitSchema>;

export const citiesResultSchema = z.object({ ...envelope, cities: z.array(cityHitSchema).catch([]) });

const placeHitSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  match: z.string().optional(),
});
export type PlaceHit = z.infer<typeof placeHitSchema>;

export const placesResultSchema = z.object({ ...envelope, places: z.array(placeHitSchema).catch([]) });

export const tripResultSchema = z.object({ ...envelope, trip: tripSchema.optional() });
export type TripSeen = z.infer<typeof tripSchema>;

const itemSchema = z.object({
  type: z.string(),
  title: z.string(),
  placeId: z.string().nullable(),
  startTime: z.string(),
  endTime: z.string(),
});
export type ItemSeen = z.infer<typeof itemSchema>;
const daySchema = z.object({
  dayNumber: z.number(),
  date: z.string(),
  city: z.object({ id: z.string(), name: z.string() }),
  items: z.array(itemSchema),
});
export type DaySeen = z.infer<typeof daySchema>;

const violationSchema = z.object({ code: z.string(), severity: z.string(), path: z.string(), message: z.string() });
export type ViolationSeen = z.infer<typeof violationSchema>;
const verdictSchema = z.object({ ok: z.boolean(), violations: z.array(violationSchema) });

export const planResultSchema = z.object({
  ...envelope,
  itinerary: z.object({ version: z.number(), days: z.array(daySchema) }).nullish(),
  verdict: verdictSchema.nullish(),
  budget: budgetSchema.pick({ currency: true, known: true, estimatedLow: true, estimatedHigh: true }).nullish(),
  trip: tripSchema.nullish(),
  conflict: z.string().nullish(),
});
export type PlanSeen = z.infer<typeof planResultSchema>;

export const offersResultSchema = z.object({
  ...envelope,
  flights: z.array(z.object({ provider: z.string() })).optional(),
  stays: z.array(z.object({ provider: z.string() })).optional(),
  estimate: estimateSchema.pick({ lowMinor: true, highMinor: true, currency: true }).nullish(),
  links: z.array(z.object({ provider: z.string(), url: z.string() })).optional(),
});
export type OffersSeen = z.infer<typeof offersResultSchema>;

/** `null` for an answer that is not there yet or not in the tool's shape. */
export function read<Schema extends z.ZodType>(schema: Schema, result: unknown): z.output<Schema> | null {
  return schema.safeParse(result).data ?? null;
}

export function failureIn(result: unknown): { code: string; message: string } | null {
  return read(z.object({ error: failureSchema }), result)?.error ?? null;
}
