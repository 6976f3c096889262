/** A search without words ends early; what it answers is what a search to the end would have answered. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import { MAX_TOTAL } from "../../../db/stores/place-browse.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { CatalogueStore, PlaceSearch } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { cityNamed } from "./trips-for-tests.ts";

let database: TestDatabase;
let catalogue: CatalogueStore;
let lisbon: City;

const idsSchema = z.array(z.object({ id: z.string() }));

/** Every place, sorted by the exact distance, without an index. */
async function allByDistance({ lat, lon }: { lat: number; lon: number }, radius: number): Promise<string[]> {
  const rows = await database.admin(
    `select a.id from attractions a, (select st_setsrid(st_makepoint($1, $2), 4326)::geography as at) p
     where a.retired_at is null and st_distance(a.location, p.at) <= $3
     order by st_distance(a.location, p.at), a.popularity_score desc, a.id`,
    [lon, lat, radius],
  );
  return idsSchema.parse(rows).map(({ id }) => id);
}

async function idsOf(query: PlaceSearch): Promise<string[]> {
  return (await catalogue.searchPlaces(query)).places.map(({ id }) => id);
}

beforeAll(async () => {
  database = await openTestDatabase();
  catalogue = createCatalogueStore(database.db);
  lisbon = await cityNamed(database, "Lisbon");
});
afterAll(() => database.close());

test("the nearest come in the order of their exact distance, on every page, whatever the radius", async () => {
  const where = fc.record({
    lat: fc.double({ min: 38.6, max: 38.85, noNaN: true }),
    lon: fc.double({ min: -9.4, max: -9, noNaN: true }),
  });
  const page = fc.record({ limit: fc.integer({ min: 1, max: 30 }), offset: fc.integer({ min: 0, max: 60 }) });
  await fc.assert(
    fc.asyncProperty(
      where,
      page,
      fc.integer({ min: 200, max: 30_000 }),
      async (near, { limit, offset }, radiusMeters) => {
        const all = await allByDistance(near, radiusMeters);
        const { places, total } = await catalogue.searchPlaces({ near, radiusMeters, limit, offset });
        expect(places.map(({ id }) => id)).toEqual(all.slice(offset, offset + limit));
        expect(total).toBe(all.length);
      },
    ),
    { numRuns: 25 },
  );
});

test("without a radius the nearest are found wherever they are", async () => {
  const inTheSea = { lat: 38.7, lon: -20 };
  const all = await allByDistance(inTheSea, 20_000_000);
  expect(await idsOf({ near: inTheSea, limit: 12 })).toEqual(all.slice(0, 12));
});

test("in a city a distance is told, and orders, as far as the city goes", async () => {
  const { places } = await catalogue.searchPlaces({ cityId: lisbon.id, near: { lat: 48.85, lon: 2.35 }, limit: 10 });
  const distances = places.map(({ distanceMeters }) => distanceMeters ?? 0);
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  expect(new Set(places.map(({ cityId }) => cityId))).toEqual(new Set([lisbon.id]));
});

test("counting ends, paging does not", async () => {
  const added = 150 + MAX_TOTAL;
  await database.admin(
    `insert into attractions (id, city_id, name, attraction_type, location, typical_visit_duration, source, source_date)
     select gen_random_uuid(), $1, 'Kiosk ' || n, 'shop', st_setsrid(st_makepoint(-9.1, 38.7), 4326)::geography, 10, 'test', '2026-11-01'
     from generate_series(1, $2::integer) n`,
    [lisbon.id, added],
  );
  const kiosks = { cityId: lisbon.id, types: ["shop"], limit: 100 } as const;
  const first = await catalogue.searchPlaces(kiosks);
  expect([first.places.length, first.total]).toEqual([100, MAX_TOTAL]);
  expect((await idsOf({ ...kiosks, offset: MAX_TOTAL + 100 })).length).toBeGreaterThanOrEqual(50);
  expect(await catalogue.searchPlaces({ ...kiosks, offset: 10_000 })).toEqual({ places: [], total: MAX_TOTAL });
});
