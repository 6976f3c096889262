/** The metrics over real HTTP, of a real database: what is known is there, what is not is absent. */
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { observeDatabase } from "../../db/monitoring/observe-database.ts";
import type { Database } from "../../db/transaction.ts";
import { readHealth } from "../../server/database-health.ts";
import { createMetrics } from "../../server/metrics.ts";
import { type MetricsServer, serveMetrics } from "../../server/serve-metrics.ts";
import { openTestDatabase, type TestDatabase } from "../db/database-for-tests.ts";
import { runCli } from "./run-cli.ts";

const metrics = createMetrics();
let database: TestDatabase;
let db: Database;
let server: MetricsServer;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  db = observeDatabase(database.db, metrics.observer);
  server = await serveMetrics({ metrics, database: db, port: 0 });
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

const get = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, init);
const scrape = async (): Promise<string> => (await get("/metrics")).text();

test("a scraper gets the exposition, each metric with its help", async () => {
  const response = await get("/metrics");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, metrics.registry.contentType]);
  const text = await response.text();
  const families = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  expect(families.length).toBeGreaterThan(15);
  for (const name of families) expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, "m"));
  expect(text).toMatch(/^tripwright_db_up 1$/m);
  expect(text).toMatch(/^tripwright_db_partitions_ahead\{table="user_activities"\} 3$/m);
  expect(text).toMatch(/^tripwright_db_pool_use_ratio 0(\.\d+)?$/m);
});

test("what nobody knows is absent, not zero", async () => {
  const text = await scrape();
  expect(text).not.toMatch(/^tripwright_db_replication_lag_seconds/m);
  expect(text).not.toMatch(/^tripwright_search_cache_stored_hit_ratio/m);
  if (db.kind === "embedded") expect(text).not.toMatch(/^tripwright_db_connections/m);
});

test("a replica that answers is heard, one that does not is left out", async () => {
  const own = createMetrics();
  expect(await own.text(db, () => Promise.resolve(2.5))).toMatch(
    /^tripwright_db_replication_lag_seconds\{replica="read replica"\} 2.5$/m,
  );
  expect(await own.text(db, () => Promise.reject(new Error("down")))).not.toMatch(/^tripwright_db_replication_lag/m);
  const lag = (await readHealth(db, own, () => Promise.resolve(6))).find(({ metric }) => metric === "replicationLag");
  expect(lag).toMatchObject({ value: 6, standing: "alarming" });
});

test("statements and lookups are counted as they happen", async () => {
  const count = async (): Promise<number> =>
    Number(
      /^tripwright_db_query_duration_seconds_count\{actor="importer",outcome="ok"\} (\d+)$/m.exec(
        await scrape(),
      )?.[1] ?? 0,
    );
  const before = await count();
  await db.transaction({ kind: "importer" }, (tx) => tx.execute(sql`select 1`));
  expect(await count()).toBe(before + 1);
  metrics.onLookup("stays", "hit");
  expect(await scrape()).toMatch(/^tripwright_search_cache_lookups_total\{cache="stays",outcome="hit"\} 1$/m);
});

test("calls to vendors are counted by how they ended, and timed where one was made", async () => {
  metrics.onVendorCall({ vendor: "duffel", outcome: "rate_limited", durationMs: 40 });
  metrics.onVendorCall({ vendor: "duffel", outcome: "held", durationMs: null });
  const text = await scrape();
  expect(text).toMatch(/^tripwright_vendor_calls_total\{vendor="duffel",outcome="rate_limited"\} 1$/m);
  expect(text).toMatch(/^tripwright_vendor_calls_total\{vendor="duffel",outcome="held"\} 1$/m);
  expect(text).toMatch(/^tripwright_vendor_call_duration_seconds_count\{vendor="duffel"\} 1$/m);
});

test("health is told, other paths and methods are refused", async () => {
  expect([(await get("/healthz")).status, await (await get("/healthz")).text()]).toEqual([200, "ok\n"]);
  expect(await (await get("/healthz", { method: "HEAD" })).text()).toBe("");
  const refused = await get("/metrics", { method: "POST", body: "x" });
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect((await get("/../etc/passwd")).status).toBe(404);
});

describe("a database that is gone", () => {
  test("shows as down, without its figures and without a reason for strangers", async () => {
    const gone: Database = { ...db, transaction: () => Promise.reject(new Error("postgres://user:secret@host")) };
    const own = await serveMetrics({ metrics: createMetrics(), database: gone, port: 0 });
    try {
      const text = await (await fetch(`http://127.0.0.1:${own.port}/metrics`)).text();
      expect(text).toMatch(/^tripwright_db_up 0$/m);
      expect(text).not.toMatch(/secret|^tripwright_db_size_bytes/m);
      expect((await fetch(`http://127.0.0.1:${own.port}/healthz`)).status).toBe(503);
    } finally {
      await own.close();
    }
  });

  test("a port that is taken is named", async () => {
    await expect(serveMetrics({ metrics, database: db, port: server.port })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("TRIPWRIGHT_METRICS_PORT"),
    });
  });
});

test("each figure of the design stands beside its target, and says so when there is none yet", async () => {
  const health = await readHealth(db, createMetrics());
  expect(health.map(({ metric }) => metric)).toEqual([
    "queryP95",
    "indexHitRatio",
    "cacheHitRatio",
    "poolUse",
    "replicationLag",
  ]);
  const cache = health.find(({ metric }) => metric === "cacheHitRatio");
  expect(cache).toMatchObject({ value: null, standing: "no data yet", target: 0.8, alert: 0.6 });
  expect(cache?.says).toMatch(/^cache hit ratio: no data yet \(target > 80 %; /);
  expect(health.find(({ metric }) => metric === "replicationLag")?.says).toContain("no replica is connected");
});

test("the command prints them once", async () => {
  const { status, stdout } = await runCli(["metrics"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^tripwright_db_up 1$/m);
  expect(stdout).toMatch(/^tripwright_db_query_duration_seconds_count\{actor="service",outcome="ok"\} [1-9]/m);
});
