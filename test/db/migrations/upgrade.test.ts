/**
 * A database of any earlier release comes up to today: each kept dump is restored, migrated, and then has the schema
 * of the snapshot with all of its rows.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, migrationStatus } from "../../../db/migrate.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { dropSchemas, keptDumps, migrationNames, migrationNumber, restoreDump } from "../dumps/dump-files.ts";
import { inSchema } from "./in-schema.ts";
import { SNAPSHOT_FILE, schemaText } from "./schema-text.ts";
import { storedRows, tableColumns } from "./stored-rows.ts";

/** Columns that a later migration fills or rewrites; each with the migration that does. */
const CHANGED_ON_PURPOSE: Readonly<Record<string, readonly string[]>> = {};

let database: TestDatabase;
beforeAll(async () => {
  // Migrated once already: the roles and extensions that a dump of one schema does not bring are there.
  database = await openTestDatabase({ catalogue: "none" });
});
afterAll(async () => {
  await database?.migrations.withClient((client) => dropSchemas(client, database.schema));
  await database?.close();
});

test("every migration but the newest has its dump", () => {
  const expected = migrationNames.map(migrationNumber).slice(0, -1);
  const missing = expected.filter((number) => !keptDumps().includes(number));
  expect(missing, "TEST_DATABASE_URL=postgres://… node test/db/dumps/keep-dump.ts").toEqual([]);
});

test.each(keptDumps())("a database that stood at %s comes up whole", { timeout: 120_000 }, async (number) => {
  const { migrations, schema } = database;
  await migrations.withClient((client) => restoreDump(client, number, schema));
  const { applied, pending } = await migrationStatus(migrations);
  expect(applied.map(migrationNumber).at(-1)).toBe(number);

  const [columns, before] = await inSchema(migrations, async (client) => {
    const columns = Object.fromEntries(
      Object.entries(await tableColumns(client, schema)).map(([table, names]) => [
        table,
        names.filter((name) => !CHANGED_ON_PURPOSE[table]?.includes(name)),
      ]),
    );
    return [columns, await storedRows(client, columns)];
  });
  expect(Object.keys(before).filter((table) => before[table]?.count === 0)).toEqual([]);
  expect(await migrate(migrations, { direction: "up" })).toEqual(pending);
  await inSchema(migrations, async (client) => {
    expect(await storedRows(client, columns)).toEqual(before);
    expect(await schemaText(client, schema)).toBe(readFileSync(SNAPSHOT_FILE, "utf8"));
  });
});
