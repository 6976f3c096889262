/** Arguments that several tools take, refused here in the same words. */
import { z } from "zod";
import { currencySchema } from "../trip/money.ts";

export const currencyArgument: z.ZodType<string, string> = z.string().length(3).toUpperCase().pipe(currencySchema);

interface MaybePoint {
  lat?: number | undefined;
  lon?: number | undefined;
}

/** Two numbers or none: half a point would be left out without a word. */
export function isWholePoint({ lat, lon }: MaybePoint): boolean {
  return (lat === undefined) === (lon === undefined);
}

export const HALF_A_POINT = "expected both lat and lon, or neither";
