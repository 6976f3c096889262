/** Every place gets a vector of the current model, once, whoever stops, fails, changes or comes twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { embedMissingPlaces } from "../../../db/embeddings/embed-places.ts";
import { ensureEmbeddingIndex } from "../../../db/stores/place-embeddings.ts";
import { createLocalEmbedder } from "../../../providers/embeddings/local-embedding.ts";
import type { Embedder } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

let database: TestDatabase;
let places: number;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.admin(
    "delete from attractions where city_id <> (select city_id from attractions order by id limit 1)",
  );
  places = (await database.admin("select id from attractions")).length;
}, 120_000);
afterAll(() => database?.close());
beforeEach(async () => {
  await database.admin("delete from attraction_embeddings");
});

const local = createLocalEmbedder();
const named = (model: string, embed = local.embed): Embedder => ({ ...local, model, embed });
const signal = new AbortController().signal;
const embed = (embedder: Embedder, batch = 10) => embedMissingPlaces(database.db, embedder, { batch, signal });
const modelsStored = async (): Promise<Record<string, number>> => {
  const rows = await database.admin("select model, count(*)::int as n from attraction_embeddings group by model");
  return Object.fromEntries(rows.map(({ model, n }) => [String(model), Number(n)]));
};

test("all of them, once; a second pass finds nothing to do", async () => {
  expect(await embed(local)).toEqual({ model: "local/2", embedded: places, removed: 0 });
  expect(await embed(local)).toEqual({ model: "local/2", embedded: 0, removed: 0 });
  expect(await modelsStored()).toEqual({ "local/2": places });
});

test("a retired place needs none", async () => {
  await database.admin(
    "update attractions set retired_at = now() where id = (select min(id::text)::uuid from attractions)",
  );
  expect((await embed(local)).embedded).toBe(places - 1);
  await database.admin("update attractions set retired_at = null");
});

test("other words of a place make another vector, other facts do not", async () => {
  await embed(local);
  await database.admin("update attractions set typical_visit_duration = 33, retired_at = null");
  expect((await embed(local)).embedded).toBe(0);
  await database.admin(
    "update attractions set description = 'A sauna.' where id in (select id from attractions order by id limit 2)",
  );
  expect((await embed(local)).embedded).toBe(2);
  await database.admin(
    "update attractions set is_offbeat = not is_offbeat where id in (select id from attractions order by id limit 3)",
  );
  expect((await embed(local)).embedded).toBe(3);
});

test("a model that fails half-way leaves what was done, and the next pass does the rest", async () => {
  let calls = 0;
  const failing = named("local/2", (texts, until) => {
    calls += 1;
    return calls === 3 ? Promise.reject(new Error("no answer")) : local.embed(texts, until);
  });
  await expect(embed(failing)).rejects.toThrow("no answer");
  expect(await modelsStored()).toEqual({ "local/2": 20 });
  expect((await embed(local)).embedded).toBe(places - 20);
});

test("stopping is heard between batches", async () => {
  const stop = new AbortController();
  const stopping = named("local/2", (texts, until) => {
    stop.abort(new Error("enough"));
    return local.embed(texts, until);
  });
  const run = embedMissingPlaces(database.db, stopping, { batch: 10, signal: stop.signal });
  await expect(run).rejects.toThrow("enough");
  expect(await modelsStored()).toEqual({ "local/2": 10 });
});

test("two at once write the same", async () => {
  const reports = await Promise.all([embed(local, 7), embed(local, 11)]);
  expect(reports.reduce((sum, { embedded }) => sum + embedded, 0)).toBe(places);
  expect(await modelsStored()).toEqual({ "local/2": places });
});

describe("another model", () => {
  test("keeps the old one's vectors until every place has its own", async () => {
    await embed(named("local/0"));
    let calls = 0;
    const failing = named("local/2", (texts, until) => {
      calls += 1;
      return calls === 2 ? Promise.reject(new Error("no answer")) : local.embed(texts, until);
    });
    await expect(embed(failing)).rejects.toThrow("no answer");
    expect(await modelsStored()).toEqual({ "local/0": places, "local/2": 10 });
    expect(await embed(local)).toEqual({ model: "local/2", embedded: places - 10, removed: places });
    expect(await modelsStored()).toEqual({ "local/2": places });
  });

  test("a service's model replaces services' models and leaves the local one", async () => {
    await embed(local);
    await embed(named("openai/small@256"));
    expect((await embed(named("openai/large@256"))).removed).toBe(places);
    expect(await modelsStored()).toEqual({ "local/2": places, "openai/large@256": places });
  });
});

test("from five thousand vectors on, they have an index", { timeout: 60_000 }, async () => {
  await database.admin(`
    insert into attractions (id, city_id, name, attraction_type, location, typical_visit_duration, source, source_date)
    select gen_random_uuid(), (select city_id from attractions limit 1), 'Many', 'park', 'POINT(0 0)', 30, 'many', '2026-01-01'
    from generate_series(1, 5000)`);
  await database.admin(`
    insert into attraction_embeddings (attraction_id, model, content_hash, embedding)
    select id, 'many/1', 'x', (array_fill(0.1, array[255]) || (row_number() over () % 97)::float8)::vector
    from attractions where source = 'many'`);
  await database.db.transaction({ kind: "importer" }, (tx) => ensureEmbeddingIndex(tx, "many/1"));
  expect(await database.admin("select 1 as found from pg_indexes where indexdef like '%many/1%'")).toEqual([
    { found: 1 },
  ]);
  await database.admin("delete from attractions where source = 'many'");
});
