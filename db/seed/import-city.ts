/** Somebody's own city file, in the shape of the built-in ones: checked the same way, kept apart by its source. */
import { basename } from "node:path";
import sql from "sql-template-tag";
import { TripwrightError } from "../../trip/errors.ts";
import type { Embedder } from "../../trip/ports.ts";
import type { CityFile } from "../catalogue/city-file.ts";
import { embedMissingPlacesIn } from "../embeddings/embed-places.ts";
import { upsertRows } from "../stores/bulk.ts";
import { searchCities } from "../stores/city-search.ts";
import type { Database, Transaction } from "../transaction.ts";
import { areaRows, placeRows } from "./build-places.ts";
import { ATTRACTIONS, CITY_AREAS } from "./catalogue-tables.ts";
import { readCityFile } from "./load-catalogue.ts";

export interface ImportReport {
  cityId: string;
  city: string;
  countryCode: string;
  attractions: number;
  eateries: number;
}

const NEARBY_METERS = 40_000;

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
  const source = `Imported from ${basename(path)}`;
  return db.transaction({ kind: "importer" }, async (tx) => {
    const { id, name } = await cityOf(tx, file);
    const placed = { cityId: id, slug: `imported/${slug}`, file };
    await upsertRows(tx, CITY_AREAS, areaRows(placed));
    await upsertRows(
      tx,
      ATTRACTIONS,
      placeRows(placed).map((row) => ({ ...row, source })),
    );
    await tx.execute(sql`select settle_catalogue()`);
    if (embedder) await embedMissingPlacesIn(tx, embedder);
    const { attractions, eateries, countryCode } = file;
    return { cityId: id, city: name, countryCode, attractions: attractions.length, eateries: eateries.length };
  });
}
