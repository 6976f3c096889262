/** Cities, areas, lodgings and airports of a file, and what becomes of places when a city comes after them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCities } from "../../../db/conflation/load-cities.ts";
import { emptyOutcome, type Outcome } from "../../../db/conflation/outcome.ts";
import { rehome } from "../../../db/conflation/rehome.ts";
import { loadTerms } from "../../../db/conflation/sources.ts";
import { writeRecords } from "../../../db/conflation/write-records.ts";
import type {
  AreaRecord,
  CityRecord,
  LodgingRecord,
  PlaceRecord,
  SourceRecord,
} from "../../../db/importers/source-record.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { makeWorld } from "./small-world.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  await makeWorld(database);
});
afterAll(() => database?.close());

async function write(source: string, records: SourceRecord[]): Promise<Outcome> {
  const outcome = emptyOutcome();
  await database.db.transaction({ kind: "importer" }, async (tx) => {
    const catalogue = { cities: await loadCities(tx), terms: await loadTerms(tx) };
    await rehome(tx, await writeRecords(tx, { source, records }, catalogue, outcome), catalogue);
  });
  return outcome;
}

const common = (externalId: string, lat: number, lon: number) => ({
  externalId,
  sourceDate: "2026-05-01",
  ids: {},
  location: { lat, lon },
});
const town = (name: string, lat: number, lon: number, more: Partial<CityRecord> = {}): CityRecord => ({
  ...common(`town/${name}`, lat, lon),
  ...{ kind: "city", name, cityType: "town", population: 20_000, ...more },
});
const area = (name: string, more: Partial<AreaRecord> = {}): AreaRecord => ({
  ...common(`area/${name}`, 38.712, -9.13),
  ...{ kind: "area", name, areaType: "quarter", ...more },
});
const inn = (more: Partial<LodgingRecord> = {}): LodgingRecord => ({
  ...common("inn", 38.712, -9.13),
  ...{ kind: "lodging", name: "An Inn", lodgingType: "hotel", ...more },
});

test("a city that is known gets the names it did not have, another one is made whole", async () => {
  const lisbon = town("Lisbon", 38.72, -9.15, { nameLocal: "Lisboa", otherNames: ["Lissabon"], countryCode: "PT" });
  expect(await write("openstreetmap", [lisbon])).toMatchObject({ new: 0, merged: 1 });
  const names = await database.admin(
    "select folded, source from city_names where folded in ('lisboa', 'lissabon') order by 1",
  );
  expect(names).toEqual([
    { folded: "lisboa", source: "openstreetmap" },
    { folded: "lissabon", source: "openstreetmap" },
  ]);
  expect(await write("openstreetmap", [lisbon, town("Évora", 38.57, -7.9)])).toMatchObject({ new: 1, unchanged: 1 });
  const [evora] = await database.admin(
    `select c.timezone, k.iso_code as country, c.city_type, (select count(*)::int from city_names n where n.city_id = c.id) as names
     from cities c join countries k on k.id = c.country_id where c.name = 'Évora'`,
  );
  expect(evora).toEqual({ timezone: "Europe/Lisbon", country: "PT", city_type: "town", names: 1 });
  expect(await write("geonames", [town("Evora", 38.58, -7.91, { ids: { geonames: 2268406 } })])).toMatchObject({
    new: 0,
  });
});

test("places and lodgings go to a city that comes after them, and records that waited for one become places", async () => {
  const museum: PlaceRecord = { ...common("m", 39.75, -8.8), kind: "place", name: "Glass Museum", type: "museum" };
  const chapel: PlaceRecord = { ...common("c", 38.95, -9.2), kind: "place", name: "Chapel", type: "church" };
  expect(
    await write("openstreetmap", [museum, chapel, inn({ externalId: "far", location: { lat: 38.95, lon: -9.2 } })]),
  ).toMatchObject({
    new: 2,
    skipped: { "no known city near": 1 },
  });
  await write("openstreetmap", [town("Leiria", 39.74, -8.81), town("Mafra", 38.94, -9.2)]);
  const homes = await database.admin(
    `select t.name, c.name as city from (select name, city_id from attractions union all select name, city_id from lodgings) t
     join cities c on c.id = t.city_id order by 1`,
  );
  expect(homes).toEqual([
    { name: "An Inn", city: "Mafra" },
    { name: "Chapel", city: "Mafra" },
    { name: "Glass Museum", city: "Leiria" },
  ]);
});

test("one name in a city is one area: described ones stay, of others the newer word wins", async () => {
  await database.admin(
    `insert into city_areas (id, city_id, name, description, location, source, source_date) select gen_random_uuid(), id,
     'Alfama', 'Stairs and tiles.', location, 'Tripwright built-in catalogue', '2020-01-01' from cities where name = 'Lisbon'`,
  );
  const first = await write("openstreetmap", [area("ALFAMA"), area("Graça"), area("Graca", { externalId: "area/2" })]);
  expect(first).toMatchObject({ new: 1, unchanged: 1, skipped: { "area of a name that the city has already": 1 } });
  const older = area("Graça", { sourceDate: "2020-01-01", location: { lat: 38.7, lon: -9.2 } });
  expect(await write("wikivoyage", [older])).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
  expect(await write("wikivoyage", [area("Graça", { sourceDate: "2026-06-01" })])).toMatchObject({ changed: 1 });
  const areas = await database.admin("select name, source, licence from city_areas order by name");
  expect(areas).toEqual([
    { name: "Alfama", source: "Tripwright built-in catalogue", licence: null },
    { name: "Graça", source: "Title of wikivoyage", licence: "L-wikivoyage" },
  ]);
});

test("a lodging is its source's, with its terms, and changes with it", async () => {
  expect(await write("openstreetmap", [inn({ stars: 3 }), inn({ stars: 4 })])).toMatchObject({ new: 1 });
  expect(await write("openstreetmap", [inn({ stars: 4 })])).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
  const newer = inn({ stars: 5, sourceDate: "2026-06-01" });
  expect(await write("openstreetmap", [newer])).toMatchObject({ changed: 1 });
  expect(await write("openstreetmap", [inn()])).toMatchObject({
    changed: 0,
    skipped: { "older than what is known": 1 },
  });
  const [row] = await database.admin(
    "select stars::float8, licence, attribution from lodgings where external_id = 'inn'",
  );
  expect(row).toEqual({ stars: 5, licence: "L-openstreetmap", attribution: "By openstreetmap" });
});

test("an airport is known by its code, and needs a country", async () => {
  const airport = (iataCode: string, countryCode: string, name: string): SourceRecord => ({
    ...common(iataCode, 38.77, -9.13),
    ...{ kind: "airport", iataCode, countryCode, name, cityName: "Lisbon", size: "hub" },
  });
  const first = await write("ourairports", [airport("LIS", "PT", "Portela"), airport("XXX", "XX", "Nowhere")]);
  expect(first).toMatchObject({ new: 1, skipped: { "airport in a country that is not known": 1 } });
  expect(await write("ourairports", [airport("LIS", "PT", "Humberto Delgado")])).toMatchObject({ new: 0, changed: 1 });
  expect(await write("ourairports", [airport("LIS", "PT", "Humberto Delgado")])).toMatchObject({ unchanged: 1 });
});
