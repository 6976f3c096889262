/** The server goes and comes back under load: clients find it again by themselves, and what they were told is true. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConnectedDatabase, connectDatabase } from "../../../db/connect.ts";
import { findHost, stopHost } from "../../../db/embedded/ensure-host.ts";
import { migrate } from "../../../db/migrate.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import { Cluster, createDatabase, describeNative } from "../native/cluster.ts";
import { testFolders } from "../test-folders.ts";
import { type Admin, audit, auditSweep } from "./audit.ts";
import { adminOf } from "./embedded-home.ts";
import { type Acknowledgement, prepareWorkload, writeOneRun } from "./workload.ts";

const WRITERS = 4;
const LIMIT = { timeout: 600_000 } as const;

/** Writers in this process, on one pool, until told to stop. */
class Load {
  readonly ledger: Acknowledgement[] = [];
  readonly refusals: TripwrightError[] = [];
  readonly #db: ConnectedDatabase;
  readonly #writers: Promise<void>[];
  #isOver = false;
  #news = Promise.withResolvers<void>();

  constructor(db: ConnectedDatabase) {
    this.#db = db;
    this.#writers = Array.from({ length: WRITERS }, (_, index) => this.#write(`writer ${index}`));
  }

  /** Until every writer has had its chance, after this moment. */
  async goesOn(): Promise<void> {
    const wanted = this.ledger.length + WRITERS * 8;
    while (this.ledger.length < wanted) await this.#news.promise;
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#writers);
  }

  async #write(workerId: string): Promise<void> {
    const acknowledge = (what: Acknowledgement): void => {
      this.ledger.push(what);
      this.#news.resolve();
      this.#news = Promise.withResolvers();
    };
    while (!this.#isOver) {
      try {
        await writeOneRun({ db: this.#db, workerId, acknowledge });
      } catch (error) {
        if (!(error instanceof TripwrightError)) throw error;
        this.refusals.push(error);
      }
    }
  }
}

async function expectSound(load: Load, db: ConnectedDatabase, admin: Admin): Promise<void> {
  await load.end();
  expect(await audit(admin, load.ledger)).toEqual([]);
  expect(await auditSweep(db, admin)).toEqual([]);
  for (const { code, details } of load.refusals) {
    expect([code, details.isOutcomeKnown ?? false]).toEqual(["database_unavailable", false]);
  }
}

describeNative("a PostgreSQL server", () => {
  let cluster: Cluster;
  let db: ConnectedDatabase;
  const admin: Admin = (text, values) => cluster.admin(text, values, "faults");
  beforeAll(async () => {
    cluster = await Cluster.start({ settings: { fsync: "on" } });
    db = await connectDatabase({ databaseUrl: await createDatabase(cluster, "faults"), ...testFolders() });
    await migrate(db.migrations, { direction: "up" });
    await prepareWorkload(db);
  });
  afterAll(async () => {
    await db?.close();
    await cluster?.[Symbol.asyncDispose]();
  });

  test.each(["fast", "immediate"] as const)(
    "that restarts (%s) under load is found again by its clients",
    LIMIT,
    async (mode) => {
      const load = new Load(db);
      for (let round = 0; round < 4; round += 1) {
        await load.goesOn();
        await cluster.restart(mode);
      }
      await load.goesOn();
      await expectSound(load, db, admin);
    },
  );

  test("that stays away is told within seconds, and found again when it is back", LIMIT, async () => {
    const load = new Load(db);
    await load.goesOn();
    await cluster.stop("immediate");
    await expect.poll(() => load.refusals.length, { timeout: 180_000 }).toBeGreaterThan(WRITERS);
    const away = load.refusals.at(-1);
    expect(away?.message).toContain("No PostgreSQL answered at 127.0.0.1:");
    await cluster.start();
    await load.goesOn();
    await expectSound(load, db, admin);
  });
});

describe.skipIf(process.env.TEST_DATABASE_URL)("the built-in database", () => {
  let root = "";
  let home = "";
  let db: ConnectedDatabase;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "tripwright-restarts-"));
    home = join(root, "home");
    db = await connectDatabase({ ...testFolders(), home, idleMs: 30_000 });
    await migrate(db.migrations, { direction: "up" });
    await prepareWorkload(db);
  });
  afterAll(async () => {
    await db?.close();
    await stopHost(home);
    await rm(root, { recursive: true, force: true });
  });

  test("stopped and killed under load is started again by whoever needs it", LIMIT, async () => {
    const load = new Load(db);
    for (const end of ["stopped", "killed", "stopped", "killed"]) {
      await load.goesOn();
      const host = await findHost(home);
      if (end === "stopped") await stopHost(home);
      else process.kill(host?.pid ?? 0, "SIGKILL");
      await load.goesOn();
      expect((await findHost(home))?.pid).not.toBe(host?.pid);
    }
    await expectSound(load, db, adminOf(db));
  });
});
