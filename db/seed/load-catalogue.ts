/** The heavy half of the seed, imported only when something changed: files to rows, rows to tables. */
import { basename } from "node:path";
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { type CityFile, cityFileSchema, problemsOf } from "../catalogue/city-file.ts";
import { loadCities } from "../conflation/load-cities.ts";
import { emptyOutcome } from "../conflation/outcome.ts";
import { BUILT_IN_SOURCE, loadTerms, writeSource } from "../conflation/sources.ts";
import { BUILT_IN, type StoredRecord } from "../conflation/stored-record.ts";
import { writePlaces } from "../conflation/write-places.ts";
import { type BulkRow, upsertRows } from "../stores/bulk.ts";
import type { Transaction } from "../transaction.ts";
import { buildCities, cityNamed, cityNameRows, cityRow, type SeedCity } from "./build-cities.ts";
import { areaRows, type PlacedCity, placeRecords } from "./build-places.ts";
import { accessibilityNeedRows, airportRow, categoryRows, countryRow, dietRows } from "./build-reference.ts";
import type { CatalogueFile } from "./catalogue-files.ts";
import {
  ACCESSIBILITY_NEEDS_TABLE,
  AIRPORTS,
  CATEGORIES,
  CITIES,
  CITY_NAMES,
  COUNTRIES,
  DIETARY_RESTRICTIONS,
  EXCHANGE_RATES,
} from "./catalogue-tables.ts";
import { writeDescribedAreas } from "./described-areas.ts";
import { readCsvRows } from "./source-rows.ts";

export interface BuiltCatalogue {
  countries: BulkRow[];
  exchangeRates: BulkRow[];
  airports: BulkRow[];
  cities: BulkRow[];
  cityNames: BulkRow[];
  areas: BulkRow[];
  places: StoredRecord[];
  /** Where those may be. */
}

function jsonIn({ path, content }: CatalogueFile): unknown {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch (cause) {
    throw new TripwrightError("catalogue_invalid", `Expected ${path} to be JSON, and it is not.`, { path }, cause);
  }
}

/** Throws `catalogue_invalid`, naming everything impossible in the file. */
export function readCityFile(source: CatalogueFile): { slug: string; file: CityFile } {
  const { path } = source;
  const parsed = cityFileSchema.safeParse(jsonIn(source));
  if (!parsed.success) {
    throw new TripwrightError("catalogue_invalid", `${path}: ${z.prettifyError(parsed.error)}`, { path }, parsed.error);
  }
  const problems = problemsOf(parsed.data);
  if (problems.length > 0) {
    throw new TripwrightError("catalogue_invalid", `${path}: ${problems.join("; ")}`, { path, problems });
  }
  return { slug: basename(path, ".json"), file: parsed.data };
}

function placeCity(cities: readonly SeedCity[], slug: string, file: CityFile): PlacedCity {
  const city = cityNamed(cities, file);
  if (!city) {
    const message = `Expected a city at ${file.lat}, ${file.lon} (${file.countryCode}) for ${slug}.json, found none within 40 km.`;
    throw new TripwrightError("catalogue_invalid", message, { slug });
  }
  if (file.city !== city.name && !city.aliases.includes(file.city)) city.aliases.push(file.city);
  return { cityId: city.id, slug, file };
}

export function buildCatalogue(files: readonly CatalogueFile[]): BuiltCatalogue {
  const rows = readCsvRows(files);
  const cities = buildCities(rows);
  const placed = files
    .filter(({ path }) => path.endsWith(".json") && !path.endsWith(".meta.json"))
    .map(readCityFile)
    .map(({ slug, file }) => placeCity(cities, slug, file));
  return {
    countries: rows.countries.map((row) => countryRow(row, rows.meta)),
    exchangeRates: rows.exchangeRates.map((row) => ({ ...row })),
    airports: rows.airports.map(airportRow),
    cities: cities.map(cityRow),
    cityNames: cities.flatMap(cityNameRows),
    areas: placed.flatMap((city) => areaRows(city, BUILT_IN_SOURCE.title)),
    places: placed.flatMap(placeRecords),
  };
}

const keptRowSchema = z.object({ externalId: z.string() });

/** Places the files no longer hold are retired unless another source has them; none is deleted: itineraries name them. */
async function writeBuiltInPlaces(tx: Transaction, { places }: BuiltCatalogue): Promise<void> {
  await writeSource(tx, BUILT_IN_SOURCE);
  const stored = await tx.many(
    keptRowSchema,
    sql`select external_id as "externalId" from place_records where source = ${BUILT_IN}`,
  );
  const ids = new Set(places.map(({ externalId }) => externalId));
  const gone = stored.map(({ externalId }) => externalId).filter((id) => !ids.has(id));
  // Cities that an import brought count as well: places near by may be theirs. Again: merging may have changed.
  const catalogue = { cities: await loadCities(tx), terms: await loadTerms(tx) };
  await writePlaces(tx, { source: BUILT_IN, records: places, gone, again: true }, catalogue, emptyOutcome());
  // From before records were kept: nothing speaks for those any more.
  await tx.execute(sql`
    update attractions set retired_at = now()
    where source = ${BUILT_IN_SOURCE.title} and retired_at is null
      and not exists (select from place_records p where p.attraction_id = attractions.id)`);
}

/** Names a city no longer has would still be found; those of cities that are gone are dead weight. Imported ones stay. */
async function dropMissingNames(tx: Transaction, names: readonly BulkRow[]): Promise<void> {
  const kept = JSON.stringify(names.map(({ city_id, folded }) => ({ city_id, folded })));
  await tx.execute(sql`
    delete from city_names n
    where n.source is null and not exists (
        select from json_to_recordset(${kept}::json) as k (city_id uuid, folded text)
        where k.city_id = n.city_id and k.folded = n.folded)`);
}

export async function writeCatalogue(tx: Transaction, catalogue: BuiltCatalogue): Promise<void> {
  await upsertRows(tx, COUNTRIES, catalogue.countries);
  await upsertRows(tx, EXCHANGE_RATES, catalogue.exchangeRates);
  await upsertRows(tx, CATEGORIES, categoryRows());
  await upsertRows(tx, DIETARY_RESTRICTIONS, dietRows());
  await upsertRows(tx, ACCESSIBILITY_NEEDS_TABLE, accessibilityNeedRows());
  await upsertRows(tx, AIRPORTS, catalogue.airports);
  await upsertRows(tx, CITIES, catalogue.cities);
  await dropMissingNames(tx, catalogue.cityNames);
  await upsertRows(tx, CITY_NAMES, catalogue.cityNames);
  await writeDescribedAreas(tx, catalogue.areas);
  await writeBuiltInPlaces(tx, catalogue);
  await tx.execute(sql`select settle_catalogue()`);
}
