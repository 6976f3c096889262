/** Arguments that several tools take, refused here in the same words. */
import { z } from "zod";
import { currencySchema } from "../trip/money.ts";

export const currencyArgument: z.ZodType<string, string> = z
  .string()
  .length(3, "expected a three-letter ISO 4217 code such as EUR")
  .toUpperCase()
  .pipe(currencySchema);

export const airportArgument: z.ZodString = z
  .string()
  .length(3, "expected the IATA code of an airport such as LIS")
  .toUpperCase();

interface MaybePoint {
  lat?: number | undefined;
  lon?: number | undefined;
}

/** Two numbers or none: half a point would be left out without a word. */
export function isWholePoint({ lat, lon }: MaybePoint): boolean {
  return (lat === undefined) === (lon === undefined);
}

export const HALF_A_POINT = "expected both lat and lon, or neither";
