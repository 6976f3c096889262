/** What vendors say of places is kept for as long as it holds and their terms allow, each vendor's beside the others'. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createPlaceDataCache, type PlaceDataCache } from "../../../db/stores/place-data-cache.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { buildWorld } from "../integrity/world.ts";
import { countsOf, runMaintenance } from "../maintenance/old-rows.ts";

const HOUR_MS = 3_600_000;
const START = Date.parse("2026-11-22T10:00:00Z");
const hoursSchema = z.object({ opens: z.string() });
const terms = (contentSeconds: number): { contentSeconds: number } => ({ contentSeconds });

let database: TestDatabase;
let cache: PlaceDataCache;
let placeId = "";
let nowMs = START;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  placeId = (await buildWorld(database)).placeIds[0] ?? "";
  const vendors = [
    { id: "maps", terms: terms(365 * 86_400) },
    { id: "hasty", terms: terms(3_600) },
    { id: "secretive", terms: terms(0) },
  ];
  cache = createPlaceDataCache({ db: database.db, now: () => new Date(nowMs), vendors });
});
beforeEach(async () => {
  nowMs = START;
  await database.admin("update attractions set external_data = null, external_data_cached_at = null");
});
afterAll(() => database?.close());

const found = (provider: string): Promise<unknown> => cache.find(placeId, provider, hoursSchema);
const kept = async (): Promise<unknown> =>
  (await database.admin("select external_data from attractions where id = $1", [placeId]))[0];

test("what hardly changes holds a week, what changes a day", async () => {
  await cache.store(placeId, "maps", { opens: "10:00" }, { kind: "stable" });
  expect(await found("maps")).toEqual({ data: { opens: "10:00" }, cachedAt: "2026-11-22T10:00:00.000Z" });
  nowMs = START + 7 * 24 * HOUR_MS - 1;
  expect(await found("maps")).not.toBeNull();
  nowMs += 1;
  expect(await found("maps")).toBeNull();

  await cache.store(placeId, "maps", { opens: "11:00" }, { kind: "dynamic" });
  nowMs += 24 * HOUR_MS - 1;
  expect(await found("maps")).toMatchObject({ data: { opens: "11:00" } });
  nowMs += 1;
  expect(await found("maps")).toBeNull();
});

test("a vendor's terms shorten that", async () => {
  await cache.store(placeId, "hasty", { opens: "10:00" }, { kind: "stable" });
  nowMs += HOUR_MS;
  expect(await found("hasty")).toBeNull();
});

test.each(["secretive", "unheard of"])("nothing of %s is kept, and whoever tries is told", async (provider) => {
  const storing = cache.store(placeId, provider, { opens: "10:00" }, { kind: "stable" });
  await expect(storing).rejects.toThrow(`whose content may be kept, got ${provider}`);
  expect(await kept()).toEqual({ external_data: null });
});

test("each vendor's stands beside the others', also when both come at once", async () => {
  await Promise.all([
    cache.store(placeId, "maps", { opens: "10:00" }, { kind: "stable" }),
    cache.store(placeId, "hasty", { opens: "09:00" }, { kind: "dynamic" }),
  ]);
  expect(await found("maps")).toMatchObject({ data: { opens: "10:00" } });
  expect(await found("hasty")).toMatchObject({ data: { opens: "09:00" } });
  expect(await found("nobody")).toBeNull();
});

test("what is not of the shape that is read is not there", async () => {
  await cache.store(placeId, "maps", { opens: 10 }, { kind: "stable" });
  expect(await found("maps")).toBeNull();
});

test("maintenance forgets what has had its time, and nothing else", async () => {
  await cache.store(placeId, "maps", { opens: "10:00" }, { kind: "stable" });
  await cache.store(placeId, "hasty", { opens: "09:00" }, { kind: "stable" });
  const forget = async (hours: number): Promise<unknown> => {
    const now = new Date(START + hours * HOUR_MS);
    return countsOf(await runMaintenance(database, { archive: null, now }), "place-data");
  };
  expect(await forget(0.9)).toEqual({ places: 0 });
  expect(await forget(1)).toEqual({ places: 1 });
  expect(await kept()).toMatchObject({ external_data: { maps: { data: { opens: "10:00" } } } });
  expect(await kept()).not.toMatchObject({ external_data: { hasty: expect.anything() } });
  expect(await forget(7 * 24)).toEqual({ places: 1 });
  expect(
    await database.admin(
      "select 1 from attractions where external_data is not null or external_data_cached_at is not null",
    ),
  ).toEqual([]);
  expect(await forget(8 * 24)).toEqual({ places: 0 });
});
