/** Old months go into the archive, whole, once and verified, and never without one. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Archive } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import {
  countsOf,
  idsInTable,
  insertActivities,
  insertLogs,
  insertUser,
  isoOf,
  makePartitions,
  openArchiveFolder,
  runMaintenance,
} from "./old-rows.ts";

const NOW = new Date("2026-11-22T10:00:00Z");

let database: TestDatabase;
let userId = "";
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  userId = await insertUser(database);
});
beforeEach(async () => {
  await database.admin("delete from archived_partitions");
  await database.admin("delete from user_activities");
  await database.admin("delete from external_api_logs");
});
afterAll(() => database?.close());

const partitions = async (): Promise<string[]> =>
  (
    await database.admin(
      `select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relispartition
       and c.relkind = 'r' order by 1`,
    )
  ).map(({ relname }) => String(relname));

test("logs leave after ninety days, activities after a year, and only by whole months", async () => {
  await using store = await openArchiveFolder();
  await makePartitions(database, "external_api_logs", ["2026-06-01", "2026-07-01", "2026-08-01"]);
  await makePartitions(database, "user_activities", ["2025-10-01", "2025-11-01"]);
  const [june = "", july = "", august = ""] = await insertLogs(database, [
    "2026-06-30T23:59:59.123456Z",
    "2026-07-01T00:00:00Z",
    "2026-08-01T00:00:00Z",
  ]);
  const [october = "", november = ""] = await insertActivities(database, userId, [
    "2025-10-31T23:59:59.999999Z",
    "2025-11-01T00:00:00Z",
  ]);

  const report = await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(countsOf(report, "archive")).toEqual({ archived: 3, rows: 3, kept: 0, cleared: 0 });
  expect(await store.ids()).toEqual([june, july, october].toSorted());
  expect(await idsInTable(database, "external_api_logs")).toEqual([august]);
  expect(await idsInTable(database, "user_activities")).toEqual([november]);
  expect(await partitions()).toEqual(expect.arrayContaining(["external_api_logs_2026_08", "user_activities_2025_11"]));
  expect((await partitions()).filter((name) => /2026_0[67]|2025_10/.test(name))).toEqual([]);
  const records = await database.admin(
    `select partition_name, state, row_count::int, location, sha256 is not null as hashed, archived_at
     from archived_partitions order by month`,
  );
  expect(records).toMatchObject([
    { partition_name: "user_activities_2025_10", state: "archived", row_count: 1, hashed: true, archived_at: NOW },
    { partition_name: "external_api_logs_2026_06" },
    { partition_name: "external_api_logs_2026_07" },
  ]);
  expect(String(records[0]?.location)).toMatch(
    /^file:\/\/\/.*\/user_activities\/user_activities_2025_10\..*\.jsonl\.gz$/,
  );

  const again = await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(countsOf(again, "archive")).toEqual({ archived: 0, rows: 0, kept: 0, cleared: 0 });
  expect(await store.ids()).toHaveLength(3);
});

test("without an archive nothing goes, and the report names what stayed", async () => {
  await makePartitions(database, "user_activities", ["2025-09-01"]);
  const kept = await insertActivities(database, userId, ["2025-09-10T00:00:00Z", "2024-02-01T00:00:00Z"]);
  const report = await runMaintenance(database, { archive: null, now: NOW });
  expect(countsOf(report, "archive")).toEqual({ archived: 0, rows: 0, kept: 2, cleared: 0 });
  expect(report.duties.find(({ duty }) => duty === "archive")?.notes?.join("\n")).toMatch(
    /user_activities of 2025-09.*no archive is configured[\s\S]*user_activities of 2024-02/,
  );
  expect(await idsInTable(database, "user_activities")).toEqual(kept.toSorted());
});

test("an archive can be read back into a table, to the last digit and character", async () => {
  await using store = await openArchiveFolder();
  await insertActivities(database, userId, ["2024-05-06T07:08:09.123456Z", "2024-05-07T00:00:00Z"]);
  const before = await database.admin("select id, to_jsonb(a) as row from user_activities a order by id");
  await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(await idsInTable(database, "user_activities")).toEqual([]);
  const [name = ""] = await store.archive.list("user_activities/");
  await database.admin(
    `insert into user_activities
     select (jsonb_populate_record(null::user_activities, line::jsonb)).* from unnest($1::text[]) line`,
    [await store.linesOf(name)],
  );
  expect(await database.admin("select id, to_jsonb(a) as row from user_activities a order by id")).toEqual(before);
});

test("rows that come late for a month that has gone are archived beside it", async () => {
  await using store = await openArchiveFolder();
  const [first = ""] = await insertActivities(database, userId, ["2024-05-06T00:00:00Z"]);
  await runMaintenance(database, { archive: store.archive, now: NOW });
  const [second = ""] = await insertActivities(database, userId, ["2024-05-07T00:00:00Z"]);
  const report = await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(countsOf(report, "archive")).toMatchObject({ archived: 1, rows: 1 });
  expect(await store.archive.list("user_activities/user_activities_2024_05.")).toHaveLength(2);
  expect(await store.ids()).toEqual([first, second].toSorted());
});

test("many pages are one file", async () => {
  await using store = await openArchiveFolder();
  const at = Array.from({ length: 1203 }, (_, index) => new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString());
  const ids = await insertLogs(database, at);
  await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(await store.archive.list("")).toHaveLength(1);
  expect(await store.ids()).toEqual(ids.toSorted());
});

/** The archive with something done to it, or to the database, at one of its moments. */
function meddled(
  archive: Archive,
  meddle: { beforePut?: () => Promise<unknown>; afterPut?: (name: string) => Promise<unknown> },
): Archive {
  return {
    ...archive,
    async put(name, content, proof, signal) {
      await meddle.beforePut?.();
      await archive.put(name, content, proof, signal);
      await meddle.afterPut?.(name);
    },
  };
}

test.each([
  [
    "a row that comes",
    "insert into user_activities (user_id, activity_type, created_at) select id, 'late', '2025-01-15' from users",
  ],
  ["a row that goes", "delete from user_activities where activity_type = 'looked' and created_at = '2025-01-10'"],
  ["a row that changes", "update user_activities set details = '{}' where created_at = '2025-01-10'"],
])("%s while its month is archived keeps the month, and the next run takes it", async (_, statement) => {
  await using store = await openArchiveFolder();
  await makePartitions(database, "user_activities", ["2025-01-01"]);
  await insertActivities(database, userId, ["2025-01-10T00:00:00Z", "2025-01-11T00:00:00Z"]);
  const archive = meddled(store.archive, { beforePut: () => database.admin(statement) });
  const report = await runMaintenance(database, { archive, now: NOW });
  expect(countsOf(report, "archive")).toMatchObject({ archived: 0, kept: 1 });
  expect(await store.ids()).toEqual([]);
  const left = await idsInTable(database, "user_activities");
  await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(await store.ids()).toEqual(left);
  expect(await idsInTable(database, "user_activities")).toEqual([]);
});

test("a file that reads back otherwise than it was written costs no row", async () => {
  await using store = await openArchiveFolder();
  const ids = await insertActivities(database, userId, ["2024-05-06T00:00:00Z"]);
  const archive = meddled(store.archive, { afterPut: (name) => writeFile(join(store.folder, name), "rot") });
  const report = await runMaintenance(database, { archive, now: NOW });
  expect(report.duties.find(({ duty }) => duty === "archive")).toMatchObject({
    outcome: "failed",
    error: expect.stringContaining("otherwise than it was written"),
  });
  expect(await idsInTable(database, "user_activities")).toEqual(ids);
  await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(await store.ids()).toEqual(ids);
});

test("what a process that died left half-done is taken up by the next run", async () => {
  await using store = await openArchiveFolder();
  const ids = await insertActivities(database, userId, ["2024-05-06T00:00:00Z"]);
  // Killed after the object was written and before the rows went: nothing of the settling happens.
  const died = new Promise<never>(() => undefined);
  let isWritten = (): void => undefined;
  const written = new Promise<void>((resolve) => {
    isWritten = resolve;
  });
  const archive = meddled(store.archive, {
    afterPut: () => {
      isWritten();
      return died;
    },
  });
  void runMaintenance(database, { archive, now: NOW, workerId: "dead" });
  await written;
  expect(await store.ids()).toEqual(ids);

  const busy = await runMaintenance(database, { archive: store.archive, now: NOW });
  expect(countsOf(busy, "archive")).toMatchObject({ archived: 0, kept: 1 });
  const isWorkerAlive = (workerId: string): boolean => workerId !== "dead";
  const report = await runMaintenance(database, { archive: store.archive, now: NOW, isWorkerAlive });
  expect(countsOf(report, "archive")).toMatchObject({ archived: 1, rows: 1 });
  expect(await store.ids()).toEqual(ids);
  expect(await idsInTable(database, "user_activities")).toEqual([]);
});

test("every row is afterwards in its table or in exactly one file, whatever its age and the date", async () => {
  await using store = await openArchiveFolder();
  const ageDays = fc.double({ min: 0, max: 900, noNaN: true });
  await fc.assert(
    fc.asyncProperty(
      fc.array(ageDays, { maxLength: 8 }),
      fc.array(ageDays, { maxLength: 8 }),
      fc.subarray(["2025-05-01", "2025-09-01", "2025-10-01", "2026-05-01", "2026-08-01"]),
      fc.integer({ min: 0, max: 500 }),
      async (logAges, activityAges, months, later) => {
        const [logsBefore, archivedBefore] = [await idsInTable(database, "external_api_logs"), await store.ids()];
        const activitiesBefore = await idsInTable(database, "user_activities");
        for (const table of ["external_api_logs", "user_activities"] as const) {
          await makePartitions(database, table, months).catch(() => undefined);
        }
        const added = [
          ...(await insertLogs(
            database,
            logAges.map((age) => isoOf(age, NOW)),
          )),
          ...(await insertActivities(
            database,
            userId,
            activityAges.map((age) => isoOf(age, NOW)),
          )),
        ];
        const now = new Date(NOW.getTime() + later * 86_400_000);
        const report = await runMaintenance(database, { archive: store.archive, now });
        expect(report.duties.filter(({ outcome }) => outcome !== "done")).toEqual([]);
        const [logs, activities] = [
          await idsInTable(database, "external_api_logs"),
          await idsInTable(database, "user_activities"),
        ];
        const after = [...logs, ...activities, ...(await store.ids())].toSorted();
        expect(after).toEqual([...logsBefore, ...activitiesBefore, ...archivedBefore, ...added].toSorted());
        const old = await database.admin(
          `select id from external_api_logs where created_at < date_trunc('month', $1::timestamptz at time zone 'UTC') at time zone 'UTC' - interval '3 months 3 days'
           union all select id from user_activities where created_at < $1::timestamptz - interval '1 year 1 month 1 day'`,
          [now.toISOString()],
        );
        expect(old).toEqual([]);
      },
    ),
    { numRuns: 8 },
  );
}, 240_000);
