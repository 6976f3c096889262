/**
 * What travellers type, and the city they mean: a table of labelled queries over the whole catalogue. The rows
 * marked `heldout` were written after the ranking was settled, and none of them was mended for.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import type { CatalogueStore, CityHit } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

const QUERIES = parse<Record<string, string>>(readFileSync(join(import.meta.dirname, "city-queries.csv"), "utf8"), {
  columns: true,
}).map(({ kind = "", query = "", city = "", country = "", region = "" }) => ({ kind, query, city, country, region }));
type Query = (typeof QUERIES)[number];

let database: TestDatabase;
let catalogue: CatalogueStore;
let labels: Map<Query, string>;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
  catalogue = createCatalogueStore(database.db);
  labels = await readLabels();
});
afterAll(() => database?.close());

/** The best known city of the labelled name, country and region. */
async function readLabels(): Promise<Map<Query, string>> {
  const rows = await database.admin(
    `select l.at, (
       select c.id from cities c join countries co on co.id = c.country_id
       where c.name = l.city and co.iso_code = l.country and l.region in ('', c.region)
       order by c.prominence desc limit 1) as id
     from json_to_recordset($1::json) as l (at integer, city text, country text, region text)`,
    [JSON.stringify(QUERIES.map((query, at) => ({ at, ...query })))],
  );
  return new Map(
    rows.flatMap(({ at, id }) => (QUERIES[Number(at)] ? [[QUERIES[Number(at)] as Query, String(id)]] : [])),
  );
}

const named = (hit: CityHit | undefined): string =>
  hit ? `${hit.name}, ${hit.region ?? ""} ${hit.countryCode} (${hit.match} ${hit.score.toFixed(2)})` : "nothing";

/** One line for each query whose first answer is another city. */
async function missesOf(queries: readonly Query[]): Promise<string[]> {
  const misses: string[] = [];
  for (const query of queries) {
    const [first] = await catalogue.searchCities({ text: query.query, limit: 3 });
    if (first?.id !== labels.get(query)) {
      misses.push(`${query.kind} "${query.query}": ${named(first)} instead of ${query.city}, ${query.country}`);
    }
  }
  return misses;
}

test("every label names a city of the catalogue", () => {
  expect(QUERIES.length).toBeGreaterThan(360);
  expect(new Set(QUERIES.map(({ query }) => query)).size).toBe(QUERIES.length);
  expect(QUERIES.filter((query) => labels.get(query) === "null")).toEqual([]);
});

test("at least 98 of 100 find the city meant first, over all and of those written afterwards", async () => {
  const heldOut = QUERIES.filter(({ kind }) => kind === "heldout");
  const misses = await missesOf(QUERIES);
  const share = 1 - misses.length / QUERIES.length;
  expect(share, misses.join("\n")).toBeGreaterThanOrEqual(0.98);
  const shareHeldOut = 1 - misses.filter((miss) => miss.startsWith("heldout")).length / heldOut.length;
  expect(shareHeldOut, misses.join("\n")).toBeGreaterThanOrEqual(0.98);
}, 120_000);

test("the queries that the search was built for are all right", async () => {
  expect(await missesOf(QUERIES.filter(({ kind }) => kind === "must"))).toEqual([]);
});
