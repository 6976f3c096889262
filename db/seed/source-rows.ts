/** The built-in CSV files as typed rows: each file meets its schema once, here, and nothing else trusts a cell. */
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { currencySchema } from "../../trip/money.ts";
import type { CatalogueFile } from "./catalogue-files.ts";

const numberCell = z.string().min(1).transform(Number).pipe(z.number());
const optional = <Schema extends z.ZodType>(cell: Schema) => z.union([z.literal("").transform(() => null), cell]);
const listCell = z.string().transform((text) => text.split("|").filter((part) => part !== ""));
const isoCell = z.string().regex(/^[A-Z]{2}$/);

const countryRowSchema = z.object({
  iso_code: isoCell,
  name: z.string().min(1),
  currency_code: optional(currencySchema),
  timezone: optional(z.string()),
  lat: numberCell,
  lon: numberCell,
  west: optional(numberCell),
  south: optional(numberCell),
  east: optional(numberCell),
  north: optional(numberCell),
  popularity_score: optional(numberCell),
  avg_daily_cost_budget: optional(numberCell),
  avg_daily_cost_mid_range: optional(numberCell),
  avg_daily_cost_luxury: optional(numberCell),
});
export type CountryRow = z.infer<typeof countryRowSchema>;

const airportRowSchema = z.object({
  iata_code: z.string().regex(/^[A-Z]{3}$/),
  name: z.string().min(1),
  city: z.string().min(1),
  country_code: isoCell,
  lat: numberCell,
  lon: numberCell,
  size: z.enum(["hub", "international", "regional"]),
});
export type AirportRow = z.infer<typeof airportRowSchema>;

const cityAliasRowSchema = z.object({
  geonames_id: numberCell,
  name: z.string().min(1),
  country_code: isoCell,
  local_name: z.string(),
  aliases: listCell,
  popularity_score: optional(numberCell),
});
export type CityAliasRow = z.infer<typeof cityAliasRowSchema>;

const exchangeRateRowSchema = z.object({
  currency: currencySchema,
  per_euro: numberCell,
  as_of: z.iso.date(),
  source: z.string().min(1),
});
export type ExchangeRateRow = z.infer<typeof exchangeRateRowSchema>;

const regionRowSchema = z.object({
  country_code: isoCell,
  admin_code: z.string(),
  name: z.string(),
  short_name: optional(z.string()),
});
export type RegionRow = z.infer<typeof regionRowSchema>;

const metaSchema = z.object({
  dailyCosts: z.object({ currency: currencySchema, asOf: z.iso.date(), source: z.string() }),
});
export type CountriesMeta = z.infer<typeof metaSchema>;

export interface CsvRows {
  countries: CountryRow[];
  meta: CountriesMeta;
  airports: AirportRow[];
  cityAliases: CityAliasRow[];
  exchangeRates: ExchangeRateRow[];
  regions: RegionRow[];
}

function contentOf(files: readonly CatalogueFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) {
    throw new TripwrightError("catalogue_invalid", `Expected ${path} in the built-in catalogue. Reinstall tripwright.`);
  }
  return file.content.toString("utf8");
}

function parseWith<Row>(path: string, schema: z.ZodType<Row>, value: unknown): Row {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new TripwrightError("catalogue_invalid", `${path}: ${z.prettifyError(parsed.error)}`, { path }, parsed.error);
}

/** RFC 4180 with a header line: readable in a diff and in a spreadsheet. Every cell is text until a schema parses it. */
function recordsOf(files: readonly CatalogueFile[], path: string): Record<string, string>[] {
  try {
    return parse<Record<string, string>>(contentOf(files, path), { bom: true, columns: true });
  } catch (error) {
    if (error instanceof TripwrightError) throw error;
    const message = `Expected ${path} to be a table of comma-separated cells: ${(error as Error).message}.`;
    throw new TripwrightError("catalogue_invalid", message, { path }, error);
  }
}

export function readCsvRows(files: readonly CatalogueFile[]): CsvRows {
  const rowsOf = <Row>(path: string, schema: z.ZodType<Row>): Row[] =>
    recordsOf(files, path).map((record, index) => parseWith(`${path} line ${index + 2}`, schema, record));
  return {
    countries: rowsOf("countries.csv", countryRowSchema),
    meta: parseWith("countries.meta.json", metaSchema, JSON.parse(contentOf(files, "countries.meta.json"))),
    airports: rowsOf("airports.csv", airportRowSchema),
    cityAliases: rowsOf("city-aliases.csv", cityAliasRowSchema),
    exchangeRates: rowsOf("exchange-rates.csv", exchangeRateRowSchema),
    regions: rowsOf("regions.csv", regionRowSchema),
  };
}
