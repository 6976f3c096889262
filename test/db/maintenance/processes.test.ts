/** Real processes at the same rows: together they do what one would, and one that is killed costs nothing. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { testFolders } from "../test-folders.ts";
import { idsInTable, insertActivities, insertLogs, insertUser, makePartitions, openArchiveFolder } from "./old-rows.ts";

const NOW = "2026-11-22T10:00:00Z";
const MONTHS = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, "0")}-01`);

let database: TestDatabase;
let ids: string[] = [];
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
beforeEach(async () => {
  await database.admin("delete from archived_partitions");
  const userId = await insertUser(database);
  // Half of the months have partitions of their own.
  for (const table of ["external_api_logs", "user_activities"] as const) {
    await makePartitions(database, table, MONTHS.slice(6));
  }
  const at = MONTHS.flatMap((month) => [`${month}T01:00:00Z`, `${month}T02:00:00Z`]);
  ids = [...(await insertActivities(database, userId, at)), ...(await insertLogs(database, at))].toSorted();
});
afterAll(() => database?.close());

function start(folder: string): ChildProcess {
  const databaseUrl = process.env.TEST_DATABASE_URL || undefined;
  const options = { databaseUrl, ...testFolders(), schema: database.schema, folder, now: NOW };
  const script = new URL("maintain-process.ts", import.meta.url).pathname;
  return spawn(process.execPath, [decodeURIComponent(script), JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const reportSchema = z.object({
  duties: z.array(
    z.object({ duty: z.string(), outcome: z.enum(["done", "busy"]), counts: z.record(z.string(), z.number()) }),
  ),
});

async function archivedBy(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error("the child has no output");
  const [output] = await Promise.all([text(child.stdout), once(child, "close")]);
  const { duties } = reportSchema.parse(JSON.parse(output.trimEnd().split("\n").at(-1) ?? ""));
  return duties.find(({ duty }) => duty === "archive")?.counts.rows ?? 0;
}

const left = async (): Promise<string[]> => [
  ...(await idsInTable(database, "user_activities")),
  ...(await idsInTable(database, "external_api_logs")),
];

test("two at once archive every row once", async () => {
  await using store = await openArchiveFolder();
  const counts = await Promise.all([archivedBy(start(store.folder)), archivedBy(start(store.folder))]);
  expect(await store.ids()).toEqual(ids);
  expect(await left()).toEqual([]);
  expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(ids.length);
  expect(await store.archive.list("")).toHaveLength(2 * MONTHS.length);
}, 180_000);

test("one that is killed at any moment loses nothing and leaves nothing behind that the next does not mend", async () => {
  await using store = await openArchiveFolder();
  for (const months of [1, 2, 3, 5]) {
    const child = start(store.folder);
    const closed = once(child, "close");
    let seen = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      seen += chunk.toString().split("Archiving").length - 1;
      // Somewhere in that month's steps, another somewhere each time.
      if (seen >= months) setTimeout(() => child.kill("SIGKILL"), months * 3);
    });
    await closed;
    const archived = await database.admin("select object_name from archived_partitions where state = 'archived'");
    const lines = await Promise.all(archived.map(({ object_name }) => store.linesOf(String(object_name))));
    const recorded = lines.flat().map((line) => z.object({ id: z.string() }).parse(JSON.parse(line)).id);
    expect([...recorded, ...(await left())].toSorted()).toEqual(ids);
  }
  await archivedBy(start(store.folder));
  expect(await store.ids()).toEqual(ids);
  expect(await left()).toEqual([]);
  const names = await database.admin("select object_name from archived_partitions where state = 'archived'");
  expect(await store.archive.list("")).toEqual(names.map(({ object_name }) => String(object_name)).toSorted());
}, 180_000);
