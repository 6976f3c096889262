/** A small world, loaded, grown, read and written like the large ones: what the benchmark measures is really there. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { measureRead, smallTables } from "../../bench/db/measure.ts";
import { densestReads, readsOf } from "../../bench/db/reads.ts";
import { type Recording, recording } from "../../bench/db/recording.ts";
import { drawSample, type Sample } from "../../bench/db/sample.ts";
import { measureSaving } from "../../bench/db/saving.ts";
import { type Growth, growWorld, layFoundations, worldSize } from "../../bench/db/world/grow.ts";
import { openTestDatabase, type TestDatabase } from "../db/database-for-tests.ts";

let database: TestDatabase;
let sample: Sample;
let recorded: Recording;
let growths: Growth[];

/** Trips of one, two and three days come in equal numbers only by threes. */
const PLACES = 600;
const countSchema = z.object({ count: z.coerce.number() });
const count = async (from: string): Promise<number> =>
  countSchema.parse((await database.admin(`select count(*) from ${from}`))[0]).count;

beforeAll(async () => {
  database = await openTestDatabase();
  const target = database.migrations;
  await layFoundations(target);
  const grow = (places: number): Promise<Growth> =>
    growWorld({ target, places, workers: 1, piece: 100, onProgress: () => undefined });
  growths = [await grow(300), await grow(PLACES)];
  sample = await drawSample(target, PLACES);
  recorded = recording(database.db);
});
afterAll(() => database.close());

test("grown in two steps it has every row once, in proportion", async () => {
  expect(await worldSize(database.migrations)).toBe(PLACES);
  expect(await count("attractions where source = 'synthetic'")).toBe(PLACES);
  expect(await count("attraction_embeddings")).toBe(PLACES);
  expect([await count("trips"), await count("flight_search_cache")]).toEqual([PLACES / 10, PLACES / 10]);
  expect(await count("itinerary_items")).toBe(PLACES);
});

test("what the triggers would have kept is kept", async () => {
  const odd = `cities c where attraction_count + eatery_count <>
    (select count(*) from attractions a where a.city_id = c.id and a.retired_at is null)`;
  expect(await count(odd)).toBe(0);
  expect(await count("trips t where not exists (select from users u where u.id = t.user_id)")).toBe(0);
  expect(
    await count("itinerary_items i where not exists (select from attractions a where a.id = i.attraction_id)"),
  ).toBe(0);
});

test("every index stands again after growing, and the second time the same ones were built", async () => {
  const [first, second] = growths.map(({ builds }) => builds.map(({ index }) => index));
  expect(second).toEqual(first);
  expect(first).toContain("idx_attractions_location");
  expect(
    await count("pg_indexes where schemaname = current_schema() and indexname like 'idx_attraction_embeddings_%'"),
  ).toBe(2);
});

test("every read answers something, and its statements can be explained", async () => {
  const options = { rows: PLACES, calls: 4, warmUp: 0, plans: 2, smallTables: await smallTables(database.migrations) };
  for (const read of [...readsOf(recorded.db, sample), ...densestReads(recorded.db, sample)]) {
    const measured = await measureRead(read, recorded, database.db, options);
    expect(measured.answered, read.name).toBeGreaterThan(0);
    if (read.name === "near_point") expect(measured.indexes).toContain("idx_attractions_location");
    expect(measured.p50Ms).toBeGreaterThan(0);
  }
});

test("a week's plan is saved in five statements at most, and leaves no trace", async () => {
  const saving = await measureSaving(recorded, database.migrations, { sample, calls: 3 });
  expect(saving).toMatchObject({ days: 7, items: 42 });
  expect(saving.statements).toBeLessThanOrEqual(5);
  expect(await count("itinerary_items")).toBe(PLACES);
  expect(await count("itineraries where is_selected")).toBe(PLACES / 10);
});
