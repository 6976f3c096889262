/**
 * What is in the tables of a schema, as a count and a checksum a table, to tell whether a migration lost or changed
 * any of it. Only what somebody wrote: generated columns are computed anew, and `updated_at` moves by itself.
 */
import type { Client } from "pg";

export type TableColumns = Readonly<Record<string, readonly string[]>>;
export type StoredRows = Readonly<Record<string, { count: number; checksum: string }>>;

/** Every table of the schema, none where there is no such schema, with its columns now; partitions are their parent's. */
export async function tableColumns(client: Client, schema: string): Promise<TableColumns> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migrations'
       and a.attgenerated = '' and a.attname <> 'updated_at'
     group by c.relname order by c.relname`,
    [schema],
  );
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

/** Inside a transaction that has the schema first on its path. */
export async function storedRows(client: Client, tables: TableColumns): Promise<StoredRows> {
  const quoted = client.escapeIdentifier;
  const found: Record<string, { count: number; checksum: string }> = {};
  for (const [table, columns] of Object.entries(tables)) {
    const { rows } = await client.query<{ count: number; checksum: string }>(
      `select count(*)::integer as count, md5(coalesce(string_agg(line, E'\\n' order by line collate "C"), '')) as checksum
       from (select row(${columns.map((column) => quoted(column)).join(", ")})::text as line from ${quoted(table)}) r`,
    );
    const [row] = rows;
    if (row) found[table] = row;
  }
  return found;
}
