/**
 * Lives on a small disk (`SCENARIO DISK CACHE`), fills it, frees it, and says in one JSON document what it saw. It is
 * a process of its own because only those inside the namespace see the disk.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sql from "sql-template-tag";
import { type ConnectedDatabase, connectDatabase } from "../../../db/connect.ts";
import { findHost, stopHost } from "../../../db/embedded/ensure-host.ts";
import { migrate } from "../../../db/migrate.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import { audit, auditSweep } from "./audit.ts";
import { adminOf, checkFolder } from "./embedded-home.ts";
import { emptyDisk, fillDisk } from "./small-disk.ts";
import { type Acknowledgement, prepareWorkload, writeOneRun } from "./workload.ts";

const [scenario = "", disk = "", cacheDir = ""] = process.argv.slice(2);
const home = join(disk, "home");
const ledger: Acknowledgement[] = [];

const connect = (): Promise<ConnectedDatabase> => connectDatabase({ home, cacheDir, idleMs: 30_000 });

/** What a caller is told. */
async function said(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await work;
    return { code: "ok", message: "" };
  } catch (error) {
    if (error instanceof TripwrightError) return { code: error.code, message: error.message };
    return { code: "not ours", message: String(error) };
  }
}

async function prepare(): Promise<ConnectedDatabase> {
  const database = await connect();
  await migrate(database.migrations, { direction: "up" });
  await prepareWorkload(database);
  return database;
}

const write = (db: ConnectedDatabase): Promise<void> =>
  writeOneRun({ db, workerId: "a", acknowledge: (what) => ledger.push(what) });

async function writeForEver(db: ConnectedDatabase): Promise<never> {
  for (;;) await write(db);
}

async function open(work: (db: ConnectedDatabase) => Promise<unknown>): Promise<void> {
  const db = await connect();
  try {
    await work(db);
  } finally {
    await db.close();
  }
}

/** What a person sees who plans a trip now. */
function plan(): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, TRIPWRIGHT_HOME: home, TRIPWRIGHT_CACHE: cacheDir, TRIPWRIGHT_TODAY: "2026-11-22" };
  const words = ["plan", "4 days in Lisbon from 2027-05-10 for two, food and viewpoints"];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["server/cli.ts", ...words], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

async function soundness(db: ConnectedDatabase): Promise<object> {
  const admin = adminOf(db);
  const findings = [...(await audit(admin, ledger)), ...(await auditSweep(db, admin))];
  await db.close();
  const storage = await checkFolder(home, cacheDir);
  return { findings: [...findings, ...storage.findings], indexes: storage.indexes, acknowledged: ledger.length };
}

/** Tables cannot grow: an ordinary error, and reading goes on. */
async function tables(): Promise<object> {
  const db = await prepare();
  await write(db);
  fillDisk(disk, 1_000_000);
  const refusals = [await said(writeForEver(db)), await said(write(db)), await said(write(db))];
  const reading = await said(adminOf(db)("select count(*) from itineraries"));
  const planned = plan();
  const host = await findHost(home);
  emptyDisk(disk);
  const afterwards = await said(write(db));
  const isSameHost = (await findHost(home))?.pid === host?.pid;
  return { refusals, reading, planned, afterwards, isSameHost, ...(await soundness(db)) };
}

/** The write-ahead log cannot grow: the engine ends itself, and cannot open again until there is space. */
async function log(): Promise<object> {
  const db = await prepare();
  await write(db);
  const host = await findHost(home);
  fillDisk(disk, 3_000_000);
  const fillLog = (): Promise<unknown> =>
    db.transaction({ kind: "service" }, (tx) =>
      tx.execute(sql`select pg_logical_emit_message(true, 'filler', repeat('x', 1000000))`),
    );
  let refusal = await said(fillLog());
  while (refusal.code === "ok") refusal = await said(fillLog());
  const refusals = [refusal, ...(await Promise.all([said(write(db)), said(write(db)), said(write(db))]))];
  const planned = plan();
  emptyDisk(disk);
  const afterwards = await said(write(db));
  const isSameHost = (await findHost(home))?.pid === host?.pid;
  return { refusals, planned, afterwards, isSameHost, ...(await soundness(db)) };
}

/** Whatever there is no space for: the lock, the log, the record, the files of the database, the engine's own. */
async function firstStart(): Promise<object> {
  const refusals = [];
  for (const leave of [0, 16_384, 1_000_000, 30_000_000, 62_000_000]) {
    fillDisk(disk, leave);
    // Should it open, then its tables are what there is no space for.
    refusals.push({ leave, ...(await said(open((db) => migrate(db.migrations, { direction: "up" })))) });
    await stopHost(home);
  }
  fillDisk(disk, 16_384);
  const planned = plan();
  emptyDisk(disk);
  const db = await prepare();
  const afterwards = await said(write(db));
  const leftOvers = readdirSync(home).filter((name) => /new-|host\.json\./.test(name));
  return { refusals, planned, afterwards, leftOvers, ...(await soundness(db)) };
}

/** A host that was there before finds the disk full when it starts again. */
async function laterStart(): Promise<object> {
  const before = await prepare();
  await write(before);
  await before.close();
  await stopHost(home);
  const refusals = [];
  for (const leave of [0, 8_192, 100_000]) {
    fillDisk(disk, leave);
    refusals.push({ leave, ...(await said(open(writeForEver))) });
    await stopHost(home);
  }
  fillDisk(disk, 0);
  const planned = plan();
  emptyDisk(disk);
  const db = await connect();
  const afterwards = await said(write(db));
  return { refusals, planned, afterwards, ...(await soundness(db)) };
}

const scenarios: Readonly<Record<string, () => Promise<object>>> = { tables, log, firstStart, laterStart };
process.stdout.write(JSON.stringify((await scenarios[scenario]?.()) ?? null));
