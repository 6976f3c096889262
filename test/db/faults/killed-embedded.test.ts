/**
 * `kill -9` of the built-in database's process while a program writes, again and again, also while it recovers from the
 * one before; now and then it hits the writer. Nothing acknowledged is lost, and nothing is there by halves.
 */
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFailed, onTestFinished, test } from "vitest";
import { z } from "zod";
import { connectDatabase } from "../../../db/connect.ts";
import { stopHost } from "../../../db/embedded/ensure-host.ts";
import { migrate } from "../../../db/migrate.ts";
import { testFolders } from "../test-folders.ts";
import { audit, auditSweep } from "./audit.ts";
import { adminOf, checkFolder } from "./embedded-home.ts";
import { type Random, seededRandom } from "./random.ts";
import { prepareWorkload } from "./workload.ts";
import { Writer } from "./writer.ts";

/** In the middle of writing. A start takes a second and a half of a processor, so `.ci/run` asks for the hundred. */
const KILLS = Number(process.env.FAULT_KILLS ?? 25);
/** Each has a host and a writer of its own, all at once: a host that starts keeps one processor busy. */
const HOMES = 2;
const { cacheDir } = testFolders();

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "tripwright-killed-"));
  const home = join(root, "home-0");
  const database = await connectDatabase({ home, cacheDir });
  await migrate(database.migrations, { direction: "up" });
  await prepareWorkload(database);
  await database.close();
  await stopHost(home);
  for (let index = 1; index < HOMES; index += 1) await cp(home, join(root, `home-${index}`), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const recordSchema = z.object({ pid: z.int() });

async function hostPid(home: string): Promise<number> {
  return recordSchema.parse(JSON.parse(await readFile(join(home, "host.json"), "utf8"))).pid;
}

function killNow(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}

interface Tally {
  kills: number;
  killsWhileStarting: number;
  writerKills: number;
  acknowledged: number;
  refused: number;
}

/** Kills, in one home, until there were enough of them in all. */
async function torment(home: string, random: Random, tally: Tally): Promise<void> {
  const writer = new Writer({ home, cacheDir });
  onTestFinished(() => writer.kill());
  const auditor = await connectDatabase({ home, cacheDir, idleMs: 30_000 });
  const admin = adminOf(auditor);
  while (tally.kills < KILLS) {
    await writer.writes(1 + Math.floor(random.next() * 12));
    const known = writer.ledger.slice();
    expect(await audit(admin, known), `after ${tally.kills} kills`).toEqual([]);
    await sleep(random.next() * 25);
    const pid = await hostPid(home);
    if (killNow(pid)) tally.kills += 1;
    if (random.next() < 0.2) {
      await writer.restart();
      tally.writerKills += 1;
    }
    if (random.next() < 0.5) {
      // A part of the way through the start of the next one, which is the recovery of this one.
      await expect.poll(() => hostPid(home), { timeout: 180_000, interval: 10 }).not.toBe(pid);
      await sleep(random.next() * 1_000);
      if (killNow(await hostPid(home))) tally.killsWhileStarting += 1;
    }
  }
  await writer.writes(1);
  await writer.kill();
  expect(await audit(admin, writer.ledger)).toEqual([]);
  expect(await auditSweep(auditor, admin)).toEqual([]);
  await auditor.close();
  const { findings, indexes } = await checkFolder(home, cacheDir);
  expect(findings).toEqual([]);
  expect(indexes).toBeGreaterThan(100);
  expect(writer.refusals.filter(({ code }) => code !== "database_unavailable")).toEqual([]);
  tally.acknowledged += writer.ledger.length;
  tally.refused += writer.refusals.length;
}

describe.skipIf(process.env.TEST_DATABASE_URL)("a host that is killed while a program writes", () => {
  test(`${KILLS} times loses nothing that was acknowledged`, { timeout: 1_200_000 }, async () => {
    const random = seededRandom();
    onTestFailed(() => {
      process.stderr.write(`FAULT_SEED=${random.seed}\n`);
    });
    const tally: Tally = { kills: 0, killsWhileStarting: 0, writerKills: 0, acknowledged: 0, refused: 0 };
    const homes = Array.from({ length: HOMES }, (_, index) => join(root, `home-${index}`));
    await Promise.all(homes.map((home) => torment(home, random, tally)));
    expect(tally.kills).toBeGreaterThanOrEqual(KILLS);
    expect(tally.acknowledged).toBeGreaterThan(KILLS);
    process.stdout.write(`${JSON.stringify(tally)}\n`);
  });
});
