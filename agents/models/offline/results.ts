/**
 * What the offline model reads of the tools' answers: only what it needs, tolerant of everything else. A model may be
 * shown a result with its empty fields left out and days as lines, so both forms are read.
 */
import { z } from "zod";
import { budgetSchema } from "../../../trip/budget.ts";
import { citySchema } from "../../../trip/catalogue.ts";
import { readStopLine } from "../../../trip/export/stop-line.ts";
import { estimateSchema } from "../../../trip/money.ts";
import { tripSchema } from "../../../trip/trip.ts";

const failureSchema = z.object({ code: z.string(), message: z.string() });

const envelope = { status: z.string(), error: failureSchema.optional() };

export const cityHitSchema = citySchema
  .pick({ id: true, name: true, region: true, countryCode: true, countryName: true, iataCode: true })
  .extend({
    region: z.string().nullable().default(null),
    iataCode: z.string().nullable().default(null),
    attractionCount: z.number(),
    match: z.string(),
    score: z.number(),
  });
export type CityHit = z.infer<typeof cityHitSchema>;

export const citiesResultSchema = z.object({ ...envelope, cities: z.array(cityHitSchema).catch([]) });

const placeHitSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable().default(null),
  match: z.string().optional(),
  categories: z.array(z.string()).catch([]),
  description: z.string().nullish(),
});
export type PlaceHit = z.infer<typeof placeHitSchema>;

export const placesResultSchema = z.object({ ...envelope, places: z.array(placeHitSchema).catch([]) });

const tripSeenSchema = tripSchema
  .pick({ id: true, title: true, startDate: true, endDate: true, travelers: true, destinations: true })
  .extend({
    childAges: z.array(z.number()).default([]),
    origin: z.object({ name: z.string(), iataCode: z.string() }).nullable().default(null),
    budget: tripSchema.shape.budget.default(null),
    assumptions: z.array(z.string()).default([]),
  });
export type TripSeen = z.infer<typeof tripSeenSchema>;

export const tripResultSchema = z.object({ ...envelope, trip: tripSeenSchema.optional() });

const itemSchema = z.object({
  type: z.string(),
  title: z.string(),
  placeId: z.string().nullable().default(null),
  startTime: z.string(),
  endTime: z.string(),
  itemKey: z.string().optional(),
  reason: z.string().nullish(),
  status: z.string().default("planned"),
});
export type ItemSeen = z.infer<typeof itemSchema>;
const stopSchema = z.string().transform((line) => readStopLine(line));

/** Lines become items again; they name no place. */
function withItems(day: unknown): unknown {
  const lines = z.object({ stops: z.array(stopSchema) }).safeParse(day).data?.stops;
  if (!lines) return typeof day === "object" && day !== null && !("items" in day) ? { ...day, items: [] } : day;
  const items = lines.flatMap((line) =>
    line ? [{ ...line, status: line.marks.find((mark) => mark !== "locked") }] : [],
  );
  return { ...(day as object), items };
}

const dayFields = z.object({
  dayNumber: z.number(),
  date: z.string(),
  city: z.object({ id: z.string(), name: z.string() }),
  items: z.array(itemSchema),
});
export const daySchema = z.preprocess(withItems, dayFields);
export type DaySeen = z.infer<typeof daySchema>;

export const violationSchema = z.object({
  code: z.string(),
  severity: z.string(),
  path: z.string(),
  message: z.string(),
});
export type ViolationSeen = z.infer<typeof violationSchema>;
const verdictSchema = z.object({ ok: z.boolean(), violations: z.array(violationSchema).default([]) });

export const planResultSchema = z.object({
  ...envelope,
  itinerary: z.object({ version: z.number(), days: z.array(daySchema) }).nullish(),
  verdict: verdictSchema.nullish(),
  notices: z.array(z.string()).catch([]),
  budget: budgetSchema.pick({ currency: true, known: true, estimatedLow: true, estimatedHigh: true }).nullish(),
  trip: tripSeenSchema.nullish(),
  conflict: z.string().nullish(),
});
export type PlanSeen = z.infer<typeof planResultSchema>;

const staySchema = z.object({
  provider: z.string(),
  offerId: z.string().catch(""),
  propertyName: z.string().catch(""),
  price: z.object({ amountMinor: z.number(), currency: z.string(), per: z.string() }).nullish().catch(null),
});
export type StaySeen = z.infer<typeof staySchema>;

const flightSchema = staySchema.pick({ provider: true, price: true }).extend({
  airlineCode: z.string().nullish().catch(null),
  flightNumber: z.string().nullish().catch(null),
  departureAirport: z.string().catch(""),
  arrivalAirport: z.string().catch(""),
  departureAt: z.string().catch(""),
});
export type FlightSeen = z.infer<typeof flightSchema>;

export const offersResultSchema = z.object({
  ...envelope,
  notices: z.array(z.string()).catch([]),
  flights: z.array(flightSchema).optional(),
  stays: z.array(staySchema).optional(),
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
