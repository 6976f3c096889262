/**
 * A place a traveller can stand in front of: an attraction or somewhere to eat. This is the domain's
 * view of an `attractions` row; an item of an itinerary names a place by its id and nothing else.
 */
import { z } from "zod";
import { leafCategorySchema } from "./categories.ts";
import { estimateSchema, priceSchema } from "./money.ts";
import { openingHoursSchema } from "./opening-hours.ts";

export const coordinatesSchema = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
export type Coordinates = z.infer<typeof coordinatesSchema>;

export const EATERY_TYPES = ["restaurant", "cafe", "bakery", "bar", "food_hall", "street_food"] as const;
export const ATTRACTION_TYPES = [
  "museum",
  "gallery",
  "landmark",
  "monument",
  "church",
  "cathedral",
  "temple",
  "shrine",
  "mosque",
  "synagogue",
  "palace",
  "castle",
  "ruins",
  "park",
  "garden",
  "viewpoint",
  "observation_deck",
  "beach",
  "market",
  "neighborhood",
  "square",
  "street",
  "bridge",
  "waterfront",
  "zoo",
  "aquarium",
  "theme_park",
  "theater",
  "stadium",
  "library",
  "cemetery",
  "spa",
  "shop",
  "island",
  "hike",
  "tram_or_boat",
  "other",
] as const;
export const placeTypeSchema = z.enum([...ATTRACTION_TYPES, ...EATERY_TYPES]);
export type PlaceType = z.infer<typeof placeTypeSchema>;

export const DIETS = [
  "vegetarian",
  "vegan",
  "halal",
  "kosher",
  "gluten_free",
  "dairy_free",
  "nut_free",
  "pescatarian",
  "keto",
] as const;
export const dietSchema = z.enum(DIETS);
export type Diet = z.infer<typeof dietSchema>;

export const ACCESSIBILITY_NEEDS = [
  "wheelchair",
  "mobility_limited",
  "visual_impairment",
  "hearing_impairment",
  "stroller_friendly",
] as const;
export const accessibilityNeedSchema = z.enum(ACCESSIBILITY_NEEDS);
export type AccessibilityNeed = z.infer<typeof accessibilityNeedSchema>;

/** `yes` step-free throughout, `limited` in part or with help, `no` known not to be, `null` nobody knows. */
export const wheelchairAccessSchema = z.enum(["yes", "limited", "no"]);
export type WheelchairAccess = z.infer<typeof wheelchairAccessSchema>;

export const crowdednessSchema = z.enum(["low", "moderate", "high"]);
export type Crowdedness = z.infer<typeof crowdednessSchema>;

export const placeSchema = z.object({
  id: z.uuid(),
  cityId: z.uuid(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  type: placeTypeSchema,
  categories: z.array(leafCategorySchema),
  location: coordinatesSchema,
  address: z.string().nullable(),
  hours: openingHoursSchema.nullable(),
  visitMinutes: z.int().positive(),
  /** Adult admission per person; amount 0 is free, `null` is unknown. Always `null` for eateries. */
  admission: priceSchema.nullable(),
  /** When those pay nothing who pay else: OpenStreetMap's opening_hours syntax, "Su[1]". */
  freeDays: z.string().nullish(),
  /** What a meal costs a person, as an interval; only for eateries. */
  mealEstimate: estimateSchema.nullable(),
  crowdedness: crowdednessSchema.nullable(),
  wheelchair: wheelchairAccessSchema.nullable(),
  /** Diets an eatery is known to serve a full meal for; empty means none is known. */
  diets: z.array(dietSchema),
  bookingNeeded: z.boolean().nullable(),
  /** 0–1, how well known it is. Editorial or counted, never a rating by visitors. */
  popularity: z.number().min(0).max(1),
  isOffbeat: z.boolean(),
  tags: z.array(z.string()),
  description: z.string().nullable(),
  /** Where the facts come from and when they were compiled. */
  source: z.string(),
  sourceDate: z.iso.date(),
  /** What the licences of its sources ask to be shown beside it: "© OpenStreetMap contributors (ODbL-1.0)". */
  attribution: z.string().nullish(),
});
export type Place = z.infer<typeof placeSchema>;

export function isEatery(place: Pick<Place, "type">): boolean {
  return (EATERY_TYPES as readonly string[]).includes(place.type);
}
