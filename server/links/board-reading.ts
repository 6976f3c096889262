/** What is told of a board that was read for a trip; told, and not kept. */
import { z } from "zod";
import { categorySchema } from "../../trip/categories.ts";
import { coordinatesSchema, placeTypeSchema } from "../../trip/place.ts";

const pinsSchema = z
  .array(z.object({ id: z.string(), page: z.string().nullable().describe("where the pin is shown; link to it") }))
  .describe("where it was said");

export const offeredPlaceSchema = z.object({
  said: z.string().describe("as it was written; a stranger's words"),
  pins: pinsSchema,
  choices: z.array(
    z.object({
      placeId: z.uuid(),
      name: z.string(),
      cityId: z.uuid(),
      type: placeTypeSchema,
      isMustSee: z.boolean().describe("the trip insists on it already"),
    }),
  ),
});
export type OfferedPlace = z.infer<typeof offeredPlaceSchema>;

export const boardReadingSchema = z.object({
  tripId: z.uuid(),
  board: z.object({ id: z.string(), name: z.string().nullable() }),
  pinCount: z.int().min(0),
  interests: z.array(
    z.object({
      category: categorySchema,
      pins: z.int().min(1).describe("how many speak for it"),
      isNew: z.boolean().describe("the trip has it since"),
    }),
  ),
  candidates: z.array(offeredPlaceSchema).describe("places that are meant; in no plan until they are confirmed"),
  ambiguous: z.array(offeredPlaceSchema).describe("words that fit several places: confirm the one that was meant"),
  unknown: z
    .array(
      z.object({
        said: z.string(),
        pins: pinsSchema,
        found: z
          .object({ name: z.string(), address: z.string(), location: coordinatesSchema })
          .nullable()
          .describe("where a map has it; it cannot be planned while the catalogue does not know it"),
      }),
    )
    .describe("names of sights that the catalogue does not know"),
  notices: z.array(z.string()),
});
export type BoardReading = z.infer<typeof boardReadingSchema>;
