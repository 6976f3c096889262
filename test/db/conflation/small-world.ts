/** A country with two cities and sources of records about them: what tests of merging import from. */
import fc from "fast-check";
import { loadCities } from "../../../db/conflation/load-cities.ts";
import { emptyOutcome, type Outcome } from "../../../db/conflation/outcome.ts";
import { loadTerms, PERSON_SOURCE, writeSource } from "../../../db/conflation/sources.ts";
import type { StoredRecord } from "../../../db/conflation/stored-record.ts";
import { writePlaces } from "../../../db/conflation/write-places.ts";
import type { CatalogueSource } from "../../../db/importers/source-record.ts";
import type { PlaceType } from "../../../trip/place.ts";
import type { TestDatabase } from "../database-for-tests.ts";

export const SOURCES: readonly CatalogueSource[] = ["openstreetmap", "wikivoyage", "wikidata", "my-guide"].map(
  (name) => ({
    name,
    title: `Title of ${name}`,
    licence: `L-${name}`,
    licenceUrl: null,
    attribution: `By ${name}`,
  }),
);

export async function makeWorld(database: TestDatabase): Promise<void> {
  await database.admin(`
    insert into countries (id, iso_code, name, location, currency_code, bounds) values
      ('00000000-0000-4000-8000-0000000000a1', 'PT', 'Portugal', 'POINT(-8 39)', 'EUR',
       'POLYGON((-10 36, -6 36, -6 42, -10 42, -10 36))')`);
  await database.admin(`
    insert into cities (id, country_id, name, location, city_type, population, timezone) values
      ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000a1', 'Lisbon', 'POINT(-9.14 38.71)',
       'capital', 500000, 'Europe/Lisbon'),
      ('00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000a1', 'Sintra', 'POINT(-9.39 38.8)',
       'town', 30000, 'Europe/Lisbon')`);
  await database.admin(`
    insert into city_names (city_id, folded, kind) values
      ('00000000-0000-4000-8000-0000000000b1', 'lisbon', 'name'), ('00000000-0000-4000-8000-0000000000b2', 'sintra', 'name')`);
  await database.db.transaction({ kind: "importer" }, async (tx) => {
    for (const source of [...SOURCES, PERSON_SOURCE]) await writeSource(tx, source);
  });
}

export async function emptyWorld(database: TestDatabase): Promise<void> {
  await database.admin("delete from place_records");
  await database.admin("delete from attractions");
}

export interface Said {
  readonly source: string;
  readonly record: StoredRecord;
}

/** One transaction a batch of one source, as an import does it. */
export async function importBatch(
  database: TestDatabase,
  source: string,
  records: readonly StoredRecord[],
  gone: readonly string[] = [],
): Promise<Outcome> {
  const outcome = emptyOutcome();
  await database.db.transaction({ kind: "importer" }, async (tx) => {
    const catalogue = { cities: await loadCities(tx), terms: await loadTerms(tx) };
    await writePlaces(tx, { source, records, gone }, catalogue, outcome);
  });
  return outcome;
}

/** What is offered, without ids, for those stay with whichever record came first. */
export async function offered(database: TestDatabase): Promise<Record<string, unknown>[]> {
  const rows = await database.admin(`
    select to_jsonb(a) - array['id', 'created_at', 'updated_at', 'search_vector'] as place,
      (select array_agg(p.source || '/' || p.external_id order by p.source, p.external_id)
       from place_records p where p.attraction_id = a.id) as records
    from attractions a where a.retired_at is null`);
  return rows.sort((a, b) => (String(a.records) < String(b.records) ? -1 : 1));
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  "Old Castle": ["Castelo Velho", "The Old Castle", "Old Castle"],
  "St. Mary's Church": ["Igreja de Santa Maria", "Church of St. Mary", "St. Mary"],
  "St. Mary Magdalene's Church": ["Igreja de Santa Maria Madalena", "St. Mary Magdalene"],
  "Café Lisboa": ["Lisboa", "Café Lisboa", "Cafe Lisboa Bar"],
  "Tile Museum": ["Museu do Azulejo", "National Tile Museum"],
};
const TYPES: Readonly<Record<string, readonly PlaceType[]>> = {
  "Old Castle": ["castle", "landmark", "palace"],
  "St. Mary's Church": ["church", "landmark"],
  "St. Mary Magdalene's Church": ["church"],
  "Café Lisboa": ["cafe", "bar", "restaurant"],
  "Tile Museum": ["museum"],
};

const metersNorth = (meters: number): number => meters / 111_195;

/** Things of a few names close to each other, so that who is whom is a question. */
function recordArbitrary(number: number): fc.Arbitrary<Said> {
  return fc
    .record({
      source: fc.constantFrom(...SOURCES.map(({ name }) => name)),
      thing: fc.constantFrom(...Object.keys(NAMES)),
      name: fc.nat(2),
      type: fc.nat(2),
      isUntyped: fc.boolean(),
      north: fc.integer({ min: 0, max: 220 }),
      east: fc.constantFrom(0, 0, 40, 30_000),
      day: fc.integer({ min: 1, max: 28 }),
      year: fc.constantFrom(2023, 2025, 2026),
      wikidata: fc.option(fc.constantFrom("Q1", "Q2", "Q3"), { freq: 3 }),
      hours: fc.option(fc.constantFrom("24/7", "Mo-Fr 09:00-17:00", "sometimes"), { freq: 2 }),
      wheelchair: fc.option(fc.constantFrom("yes" as const, "no" as const)),
      pricing: fc.option(fc.constantFrom("free" as const, "paid" as const)),
      fame: fc.option(fc.constantFrom(0.2, 0.7)),
    })
    .map((drawn) => {
      const names = [drawn.thing, ...(NAMES[drawn.thing] ?? [])];
      const types = TYPES[drawn.thing] ?? [];
      const record: StoredRecord = {
        kind: "place",
        externalId: `r${number}`,
        sourceDate: `${drawn.year}-03-${String(drawn.day).padStart(2, "0")}`,
        ids: drawn.wikidata === null ? {} : { wikidata: drawn.wikidata },
        name: names[drawn.name % names.length] ?? drawn.thing,
        location: { lat: 38.71 + metersNorth(drawn.north), lon: -9.14 - metersNorth(drawn.east) },
        ...(!(drawn.isUntyped && drawn.source === "wikidata") && { type: types[drawn.type % types.length] ?? "other" }),
        ...(drawn.hours !== null && { hours: drawn.hours }),
        ...(drawn.wheelchair !== null && { wheelchair: drawn.wheelchair }),
        ...(drawn.pricing !== null && { pricing: drawn.pricing }),
        ...(drawn.fame !== null && { fame: drawn.fame }),
      };
      return { source: drawn.source, record };
    });
}

export const worldArbitrary: fc.Arbitrary<Said[]> = fc
  .integer({ min: 2, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => recordArbitrary(index))));
