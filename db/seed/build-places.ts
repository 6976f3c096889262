/** A built-in city file as rows of `attractions` and `city_areas`. */
import { type LeafCategory, leafCategorySchema } from "../../trip/categories.ts";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";
import { toDecimal, toMinor } from "../../trip/money.ts";
import type { OpeningHours } from "../../trip/opening-hours.ts";
import { type EATERY_TYPES, placeTypeSchema, type WheelchairAccess } from "../../trip/place.ts";
import type { AttractionEntry, CityFile, EateryEntry } from "../catalogue/city-file.ts";
import { type BulkRow, pointWkt } from "../stores/bulk.ts";
import { catalogueId, categoryIds } from "../stores/catalogue-ids.ts";

export const BUILT_IN_SOURCE = "Tripwright built-in catalogue";

type EateryType = (typeof EATERY_TYPES)[number];

const EATERY_CATEGORIES: Record<EateryType, LeafCategory[]> = {
  restaurant: ["restaurants"],
  cafe: ["cafes"],
  bakery: ["bakeries"],
  bar: ["bars"],
  food_hall: ["markets", "street_food"],
  street_food: ["street_food"],
};
const EATERY_MINUTES: Record<EateryType, number> = {
  restaurant: 75,
  cafe: 45,
  bakery: 25,
  bar: 75,
  food_hall: 60,
  street_food: 30,
};

/** `wheelchair_accessible` is the design's flag; "in part" is neither true nor false, so it is left out. */
function accessibilityFeatures(wheelchair: WheelchairAccess | null): BulkRow {
  if (wheelchair === null) return {};
  return wheelchair === "limited" ? { wheelchair } : { wheelchair, wheelchair_accessible: wheelchair === "yes" };
}

const decimal = (amount: number | null, currency: string): string | null =>
  amount === null ? null : toDecimal(toMinor(amount, currency), currency);

/** A file whose hours cannot be read is refused before it gets here. */
function hoursOf({ hours, lastEntryMinutes }: AttractionEntry | EateryEntry): OpeningHours | null {
  return hours === null ? null : hoursFromRule(hours, { lastEntryMinutes }).hours;
}

export interface PlacedCity {
  cityId: string;
  /** File name without its ending; part of every place's id, so it is never renamed. */
  slug: string;
  file: CityFile;
}

function commonColumns({ cityId, slug, file }: PlacedCity, entry: AttractionEntry | EateryEntry): BulkRow {
  return {
    id: catalogueId("place", `${slug}/${entry.key}`),
    city_id: cityId,
    name: entry.name,
    name_local: entry.nameLocal,
    description: entry.description,
    attraction_type: placeTypeSchema.parse(entry.type),
    address: entry.address,
    location: pointWkt(entry),
    opening_hours: hoursOf(entry),
    currency: file.currency,
    booking_needed: entry.bookingNeeded,
    popularity_score: entry.popularity,
    accessibility_features: accessibilityFeatures(entry.wheelchair),
    source: BUILT_IN_SOURCE,
    source_date: file.compiledOn,
    retired_at: null,
  };
}

function attractionRow(city: PlacedCity, entry: AttractionEntry): BulkRow {
  return {
    ...commonColumns(city, entry),
    category_ids: entry.categories.map((name) => categoryIds.idOf(leafCategorySchema.parse(name))),
    typical_visit_duration: entry.visitMinutes,
    crowdedness_level: entry.crowdedness,
    pricing_type: entry.pricing,
    price_adult: decimal(entry.pricing === "free" ? 0 : entry.adultPrice, city.file.currency),
    free_days: entry.freeDays ?? null,
    spend_low: null,
    spend_high: null,
    is_offbeat: entry.offbeat,
    diets: [],
    tags: entry.tags,
  };
}

function eateryRow(city: PlacedCity, entry: EateryEntry): BulkRow {
  return {
    ...commonColumns(city, entry),
    category_ids: EATERY_CATEGORIES[entry.type].map((name) => categoryIds.idOf(name)),
    typical_visit_duration: EATERY_MINUTES[entry.type],
    crowdedness_level: null,
    pricing_type: null,
    price_adult: null,
    free_days: null,
    spend_low: decimal(entry.spendLow, city.file.currency),
    spend_high: decimal(entry.spendHigh, city.file.currency),
    is_offbeat: false,
    diets: entry.diets,
    tags: [...new Set([...entry.cuisines, ...entry.tags])],
  };
}

export function placeRows(city: PlacedCity): BulkRow[] {
  return [
    ...city.file.attractions.map((entry) => attractionRow(city, entry)),
    ...city.file.eateries.map((entry) => eateryRow(city, entry)),
  ];
}

export function areaRows({ cityId, slug, file }: PlacedCity): BulkRow[] {
  return file.areas.map((area) => ({
    id: catalogueId("city_area", `${slug}/${area.name}`),
    city_id: cityId,
    name: area.name,
    description: area.description,
    location: pointWkt(area),
    source: BUILT_IN_SOURCE,
    source_date: file.compiledOn,
  }));
}
