/**
 * What a second reader made of a built-in city file. Somebody who did not compile it first wrote down, without
 * seeing the file's values, where each place is, when it is closed, how long a visit takes and what it costs;
 * then the two were compared, what differed was judged, and what stayed in doubt is on record here.
 */
import { z } from "zod";
import type { CityFile } from "./city-file.ts";

const keySchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const fieldSchema = z.string().min(2).max(40);
const reasonSchema = z.string().min(3).max(400);

export const cityReviewSchema = z
  .object({
    reviewedOn: z.iso.date(),
    /** Places in the file when it was read. */
    places: z.int().positive(),
    /** What the reader corrected. */
    changes: z.array(
      z.object({ place: keySchema, field: fieldSchema, was: z.unknown(), now: z.string(), why: reasonSchema }).strict(),
    ),
    /** Places that are gone for good, or that neither could place. */
    dropped: z.array(z.object({ place: z.string().min(2), why: reasonSchema }).strict()),
    /** Who is unsure of what. Hours and prices that both are unsure of are unknown in the file. */
    unsure: z.array(
      z
        .object({
          place: keySchema,
          field: fieldSchema,
          by: z.enum(["compiler", "reviewer", "both"]),
          why: reasonSchema,
        })
        .strict(),
    ),
  })
  .strict();
export type CityReview = z.infer<typeof cityReviewSchema>;

/** Where review and file contradict each other, one line each; empty when they agree. */
export function reviewProblems(file: CityFile, review: CityReview): string[] {
  const attractions = new Map(file.attractions.map((place) => [place.key, place]));
  const places = new Map([...file.attractions, ...file.eateries].map((place) => [place.key, place]));
  const named = [...review.changes, ...review.unsure].map(({ place }) => place);
  return [
    ...(review.places === places.size ? [] : [`${review.places} places were read, the file has ${places.size}`]),
    ...named.filter((key) => !places.has(key)).map((key) => `${key}: not in the file`),
    ...review.unsure
      .filter(({ by, field }) => by === "both" && field === "hours")
      .filter(({ place }) => places.get(place)?.hours != null)
      .map(({ place }) => `${place}: nobody is sure of its hours, and the file gives some`),
    ...review.unsure
      .filter(({ by, field }) => by === "both" && field === "price")
      .filter(({ place }) => (attractions.get(place)?.adultPrice ?? 0) > 0)
      .map(({ place }) => `${place}: nobody is sure of its price, and the file gives one`),
  ];
}
