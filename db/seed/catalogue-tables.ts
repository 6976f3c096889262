/** The catalogue's tables as bulk writers fill them; a column left out keeps its default. */
import type { BulkTable } from "../stores/bulk.ts";

export const COUNTRIES: BulkTable = {
  name: "countries",
  key: ["id"],
  columns: {
    id: "uuid",
    iso_code: "char(2)",
    name: "varchar(100)",
    location: "geography",
    bounds: "geography",
    currency_code: "char(3)",
    timezone: "varchar(50)",
    popularity_score: "numeric(3, 2)",
    avg_daily_cost_budget: "integer",
    avg_daily_cost_mid_range: "integer",
    avg_daily_cost_luxury: "integer",
    avg_daily_cost_currency: "char(3)",
    avg_daily_cost_as_of: "date",
    avg_daily_cost_source: "text",
  },
};

export const CITIES: BulkTable = {
  name: "cities",
  key: ["id"],
  columns: {
    id: "uuid",
    country_id: "uuid",
    name: "varchar(100)",
    name_local: "varchar(100)",
    aliases: "varchar(100)[]",
    region: "varchar(100)",
    region_code: "varchar(10)",
    location: "geography",
    city_type: "varchar(20)",
    population: "integer",
    popularity_score: "numeric(3, 2)",
    timezone: "varchar(50)",
    iata_code: "char(3)",
    geonames_id: "integer",
  },
};

export const CITY_NAMES: BulkTable = {
  name: "city_names",
  key: ["city_id", "folded"],
  columns: {
    city_id: "uuid",
    folded: "varchar(120)",
    kind: "varchar(10)",
    sound_key: "varchar(120)",
    skeleton: "varchar(60)",
    prominence: "real",
  },
};

export const CITY_AREAS: BulkTable = {
  name: "city_areas",
  key: ["id"],
  columns: {
    id: "uuid",
    city_id: "uuid",
    name: "varchar(100)",
    description: "text",
    location: "geography",
    source: "text",
    source_date: "date",
  },
};

export const AIRPORTS: BulkTable = {
  name: "airports",
  key: ["id"],
  columns: {
    id: "uuid",
    iata_code: "char(3)",
    name: "varchar(200)",
    city_name: "varchar(100)",
    country_id: "uuid",
    location: "geography",
    size: "varchar(20)",
  },
};

export const EXCHANGE_RATES: BulkTable = {
  name: "exchange_rates",
  key: ["currency", "as_of"],
  columns: { currency: "char(3)", per_euro: "numeric(18, 8)", as_of: "date", source: "text" },
};

export const CATEGORIES: BulkTable = {
  name: "categories",
  key: ["id"],
  columns: {
    id: "uuid",
    name: "varchar(50)",
    display_name: "varchar(100)",
    parent_category_id: "uuid",
    level: "integer",
    sort_order: "integer",
    pinterest_keyword: "varchar(100)",
  },
};

const NAMED = { id: "uuid", name: "varchar(50)", display_name: "varchar(100)" };
export const DIETARY_RESTRICTIONS: BulkTable = { name: "dietary_restrictions", key: ["id"], columns: NAMED };
export const ACCESSIBILITY_NEEDS_TABLE: BulkTable = { name: "accessibility_needs", key: ["id"], columns: NAMED };
