/** Places as the domain reads them: one column list, one row schema, and the look-ups by city and by id. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { type Estimate, type Price, toMinor } from "../../trip/money.ts";
import { openingHoursSchema } from "../../trip/opening-hours.ts";
import {
  crowdednessSchema,
  dietSchema,
  type Place,
  placeTypeSchema,
  wheelchairAccessSchema,
} from "../../trip/place.ts";
import { strangersName, strangersText, strangersTextOrNull } from "../../trip/strangers-words.ts";
import type { Transaction } from "../transaction.ts";
import { leafCategoryIds } from "./catalogue-ids.ts";
import { isUuid } from "./row-parts.ts";

/** Of `attractions a`. */
export const PLACE_COLUMNS: Sql = sql`
  a.id, a.city_id as "cityId", a.name, a.name_local as "nameLocal", a.attraction_type as type, a.is_eatery as "isEatery",
  a.category_ids as "categoryIds", st_y(a.location::geometry) as lat, st_x(a.location::geometry) as lon, a.address,
  a.opening_hours as hours, a.typical_visit_duration as "visitMinutes", a.price_adult::text as "priceAdult", a.free_days as "freeDays",
  a.spend_low::text as "spendLow", a.spend_high::text as "spendHigh", a.currency, a.crowdedness_level as crowdedness,
  a.accessibility_features ->> 'wheelchair' as wheelchair, a.diets, a.booking_needed as "bookingNeeded",
  a.popularity_score::float8 as popularity, a.is_offbeat as "isOffbeat", a.tags, a.description, a.source,
  a.source_date::text as "sourceDate", a.attribution`;

export const placeRowSchema = z.object({
  id: z.string(),
  cityId: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  type: placeTypeSchema,
  isEatery: z.boolean(),
  categoryIds: z.array(z.string()),
  lat: z.number(),
  lon: z.number(),
  address: z.string().nullable(),
  hours: openingHoursSchema.nullable(),
  visitMinutes: z.number(),
  priceAdult: z.string().nullable(),
  freeDays: z.string().nullable(),
  spendLow: z.string().nullable(),
  spendHigh: z.string().nullable(),
  currency: z.string().nullable(),
  crowdedness: crowdednessSchema.nullable(),
  wheelchair: wheelchairAccessSchema.nullable(),
  diets: z.array(dietSchema),
  bookingNeeded: z.boolean().nullable(),
  popularity: z.number(),
  isOffbeat: z.boolean(),
  tags: z.array(z.string()),
  description: z.string().nullable(),
  source: z.string(),
  sourceDate: z.string(),
  attribution: z.string().nullable(),
});
export type PlaceRow = z.infer<typeof placeRowSchema>;

function admissionOf(row: PlaceRow): Price | null {
  if (row.isEatery || row.priceAdult === null || row.currency === null) return null;
  return {
    amountMinor: toMinor(row.priceAdult, row.currency),
    currency: row.currency,
    per: "person",
    basis: "open-data",
    provider: row.source,
    fetchedAt: row.sourceDate,
    expiresAt: null,
  };
}

function mealEstimateOf(row: PlaceRow): Estimate | null {
  if (!row.isEatery || row.spendLow === null || row.spendHigh === null || row.currency === null) return null;
  return {
    lowMinor: toMinor(row.spendLow, row.currency),
    highMinor: toMinor(row.spendHigh, row.currency),
    currency: row.currency,
    method: `usual spend a person, ${row.source}`,
    asOf: row.sourceDate,
  };
}

type Words = "name" | "nameLocal" | "address" | "tags" | "description";

/** Anybody may have written a place into the sources: what reads like a link or markup ends here, for every reader. */
export function harmlessWords(row: Pick<PlaceRow, Words>): Pick<Place, Words> {
  return {
    name: strangersName(row.name),
    nameLocal: strangersTextOrNull(row.nameLocal),
    address: strangersTextOrNull(row.address),
    tags: row.tags.map(strangersText).filter(Boolean),
    description: strangersTextOrNull(row.description),
  };
}

export function toPlace(row: PlaceRow): Place {
  return { ...factsOf(row), ...harmlessWords(row) };
}

function factsOf(row: PlaceRow): Omit<Place, Words> {
  return {
    id: row.id,
    cityId: row.cityId,
    type: row.type,
    categories: leafCategoryIds.namesOf(row.categoryIds),
    location: { lat: row.lat, lon: row.lon },
    hours: row.hours,
    visitMinutes: row.visitMinutes,
    admission: admissionOf(row),
    freeDays: row.freeDays,
    mealEstimate: mealEstimateOf(row),
    crowdedness: row.crowdedness,
    wheelchair: row.wheelchair,
    diets: row.diets,
    bookingNeeded: row.bookingNeeded,
    popularity: row.popularity,
    isOffbeat: row.isOffbeat,
    source: row.source,
    sourceDate: row.sourceDate,
    ...(row.attribution !== null && { attribution: row.attribution }),
  };
}

export async function listPlaces(tx: Transaction, cityId: string, limit: number): Promise<Place[]> {
  if (!isUuid(cityId)) return [];
  const rows = await tx.many(
    placeRowSchema,
    sql`
      select ${PLACE_COLUMNS} from attractions a
      where a.city_id = ${cityId} and a.retired_at is null
      order by a.popularity_score desc, a.id limit ${limit}`,
  );
  return rows.map(toPlace);
}

/** In the order asked for; ids the catalogue does not know are left out, retired places are not. */
export async function getPlaces(tx: Transaction, placeIds: readonly string[]): Promise<Place[]> {
  const known = placeIds.filter(isUuid);
  if (known.length === 0) return [];
  const rows = await tx.many(
    placeRowSchema,
    sql`select ${PLACE_COLUMNS} from attractions a where a.id = any(${known}::uuid[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, toPlace(row)]));
  return [...new Set(known)].map((id) => byId.get(id.toLowerCase())).filter((place) => place !== undefined);
}
