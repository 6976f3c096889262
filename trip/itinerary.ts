/**
 * A dated plan: days of items with wall-clock times. Everything a model, a scheduler, a traveller or
 * a calendar reads of a plan has this shape, and the checker judges nothing else. Times are local to
 * the day's city; an item that names a place names it by our id.
 */
import { z } from "zod";
import { dateSchema } from "./calendar.ts";
import { travelSchema } from "./geo.ts";
import { costSchema } from "./money.ts";
import { coordinatesSchema } from "./place.ts";

export const itemTypeSchema = z.enum([
  "attraction",
  "meal",
  "transport",
  "flight",
  "check_in",
  "check_out",
  "rest",
  "free",
]);
export type ItemType = z.infer<typeof itemTypeSchema>;

export const itemStatusSchema = z.enum(["planned", "completed", "skipped", "delayed"]);

const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "expected HH:MM");

export const itemDraftSchema = z.object({
  /** Stable over versions: the same visit keeps its key when it is moved. */
  itemKey: z.string().min(1).max(80),
  type: itemTypeSchema,
  title: z.string().min(1).max(200),
  placeId: z.uuid().nullable(),
  location: coordinatesSchema.nullable(),
  startTime: wallTimeSchema,
  endTime: wallTimeSchema,
  endsNextDay: z.boolean(),
  cost: costSchema,
  status: itemStatusSchema,
  /** Number of the day where a delayed item now stands again, with the same key. */
  delayedToDay: z.int().positive().optional(),
  locked: z.boolean(),
  reason: z.string().nullable(),
  /** 0–1: how sure we are of the facts behind this item, not how much it will be liked. */
  confidence: z.number().min(0).max(1).nullable(),
  travelFromPrevious: travelSchema.nullable(),
});
export type ItemDraft = z.infer<typeof itemDraftSchema>;

const cityRefSchema = z.object({ id: z.uuid(), name: z.string() });

export const dayDraftSchema = z.object({
  dayNumber: z.int().positive(),
  date: dateSchema,
  /** What the day is called where the plan comes from, for example "Day 2 (Tuesday): Belém". */
  title: z.string().max(200).optional(),
  city: cityRefSchema,
  items: z.array(itemDraftSchema),
});
export type DayDraft = z.infer<typeof dayDraftSchema>;

/** A plan that nobody has stored yet. */
export const itineraryDraftSchema = z.object({ days: z.array(dayDraftSchema) });
export type ItineraryDraft = z.infer<typeof itineraryDraftSchema>;

export const itineraryItemSchema = itemDraftSchema.extend({ id: z.uuid() });
export type ItineraryItem = z.infer<typeof itineraryItemSchema>;

export const itineraryDaySchema = dayDraftSchema.extend({ items: z.array(itineraryItemSchema) });
export type ItineraryDay = z.infer<typeof itineraryDaySchema>;

/** A stored version of a trip's plan. */
export const itinerarySchema = z.object({
  id: z.uuid(),
  version: z.int().positive(),
  parentId: z.uuid().nullable(),
  isSelected: z.boolean(),
  aiModelVersion: z.string().nullable(),
  days: z.array(itineraryDaySchema),
});
export type Itinerary = z.infer<typeof itinerarySchema>;

/** Delayed and skipped items are history: they are kept, and neither scheduled nor checked. */
export function isActive(item: Pick<ItemDraft, "status">): boolean {
  return item.status === "planned" || item.status === "completed";
}
