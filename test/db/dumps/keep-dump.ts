/**
 * Makes the dumps that are missing, one a migration, and never touches one that is there: a dump is what an earlier
 * release left behind, so it must not follow later changes. Run by hand after a migration was added:
 *
 *   TEST_DATABASE_URL=postgres://… node test/db/dumps/keep-dump.ts
 *
 * The server may be any PostgreSQL that the tests run on; `pg_dump` must be on the path.
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import type { Client } from "pg";
import { type ConnectedDatabase, connectDatabase } from "../../../db/connect.ts";
import { migrate } from "../../../db/migrate.ts";
import { inSchema } from "../migrations/in-schema.ts";
import { storedRows, tableColumns } from "../migrations/stored-rows.ts";
import { testFolders } from "../test-folders.ts";
import { DUMPED_SCHEMA, dropSchemas, dumpFile, migrationNames, migrationNumber } from "./dump-files.ts";
import { insertSample } from "./insert-sample.ts";

/**
 * What pg_dump sets for a session, which on the built-in engine would be everybody's, what psql alone knows, and blank
 * lines. The body of a function is looked past.
 */
const BODY_OR_SESSION = /\bAS (\$\w*\$)[\s\S]*?\1|^(?:--.*|\\.*|SET .*|SELECT pg_catalog\.set_config.*)?\n/gm;

function withoutSession(dump: string): string {
  return dump.replace(BODY_OR_SESSION, (found: string, quote: string | undefined) =>
    quote === undefined ? "" : found,
  );
}

const heading = (name: string): string => `-- A database as migration ${name} left it, with a few rows in every table.
-- Made by keep-dump.ts, kept as it is. By hand: psql --single-transaction --file=${migrationNumber(name)}.sql
set local check_function_bodies = off;
set local client_min_messages = warning;
`;

async function refuseEmptyTables(client: Client): Promise<void> {
  const stored = await storedRows(client, await tableColumns(client, DUMPED_SCHEMA));
  const empty = Object.keys(stored).filter((table) => stored[table]?.count === 0);
  if (empty.length === 0) return;
  throw new Error(
    `No sample rows for ${empty.join(", ")}. Add some to test/db/dumps/sample-*.ts, then run this again.`,
  );
}

async function keepDump(database: ConnectedDatabase, databaseUrl: string, index: number): Promise<void> {
  const { migrations } = database;
  const name = migrationNames[index] ?? "";
  await migrations.withClient((client) => dropSchemas(client, DUMPED_SCHEMA));
  await migrate(migrations, { direction: "up", count: index + 1 });
  await inSchema(migrations, async (client) => {
    await insertSample(client);
    await refuseEmptyTables(client);
  });
  const wanted = [`--schema=${DUMPED_SCHEMA}`, `--schema=${DUMPED_SCHEMA}_*`];
  const args = ["--no-owner", "--no-comments", "--inserts", "--rows-per-insert=100", ...wanted, databaseUrl];
  const dump = execFileSync("pg_dump", args, { encoding: "utf8" });
  writeFileSync(dumpFile(migrationNumber(name)), `${heading(name)}${withoutSession(dump)}`, { flag: "wx" });
  process.stdout.write(`kept ${migrationNumber(name)}.sql\n`);
}

const databaseUrl = process.env.TEST_DATABASE_URL;
if (!databaseUrl) throw new Error("Expected TEST_DATABASE_URL, a PostgreSQL server that the tests may use.");
const database = await connectDatabase({ databaseUrl, ...testFolders(), schema: DUMPED_SCHEMA });
try {
  for (const [index, name] of migrationNames.entries()) {
    if (!existsSync(dumpFile(migrationNumber(name)))) await keepDump(database, databaseUrl, index);
  }
} finally {
  await database.migrations.withClient((client) => dropSchemas(client, DUMPED_SCHEMA));
  await database.close();
}
