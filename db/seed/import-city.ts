/** Somebody's own city file, in the shape of the built-in ones: checked the same way, merged with what others know. */
import { basename } from "node:path";
import sql from "sql-template-tag";
import { TripwrightError } from "../../trip/errors.ts";
import type { Embedder } from "../../trip/ports.ts";
import type { CityFile } from "../catalogue/city-file.ts";
import { lockCatalogue } from "../conflation/catalogue-lock.ts";
import { loadCities } from "../conflation/load-cities.ts";
import { emptyOutcome } from "../conflation/outcome.ts";
import { loadTerms, writeSource } from "../conflation/sources.ts";
import { CITY_FILE_PREFIX } from "../conflation/stored-record.ts";
import { writePlaces } from "../conflation/write-places.ts";
import { embedMissingPlacesIn } from "../embeddings/embed-places.ts";
import { searchCities } from "../stores/city-search.ts";
import type { Database, Transaction } from "../transaction.ts";
import { areaRows, placeRecords } from "./build-places.ts";
import { writeDescribedAreas } from "./described-areas.ts";
import { readCityFile } from "./load-catalogue.ts";

export interface ImportReport {
  cityId: string;
  city: string;
  countryCode: string;
  attractions: number;
  eateries: number;
}

const NEARBY_METERS = 40_000;
const MAX_SOURCE_CHARS = 50;

/** Throws `city_not_found` when no city of that name lies where the file says. */
async function cityOf(
  tx: Transaction,
  { city, countryCode, lat, lon }: CityFile,
): Promise<{ id: string; name: string }> {
  const near = { lat, lon };
  const [found] = await searchCities(tx, { text: city, countryCode, near, radiusMeters: NEARBY_METERS, limit: 1 });
  if (found) return found;
  throw new TripwrightError(
    "city_not_found",
    `Expected a known city called ${city} (${countryCode}) near ${lat}, ${lon}, found none within 40 km. Check name, country and coordinates.`,
    { city, countryCode },
  );
}

/** One transaction, vectors of an embedder that answers at once included; importing the same file again updates what it brought before. */
export async function importCityFile(
  db: Database,
  path: string,
  content: Buffer,
  embedder?: Embedder,
): Promise<ImportReport> {
  const { slug, file } = readCityFile({ path, content });
  const name = `${CITY_FILE_PREFIX}${slug}`.slice(0, MAX_SOURCE_CHARS);
  const title = `Imported from ${basename(path)}`;
  return db.transaction({ kind: "importer" }, async (tx) => {
    await lockCatalogue(tx);
    const { id, name: city } = await cityOf(tx, file);
    await writeSource(tx, { name, title, licence: null, licenceUrl: null, attribution: null });
    const placed = { cityId: id, slug, file };
    await writeDescribedAreas(tx, areaRows({ ...placed, slug: `imported/${slug}` }, title));
    const catalogue = { cities: await loadCities(tx), terms: await loadTerms(tx) };
    await writePlaces(tx, { source: name, records: placeRecords(placed) }, catalogue, emptyOutcome());
    await tx.execute(sql`select settle_catalogue()`);
    if (embedder) await embedMissingPlacesIn(tx, embedder);
    const { attractions, eateries, countryCode } = file;
    return { cityId: id, city, countryCode, attractions: attractions.length, eateries: eateries.length };
  });
}
