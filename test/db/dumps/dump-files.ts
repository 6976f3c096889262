/** The kept dumps: one a migration, of a database that stood there. Where they are, and how one is brought back. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { RELATED_SCHEMAS } from "../migrations/catalog-queries.ts";

const MIGRATIONS_DIR = join(import.meta.dirname, "..", "..", "..", "db", "migrations");
/** The schema that the dumps name; another one stands in its place when a test restores them. */
export const DUMPED_SCHEMA = "tripwright_dumped";

const sqlFiles = (dir: string): string[] =>
  readdirSync(dir)
    .filter((file) => file.endsWith(".sql"))
    .toSorted();

/** "0007_planning-jobs" → "0007". */
export const migrationNames: readonly string[] = sqlFiles(MIGRATIONS_DIR).map((file) => file.slice(0, -".sql".length));
export const migrationNumber = (name: string): string => name.slice(0, 4);

export const dumpFile = (number: string): string => join(import.meta.dirname, `${number}.sql`);

/** The numbers of the migrations that have a dump. */
export function keptDumps(): string[] {
  return sqlFiles(import.meta.dirname).map((file) => file.slice(0, -".sql".length));
}

export async function dropSchemas(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(RELATED_SCHEMAS, [schema]);
  for (const { name } of rows) await client.query(`drop schema ${client.escapeIdentifier(name)} cascade`);
}

/** Puts the dump in the place of whatever the schema holds. */
export async function restoreDump(client: Client, number: string, schema: string): Promise<void> {
  await dropSchemas(client, schema);
  const text = readFileSync(dumpFile(number), "utf8").replaceAll(DUMPED_SCHEMA, schema);
  await client.query(`begin; ${text}; commit`);
}
