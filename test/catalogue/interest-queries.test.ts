/**
 * What a traveller types over a city finds what anybody would expect: two tables of labelled wishes over the built-in
 * cities, searched as without a key. `npm run bench -- interests` says what was missed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureWishes, readWishes } from "../../bench/interests/labelled.ts";
import { embedMissingPlaces } from "../../db/embeddings/embed-places.ts";
import { createCatalogueStore } from "../../db/stores/catalogue-store.ts";
import { createLocalEmbedder } from "../../providers/embeddings/local-embedding.ts";
import type { CatalogueStore } from "../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../db/database-for-tests.ts";

const csvOf = (file: string): string => readFileSync(join(import.meta.dirname, file), "utf8");

let database: TestDatabase;
let catalogue: CatalogueStore;
beforeAll(async () => {
  database = await openTestDatabase();
  const embedder = createLocalEmbedder();
  await embedMissingPlaces(database.db, embedder, { signal: new AbortController().signal });
  catalogue = createCatalogueStore(database.db, { embedders: [embedder] });
}, 120_000);
afterAll(() => database?.close());

test.each([
  ["interest-queries.csv", 50],
  ["interest-queries-more.csv", 60],
])(
  "%s: an expected place is among the first five in 90 of 100",
  async (file, atLeast) => {
    const { results, figures } = await measureWishes(catalogue, readWishes(csvOf(file)));
    const missed = results.filter(({ place }) => place === null);
    process.stdout.write(`${file}: ${JSON.stringify(figures)}\n`);
    expect(figures.queries).toBeGreaterThanOrEqual(atLeast);
    expect(figures.share, missed.map(({ city, query }) => `${city}, "${query}"`).join("\n")).toBeGreaterThanOrEqual(
      0.9,
    );
  },
  60_000,
);

describe("what a row says in columns answers words", () => {
  test.each([
    ["Krakow", "hidden gems", "isOffbeat"],
    ["Lisbon", "off the beaten path", "isOffbeat"],
  ] as const)("%s, %s", async (city, text, column) => {
    const [found] = await catalogue.searchCities({ text: city, limit: 1 });
    const { places } = await catalogue.searchPlaces({ cityId: found?.id ?? "", text, limit: 5 });
    expect(places.filter((place) => place[column]).length).toBeGreaterThanOrEqual(4);
  });

  test("free", async () => {
    const [found] = await catalogue.searchCities({ text: "New Orleans", limit: 1 });
    const { places } = await catalogue.searchPlaces({ cityId: found?.id ?? "", text: "free entry", limit: 5 });
    expect(places.filter(({ admission }) => admission?.amountMinor === 0).length).toBeGreaterThanOrEqual(3);
  });
});

describe("the labelled file", () => {
  test("names separated by bars", () => {
    expect(readWishes("city,query,expected\nRome,ruins,Forum| Palatine\n")).toEqual([
      { city: "Rome", query: "ruins", expected: ["Forum", "Palatine"] },
    ]);
  });

  test("a line without a label is refused by its number", () => {
    expect(() => readWishes("city,query,expected\nRome,ruins,Forum\nRome,ruins,\n")).toThrow(
      "got no expected on line 3",
    );
  });

  test("a city that is not there is named", async () => {
    await expect(measureWishes(catalogue, [{ city: "Zzyzqxx", query: "ruins", expected: ["x"] }])).rejects.toThrow(
      "Zzyzqxx",
    );
  });
});
