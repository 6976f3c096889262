/**
 * Sights by name over the real search, meaning included: slips are forgiven, and what nobody knows is not made
 * into the nearest thing of its kind.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { resolveSights, type SightsResolved } from "../../../agents/models/offline/must-sees.ts";
import { embedMissingPlaces } from "../../../db/embeddings/embed-places.ts";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import { createLocalEmbedder } from "../../../providers/embeddings/local-embedding.ts";
import { searchAttractions } from "../../../tools/search-attractions.ts";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { contextOver } from "../../tools/tool-context.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await embedMissingPlaces(database.db, createLocalEmbedder(), { signal: new AbortController().signal });
}, 120_000);
afterAll(() => database?.close());

async function resolve(city: string, name: string): Promise<SightsResolved & { names: string[] }> {
  const catalogue = createCatalogueStore(database.db, { embedders: [createLocalEmbedder()] });
  const [place] = await catalogue.searchCities({ text: city, limit: 1 });
  const input = { cityId: place?.id, text: name, limit: 3 };
  const result = await searchAttractions.call(input, { ...contextOver(database), catalogue });
  const resolved = resolveSights([name], [{ name: "search_attractions", id: "1", input, result }], []);
  const found = await catalogue.getPlaces(resolved.placeIds);
  return { ...resolved, names: found.map(({ name: known }) => known) };
}

test.each([
  ["Lisbon", "Jeronimos", "Jerónimos Monastery"],
  ["Barcelona", "Sagrada Familla", "Sagrada Família"],
  ["Paris", "louvre musuem", "Louvre Museum"],
  ["Paris", "Eifel Tower", "Eiffel Tower"],
  ["Rome", "the Coliseum", "Colosseum"],
  ["Florence", "Ufizi", "Uffizi Gallery"],
  ["New York City", "Highline", "The High Line"],
  ["Amsterdam", "Rijks Museum", "Rijksmuseum"],
  ["New York City", "Guggenhiem", "Solomon R. Guggenheim Museum"],
  ["London", "British Museum", "British Museum"],
])("%s: %s is %s", async (city, name, sight) => {
  expect(await resolve(city, name)).toMatchObject({ names: [sight], notes: [] });
});

test.each([
  ["Lisbon", "Eiffel Tower"],
  ["Rome", "Disneyland"],
  ["Kyoto", "Sagrada Familia"],
  ["Paris", "Palace of Blorp"],
  ["Vienna", "a place to watch the sunset"],
  ["London", "Frobnicator"],
  ["Lisbon", "Louvre Museum"],
])("%s: %s is not there, and the traveller hears of it", async (city, name) => {
  const { names, notes } = await resolve(city, name);
  expect(names).toEqual([]);
  expect(notes.join()).toContain(name);
});
