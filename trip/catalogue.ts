/** Countries, cities and airports as the domain sees them. */
import { z } from "zod";
import { currencySchema } from "./money.ts";
import { coordinatesSchema } from "./place.ts";

/** What a day costs a person in a country, in whole units of `currency`; `null` where nobody knows. */
export const dailyCostSchema = z.object({
  budget: z.number().positive(),
  midRange: z.number().positive(),
  luxury: z.number().positive(),
  currency: currencySchema,
  asOf: z.iso.date(),
  source: z.string(),
});
export type DailyCost = z.infer<typeof dailyCostSchema>;

export const countrySchema = z.object({
  id: z.uuid(),
  isoCode: z.string().length(2),
  name: z.string(),
  currencyCode: currencySchema.nullable(),
  timezone: z.string().nullable(),
  dailyCost: dailyCostSchema.nullable(),
});
export type Country = z.infer<typeof countrySchema>;

export const citySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  /** Region or state, where it tells homonyms apart. */
  region: z.string().nullable(),
  countryCode: z.string().length(2),
  countryName: z.string(),
  location: coordinatesSchema,
  timezone: z.string(),
  population: z.int().nullable(),
  iataCode: z.string().length(3).nullable().describe("nearest airport"),
  /** Places to visit and to eat that the catalogue has for this city. */
  attractionCount: z.int().nonnegative(),
  eateryCount: z.int().nonnegative(),
});
export type City = z.infer<typeof citySchema>;

/** A city can be planned in when the catalogue has something to visit there. */
export function isCovered(city: Pick<City, "attractionCount">): boolean {
  return city.attractionCount > 0;
}

export const airportSchema = z.object({
  iataCode: z.string().length(3),
  name: z.string(),
  city: z.string(),
  countryCode: z.string().length(2),
  location: coordinatesSchema,
});
export type Airport = z.infer<typeof airportSchema>;

/** Units of a currency for one euro, on a date. */
export const exchangeRateSchema = z.object({
  currency: currencySchema,
  perEuro: z.number().positive(),
  asOf: z.iso.date(),
  source: z.string(),
});
export type ExchangeRate = z.infer<typeof exchangeRateSchema>;
