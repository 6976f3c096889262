/** The database's figures are what is in it, and what an engine has not is left out. */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readDatabaseFigures } from "../../../db/monitoring/database-figures.ts";
import { withoutValues } from "../../../db/monitoring/slow-queries.ts";
import { createFlightSearchCache } from "../../../db/stores/search-caches.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

const ROUTE = { origin: "LHR", destination: "LIS", passengers: 1, cabinClass: "economy", currency: "EUR" } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
afterAll(() => database?.close());

test("a new database has its partitions, no jobs, and no ratios yet", async () => {
  const figures = await readDatabaseFigures(database.db);
  expect(figures.partitions).toMatchObject([
    { table: "external_api_logs", ahead: 3 },
    { table: "user_activities", ahead: 3 },
  ]);
  const thisMonth = new Date();
  expect(figures.partitions[0]?.oldest).toBe(Date.UTC(thisMonth.getUTCFullYear(), thisMonth.getUTCMonth()) / 1000);
  expect(figures).toMatchObject({ jobs: [], replication: { replicas: [], isHidden: false } });
  expect(figures.caches.map(({ hitRatio }) => hitRatio)).toEqual([null, null]);
  expect(figures.sizeBytes).toBeGreaterThan(1_000_000);
  if (database.db.kind === "embedded") expect(figures).toMatchObject({ connections: null, slowQueries: null });
  else expect(figures.connections?.open).toBeGreaterThan(0);
});

test("caches and jobs are counted", async () => {
  const cache = createFlightSearchCache({ db: database.db, now: () => new Date() });
  const query = { ...ROUTE, departureDate: "2027-05-10", returnDate: null };
  expect([...(await cache.find(query, ["Testair"]))]).toEqual([]);
  await cache.store(query, { provider: "Testair", offers: [], priceSeconds: 600 });
  for (const _ of Array(19)) expect((await cache.find(query, ["Testair"])).size).toBe(1);
  const userId = randomUUID();
  await database.admin("insert into users (id, email, first_name, last_name) values ($1, 'j@example.org', 'J', 'J')", [
    userId,
  ]);
  await database.admin("insert into ai_planning_jobs (id, user_id) values (gen_random_uuid(), $1)", [userId]);
  const { caches, jobs } = await readDatabaseFigures(database.db);
  expect(caches).toEqual([
    { cache: "flights", entries: 1, hitRatio: 0.95 },
    { cache: "stays", entries: 0, hitRatio: null },
  ]);
  expect(jobs).toEqual([{ status: "queued", jobs: 1 }]);
});

/** Blocks are counted by the server when a session tells of them, a second later at most. */
test("the share of index blocks in memory is known once enough were read", async () => {
  await database.admin(
    "insert into exchange_rates select 'EUR', 1, date '2000-01-01' + n, 's' from generate_series(1, 4000) n",
  );
  await database.admin(
    `select count(r.per_euro) from generate_series(1, 24000) n
     left join lateral (select per_euro from exchange_rates where currency = 'EUR' and as_of = date '2000-01-01' + n % 4000 limit 1) r on true`,
  );
  await expect
    .poll(async () => (await readDatabaseFigures(database.db)).indexHitRatio, { timeout: 20_000 })
    .not.toBeNull();
  const { indexHitRatio, tableHitRatio } = await readDatabaseFigures(database.db);
  for (const ratio of [indexHitRatio, tableHitRatio]) {
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThanOrEqual(1);
  }
});

test("values never leave with a statement, and a long one is cut", () => {
  expect(withoutValues("select  $1,\n 'it''s Ada' , $$body$$ from t where x = 'open")).toBe(
    "select $1, ? , ? from t where x = ?",
  );
  expect(withoutValues(`select ${"a, ".repeat(100)}`)).toHaveLength(160);
});

describe("slow queries", () => {
  const hasExtension = async (): Promise<boolean> => {
    const preloaded = await database.admin("select current_setting('shared_preload_libraries', true) as libraries");
    return String(preloaded[0]?.libraries).includes("pg_stat_statements");
  };

  test("are those of pg_stat_statements, where it is", async ({ skip }) => {
    if (database.db.kind === "embedded" || !(await hasExtension())) skip("needs a server with pg_stat_statements");
    await database.admin("create extension if not exists pg_stat_statements with schema public");
    const email = `${randomUUID()}@example.org`;
    const row = z.object({ count: z.number() });
    const statement = sql`select 1 as count from pg_sleep(0.3) where ${email} <> 'ada'`;
    // What earlier runs in this database left behind may be slower.
    await database.admin(
      "select pg_stat_statements_reset(0, (select oid from pg_database where datname = current_database()), 0)",
    );
    await database.db.transaction({ kind: "service" }, (tx) => tx.one(row, statement));
    const { slowQueries } = await readDatabaseFigures(database.db);
    const found = slowQueries?.top.find(({ query }) => query.includes("from pg_sleep"));
    expect(found?.meanSeconds).toBeGreaterThan(0.29);
    expect(JSON.stringify(slowQueries)).not.toMatch(new RegExp(`ada|${email}`));
    expect(slowQueries?.top.length).toBeLessThanOrEqual(10);
  });
});
