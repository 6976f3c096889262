/**
 * Every migration down: it leaves the schema as the migration before it did, up again makes what it made, and what
 * stood in the tables before is still there.
 */
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate, migrationStatus } from "../../../db/migrate.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { dropSchemas, migrationNames } from "../dumps/dump-files.ts";
import { insertSample } from "../dumps/insert-sample.ts";
import { inSchema } from "./in-schema.ts";
import { schemaText } from "./schema-text.ts";
import { type StoredRows, storedRows, type TableColumns, tableColumns } from "./stored-rows.ts";

/**
 * What has to be done by hand between down and up, because a down cannot know better: a column that stays holds ids of
 * rows that went, and the foreign key on it comes back with the migration.
 */
const BEFORE_UP_AGAIN: Readonly<Record<string, string>> = {
  "0007_planning-jobs": "update trips set ai_planning_job_id = null",
  "0008_itineraries": "update ai_planning_jobs set itinerary_id = null",
};

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
afterAll(async () => {
  await database?.migrations.withClient((client) => dropSchemas(client, database.schema));
  await database?.close();
});

const inOwnSchema = <Result>(work: (client: Client) => Promise<Result>): Promise<Result> =>
  inSchema(database.migrations, work);
/** Without the schema itself: it stays, and the right to use it, as roles and extensions do. */
const text = async (): Promise<string> =>
  (await inOwnSchema((client) => schemaText(client, database.schema)))
    .replace(/^schema \{schema\}\n(?: .*\n)*/m, "")
    .trim();
const columnsNow = (): Promise<TableColumns> => inOwnSchema((client) => tableColumns(client, database.schema));
const rowsOf = (tables: TableColumns): Promise<StoredRows> => inOwnSchema((client) => storedRows(client, tables));
const step = (direction: "up" | "down"): Promise<string[]> => migrate(database.migrations, { direction, count: 1 });
const empty = (): Promise<void> =>
  inOwnSchema(async (client) => {
    const names = Object.keys(await tableColumns(client, database.schema));
    if (names.length > 0) await client.query(`truncate ${names.join(", ")} cascade`);
  });

/** A database as the migrations before this one left it, whatever the test before this one left. */
async function standBefore(index: number): Promise<void> {
  const { migrations, schema } = database;
  if ((await migrationStatus(migrations)).applied.length === index) return;
  await migrations.withClient((client) => dropSchemas(client, schema));
  if (index > 0) await migrate(migrations, { direction: "up", count: index });
}

test("a schema that is not there has no tables, whatever another one on the path holds", async () => {
  const there = await inOwnSchema((client) => tableColumns(client, "pg_catalog"));
  expect(Object.keys(there)).toContain("pg_class");
  expect(await inOwnSchema((client) => tableColumns(client, `${database.schema}_absent`))).toEqual({});
});

describe("each migration", () => {
  test.each(migrationNames)(
    "%s comes down to what was before, keeps what was stored, and goes up again",
    { timeout: 120_000 },
    async (name) => {
      await standBefore(migrationNames.indexOf(name));
      const [before, columnsBefore] = [await text(), await columnsNow()];
      expect(await step("up")).toEqual([name]);
      const after = await text();
      await inOwnSchema(insertSample);
      const storedBefore = await rowsOf(columnsBefore);

      expect(await step("down")).toEqual([name]);
      expect(await text()).toBe(before);
      expect(await rowsOf(columnsBefore)).toEqual(storedBefore);

      const byHand = BEFORE_UP_AGAIN[name];
      if (byHand !== undefined) {
        await expect(step("up")).rejects.toThrow("foreign key");
        await inOwnSchema((client) => client.query(byHand));
      }
      expect(await step("up")).toEqual([name]);
      expect(await text()).toBe(after);
      await empty();
    },
  );
});

test("down of everything leaves nothing but the list of migrations", async () => {
  await migrate(database.migrations, { direction: "down", count: migrationNames.length });
  const left = await database.migrations.withClient(
    async (client) =>
      (
        await client.query(
          `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where (n.nspname = $1 or starts_with(n.nspname, $1 || '_')) and not starts_with(c.relname, 'schema_migrations')
           union all select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = $1 or starts_with(n.nspname, $1 || '_')
           union all select t.typname from pg_type t join pg_namespace n on n.oid = t.typnamespace
           where (n.nspname = $1 or starts_with(n.nspname, $1 || '_')) and t.typname !~ '^_?schema_migrations$'
           union all select nspname from pg_namespace where starts_with(nspname, $1 || '_')`,
          [database.schema],
        )
      ).rows,
  );
  expect(left).toEqual([]);
});
