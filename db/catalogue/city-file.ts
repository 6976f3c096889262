/**
 * The shape of a built-in city: one JSON file of facts a city, written by hand in our own words.
 * What nobody is sure of is `null`. The validator here is what refuses impossible values; the seed
 * and the tests both read files through it.
 */
import { z } from "zod";
import { leafCategorySchema } from "../../trip/categories.ts";
import { isEverFree, isEverOpen } from "../../trip/hours/ever-open.ts";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";
import { parseHours } from "../../trip/hours/parse-hours.ts";
import { currencySchema } from "../../trip/money.ts";
import {
  ATTRACTION_TYPES,
  crowdednessSchema,
  dietSchema,
  EATERY_TYPES,
  wheelchairAccessSchema,
} from "../../trip/place.ts";

const coordinate = (limit: number): z.ZodNumber => z.number().min(-limit).max(limit);

/** OpenStreetMap's opening_hours: "Tu-Su 10:00-18:00; Dec 25 off", "24/7"; `null` where nobody is sure. */
const ruleTextSchema = z
  .string({ error: 'expected hours as OpenStreetMap writes them, such as "Tu-Su 10:00-18:00", "24/7", or null' })
  .min(2)
  .max(400);

const placeBase = z.object({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a lower-case slug")
    .max(60),
  name: z.string().min(2).max(120),
  nameLocal: z.string().min(1).max(120).nullable(),
  lat: coordinate(90),
  lon: coordinate(180),
  address: z.string().max(160).nullable(),
  hours: ruleTextSchema.nullable(),
  /** How long before closing the last visitors are let in. */
  lastEntryMinutes: z.int().min(1).max(240).optional(),
  wheelchair: wheelchairAccessSchema.nullable(),
  tags: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9_]+$/)
        .max(50),
    )
    .max(12),
  description: z.string().min(20).max(220),
});

export const attractionEntrySchema = placeBase
  .extend({
    type: z.enum(ATTRACTION_TYPES),
    categories: z.array(leafCategorySchema).min(1).max(5),
    visitMinutes: z.int().min(10).max(600),
    pricing: z.enum(["free", "paid", "donation"]).nullable(),
    /** When those pay nothing who pay else, written like hours: "Su[1]", "Fr 17:00-21:00". */
    freeDays: ruleTextSchema.optional(),
    adultPrice: z.number().min(0).nullable(),
    crowdedness: crowdednessSchema.nullable(),
    bookingNeeded: z.boolean().nullable(),
    popularity: z.number().min(0).max(1),
    offbeat: z.boolean(),
  })
  .strict();
export type AttractionEntry = z.infer<typeof attractionEntrySchema>;

export const eateryEntrySchema = placeBase
  .extend({
    type: z.enum(EATERY_TYPES),
    cuisines: z
      .array(z.string().regex(/^[a-z0-9_]+$/))
      .min(1)
      .max(5),
    diets: z.array(dietSchema),
    spendLow: z.number().positive(),
    spendHigh: z.number().positive(),
    bookingNeeded: z.boolean().nullable(),
    popularity: z.number().min(0).max(1),
  })
  .strict();
export type EateryEntry = z.infer<typeof eateryEntrySchema>;

export const cityFileSchema = z
  .object({
    city: z.string(),
    countryCode: z.string().regex(/^[A-Z]{2}$/),
    lat: coordinate(90),
    lon: coordinate(180),
    currency: currencySchema,
    compiledOn: z.iso.date(),
    notice: z.string().min(20),
    areas: z.array(
      z
        .object({
          name: z.string(),
          lat: coordinate(90),
          lon: coordinate(180),
          description: z.string().min(20).max(220),
        })
        .strict(),
    ),
    attractions: z.array(attractionEntrySchema),
    eateries: z.array(eateryEntrySchema),
  })
  .strict();
export type CityFile = z.infer<typeof cityFileSchema>;

const KM_PER_DEGREE = 111.2;
const SURROUNDINGS_KM = 60;

function roughKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * KM_PER_DEGREE;
}

function decimalsOf(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}

function duplicatesIn(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

type TimedEntry = Pick<AttractionEntry, "key" | "hours" | "lastEntryMinutes" | "freeDays">;

function hoursProblems({ key, hours: text, lastEntryMinutes, freeDays }: TimedEntry, compiledOn: string): string[] {
  const { hours, problem } = text === null ? { hours: null, problem: null } : hoursFromRule(text);
  const free = freeDays === undefined ? null : parseHours(freeDays);
  return [
    ...(problem === null ? [] : [`${key}: hours "${text}" cannot be used: ${problem}`]),
    ...(hours && !isEverOpen(hours, compiledOn) ? [`${key}: hours that never open`] : []),
    ...(text === null && lastEntryMinutes !== undefined ? [`${key}: a last entry without hours`] : []),
    ...(free?.problem ? [`${key}: free days "${freeDays}" cannot be used: ${free.problem}`] : []),
    ...(free?.rule && freeDays && problem === null && !isEverFree(freeDays, hours, compiledOn)
      ? [`${key}: free days on which it is never open`]
      : []),
  ];
}

/** Everything impossible in a parsed file, one line each; empty when the file can be used. */
export function problemsOf(file: CityFile): string[] {
  const places = [...file.attractions, ...file.eateries];
  return [
    ...duplicatesIn(places.map(({ key }) => key)).map((key) => `${key}: key used twice`),
    ...duplicatesIn(places.map(({ name }) => name.toLowerCase())).map((name) => `${name}: name used twice`),
    ...duplicatesIn(places.map(({ description }) => description)).map((text) => `description repeats: "${text}"`),
    ...duplicatesIn(places.map(({ lat, lon }) => `${lat},${lon}`)).map(
      (at) => `${at}: two places at the same coordinates`,
    ),
    ...places
      .filter((place) => roughKm(file, place) > SURROUNDINGS_KM)
      .map(({ key }) => `${key}: more than ${SURROUNDINGS_KM} km from the city`),
    ...places
      .filter(({ lat, lon }) => decimalsOf(lat) < 3 && decimalsOf(lon) < 3)
      .map(({ key }) => `${key}: coordinates coarser than about 100 m`),
    ...places.flatMap((place) => hoursProblems(place, file.compiledOn)),
    ...file.attractions
      .filter(({ pricing, freeDays }) => pricing === "free" && freeDays !== undefined)
      .map(({ key }) => `${key}: always free, so free days say nothing`),
    ...file.attractions
      .filter(({ pricing, adultPrice }) => (pricing === "free") !== (adultPrice === 0) && adultPrice !== null)
      .map(({ key }) => `${key}: free places cost 0, paid ones more`),
    ...file.eateries
      .filter(({ spendLow, spendHigh }) => spendHigh < spendLow)
      .map(({ key }) => `${key}: spend runs backwards`),
  ];
}
