/**
 * A schema as text, read from the system catalogs: the same text for the same schema on every supported
 * PostgreSQL, whatever the schema is called, whoever owns it and whether it was migrated or restored from a
 * dump. So two schemas are compared as two texts, and a difference reads as a diff.
 *
 * Left out on purpose: owners and what they may do to their own tables, NOT NULL as a named constraint (from
 * PostgreSQL 18 on), and which months and days are partitioned by now.
 */
import { join } from "node:path";
import type { Client } from "pg";
import { CATALOG_QUERIES, type CatalogRow, RELATED_SCHEMAS } from "./catalog-queries.ts";
import { plainExpression } from "./plain-expression.ts";

/** Stands for the schema's own name; a related schema's is this and its suffix. */
export const SCHEMA_PLACEHOLDER = "{schema}";

/** `UPDATE_SNAPSHOTS=1 npm test -- test/db/migrations` writes it anew, for review. */
export const SNAPSHOT_FILE: string = join(import.meta.dirname, "..", "..", "..", "db", "schema.snapshot.txt");

/** `_2026_11`: a partition of one month, of which there are more every month. */
const MONTH = /_\d{4}_\d{2}(?!\d)/g;

/** `_20261124`: a partition of one day; the queue makes them for the day it is migrated on and the next. */
const DAY = /_20\d{6}(?!\d)/g;

/** The bounds of such a partition. */
const DAY_BOUND = /'\d{4}-\d{2}-\d{2} 00:00:00\+00'/g;

/** Inside the caller's transaction, whose search path it sets. */
export async function schemaText(client: Client, schema: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(RELATED_SCHEMAS, [schema]);
  const parts: string[] = [];
  for (const { name } of rows) parts.push(await oneSchema(client, schema, name));
  await client.query(`set local search_path to ${client.escapeIdentifier(schema)}, public`);
  return `${parts.join("\n")}\n`;
}

async function oneSchema(client: Client, schema: string, name: string): Promise<string> {
  const lines = new Map<string, Set<string>>();
  await client.query(`set local search_path to ${client.escapeIdentifier(name)}, public`);
  for (const query of CATALOG_QUERIES) {
    const { rows } = await client.query<CatalogRow>(query, [name]);
    for (const { object, line } of rows) {
      const heading = withoutOwnPlace(withoutDates(withPlaceholder(object, schema)));
      const own = lines.get(heading) ?? new Set<string>();
      lines.set(heading, own);
      if (line !== null) own.add(`  ${plainExpression(withoutDates(withPlaceholder(line, schema)))}`);
    }
  }
  // Headings are sorted by code units here, for a server's collation may not agree with the built-in engine's.
  return [...lines]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([heading, own]) => [heading, ...own, ""].join("\n"))
    .join("\n");
}

function withPlaceholder(text: string, schema: string): string {
  const quoted = `"${schema.replaceAll('"', '""')}"`;
  return text.replaceAll(quoted, SCHEMA_PLACEHOLDER).replaceAll(schema, SCHEMA_PLACEHOLDER);
}

/** `table trips`, but `table {schema}_queue.job`: only what stands elsewhere says where. */
const withoutOwnPlace = (heading: string): string => heading.replace(`${SCHEMA_PLACEHOLDER}.`, "");

const withoutDates = (text: string): string =>
  text.replace(MONTH, "_YYYY_MM").replace(DAY, "_YYYYMMDD").replace(DAY_BOUND, "'YYYY-MM-DD'");
