/** Countries, airports, exchange rates, categories, diets and needs as catalogue rows. */
import { CATEGORY_TREE, type Category } from "../../trip/categories.ts";
import { ACCESSIBILITY_NEEDS, DIETS } from "../../trip/place.ts";
import { type BulkRow, pointWkt } from "../stores/bulk.ts";
import { accessibilityNeedIds, catalogueId, categoryIds, dietIds } from "../stores/catalogue-ids.ts";
import type { AirportRow, CountriesMeta, CountryRow } from "./source-rows.ts";

const SIDE_STEP_DEGREES = 30;

/** From `start` to `end` in steps an edge on a sphere follows a parallel closely enough for. */
function steps(start: number, end: number): number[] {
  const count = Math.max(1, Math.ceil(Math.abs(end - start) / SIDE_STEP_DEGREES));
  return Array.from({ length: count }, (_, index) => start + ((end - start) * index) / count);
}

const wrap = (lon: number): number => (lon > 180 ? lon - 360 : lon);

/** A box as a ring; a box whose west is east of its east crosses the date line. */
function boundsWkt({ west, south, east, north }: CountryRow): string | null {
  if (west === null || south === null || east === null || north === null) return null;
  const right = east < west ? east + 360 : east;
  const ring = [
    ...steps(west, right).map((lon) => [lon, south] as const),
    ...steps(south, north).map((lat) => [right, lat] as const),
    ...steps(right, west).map((lon) => [lon, north] as const),
    ...steps(north, south).map((lat) => [west, lat] as const),
    [west, south] as const,
  ];
  return `POLYGON((${ring.map(([lon, lat]) => `${wrap(lon)} ${lat}`).join(", ")}))`;
}

export const countryId = (isoCode: string): string => catalogueId("country", isoCode);

export function countryRow(row: CountryRow, { dailyCosts }: CountriesMeta): BulkRow {
  const hasCosts = row.avg_daily_cost_budget !== null;
  return {
    id: countryId(row.iso_code),
    iso_code: row.iso_code,
    name: row.name,
    location: pointWkt(row),
    bounds: boundsWkt(row),
    currency_code: row.currency_code,
    timezone: row.timezone,
    popularity_score: row.popularity_score,
    avg_daily_cost_budget: row.avg_daily_cost_budget,
    avg_daily_cost_mid_range: row.avg_daily_cost_mid_range,
    avg_daily_cost_luxury: row.avg_daily_cost_luxury,
    avg_daily_cost_currency: hasCosts ? dailyCosts.currency : null,
    avg_daily_cost_as_of: hasCosts ? dailyCosts.asOf : null,
    avg_daily_cost_source: hasCosts ? dailyCosts.source : null,
  };
}

export function airportRow(row: AirportRow): BulkRow {
  return {
    id: catalogueId("airport", row.iata_code),
    iata_code: row.iata_code,
    name: row.name,
    city_name: row.city,
    country_id: countryId(row.country_code),
    location: pointWkt(row),
    size: row.size,
  };
}

const WORDING: Record<string, string> = {
  culture_history: "Culture & History",
  nature_outdoors: "Nature & Outdoors",
  food_drink: "Food & Drink",
  local_life: "Local life",
  palaces_castles: "Palaces & Castles",
  temples_shrines: "Temples & Shrines",
  mosques_synagogues: "Mosques & Synagogues",
  wine: "Wine & Vineyards",
  neighborhoods: "Neighbourhoods",
  kids: "For children",
  science: "Science & Discovery",
  gluten_free: "Gluten-free",
  dairy_free: "Dairy-free",
  nut_free: "Nut-free",
  mobility_limited: "Limited mobility",
  stroller_friendly: "Stroller-friendly",
};

/** "historical_sites" → "Historical sites", unless it deserves better words. */
function displayName(name: string): string {
  return WORDING[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
}

/** Parents come first, so that one bulk statement may hold both. */
export function categoryRows(): BulkRow[] {
  const row = (name: Category, parent: Category | null, sortOrder: number): BulkRow => ({
    id: categoryIds.idOf(name),
    name,
    display_name: displayName(name),
    parent_category_id: parent === null ? null : categoryIds.idOf(parent),
    level: parent === null ? 1 : 2,
    sort_order: sortOrder,
    pinterest_keyword: displayName(name).toLowerCase(),
  });
  const tree = Object.entries(CATEGORY_TREE) as [Category, readonly Category[]][];
  return [
    ...tree.map(([root], index) => row(root, null, index)),
    ...tree.flatMap(([root, leaves]) => leaves.map((leaf, index) => row(leaf, root, index))),
  ];
}

export function dietRows(): BulkRow[] {
  return DIETS.map((name) => ({ id: dietIds.idOf(name), name, display_name: displayName(name) }));
}

export function accessibilityNeedRows(): BulkRow[] {
  return ACCESSIBILITY_NEEDS.map((name) => ({
    id: accessibilityNeedIds.idOf(name),
    name,
    display_name: displayName(name),
  }));
}
