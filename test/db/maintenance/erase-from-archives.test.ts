/** A traveller who is erased leaves the archives too, and nobody else does. */
import { readdir } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createFolderArchive } from "../../../db/archives/folder-archive.ts";
import { type EraseContext, eraseFromArchives } from "../../../db/maintenance/erase-from-archives.ts";
import type { Archive } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { idsInTable, insertActivities, insertUser, openArchiveFolder, runMaintenance } from "./old-rows.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const MONTHS = ["2024-01-05T00:00:00Z", "2024-02-05T00:00:00Z"];

let database: TestDatabase;
let ada = "";
let bob = "";
let eve = "";
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
beforeEach(async () => {
  await database.admin("delete from archived_partitions");
  await database.admin("delete from user_activities");
  [ada, bob, eve] = [await insertUser(database), await insertUser(database), await insertUser(database)];
});
afterAll(() => database?.close());

const contextFor = (archive: Archive | null): EraseContext => ({
  db: database.db,
  archive,
  signal: AbortSignal.timeout(60_000),
  workerId: `test:${process.pid}`,
  isWorkerAlive: () => true,
});
const records = (): Promise<Record<string, unknown>[]> =>
  database.admin("select state, row_count::int, location from archived_partitions order by month, state");

test("their lines go, everybody else's stay, and the record follows", async () => {
  await using store = await openArchiveFolder();
  await insertActivities(database, ada, MONTHS);
  const others = await insertActivities(database, bob, [MONTHS[0] ?? ""]);
  others.push(...(await insertActivities(database, eve, MONTHS)));
  // Named in somebody else's details, which are not hers.
  await database.admin("update user_activities set details = jsonb_build_object('met', $1::text) where user_id = $2", [
    ada,
    eve,
  ]);
  await runMaintenance(database, { archive: store.archive, now: NOW });

  const erasure = await eraseFromArchives(contextFor(store.archive), ada);
  expect(erasure).toEqual({ rewritten: 2, linesRemoved: 2, unreachable: [] });
  expect(await store.ids()).toEqual(others.toSorted());
  const files = await store.archive.list("");
  expect(await records()).toEqual([
    { state: "archived", row_count: 2, location: expect.stringContaining("2024_01") },
    { state: "archived", row_count: 1, location: expect.stringContaining("2024_02") },
  ]);
  expect((await records()).map(({ location }) => String(location)).toSorted()).toEqual(
    files.map((name) => store.archive.location(name)).toSorted(),
  );
  expect(await eraseFromArchives(contextFor(store.archive), ada)).toEqual({
    rewritten: 0,
    linesRemoved: 0,
    unreachable: [],
  });
  expect(await store.archive.list("")).toEqual(files);
});

test("a file that was all theirs goes altogether", async () => {
  await using store = await openArchiveFolder();
  await insertActivities(database, ada, MONTHS);
  await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(await eraseFromArchives(contextFor(store.archive), ada)).toMatchObject({ rewritten: 2, linesRemoved: 2 });
  expect(await readdir(store.folder, { recursive: true })).toEqual(["user_activities"]);
  expect(await records()).toEqual([]);
});

test("two erasures at once both take", async () => {
  await using store = await openArchiveFolder();
  await insertActivities(database, ada, MONTHS);
  await insertActivities(database, bob, MONTHS);
  const others = await insertActivities(database, eve, MONTHS);
  await runMaintenance(database, { archive: store.archive, now: NOW });
  await Promise.all([
    eraseFromArchives(contextFor(store.archive), ada),
    eraseFromArchives(contextFor(store.archive), bob),
  ]);
  expect(await store.ids()).toEqual(others.toSorted());
  expect((await records()).filter(({ state }) => state === "archived")).toHaveLength(2);
  expect(await store.archive.list("")).toHaveLength(2);
});

test("an erasure that breaks off leaves every line in one file, and the next one ends it", async () => {
  await using store = await openArchiveFolder();
  await insertActivities(database, ada, MONTHS);
  const others = await insertActivities(database, eve, MONTHS);
  await runMaintenance(database, { archive: store.archive, now: NOW });
  const before = await store.ids();
  const broken: Archive = { ...store.archive, put: () => Promise.reject(new Error("no room")) };
  await expect(eraseFromArchives(contextFor(broken), ada)).rejects.toThrow("no room");
  expect(await store.ids()).toEqual(before);
  const stuck: Archive = { ...store.archive, remove: () => Promise.reject(new Error("no rights")) };
  await expect(eraseFromArchives(contextFor(stuck), ada)).rejects.toThrow("no rights");
  await eraseFromArchives(contextFor(store.archive), ada);
  expect(await store.ids()).toEqual(others.toSorted());
});

test("an account that goes while its month is archived is in no file afterwards", async () => {
  await using store = await openArchiveFolder();
  await insertActivities(database, ada, MONTHS);
  const others = await insertActivities(database, eve, MONTHS);
  let isFirst = true;
  const archive: Archive = {
    ...store.archive,
    async put(name, content, proof, signal) {
      await store.archive.put(name, content, proof, signal);
      if (!isFirst) return;
      isFirst = false;
      await database.admin("delete from users where id = $1", [ada]);
      await eraseFromArchives(contextFor(store.archive), ada);
    },
  };
  await runMaintenance(database, { archive, now: NOW });
  await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(await store.ids()).toEqual(others.toSorted());
  expect(await idsInTable(database, "user_activities")).toEqual([]);
});

test("an archive that is not at hand is named, for the erasure is not complete", async () => {
  await using store = await openArchiveFolder();
  await insertActivities(database, ada, [MONTHS[0] ?? ""]);
  await runMaintenance(database, { archive: store.archive, now: NOW });
  const [name = ""] = await store.archive.list("");
  for (const archive of [null, createFolderArchive(`${store.folder}/other`)]) {
    const { unreachable, linesRemoved } = await eraseFromArchives(contextFor(archive), ada);
    expect({ unreachable, linesRemoved }).toEqual({ unreachable: [store.archive.location(name)], linesRemoved: 0 });
  }
  expect(gunzipSync(await buffer(store.archive.get(name, AbortSignal.timeout(5000)))).toString()).toContain(ada);
});
