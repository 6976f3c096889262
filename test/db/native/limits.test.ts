/** What takes too long is ended by the server, undone whole, and said in words that tell whether to try again. */
import pg from "pg";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ConnectedDatabase, connectDatabase } from "../../../db/connect.ts";
import type { Transaction } from "../../../db/transaction.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { testFolders } from "../test-folders.ts";
import { Cluster, describeNative } from "./cluster.ts";

const IMPORTER = { kind: "importer" } as const;
const databaseUrl = process.env.TEST_DATABASE_URL;

describeNative("limits of a transaction", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ catalogue: "none" });
    await database.admin("create table notes (id int primary key); grant all on notes to tripwright_importer");
    await database.admin("insert into notes values (1)");
  });
  afterAll(() => database?.close());

  test("are set for each, an importer's statements have longer", async () => {
    const limitsSchema = z.object({ statement: z.string(), lock: z.string(), idle: z.string() });
    const limits = sql`
      select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`;
    const ask = (tx: Transaction): Promise<unknown> => tx.one(limitsSchema, limits);
    const usual = { statement: "30s", lock: "10s", idle: "30s" };
    expect(await database.db.transaction({ kind: "service" }, ask)).toEqual(usual);
    expect(await database.db.read({ kind: "service" }, ask)).toEqual(usual);
    expect(await database.db.transaction(IMPORTER, ask)).toEqual({ ...usual, statement: "5min" });
  });

  test("end a statement that takes too long, once", async () => {
    let runs = 0;
    const slow = database.db.transaction(IMPORTER, async (tx) => {
      runs += 1;
      await tx.execute(sql`insert into notes values (2)`);
      await tx.execute(sql`set local statement_timeout = '100ms'`);
      await tx.execute(sql`select pg_sleep(60)`);
    });
    await expect(slow).rejects.toMatchObject({
      code: "database_unavailable",
      message: expect.stringMatching(/took longer than its limit; nothing was changed\. Try again/),
      details: { sqlstate: "57014" },
    });
    expect(runs).toBe(1);
    expect(await database.admin("select id from notes where id = 2")).toEqual([]);
  });

  test("end the wait for what somebody else holds", async () => {
    const touch = sql`select id from notes where id = 1 for update`;
    await database.db.transaction(IMPORTER, async (tx) => {
      await tx.execute(touch);
      await using other = closing(await open());
      const waiting = other.db.transaction(IMPORTER, async (second) => {
        await second.execute(sql`set local lock_timeout = '100ms'`);
        await second.execute(touch);
      });
      await expect(waiting).rejects.toMatchObject({
        code: "database_unavailable",
        message: expect.stringMatching(/Somebody else.*nothing was changed\. Try again/),
        details: { sqlstate: "55P03" },
      });
    });
  });

  test("end a transaction that dawdles before its commit, of which nothing is kept for sure", async () => {
    const idle = database.db.transaction(IMPORTER, async (tx) => {
      await tx.execute(sql`insert into notes values (4)`);
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '100ms'`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    });
    await expect(idle).rejects.toMatchObject({ details: { sqlstate: "25P03" } });
    expect(await database.admin("select id from notes where id = 4")).toEqual([]);
  });

  test("end a transaction that does nothing, and the next one has another connection", async () => {
    let runs = 0;
    const idle = database.db.transaction(IMPORTER, async (tx) => {
      runs += 1;
      await tx.execute(sql`insert into notes values (3)`);
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '100ms'`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await tx.execute(sql`select 1`);
    });
    await expect(idle).rejects.toMatchObject({
      code: "database_unavailable",
      message: expect.stringMatching(/did nothing for longer than the limit/),
      details: { sqlstate: "25P03" },
    });
    expect(runs).toBe(1);
    expect(await database.db.transaction(IMPORTER, (tx) => tx.execute(sql`select id from notes`))).toBe(1);
  });

  test("end the wait for a connection when all are in use", async () => {
    await using busy = closing(await open({ poolSize: 2, connectTimeoutMs: 300 }));
    const { db } = busy;
    const holding: (() => void)[] = [];
    const hold = (): Promise<void> =>
      db.transaction(IMPORTER, async () => new Promise<void>((resolve) => void holding.push(resolve)));
    const held = [hold(), hold()];
    await expect.poll(() => holding.length).toBe(2);
    const waiting = db.transaction(IMPORTER, (tx) => tx.execute(sql`select 1`));
    await expect(waiting).rejects.toMatchObject({
      code: "database_unavailable",
      message: expect.stringMatching(/connections?.*(busy|in use).*try again/i),
    });
    for (const end of holding) end();
    await Promise.all(held);
    expect(await db.transaction(IMPORTER, (tx) => tx.execute(sql`select 1`))).toBe(1);
  });

  async function open(over: { poolSize?: number; connectTimeoutMs?: number } = {}): Promise<ConnectedDatabase> {
    return connectDatabase({ databaseUrl, schema: database.schema, ...testFolders(), ...over });
  }
});

describeNative("a server that is full", () => {
  test("is said to be, and works again once others have left", async () => {
    await using cluster = await Cluster.start({ settings: { max_connections: 5, superuser_reserved_connections: 3 } });
    await cluster.admin("create role traveller login");
    const url = cluster.url({ user: "traveller" });
    const others = [new pg.Client(url), new pg.Client(url)];
    for (const other of others) await other.connect();
    const refused = connectDatabase({ databaseUrl: url, ...testFolders() });
    await expect(refused).rejects.toMatchObject({
      code: "database_unavailable",
      message: expect.stringMatching(/(takes no connection now|is taken).*try again/i),
      details: { sqlstate: "53300" },
    });
    for (const other of others) await other.end();
    await expect
      .poll(async () => (await connectDatabase({ databaseUrl: url, ...testFolders() })).close().then(() => "connected"))
      .toBe("connected");
  });
});

function closing(db: ConnectedDatabase): AsyncDisposable & { db: ConnectedDatabase } {
  return { db, [Symbol.asyncDispose]: () => db.close() };
}
