/** What a traveller has told us about themselves, for every trip: bounded, for a model reads it with each request. */
import { z } from "zod";
import { currencySchema } from "./money.ts";
import { accessibilityNeedSchema, dietSchema } from "./place.ts";
import { paceSchema } from "./trip.ts";

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

export const preferencesSchema = z.strictObject({
  homeAirport: z
    .string()
    .regex(/^[A-Za-z]{3}$/, "expected an IATA code such as LIS")
    .toUpperCase()
    .describe("IATA code")
    .optional(),
  diets: z.array(dietSchema).max(9).optional(),
  accessibility: z.array(accessibilityNeedSchema).max(5).optional(),
  pace: paceSchema.optional(),
  currency: currencySchema.optional(),
  timeZone: z.string().max(64).refine(isZone, "expected an IANA time zone such as Europe/Lisbon").optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;
