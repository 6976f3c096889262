/** Where a schema stands: the migrations that this program brings, and those that the database says it has had. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";
import { notTheOwner } from "./migration-owner.ts";
import { codeOf } from "./sql-errors.ts";

export const MIGRATIONS_TABLE = "schema_migrations";
export const BUILT_IN_DIR: string = fileURLToPath(new URL("migrations", import.meta.url));
/** A line of its own before the migration, for what PostgreSQL refuses inside a transaction. */
const OUTSIDE_MARK = /^-- no transaction\b/im;
const NO_RIGHT = "42501";

export interface MigrationStatus {
  readonly applied: string[];
  readonly pending: string[];
  /** Applied by a newer program, or by another branch of this one: there is no file for it here. */
  readonly unknown: string[];
}

export async function statusOver(client: Client, schema: string, dir: string): Promise<MigrationStatus> {
  const files = (await readdir(dir)).filter((file) => file.endsWith(".sql")).toSorted();
  const names = files.map((file) => file.slice(0, -".sql".length));
  const applied = await appliedNames(client, schema);
  return {
    applied,
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
  };
}

/** What comes next in that direction. Refuses to build on a migration that this program does not know, or to undo it. */
export function namesToRun(status: MigrationStatus, direction: "up" | "down", count: number): string[] {
  const { applied, pending, unknown } = status;
  const names = (direction === "up" ? pending : applied.toReversed()).slice(0, count);
  const blocking = direction === "up" ? unknown : unknown.filter((name) => names.includes(name));
  if (names.length === 0 || blocking.length === 0) return names;
  throw new TripwrightError(
    "internal",
    `Expected a database that this program has migrated; it also has ${blocking.join(", ")}, which this program does not ` +
      `know. Nothing was changed. Migrate with the newer program that brought it.`,
    { unknown: blocking },
  );
}

export async function readMigration(dir: string, name: string): Promise<{ text: string; isOutside: boolean }> {
  const text = await readFile(join(dir, `${name}.sql`), "utf8");
  return { text, isOutside: OUTSIDE_MARK.test(text) };
}

const rowsSchema = z.array(z.object({ name: z.string() }));

async function appliedNames(client: Client, schema: string): Promise<string[]> {
  // In a transaction of somebody's, an error would end it; so the table is looked for first.
  const table = `${client.escapeIdentifier(schema)}.${MIGRATIONS_TABLE}`;
  const { rows: found } = await client.query<{ oid: string | null }>("select to_regclass($1) as oid", [table]);
  if (!found[0]?.oid) return [];
  try {
    const { rows } = await client.query(`select name from ${table} order by run_on, id`);
    return rowsSchema.parse(rows).map(({ name }) => name);
  } catch (error) {
    throw codeOf(error) === NO_RIGHT ? notTheOwner(error) : error;
  }
}
