/** Reads that may lag go to a real streaming replica, and to the primary whenever the replica is no good. */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ConnectedDatabase, type ConnectOptions, connectDatabase } from "../../../db/connect.ts";
import { migrate } from "../../../db/migrate.ts";
import { createTripStore } from "../../../db/stores/trip-store.ts";
import type { Transaction } from "../../../db/transaction.ts";
import { runCli } from "../../server/run-cli.ts";
import { testFolders } from "../test-folders.ts";
import { Cluster, createDatabase, describeNative } from "./cluster.ts";

const SERVICE = { kind: "service" } as const;
/** Never behind within a test, so that only what a test does decides who answers. */
const PATIENT = { lagMs: 120_000, restMs: 300 };
const STRICT = { lagMs: 400, restMs: 300 };
/** After its rest, and after every write of ours. */
const SETTLED_MS = 10_000;

const whereSchema = z.object({ port: z.number(), isReadOnly: z.string() });
/** Which server answers: `inet_server_port` is its own. */
const where = async (tx: Transaction): Promise<number> =>
  (
    await tx.one(
      whereSchema,
      sql`select inet_server_port() as port, current_setting('transaction_read_only') as "isReadOnly"`,
    )
  ).port;

describeNative("with a replica", () => {
  let primary: Cluster;
  let replica: Cluster;
  let db: ConnectedDatabase;
  let url: string;
  const open = (over: Partial<ConnectOptions> = {}): Promise<ConnectedDatabase> => {
    const databaseReadUrl = replica.url({ database: "trips" });
    return connectDatabase({ databaseUrl: url, databaseReadUrl, readLimits: PATIENT, ...testFolders(), ...over });
  };
  const untilItAnswers = (port: number, on = db): Promise<void> =>
    expect.poll(() => on.read(SERVICE, where), { timeout: SETTLED_MS, interval: 50 }).toBe(port);

  beforeAll(async () => {
    // Copied with it: both write down what they are asked.
    primary = await Cluster.start({ settings: { log_statement: "'all'" } });
    url = await createDatabase(primary, "trips");
    const owner = await connectDatabase({ databaseUrl: url, ...testFolders() });
    await migrate(owner.migrations, { direction: "up" });
    await owner.close();
    replica = await Cluster.start({ replicaOf: primary });
    db = await open();
  });
  afterAll(async () => {
    await db?.close();
    await replica?.[Symbol.asyncDispose]();
    await primary?.[Symbol.asyncDispose]();
  });

  test("reads that may lag go to it, all else to the primary, and what is written arrives", async () => {
    await using strict = closing(await open({ readLimits: STRICT }));
    const { db } = strict;
    await untilItAnswers(replica.port, db);
    expect(await db.transaction(SERVICE, where)).toBe(primary.port);
    await db.transaction({ kind: "importer" }, (tx) =>
      tx.execute(
        sql`insert into exchange_rates (currency, per_euro, as_of, source) values ('XTS', 2, '2026-11-22', 'test')`,
      ),
    );
    const rate = (tx: Transaction): Promise<{ port: number } | null> =>
      tx.maybeOne(
        z.object({ port: z.number() }),
        sql`select inet_server_port() as port from exchange_rates where currency = 'XTS'`,
      );
    // From the primary at first, from the replica soon; never missing.
    const ports = new Set<number | undefined>();
    await expect
      .poll(
        async () => {
          const port = (await db.read(SERVICE, rate))?.port;
          ports.add(port);
          return port;
        },
        { timeout: SETTLED_MS },
      )
      .toBe(replica.port);
    expect(ports).toEqual(new Set([primary.port, replica.port]));
  });

  test("a traveller finds at once what they have just saved, others go on reading from the replica", async () => {
    const [writer, reader] = [randomUUID(), randomUUID()];
    await untilItAnswers(replica.port);
    await replica.admin("select pg_wal_replay_pause()");
    const addUser = (userId: string): Promise<number> =>
      db.transaction({ kind: "user", userId }, (tx) =>
        tx.execute(
          sql`insert into users (id, email, first_name, last_name) values (${userId}, ${`${userId}@example.org`}, 'A', 'B')`,
        ),
      );
    await addUser(writer);
    const own = await db.read({ kind: "user", userId: writer }, (tx) =>
      tx.many(z.object({ id: z.string(), port: z.number() }), sql`select id, inet_server_port() as port from users`),
    );
    expect(own).toEqual([{ id: writer, port: primary.port }]);
    expect(await db.read({ kind: "user", userId: reader }, where)).toBe(replica.port);
    await replica.admin("select pg_wal_replay_resume()");
  });

  test("the list of trips is read there, a trip from the primary", async () => {
    const trips = createTripStore({ db, userId: randomUUID(), newId: randomUUID });
    await untilItAnswers(replica.port);
    const asked = async (cluster: Cluster, work: () => Promise<unknown>): Promise<boolean> => {
      const before = cluster.log().length;
      await work();
      return /from (trips t|trip_summary)/.test(cluster.log().slice(before));
    };
    const list = (): Promise<unknown> => trips.listTrips(5);
    const get = (): Promise<void> =>
      expect(trips.getTrip(randomUUID())).rejects.toMatchObject({ code: "trip_not_found" });
    expect([await asked(replica, list), await asked(primary, list)]).toEqual([true, false]);
    expect([await asked(replica, get), await asked(primary, get)]).toEqual([false, true]);
  });

  test("a write inside such a read is refused, there and on the primary alike", async () => {
    const write = (tx: Transaction): Promise<number> => tx.execute(sql`delete from exchange_rates`);
    const refusal = { code: "internal", message: /read tried to write/, details: { sqlstate: "25006" } };
    await untilItAnswers(replica.port);
    await expect(db.read({ kind: "importer" }, write)).rejects.toMatchObject(refusal);
    await using alone = closing(await connectDatabase({ databaseUrl: url, ...testFolders() }));
    await expect(alone.db.read({ kind: "importer" }, write)).rejects.toMatchObject(refusal);
    // Not for want of the right to write.
    await expect(
      alone.db.transaction({ kind: "importer" }, (tx) => tx.execute(sql`delete from exchange_rates where false`)),
    ).resolves.toBe(0);
  });

  test("the program plans with it: searches are read there, and doctor says how far behind it is", async () => {
    const environment = { DATABASE_URL: url, DATABASE_READ_URL: replica.url({ database: "trips" }) };
    // The first start fills the catalogue, and for a moment reads it from where it wrote.
    expect(await runCli(["trips"], environment)).toMatchObject({ status: 0 });
    const before = replica.log().length;
    const planned = await runCli(["plan", "2 days in Lisbon from 2027-05-10, food"], environment);
    expect(planned).toMatchObject({ status: 0 });
    const asked = replica.log().slice(before);
    for (const source of ["find_city_names(", "attractions a", "countries"]) expect(asked).toContain(`from ${source}`);
    expect(asked).not.toMatch(/(insert into|update|delete from) \w/);
    const { stdout } = await runCli(["doctor"], environment);
    expect(stdout).toMatch(/✓ replica +answers reads that may lag; \d+\.\d s behind/);
  }, 180_000);

  test("one that is behind is left alone until it has caught up", async () => {
    await using strict = closing(await open({ readLimits: STRICT }));
    const { db } = strict;
    await untilItAnswers(replica.port, db);
    await replica.admin("select pg_wal_replay_pause()");
    await db.transaction(SERVICE, (tx) => tx.execute(sql`select pg_current_xact_id()`));
    await untilItAnswers(primary.port, db);
    expect(await db.readRoute?.lag()).toMatchObject({ isReplica: true });
    await replica.admin("select pg_wal_replay_resume()");
    await untilItAnswers(replica.port, db);
  });

  test("a statement that recovery cancels is answered by the primary", async () => {
    await replica.admin("alter system set max_standby_streaming_delay = 0");
    await replica.reload();
    await primary.admin("create table doomed (id int); insert into doomed values (1)", [], "trips");
    await primary.admin("grant select on doomed to tripwright_service", [], "trips");
    await untilItAnswers(replica.port);
    const ports: number[] = [];
    const answer = await db.read(SERVICE, async (tx) => {
      ports.push(await where(tx));
      await tx.many(z.object({ id: z.number() }), sql`select id from doomed`);
      if (ports.length === 1) {
        // The replica wants to take the lock that this transaction holds a part of.
        await primary.admin("truncate doomed", [], "trips");
        await tx.many(z.object({ slept: z.string() }), sql`select pg_sleep(5)::text as slept`);
      }
      return "answered";
    });
    expect(answer).toBe("answered");
    expect(ports).toEqual([replica.port, primary.port]);
  });

  test("one that lacks a new table leaves the answer to the primary", async () => {
    await untilItAnswers(replica.port);
    await replica.admin("select pg_wal_replay_pause()");
    await primary.admin(
      "create table brand_new (id int); grant select on brand_new to tripwright_service",
      [],
      "trips",
    );
    const rows = await db.read(SERVICE, (tx) => tx.many(z.object({ id: z.number() }), sql`select id from brand_new`));
    expect(rows).toEqual([]);
    await replica.admin("select pg_wal_replay_resume()");
    const unknown = db.read(SERVICE, (tx) => tx.many(z.object({ id: z.number() }), sql`select id from no_such_table`));
    await expect(unknown).rejects.toMatchObject({ details: { sqlstate: "42P01" } });
  });

  test("one that is down is done without, at the start too, and used again once it is back", async () => {
    await untilItAnswers(replica.port);
    const during = Promise.all(
      Array.from({ length: 20 }, () =>
        db.read(SERVICE, async (tx) => [await where(tx), await tx.execute(sql`select pg_sleep(0.5)`)]),
      ),
    );
    await replica.kill();
    expect(await during).toHaveLength(20);
    expect(await db.read(SERVICE, where)).toBe(primary.port);
    const told: string[] = [];
    const later = await open({ onProgress: (message) => told.push(message) });
    expect(told).toEqual([expect.stringContaining("replica does not answer")]);
    expect(await later.read(SERVICE, where)).toBe(primary.port);
    await later.close();
    await replica.start();
    await untilItAnswers(replica.port);
  });

  test("one that refuses the login is a mistake, and said at the start", async () => {
    const stranger = open({ databaseReadUrl: replica.url({ database: "trips", user: "nobody_at_all" }) });
    await expect(stranger).rejects.toMatchObject({
      code: "database_unavailable",
      message: expect.stringMatching(/refused the login.*nobody_at_all.*DATABASE_READ_URL/),
    });
  });

  test("a server that takes no writes any more says so, and is left for the next one", async () => {
    const databaseUrl = replica.url({ database: "trips" });
    await using demoted = closing(await connectDatabase({ databaseUrl, ...testFolders() }));
    const pids: number[] = [];
    const write = (): Promise<number> =>
      demoted.db.transaction({ kind: "importer" }, async (tx) => {
        pids.push((await tx.one(z.object({ pid: z.number() }), sql`select pg_backend_pid() as pid`)).pid);
        return tx.execute(sql`delete from exchange_rates`);
      });
    const refusal = {
      code: "database_unavailable",
      message: expect.stringMatching(/takes no writes.*Point DATABASE_URL at the primary/),
      details: { sqlstate: "25006" },
    };
    await expect(write()).rejects.toMatchObject(refusal);
    await expect(write()).rejects.toMatchObject(refusal);
    expect(new Set(pids).size).toBe(2);
  });
});

function closing(db: ConnectedDatabase): AsyncDisposable & { db: ConnectedDatabase } {
  return { db, [Symbol.asyncDispose]: () => db.close() };
}
