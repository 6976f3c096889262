/** Every statement and transaction is told of once, with how it ended, and goes on as it would have. */
import sql from "sql-template-tag";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type Observation, observeDatabase } from "../../../db/monitoring/observe-database.ts";
import type { Database } from "../../../db/transaction.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

const one = z.object({ one: z.number() });
let database: TestDatabase;
let observed: Database;
let seen: (Observation & { what: string })[] = [];
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  observed = observeDatabase(database.db, {
    onTransaction: (observation) => seen.push({ what: "transaction", ...observation }),
    onStatement: (observation) => seen.push({ what: "statement", ...observation }),
  });
});
afterAll(() => database?.close());
beforeEach(() => {
  seen = [];
});

const told = (): string[] => seen.map(({ what, actor, outcome }) => `${what} ${actor} ${outcome}`);

test("statements are told of, then their transaction, and take no less time than they took", async () => {
  const rows = await observed.transaction({ kind: "service" }, async (tx) => {
    await tx.execute(sql`select pg_sleep(0.05)`);
    await tx.one(one, sql`select 1 as one`);
    await tx.maybeOne(one, sql`select 1 as one where false`);
    return tx.many(one, sql`select n as one from generate_series(1, 2) n`);
  });
  expect(rows).toEqual([{ one: 1 }, { one: 2 }]);
  expect(told()).toEqual([...Array(4).fill("statement service ok"), "transaction service ok"]);
  const [slow] = seen;
  expect(slow?.durationMs).toBeGreaterThan(45);
  expect(seen.at(-1)?.durationMs).toBeGreaterThanOrEqual(slow?.durationMs ?? 0);
});

test("what fails is told of as failed, with the error it had", async () => {
  const failing = observed.transaction({ kind: "importer" }, (tx) => tx.execute(sql`select 1 / 0`));
  await expect(failing).rejects.toMatchObject({ code: "internal", details: { sqlstate: "22012" } });
  expect(told()).toEqual(["statement importer failed", "transaction importer failed"]);
});
