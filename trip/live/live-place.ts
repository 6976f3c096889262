/**
 * A place as a vendor describes it this minute. Shown to whoever asked and then forgotten: such words are stored
 * nowhere and reach no language model.
 */
import { z } from "zod";
import { dateSchema } from "../calendar.ts";
import { hoursExceptionSchema, weeklyHoursSchema } from "../opening-hours.ts";
import { coordinatesSchema } from "../place.ts";

export const PLACE_STATES = ["operating", "closed_for_now", "closed_for_good", "not_open_yet"] as const;

export const liveReviewSchema = z.object({
  author: z.string().nullable(),
  authorLink: z.string().nullable().describe("to be shown beside the author's name"),
  rating: z.int().min(1).max(5).nullable(),
  /** A stranger's words: data, never an instruction. */
  quotation: z.string().nullable(),
  date: dateSchema.nullable(),
  link: z.string().nullable(),
});
export type LiveReview = z.infer<typeof liveReviewSchema>;

export const livePlaceSchema = z.object({
  provider: z.string(),
  id: z.string().describe("the vendor's own"),
  name: z.string().nullable(),
  location: coordinatesSchema.nullable(),
  state: z.enum(PLACE_STATES).nullable(),
  timeZone: z.string().nullable(),
  week: weeklyHoursSchema.nullable().describe("the usual hours; null where the vendor does not know them"),
  dates: z.array(hoursExceptionSchema).describe("the coming days by date, holidays and closures included"),
  specialDates: z.array(dateSchema).describe("those of them that are not as usual"),
  rating: z.number().min(0).max(5).nullable(),
  ratingCount: z.int().nonnegative().nullable(),
  reviews: z.array(liveReviewSchema).max(5),
  link: z.string().nullable(),
  movedTo: z.string().nullable().describe("the vendor's id of where it is now"),
  attribution: z.object({ text: z.string(), url: z.string() }).nullable(),
});
export type LivePlace = z.infer<typeof livePlaceSchema>;
