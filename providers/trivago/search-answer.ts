/**
 * What is read of trivago's hotels. Its messages to language models end here, and what it refuses comes as data under a
 * status of success.
 */
import { z } from "zod";
import { readableList } from "../offers/readable-list.ts";

const textOrNumber = z.union([z.string(), z.number()]).nullish().catch(null);

const houseSchema = z.object({
  accommodation_id: z.union([z.string().min(1).max(100), z.int().transform(String)]),
  accommodation_name: z.string(),
  arrival: z.string().nullish(),
  departure: z.string().nullish(),
  currency: z.string(),
  /** As people write it: "€312". */
  price_per_stay: z.string(),
  price_per_night: z.string().nullish().catch(null),
  latitude: z.number(),
  longitude: z.number(),
  address: z.string().nullish().catch(null),
  hotel_rating: z.number().nullish().catch(null),
  review_rating: textOrNumber,
  review_count: textOrNumber,
  accommodation_url: z.string().nullish().catch(null),
});
export type House = z.infer<typeof houseSchema>;

/** They send some twenty-five. */
const HOUSES_READ = 500;

export const searchSchema = z
  .object({
    /** `null` for none at all. */
    accommodations: readableList(houseSchema, { most: HOUSES_READ }).nullable().optional(),
    validation_errors: z.array(z.unknown()).nullish(),
    error: z.string().nullish(),
  })
  .refine(({ accommodations, validation_errors: refused, error }) => {
    return accommodations !== undefined || Boolean(refused?.length) || Boolean(error);
  });
