/**
 * Cities that a file names: one that is known gets the names it did not have, another one becomes a city of the
 * catalogue. Known is who bears one of the names near by, or the same GeoNames id.
 */
import { createRequire } from "node:module";
import sql from "sql-template-tag";
import { z } from "zod";
import { distanceMeters } from "../../trip/geo.ts";
import type { CityRecord } from "../importers/source-record.ts";
import { CITIES } from "../seed/catalogue-tables.ts";
import { nearestAirportFinder } from "../seed/nearest-airport.ts";
import { type BulkRow, type BulkTable, pointWkt, upsertRows } from "../stores/bulk.ts";
import { catalogueId } from "../stores/catalogue-ids.ts";
import { foldText, skeleton, soundKey } from "../stores/fold.ts";
import type { Transaction } from "../transaction.ts";
import type { CityEntry } from "./city-index.ts";
import { type Outcome, skip } from "./outcome.ts";
import type { Catalogue } from "./write-places.ts";

const CITY_NAMES: BulkTable = {
  name: "city_names",
  key: ["city_id", "folded"],
  columns: {
    city_id: "uuid",
    folded: "varchar(120)",
    kind: "varchar(10)",
    sound_key: "varchar(120)",
    skeleton: "varchar(60)",
    source: "varchar(50)",
  },
};

const MAX_NAME_CHARS = 100;
/** Two towns of one name lie farther apart, and a city's middle is where somebody puts it. */
const SAME_TOWN_METERS = 10_000;
const NEIGHBOUR_METERS = 60_000;
const RENAMED_ZONES: Readonly<Record<string, string>> = { "Europe/Kiev": "Europe/Kyiv" };

const countryRowSchema = z.object({ id: z.string(), isoCode: z.string(), currency: z.string().nullable() });
type CountryRow = z.infer<typeof countryRowSchema>;
const airportRowSchema = z.object({
  iata_code: z.string(),
  size: z.enum(["hub", "international", "regional"]),
  lat: z.number(),
  lon: z.number(),
});
const nameRowSchema = z.object({ cityId: z.string(), folded: z.string() });
const isoRowSchema = z.object({ isoCode: z.string() });

const namesOf = ({ name, nameLocal, otherNames = [] }: CityRecord): string[] =>
  [name, nameLocal, ...otherNames].filter(
    (text) => text !== undefined && text.length <= MAX_NAME_CHARS && foldText(text) !== "",
  ) as string[];

async function knownNames(tx: Transaction, cityIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.many(
    nameRowSchema,
    sql`select n.city_id as "cityId", n.folded from city_names n where n.city_id = any(${cityIds}::uuid[])`,
  );
  const names = new Map<string, Set<string>>();
  for (const { cityId, folded } of rows) names.set(cityId, (names.get(cityId) ?? new Set()).add(folded));
  return names;
}

class CityWriter {
  readonly #tx: Transaction;
  readonly #source: string;
  readonly #catalogue: Catalogue;
  #names = new Map<string, Set<string>>();
  #countries: ReadonlyMap<string, CountryRow> = new Map();
  #airportNear: (place: { lat: number; lon: number }) => string | null = () => null;
  readonly #zoneAt = createRequire(import.meta.url)("tz-lookup") as (lat: number, lon: number) => string;

  constructor(tx: Transaction, source: string, catalogue: Catalogue) {
    this.#tx = tx;
    this.#source = source;
    this.#catalogue = catalogue;
  }

  async prepare(records: readonly CityRecord[]): Promise<void> {
    const around = records.flatMap(({ location }) => [
      ...this.#catalogue.cities.within(location, NEIGHBOUR_METERS / 2),
    ]);
    this.#names = await knownNames(this.#tx, [...new Set(around.map(({ city }) => city.id))]);
    const countries = await this.#tx.many(
      countryRowSchema,
      sql`select id, iso_code as "isoCode", currency_code as currency from countries`,
    );
    this.#countries = new Map(countries.map((country) => [country.isoCode, country]));
    const airports = await this.#tx.many(
      airportRowSchema,
      sql`select iata_code, size, st_y(location::geometry) as lat, st_x(location::geometry) as lon from airports`,
    );
    this.#airportNear = nearestAirportFinder(airports);
  }

  known(record: CityRecord): CityEntry | undefined {
    const { cities } = this.#catalogue;
    const byId = record.ids.geonames === undefined ? undefined : cities.withGeonamesId(record.ids.geonames);
    if (byId) return byId;
    const folded = namesOf(record).map(foldText);
    return [...cities.within(record.location, NEIGHBOUR_METERS / 2)]
      .filter(({ city, reach }) => distanceMeters(city, record.location) <= Math.max(SAME_TOWN_METERS, reach))
      .map(({ city }) => city)
      .filter(({ countryCode }) => record.countryCode === undefined || record.countryCode === countryCode)
      .filter(({ id }) => folded.some((name) => this.#names.get(id)?.has(name)))
      .sort(
        (a, b) => distanceMeters(a, record.location) - distanceMeters(b, record.location) || (a.id < b.id ? -1 : 1),
      )[0];
  }

  /** Where the record does not say: of the nearest known city, else of the box that the place lies in. */
  async countryOf({ countryCode, location }: CityRecord): Promise<CountryRow | undefined> {
    if (countryCode !== undefined) return this.#countries.get(countryCode);
    const [nearest] = [...this.#catalogue.cities.within(location, NEIGHBOUR_METERS)].sort(
      (a, b) => distanceMeters(a.city, location) - distanceMeters(b.city, location),
    );
    if (nearest) return this.#countries.get(nearest.city.countryCode);
    const [box] = await this.#tx.many(
      isoRowSchema,
      sql`
        select iso_code as "isoCode" from countries where st_covers(bounds, ${pointWkt(location)}::geography)
        order by st_area(bounds), iso_code limit 1`,
    );
    return box && this.#countries.get(box.isoCode);
  }

  /** Returns how many names the city did not have. */
  async addNames(cityId: string, record: CityRecord, population: number | null): Promise<number> {
    const names = this.#names.get(cityId) ?? new Set<string>();
    this.#names.set(cityId, names);
    const isHeardOf = (population ?? 0) >= 50_000;
    const rows: BulkRow[] = [];
    for (const [at, name] of namesOf(record).entries()) {
      const folded = foldText(name);
      if (names.has(folded) || folded.length > 120) continue;
      const kind = at === 0 && names.size === 0 ? "name" : "alias";
      names.add(folded);
      const keys = { sound_key: isHeardOf ? soundKey(folded) : null, skeleton: isHeardOf ? skeleton(folded) : null };
      rows.push({ city_id: cityId, folded, kind, ...keys, source: this.#source });
    }
    await upsertRows(this.#tx, CITY_NAMES, rows);
    return rows.length;
  }

  async create(record: CityRecord, country: CountryRow): Promise<CityEntry> {
    const { location, population = null, cityType, ids } = record;
    const geonamesId = ids.geonames ?? null;
    // A GeoNames id gives the id that the built-in list would.
    const id = catalogueId("city", geonamesId === null ? `${this.#source}:${record.externalId}` : String(geonamesId));
    const zone = record.timezone ?? this.#zoneAt(location.lat, location.lon);
    const [name = record.name, ...aliases] = namesOf(record);
    await upsertRows(this.#tx, CITIES, [
      {
        id,
        country_id: country.id,
        name: name.slice(0, MAX_NAME_CHARS),
        name_local: aliases.find((alias) => alias === record.nameLocal) ?? null,
        aliases: aliases.filter((alias) => alias !== record.nameLocal),
        region: record.region?.slice(0, MAX_NAME_CHARS) ?? null,
        region_code: null,
        location: pointWkt(location),
        city_type: cityType,
        population,
        popularity_score: null,
        timezone: RENAMED_ZONES[zone] ?? zone,
        iata_code: this.#airportNear(location),
        geonames_id: geonamesId,
      },
    ]);
    const entry: CityEntry = {
      ...{ id, name, countryCode: country.isoCode, cityType, population, geonamesId, currency: country.currency },
      ...location,
    };
    this.#catalogue.cities.add(entry);
    await this.addNames(id, record, population);
    return entry;
  }
}

/** Returns the ids of cities that were not there before. */
export async function writeCities(
  tx: Transaction,
  source: string,
  records: readonly CityRecord[],
  catalogue: Catalogue,
  outcome: Outcome,
): Promise<string[]> {
  if (records.length === 0) return [];
  const writer = new CityWriter(tx, source, catalogue);
  await writer.prepare(records);
  const created: string[] = [];
  // The largest first: of two records of one city, the one that says more makes it.
  const ordered = [...records].sort(
    (a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.externalId < b.externalId ? -1 : 1),
  );
  for (const record of ordered) {
    const known = writer.known(record);
    if (known) {
      const added = await writer.addNames(known.id, record, known.population);
      if (added > 0) outcome.merged += 1;
      else outcome.unchanged += 1;
      continue;
    }
    const country = await writer.countryOf(record);
    if (!country) {
      skip(outcome, "city in a country that is not known");
      continue;
    }
    created.push((await writer.create(record, country)).id);
    outcome.new += 1;
  }
  return created;
}
