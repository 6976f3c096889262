/**
 * `kill -9` inside a real server while programs write, a hundred times: of one of its backends, which has the whole server
 * recover, and now and then of all of it, or of a writer. Nothing acknowledged is lost, and nothing is there by halves.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFailed, onTestFinished, test } from "vitest";
import { connectDatabase } from "../../../db/connect.ts";
import { migrate } from "../../../db/migrate.ts";
import { Cluster, createDatabase, describeNative } from "../native/cluster.ts";
import { testFolders } from "../test-folders.ts";
import { type Admin, audit, auditStorage, auditSweep } from "./audit.ts";
import { seededRandom } from "./random.ts";
import { prepareWorkload } from "./workload.ts";
import { Writer } from "./writer.ts";

const KILLS = Number(process.env.FAULT_KILLS ?? 100);
const WRITERS = 3;
const NAME = "faults";

describeNative("a server that is killed while programs write", () => {
  let cluster: Cluster;
  let databaseUrl = "";
  beforeAll(async () => {
    cluster = await Cluster.start();
    databaseUrl = await createDatabase(cluster, NAME);
    const database = await connectDatabase({ databaseUrl, ...testFolders() });
    await migrate(database.migrations, { direction: "up" });
    await prepareWorkload(database);
    await database.close();
  });
  afterAll(() => cluster?.[Symbol.asyncDispose]());

  /** The server may be recovering from the kill before. */
  const admin: Admin = async (text, values) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await cluster.admin(text, values, NAME);
      } catch (error) {
        if (attempt === 100) throw error;
        await sleep(50);
      }
    }
  };

  async function killBackend(): Promise<void> {
    const [backend] = await admin(
      "select pid from pg_stat_activity where application_name = 'tripwright' order by (state = 'active') desc, random() limit 1",
    );
    if (backend !== undefined) process.kill(Number(backend.pid), "SIGKILL");
  }

  test(`${KILLS} times loses nothing that was acknowledged`, { timeout: 1_200_000 }, async () => {
    const random = seededRandom();
    onTestFailed(() => {
      process.stderr.write(`FAULT_SEED=${random.seed}\n${cluster.log().slice(-2_000)}\n`);
    });
    const writers = Array.from({ length: WRITERS }, () => new Writer({ databaseUrl, ...testFolders() }));
    onTestFinished(async () => {
      await Promise.all(writers.map((writer) => writer.kill()));
    });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const writer = writers[kill % WRITERS];
      await writer?.writes(1 + Math.floor(random.next() * 8));
      expect(
        await audit(
          admin,
          writers.flatMap(({ ledger }) => ledger),
        ),
        `before kill ${kill}`,
      ).toEqual([]);
      await sleep(random.next() * 10);
      if (kill % 10 === 0) {
        await cluster.kill();
        await cluster.start();
      } else await killBackend();
      if (random.next() < 0.1) await writer?.restart();
    }
    await Promise.all(writers.map((writer) => writer.writes(1)));
    await Promise.all(writers.map((writer) => writer.kill()));
    const ledger = writers.flatMap((writer) => writer.ledger);
    expect(await audit(admin, ledger)).toEqual([]);
    await using database = Object.assign(await connectDatabase({ databaseUrl, ...testFolders() }), {
      [Symbol.asyncDispose]: () => database.close(),
    });
    expect(await auditSweep(database, admin)).toEqual([]);
    const { findings, indexes } = await auditStorage(admin);
    expect(findings).toEqual([]);
    expect(indexes).toBeGreaterThan(100);
    const refusals = writers.flatMap((writer) => writer.refusals);
    expect(refusals.filter(({ code }) => code !== "database_unavailable")).toEqual([]);
    expect(ledger.length).toBeGreaterThan(KILLS);
  });
});
