/** Seeding twice changes nothing, seeding other files changes what differs, and bad files change nothing. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AttractionEntry, CityFile } from "../../../db/catalogue/city-file.ts";
import { writeSource } from "../../../db/conflation/sources.ts";
import type { StoredRecord } from "../../../db/conflation/stored-record.ts";
import { type SeedReport, seedCatalogue } from "../../../db/seed/seed-catalogue.ts";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import { createLocalEmbedder } from "../../../providers/embeddings/local-embedding.ts";
import type { Place } from "../../../trip/place.ts";
import type { CatalogueStore, CityHit } from "../../../trip/ports.ts";
import { importBatch } from "../conflation/small-world.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

let database: TestDatabase;
let catalogue: CatalogueStore;
let dir: string;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  catalogue = createCatalogueStore(database.db);
  dir = await mkdtemp(join(tmpdir(), "tripwright-catalogue-"));
  await mkdir(join(dir, "cities"));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
  await database?.close();
});

const CSV: Readonly<Record<string, string>> = {
  "countries.csv": `iso_code,name,currency_code,timezone,lat,lon,west,south,east,north,popularity_score,avg_daily_cost_budget,avg_daily_cost_mid_range,avg_daily_cost_luxury
LI,Liechtenstein,CHF,Europe/Vaduz,47.14,9.52,9.47,47.05,9.64,47.27,0.4,90,180,400
FJ,Fiji,FJD,Pacific/Fiji,-18.1,178.4,176.9,-19.2,-178.3,-16.1,0.6,,,
`,
  "countries.meta.json": JSON.stringify({ dailyCosts: { currency: "EUR", asOf: "2026-11-22", source: "a test" } }),
  "airports.csv": "iata_code,name,city,country_code,lat,lon,size\nSUV,Nausori,Suva,FJ,-18.04,178.56,international\n",
  "city-aliases.csv": `geonames_id,name,country_code,local_name,aliases,popularity_score
3042030,Vaduz,LI,Vaduz,Wadutz|Вадуц,0.45
`,
  "exchange-rates.csv": "currency,per_euro,as_of,source\nCHF,0.93,2026-11-22,a test\n",
  "regions.csv": "country_code,admin_code,name,short_name\n",
};

const attraction = (key: string, name: string, changes: Partial<AttractionEntry> = {}): AttractionEntry => ({
  key,
  name,
  nameLocal: null,
  type: "museum",
  categories: ["museums"],
  lat: 47.139 + key.length / 1000,
  lon: 9.521,
  address: null,
  hours: null,
  wheelchair: "limited",
  tags: ["art"],
  description: `A place called ${name}, made for this test.`,
  visitMinutes: 60,
  pricing: "paid",
  adultPrice: 12.5,
  crowdedness: null,
  bookingNeeded: null,
  popularity: 0.5,
  offbeat: false,
  ...changes,
});

const vaduz = (attractions: AttractionEntry[], changes: Partial<CityFile> = {}): CityFile => ({
  city: "Vaduz",
  countryCode: "LI",
  lat: 47.141,
  lon: 9.521,
  currency: "CHF",
  compiledOn: "2026-11-22",
  notice: "Made for a test: nothing here is real.",
  areas: [{ name: "Centre", lat: 47.14, lon: 9.52, description: "The middle of the town, on the Rhine." }],
  attractions,
  eateries: [
    {
      key: "inn",
      name: "An Inn",
      nameLocal: null,
      type: "restaurant",
      lat: 47.1501,
      lon: 9.5222,
      address: null,
      hours: "24/7",
      wheelchair: "no",
      tags: [],
      description: "An inn that is open round the clock.",
      cuisines: ["swiss"],
      diets: ["vegetarian"],
      spendLow: 20,
      spendHigh: 40,
      bookingNeeded: null,
      popularity: 0.3,
    },
  ],
  ...changes,
});

async function seedWith(file: CityFile, csv: Partial<typeof CSV> = {}): Promise<SeedReport> {
  const files = { ...CSV, ...csv };
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content ?? "");
  await writeFile(join(dir, "cities", "vaduz.json"), JSON.stringify(file));
  return seedCatalogue(database.db, { catalogueDir: dir });
}

const castle = attraction("castle", "A Castle");
const gallery = attraction("gallery", "A Gallery");

async function city(text: string): Promise<CityHit | undefined> {
  const [hit] = await catalogue.searchCities({ text, limit: 1 });
  return hit;
}
async function placeNames(): Promise<string[]> {
  const places: Place[] = await catalogue.listPlaces((await city("Vaduz"))?.id ?? "", 10);
  return places.map(({ name }) => name).sort();
}

beforeEach(() => seedWith(vaduz([castle, gallery])));

test("files become a catalogue, and the same files are not loaded again", async () => {
  expect(await seedWith(vaduz([castle, gallery]))).toEqual({ status: "unchanged", cities: 0, places: 0 });
  expect(await city("Vaduz")).toMatchObject({ countryName: "Liechtenstein", attractionCount: 2, eateryCount: 1 });
  expect(await city("Вадуц")).toMatchObject({ name: "Vaduz", match: "alias" });
  const [place] = await catalogue.listPlaces((await city("Vaduz"))?.id ?? "", 10);
  expect(place).toMatchObject({
    admission: { amountMinor: 1250, currency: "CHF", per: "person", basis: "open-data", fetchedAt: "2026-11-22" },
    hours: null,
    wheelchair: "limited",
    categories: ["museums"],
    sourceDate: "2026-11-22",
  });
});

test("a place that left its file is retired, and one that returns is itself again", async () => {
  const before = await catalogue.listPlaces((await city("Vaduz"))?.id ?? "", 10);
  expect(await seedWith(vaduz([castle]))).toMatchObject({ status: "seeded", places: 2 });
  expect(await placeNames()).toEqual(["A Castle", "An Inn"]);
  expect(await city("Vaduz")).toMatchObject({ attractionCount: 1 });
  expect(await catalogue.getPlaces(before.map(({ id }) => id))).toHaveLength(3);
  await seedWith(vaduz([castle, gallery]));
  expect(await catalogue.listPlaces((await city("Vaduz"))?.id ?? "", 10)).toEqual(before);
});

test("only what differs is written", async () => {
  await database.admin("update attractions set updated_at = '2020-01-01'");
  await database.admin("update cities set updated_at = '2020-01-01'");
  await database.admin("alter table attractions disable trigger attractions_touch");
  await database.admin("update attractions set updated_at = '2020-01-01'");
  await database.admin("alter table attractions enable trigger attractions_touch");
  await seedWith(vaduz([castle, { ...gallery, adultPrice: 15 }]));
  const changed = await database.admin("select name from attractions where updated_at > '2020-01-01'");
  expect(changed).toEqual([{ name: "A Gallery" }]);
});

test("a name that a city lost is not found any more", async () => {
  const aliases = CSV["city-aliases.csv"]?.replace("Wadutz|", "") ?? "";
  expect(await city("Wadutz")).toMatchObject({ match: "alias" });
  await seedWith(vaduz([castle, gallery]), { "city-aliases.csv": aliases });
  expect((await city("Wadutz"))?.match).not.toBe("alias");
});

test("a file's own name for its city is an alias of it", async () => {
  await seedWith(vaduz([castle], { city: "Vaduz Town" }));
  expect(await city("Vaduz Town")).toMatchObject({ name: "Vaduz", match: "alias", attractionCount: 1 });
});

test("a country without costs has none, and one across the date line its small box", async () => {
  expect((await catalogue.findCountry("FJ"))?.dailyCost).toBeNull();
  expect((await catalogue.findCountry("LI"))?.dailyCost).toMatchObject({
    budget: 90,
    currency: "EUR",
    source: "a test",
  });
  const [row] = await database.admin(
    `select st_covers(bounds, 'POINT(178.4 -18.1)'::geography) as suva, st_covers(bounds, 'POINT(-179 -17)'::geography) as east,
       st_covers(bounds, 'POINT(0 -18)'::geography) as africa from countries where iso_code = 'FJ'`,
  );
  expect(row).toEqual({ suva: true, east: true, africa: false });
});

test("two processes that start at once load once", async () => {
  await writeFile(join(dir, "exchange-rates.csv"), `${CSV["exchange-rates.csv"]}USD,1.16,2026-11-22,a test\n`);
  const reports = await Promise.all([1, 2].map(() => seedCatalogue(database.db, { catalogueDir: dir })));
  expect(reports.map(({ status }) => status).sort()).toEqual(["seeded", "unchanged"]);
});

test.each<[string, CityFile, Partial<typeof CSV>, string]>([
  ["a place twice", vaduz([castle, castle]), {}, "castle: key used twice"],
  ["a place far off", vaduz([attraction("far", "Far Away", { lat: 10.123 })]), {}, "more than"],
  ["a type nobody knows", vaduz([attraction("x", "X marks", { type: "spaceport" as "museum" })]), {}, "vaduz.json"],
  ["a city that is nowhere", vaduz([], { lat: 0, lon: 0, areas: [], eateries: [] }), {}, "vaduz.json"],
  [
    "a currency that is none",
    vaduz([castle]),
    { "exchange-rates.csv": "currency,per_euro,as_of,source\nEURO,1,2026-11-22,t\n" },
    "exchange-rates.csv line 2",
  ],
])("%s is refused, and the catalogue stays", async (_what, file, csv, message) => {
  await expect(seedWith(file, csv)).rejects.toMatchObject({
    code: "catalogue_invalid",
    message: expect.stringContaining(message),
  });
  expect(await placeNames()).toEqual(["A Castle", "A Gallery", "An Inn"]);
});

describe("with what others say of the same places", () => {
  const OSM = {
    name: "openstreetmap",
    title: "OpenStreetMap",
    licence: "ODbL-1.0",
    licenceUrl: null,
    attribution: "© OSM",
  };
  const onMap = (name: string, website: string): StoredRecord => ({
    kind: "place",
    externalId: "way/1",
    sourceDate: "2026-11-01",
    ids: {},
    name,
    type: "museum",
    location: { lat: castle.lat, lon: castle.lon },
    website,
  });
  const rows = (): Promise<Record<string, unknown>[]> =>
    database.admin(`
      select id, name, website, source, licence, price_adult::float8 as price from attractions
      where retired_at is null and attraction_type = 'museum' order by name`);

  beforeEach(async () => {
    await database.db.transaction({ kind: "importer" }, (tx) => writeSource(tx, OSM));
    await importBatch(database, "openstreetmap", [], ["way/1"]);
  });

  test("a merged place keeps its id and what the other source said when the files change", async () => {
    const [before] = await rows();
    await importBatch(database, "openstreetmap", [onMap("The Castle", "https://castle.example.org")]);
    const merged = { id: before?.id, website: "https://castle.example.org", source: "Tripwright built-in catalogue" };
    expect((await rows())[0]).toEqual({ ...before, ...merged, licence: "ODbL-1.0" });
    await seedWith(vaduz([{ ...castle, adultPrice: 20 }, gallery]));
    expect((await rows()).find(({ id }) => id === before?.id)).toMatchObject({
      ...merged,
      price: 20,
    });
  });

  test("a place that leaves the files stays as the other source has it, under its id", async () => {
    const [before] = await rows();
    await importBatch(database, "openstreetmap", [onMap("The Castle", "https://castle.example.org")]);
    await seedWith(vaduz([gallery]));
    expect((await rows()).find(({ id }) => id === before?.id)).toMatchObject({
      name: "The Castle",
      source: "OpenStreetMap",
      price: null,
    });
  });

  test("names and areas that were imported stay, and a described area takes the place of a bare one", async () => {
    await database.admin(
      `insert into city_names (city_id, folded, kind, source) select id, 'wadootz', 'alias', 'openstreetmap' from cities where name = 'Vaduz'`,
    );
    await database.admin(
      `insert into city_areas (id, city_id, name, location, source, source_date)
       select gen_random_uuid(), id, 'Ebenholz', location, 'OpenStreetMap', '2026-11-01' from cities where name = 'Vaduz'`,
    );
    const ebenholz = { name: "Ebenholz", lat: 47.15, lon: 9.51, description: "Quiet streets north of the centre." };
    const file = vaduz([castle, gallery]);
    await seedWith({ ...file, areas: [...file.areas, ebenholz] });
    expect(await city("Wadootz")).toMatchObject({ name: "Vaduz", match: "alias" });
    expect(await database.admin("select description from city_areas where name = 'Ebenholz'")).toEqual([
      { description: ebenholz.description },
    ]);
  });
});

test("with a model, places come with their vectors; with another model, all are embedded again", async () => {
  const embedder = createLocalEmbedder();
  const stored = () => database.admin("select model, count(*)::int as n from attraction_embeddings group by model");
  const seed = (model: string): Promise<SeedReport> =>
    seedCatalogue(database.db, { catalogueDir: dir, embedder: { ...embedder, model } });
  expect((await seed("local/1")).status).toBe("seeded");
  expect(await stored()).toEqual([{ model: "local/1", n: 3 }]);
  expect((await seed("local/1")).status).toBe("unchanged");
  expect((await seed("local/2")).status).toBe("seeded");
  expect(await stored()).toEqual([{ model: "local/2", n: 3 }]);
});
