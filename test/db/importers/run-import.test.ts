/** An import that is stopped or killed anywhere goes on where it was, and ends in the rows of one that was not. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ImportOptions, type ImportSummary, runImport } from "../../../db/importers/run-import.ts";
import type { RecordFile } from "../../../db/importers/source-record.ts";
import { createLocalEmbedder } from "../../../providers/embeddings/local-embedding.ts";
import { emptyWorld, makeWorld } from "../conflation/small-world.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { generatedFile } from "./generated-file.ts";

const COUNT = 400;
const BATCH = 40;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  await makeWorld(database);
});
afterAll(() => database?.close());
beforeEach(async () => {
  await emptyWorld(database);
  for (const table of ["lodgings", "city_areas", "import_runs"]) await database.admin(`delete from ${table}`);
  await database.admin("delete from cities where name like 'Town %'");
});

function importFile(file: RecordFile, changes: Partial<ImportOptions> = {}): Promise<ImportSummary> {
  return runImport(database.db, file, {
    path: "generated.osm",
    fingerprint: "generated",
    batchSize: BATCH,
    signal: new AbortController().signal,
    onProgress: () => {},
    embedder: createLocalEmbedder(),
    ...changes,
  });
}

/** All that an import writes, but for when. */
async function rows(): Promise<Record<string, unknown>[]> {
  const tables = [
    "cities",
    "city_names",
    "city_areas",
    "attractions",
    "place_records",
    "lodgings",
    "attraction_embeddings",
  ];
  const found = await Promise.all(
    tables.map((table) =>
      database.admin(`
        select '${table}' as of, to_jsonb(t) - array['created_at', 'updated_at'] as row from ${table} t order by to_jsonb(t) - array['created_at', 'updated_at']`),
    ),
  );
  return found.flat();
}

test("a file comes in, and the same file again changes nothing", async () => {
  const first = await importFile(generatedFile(COUNT));
  expect(first).toMatchObject({ status: "finished", records: COUNT, resumedAt: 0, newCities: 10 });
  expect(first.outcome.skipped["no name"]).toBe(10);
  expect(first.outcome.hoursNotUnderstood).toBeGreaterThan(10);
  const [{ places } = {}] = await database.admin("select count(*)::int as places from attractions");
  expect(first.embedded).toBe(places);
  const before = await rows();
  expect(await importFile(generatedFile(COUNT))).toMatchObject({ status: "already", outcome: first.outcome });
  const again = await importFile(generatedFile(COUNT), { again: true });
  expect(again.outcome).toMatchObject({ new: 0, changed: 0, merged: 0 });
  const asOtherFile = await importFile(generatedFile(COUNT), { fingerprint: "another" });
  expect(asOtherFile.outcome).toMatchObject({ new: 0, changed: 0, merged: 0 });
  expect(await rows()).toEqual(before);
});

test("stopped anywhere, it says so and goes on where it was", async () => {
  const undisturbed = await importFile(generatedFile(COUNT));
  const before = await rows();
  await emptyWorld(database);
  for (const table of ["lodgings", "city_areas", "import_runs"]) await database.admin(`delete from ${table}`);
  await database.admin("delete from cities where name like 'Town %'");
  let summary: ImportSummary;
  let starts = 0;
  do {
    const stop = new AbortController();
    let read = 0;
    const file = generatedFile(COUNT, () => {
      read += 1;
      if (read === 130 * (starts + 1)) stop.abort(new Error("stop"));
    });
    summary = await importFile(file, { signal: stop.signal });
    starts += 1;
  } while (summary.status === "stopped");
  expect(starts).toBeGreaterThan(2);
  expect(summary).toMatchObject({ status: "finished", records: COUNT });
  expect(summary.outcome).toEqual(undisturbed.outcome);
  expect(await rows()).toEqual(before);
});

test("a file that breaks off says what is wrong, keeps what came before, and the mended one goes on anew", async () => {
  const broken: RecordFile = {
    ...generatedFile(COUNT),
    async *records(options) {
      let read = 0;
      for await (const record of generatedFile(COUNT).records(options)) {
        if (++read > 100) throw new Error("cut off at byte 100");
        yield record;
      }
    },
  };
  await expect(importFile(broken, { fingerprint: "broken" })).rejects.toThrow("cut off at byte 100");
  const [run] = await database.admin("select status, records_done::int as done from import_runs");
  expect(run).toEqual({ status: "running", done: 80 });
  const mended = await importFile(generatedFile(COUNT), { fingerprint: "mended" });
  expect(mended.status).toBe("finished");
});

/** Resolves when the process is gone; it is killed when it has said as many lines. */
async function importInProcess(killAfterLines: number): Promise<boolean> {
  const script = join(import.meta.dirname, "import-child.ts");
  const child = spawn(process.execPath, [script, database.schema, String(COUNT), String(BATCH)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let lines = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    lines += chunk.toString().split("\n").length - 1;
    if (lines >= killAfterLines) child.kill("SIGKILL");
  });
  await once(child, "close");
  return child.signalCode === "SIGKILL";
}

test("killed at any moment, it ends in the same rows", { timeout: 180_000 }, async () => {
  await importFile(generatedFile(COUNT));
  const before = await rows();
  await emptyWorld(database);
  for (const table of ["lodgings", "city_areas", "import_runs"]) await database.admin(`delete from ${table}`);
  await database.admin("delete from cities where name like 'Town %'");
  // In the first batch, in the middle, while settling and while embedding.
  const killed = [];
  for (const lines of [1, 3, 4, 1, 2]) killed.push(await importInProcess(lines));
  expect(killed).toContain(true);
  expect(await importInProcess(Number.POSITIVE_INFINITY)).toBe(false);
  const [run] = await database.admin("select status, records_done::int as done from import_runs");
  expect(run).toEqual({ status: "finished", done: COUNT });
  expect(await rows()).toEqual(before);
});
