/** More transactions at once than the pool has connections: each gets its turn or is told in time, and the pool stays whole. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ConnectedDatabase, connectDatabase } from "../../../db/connect.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { testFolders } from "../test-folders.ts";

const SERVICE = { kind: "service" } as const;
const POOL_SIZE = 3;
const databaseUrl = process.env.TEST_DATABASE_URL;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
afterAll(() => database?.close());

async function openPool(
  connectTimeoutMs?: number,
  url = databaseUrl,
): Promise<AsyncDisposable & { db: ConnectedDatabase }> {
  const { schema } = database;
  const options = { ...testFolders(), schema, poolSize: POOL_SIZE, connectTimeoutMs };
  const db = await connectDatabase({ databaseUrl: url, ...options });
  return { db, [Symbol.asyncDispose]: () => db.close() };
}

const one = (db: ConnectedDatabase): Promise<{ one: number }> =>
  db.transaction(SERVICE, (tx) => tx.one(z.object({ one: z.number() }), sql`select 1 as one`));

/** Many times what it holds goes through it, with failures among them: a connection that leaks would be missed. */
async function expectWhole(db: ConnectedDatabase): Promise<void> {
  const answers = await Promise.allSettled(
    Array.from({ length: POOL_SIZE * 10 }, (_, index) =>
      index % 3 === 0 ? db.transaction(SERVICE, (tx) => tx.execute(sql`select 1 / 0`)) : one(db),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(
    Array.from({ length: POOL_SIZE * 10 }, (_, index) => (index % 3 === 0 ? "rejected" : "fulfilled")),
  );
}

/** Transactions that hold all connections until they are let go. */
async function holdAll(db: ConnectedDatabase): Promise<() => Promise<unknown>> {
  const gate = Promise.withResolvers<void>();
  const held = Array.from({ length: POOL_SIZE }, () => Promise.withResolvers<void>());
  const holders = held.map(({ resolve }) =>
    db.transaction(SERVICE, async () => {
      resolve();
      await gate.promise;
    }),
  );
  // On the built-in engine only one transaction is open at a time; the others hold a connection and wait for it.
  await Promise.race(held.map(({ promise }) => promise));
  return () => {
    gate.resolve();
    return Promise.all(holders);
  };
}

describe("more transactions than connections", () => {
  test("get their turn one after another while there is time", async () => {
    await using pool = await openPool();
    const work = Array.from({ length: POOL_SIZE * 8 }, () =>
      pool.db.transaction(SERVICE, async (tx) => {
        await tx.execute(sql`select 1`);
        await sleep(10);
        return tx.execute(sql`select 2`);
      }),
    );
    expect(await Promise.all(work)).toHaveLength(POOL_SIZE * 8);
    await expectWhole(pool.db);
  });

  test("are told in time when no connection comes free, and the next ones work", async () => {
    await using pool = await openPool(3_000);
    const letGo = await holdAll(pool.db);
    const waiting = await Promise.all(
      Array.from({ length: POOL_SIZE * 3 }, () => one(pool.db).catch((error: unknown) => error)),
    );
    const place = databaseUrl ? "the PostgreSQL server at" : "the built-in database in";
    for (const answer of waiting) {
      expect(answer).toMatchObject({
        code: "database_unavailable",
        details: { poolSize: POOL_SIZE },
        message: expect.stringContaining(`All ${POOL_SIZE} connections to ${place}`),
      });
      expect(String(answer)).toContain("none came free within 3 s");
    }
    await letGo();
    await expectWhole(pool.db);
  });

  test("whose clients fail in every way hand their connections back", async () => {
    await using pool = await openPool(5_000);
    for (let round = 0; round < POOL_SIZE * 3; round += 1) {
      const failing = pool.db.transaction(SERVICE, async (tx) => {
        await tx.execute(sql`select 1`);
        throw new Error("changed my mind");
      });
      await expect(failing).rejects.toThrow("changed my mind");
    }
    await expectWhole(pool.db);
  });
});

describe.skipIf(!databaseUrl)("a server whose own connections are all taken", () => {
  const LIMITED = `tripwright_limited_${process.pid}`;
  beforeAll(async () => {
    await database.admin(`create role ${LIMITED} login connection limit 1`);
    await database.admin(`grant tripwright_app, tripwright_service, tripwright_importer to ${LIMITED}`);
    await database.admin(`grant usage on schema "${database.schema}" to ${LIMITED}`);
  });
  afterAll(() => database.admin(`drop owned by ${LIMITED}; drop role ${LIMITED}`));

  test("is tried again for a while, then says so, and works once one is free", async () => {
    const url = new URL(databaseUrl ?? "");
    url.username = LIMITED;
    await using pool = await openPool(undefined, url.href);
    // Our one connection goes with the error; somebody else takes it meanwhile.
    const other = new pg.Client({ connectionString: url.href });
    await database.admin("select pg_terminate_backend(pid) from pg_stat_activity where usename = $1", [LIMITED]);
    await expect
      .poll(() =>
        other.connect().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await expect(one(pool.db)).rejects.toMatchObject({
      code: "database_unavailable",
      message: expect.stringContaining("Every connection that the PostgreSQL server at"),
    });
    await other.end();
    expect(await one(pool.db)).toEqual({ one: 1 });
  });
});
