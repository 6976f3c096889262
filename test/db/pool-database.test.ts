/** What a transaction promises, on whichever database runs: rights, all or nothing, and when work is repeated. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import sql, { raw } from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { ConnectionSource } from "../../db/connection-source.ts";
import { ensureHost } from "../../db/embedded/ensure-host.ts";
import { createPoolDatabase } from "../../db/pool-database.ts";
import type { Database, Transaction } from "../../db/transaction.ts";
import { openTestDatabase, type TestDatabase } from "./database-for-tests.ts";
import { testFolders } from "./test-folders.ts";
import { openWireProxy, type WireProxyOptions } from "./wire-proxy.ts";

const IMPORTER = { kind: "importer" } as const;
const databaseUrl = process.env.TEST_DATABASE_URL;

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  ({ db } = database);
  await database.admin("create table notes (id int primary key deferrable initially deferred, words text)");
  await database.admin("grant all on notes to tripwright_app, tripwright_service, tripwright_importer");
});
afterAll(() => database.close());

const noteSchema = z.object({ id: z.int(), words: z.string() });
const insert = (tx: Transaction, id: number): Promise<number> =>
  tx.execute(sql`insert into notes values (${id}, ${`note ${id}`})`);
const isThere = async (id: number): Promise<boolean> =>
  (await database.admin("select 1 from notes where id = $1", [id])).length === 1;

const failWith = (sqlstate: string) => sql`do ${raw(`$$ begin raise sqlstate '${sqlstate}'; end $$`)}`;

describe("a transaction", () => {
  test("has the rights of its actor and of nobody else", async () => {
    const rightsSchema = z.object({ role: z.string(), user: z.string(), path: z.string() });
    const rights = sql`select current_user as role, current_setting('app.current_user_id') as user,
                              current_setting('search_path') as path`;
    const userId = randomUUID();
    const asUser = await db.transaction({ kind: "user", userId }, (tx) => tx.one(rightsSchema, rights));
    expect(asUser).toMatchObject({ role: "tripwright_app", user: userId });
    expect(asUser.path.replaceAll('"', "")).toBe(`${database.schema}, public`);
    const asService = await db.transaction({ kind: "service" }, (tx) => tx.one(rightsSchema, rights));
    expect(asService).toMatchObject({ role: "tripwright_service", user: "" });
    const asImporter = await db.transaction(IMPORTER, (tx) => tx.one(rightsSchema, rights));
    expect(asImporter).toMatchObject({ role: "tripwright_importer", user: "" });
  });

  test("takes no user id that is not one", async () => {
    const asNobody = db.transaction({ kind: "user", userId: "'; drop table notes; --" }, async () => undefined);
    await expect(asNobody).rejects.toMatchObject({ code: "internal" });
  });

  test("is kept whole or not at all", async () => {
    await db.transaction(IMPORTER, (tx) => insert(tx, 1));
    expect(await isThere(1)).toBe(true);
    const stopped = db.transaction(IMPORTER, async (tx) => {
      await insert(tx, 2);
      throw new Error("changed my mind");
    });
    await expect(stopped).rejects.toThrow("changed my mind");
    expect(await isThere(2)).toBe(false);
  });

  test("hands back dates as they are written", async () => {
    const dateSchema = z.object({ day: z.iso.date(), days: z.array(z.iso.date()) });
    const row = await db.transaction(IMPORTER, (tx) =>
      tx.one(dateSchema, sql`select date '2027-03-28' as day, array[date '2027-10-31'] as days`),
    );
    expect(row).toEqual({ day: "2027-03-28", days: ["2027-10-31"] });
  });

  test("counts its rows", async () => {
    await db.transaction(IMPORTER, async (tx) => {
      await insert(tx, 10);
      await insert(tx, 11);
      const both = sql`select id, words from notes where id in (10, 11) order by id`;
      expect((await tx.many(noteSchema, both)).map(({ id }) => id)).toEqual([10, 11]);
      expect(await tx.maybeOne(noteSchema, sql`select id, words from notes where id = -1`)).toBeNull();
      await expect(tx.one(noteSchema, both)).rejects.toMatchObject({ code: "internal" });
      expect(await tx.execute(sql`delete from notes where id in (10, 11)`)).toBe(2);
    });
  });

  test("says which column of a row has another shape", async () => {
    const read = db.transaction(IMPORTER, (tx) => tx.many(noteSchema, sql`select 1 as id, 2 as words`));
    await expect(read).rejects.toMatchObject({ code: "internal", message: expect.stringContaining("words") });
  });

  test("refuses another one inside it, and statements after its end", async () => {
    const nested = db.transaction(IMPORTER, () => db.transaction(IMPORTER, async () => undefined));
    await expect(nested).rejects.toThrow("inside another one");
    const late = await db.transaction(IMPORTER, async (tx) => tx);
    await expect(late.execute(sql`select 1`)).rejects.toThrow("after its transaction had ended");
  });
});

describe("a statement that fails", () => {
  test("is named by its constraint, without what was to be stored", async () => {
    await db.transaction(IMPORTER, (tx) => insert(tx, 20));
    const twice = db.transaction(IMPORTER, (tx) => insert(tx, 20));
    const failure = await twice.catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "internal", details: { sqlstate: "23505", constraint: "notes_pkey" } });
    expect(String(failure)).not.toMatch(/note 20|insert into/);
  });

  test("cannot be passed over and then committed", async () => {
    const careless = db.transaction(IMPORTER, async (tx) => {
      await insert(tx, 21);
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(careless).rejects.toThrow("Nothing was saved");
    expect(await isThere(21)).toBe(false);
  });

  test.each(["40001", "40P01"])("with SQLSTATE %s has the whole work run again", async (sqlstate) => {
    let runs = 0;
    const result = await db.transaction(IMPORTER, async (tx) => {
      runs += 1;
      await tx.execute(sql`insert into notes values (30, ${`run ${runs}`})`);
      if (runs < 3) await tx.execute(failWith(sqlstate));
      return tx.one(noteSchema, sql`delete from notes where id = 30 returning id, words`);
    });
    expect(result.words).toBe("run 3");
  });

  test("again and again is given up, and other failures are not repeated", async () => {
    let runs = 0;
    const endless = db.transaction(IMPORTER, async (tx) => {
      runs += 1;
      await tx.execute(failWith("40001"));
    });
    await expect(endless).rejects.toMatchObject({ details: { sqlstate: "40001" } });
    expect(runs).toBe(4);
    const once = db.transaction(IMPORTER, async (tx) => {
      runs += 1;
      await tx.execute(failWith("23514"));
    });
    await expect(once).rejects.toMatchObject({ details: { sqlstate: "23514" } });
    expect(runs).toBe(5);
  });
});

/** The same database through a proxy that can cut the connection. */
async function openThroughProxy(
  watch: NonNullable<WireProxyOptions["watch"]>,
): Promise<AsyncDisposable & { db: Database }> {
  const server = databaseUrl === undefined ? null : new URL(databaseUrl);
  const target = server
    ? { host: server.hostname, port: Number(server.port || 5432) }
    : { path: `${(await ensureHost(testFolders())).socketDir}/.s.PGSQL.5432` };
  const proxy = await openWireProxy({ target, watch });
  const pool = new pg.Pool({
    host: "127.0.0.1",
    port: proxy.port,
    user: server ? decodeURIComponent(server.username) : "postgres",
    password: server ? decodeURIComponent(server.password) : "",
    database: server ? server.pathname.slice(1) : "postgres",
    ssl: false,
  });
  pool.on("error", () => undefined).on("connect", (client) => client.on("error", () => undefined));
  const source: ConnectionSource = {
    kind: db.kind,
    place: "the database behind the proxy",
    acquire: () => pool.connect(),
    withClient: () => Promise.reject(new Error("not through the proxy")),
    poolUse: () => ({ max: 10, open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
  return {
    db: createPoolDatabase(source, { schema: database.schema }),
    [Symbol.asyncDispose]: async () => {
      await source.close();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

describe("a read that may lag", () => {
  test("has the rights of its actor, and cannot write, not even by the way", async () => {
    await db.transaction(IMPORTER, (tx) => insert(tx, 50));
    const read = await db.read(IMPORTER, (tx) => tx.one(noteSchema, sql`select id, words from notes where id = 50`));
    expect(read.words).toBe("note 50");
    const refusal = { code: "internal", message: expect.stringContaining("A read tried to write") };
    await expect(db.read(IMPORTER, (tx) => insert(tx, 51))).rejects.toMatchObject(refusal);
    const aside = sql`with gone as (delete from notes returning id, words) select id, words from gone`;
    await expect(db.read(IMPORTER, (tx) => tx.many(noteSchema, aside))).rejects.toMatchObject(refusal);
    expect([await isThere(50), await isThere(51)]).toEqual([true, false]);
    await db.transaction(IMPORTER, (tx) => insert(tx, 52));
  });

  test("is neither begun inside a transaction nor the other way round", async () => {
    const inner = db.transaction(IMPORTER, () => db.read(IMPORTER, async () => undefined));
    await expect(inner).rejects.toThrow("inside another one");
    const outer = db.read(IMPORTER, () => db.transaction(IMPORTER, async () => undefined));
    await expect(outer).rejects.toThrow("inside another one");
  });

  test("is read again when the connection is lost, even at its end", async () => {
    let isCut = false;
    await using shaky = await openThroughProxy((piece) => {
      if (isCut || !piece.includes("commit")) return "pass";
      isCut = true;
      return "cut-after";
    });
    let runs = 0;
    const answer = await shaky.db.read(IMPORTER, async (tx) => {
      runs += 1;
      return tx.one(z.object({ answer: z.int() }), sql`select 42 as answer`);
    });
    expect([answer, runs]).toEqual([{ answer: 42 }, 2]);
  });
});

describe("a connection that is lost", () => {
  test("before the commit has the work run again", async () => {
    let isCut = false;
    await using shaky = await openThroughProxy((piece) => {
      if (isCut || !piece.includes("note 40")) return "pass";
      isCut = true;
      return "cut-after";
    });
    let runs = 0;
    await shaky.db.transaction(IMPORTER, async (tx) => {
      runs += 1;
      await insert(tx, 40);
      await tx.execute(sql`select 1`);
    });
    expect(runs).toBe(2);
    expect(await isThere(40)).toBe(true);
  });

  test("during the commit is said to leave it open, and nothing is repeated", async () => {
    await using shaky = await openThroughProxy((piece) => (piece.includes("commit") ? "cut-after" : "pass"));
    let runs = 0;
    const saving = shaky.db.transaction(IMPORTER, async (tx) => {
      runs += 1;
      await insert(tx, 41);
    });
    await expect(saving).rejects.toMatchObject({ code: "database_unavailable", details: { isOutcomeKnown: false } });
    expect(runs).toBe(1);
  });
});
