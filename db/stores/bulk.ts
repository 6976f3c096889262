/**
 * Many rows in one statement, sent as one JSON parameter. Itineraries are inserted with it; catalogue rows
 * are upserted with it, by the seed and by importers, touching only what is new or differs.
 */
import sql, { raw, type Sql } from "sql-template-tag";
import type { Transaction } from "../transaction.ts";

export interface BulkTable {
  readonly name: string;
  /** Columns of a unique constraint; an upserted row with the same key is updated. */
  readonly key: readonly string[];
  /** Column → SQL type, as `json_to_recordset` needs it. Rows carry exactly these keys. */
  readonly columns: Readonly<Record<string, string>>;
}

export type BulkRow = Readonly<Record<string, unknown>>;

/** Large enough to amortise a statement, small enough that one parameter stays a few megabytes. */
const CHUNK_ROWS = 4_000;

function insertSql({ name, columns }: BulkTable, rows: readonly BulkRow[]): Sql {
  const list = Object.keys(columns).join(", ");
  const typed = Object.entries(columns).map((column) => column.join(" "));
  return sql`
    insert into ${raw(name)} as t (${raw(list)})
    select ${raw(list)} from json_to_recordset(${JSON.stringify(rows)}::json) as r (${raw(typed.join(", "))})`;
}

export async function insertRows(tx: Transaction, table: BulkTable, rows: readonly BulkRow[]): Promise<void> {
  if (rows.length > 0) await tx.execute(insertSql(table, rows));
}

function onConflict({ key, columns }: BulkTable): string {
  const values = Object.keys(columns).filter((column) => !key.includes(column));
  const set = values.map((column) => `${column} = excluded.${column}`).join(", ");
  const stored = values.map((column) => `t.${column}`).join(", ");
  const offered = values.map((column) => `excluded.${column}`).join(", ");
  return `on conflict (${key.join(", ")}) do update set ${set} where (${stored}) is distinct from (${offered})`;
}

/** Returns how many rows were inserted or changed. */
export async function upsertRows(tx: Transaction, table: BulkTable, rows: readonly BulkRow[]): Promise<number> {
  const conflict = raw(onConflict(table));
  let written = 0;
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    written += await tx.execute(sql`${insertSql(table, rows.slice(start, start + CHUNK_ROWS))} ${conflict}`);
  }
  return written;
}

/** WKT of a point, the text a `geography` column takes. */
export function pointWkt({ lat, lon }: { lat: number; lon: number }): string {
  return `POINT(${lon} ${lat})`;
}
