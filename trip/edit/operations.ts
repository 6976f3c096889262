/**
 * What may be done to a version of a plan. Operations are data: the same ones come from a model, a page and
 * a test, and every one of them ends in a new version with a diff and a verdict. An item is named by its
 * `itemKey`, or by its place in the version the edit is against: "2.3" is the third stop of day 2.
 */
import { z } from "zod";
import { dateSchema } from "../calendar.ts";

export const EDIT_KINDS = [
  /** A place comes in; on a day and at a time where given. */
  "add",
  /** To another day, time, or both. */
  "move",
  "remove",
  /** Another place takes its turn: the named one, or the best that fits. */
  "replace",
  /** Put off to another day; the original stays as history. */
  "delay",
  /** The traveller did not go; it stays as history. */
  "skip",
  /** The traveller was there. */
  "complete",
  "lock",
  "unlock",
  /** Two days change places. */
  "swap_days",
  /** A day that is too full gives something up. */
  "relax_day",
  /** A day with room is filled again. */
  "fill_day",
  /** Out of doors is no fun that day. */
  "rain",
  /** The place turns out to be shut on that day. */
  "closed",
  /** The party gets there at that time, or leaves then. */
  "arrive",
  "leave",
] as const;
export const editKindSchema = z.enum(EDIT_KINDS);
export type EditKind = z.infer<typeof editKindSchema>;

const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "expected HH:MM");

export const editOperationSchema = z.strictObject({
  op: editKindSchema,
  item: z.string().min(1).max(80).optional().describe("itemKey, or day.position such as 2.3"),
  placeId: z.uuid().optional().describe("add, replace"),
  day: z.int().positive().optional().describe("day number; where to"),
  fromDay: z.int().positive().optional().describe("swap_days"),
  date: dateSchema.optional().describe("arrive, leave, rain: instead of day"),
  time: wallTimeSchema.optional().describe("HH:MM, local"),
});
export type EditOperation = z.infer<typeof editOperationSchema>;
