/**
 * A user's data as a whole: taken along, counted, deleted. Reading acts with the user's own rights, so that
 * row-level security stands behind the list of tables; deleting is one transaction, all of it or nothing.
 */
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { ACCOUNT_TABLES, type AccountTable } from "./account-tables.ts";

export interface AccountExport {
  exportedAt: string;
  /** Rows by table. Decimals and 64-bit integers are text, exact; instants are UTC; points are WKT. */
  tables: Record<string, Record<string, unknown>[]>;
}

const columnSchema = z.object({ table: z.string(), name: z.string(), type: z.string() });
type Column = z.infer<typeof columnSchema>;
const rowSchema = z.object({ row: z.record(z.string(), z.unknown()) });
const countSchema = z.object({ count: z.number() });

const actorOf = (userId: string): Actor => ({ kind: "user", userId });

/** Everything the user has, in one snapshot. */
export function exportAccount(db: Database, userId: string, exportedAt: Date): Promise<AccountExport> {
  return db.transaction(actorOf(userId), async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`);
    const columns = await columnsOf(tx);
    const tables: AccountExport["tables"] = {};
    for (const table of ACCOUNT_TABLES) tables[table.name] = await rowsOf(tx, table, columns.get(table.name) ?? []);
    return { exportedAt: exportedAt.toISOString(), tables };
  });
}

/** Rows by table, of those that have any. */
export function countAccount(db: Database, userId: string): Promise<Record<string, number>> {
  return db.transaction(actorOf(userId), (tx) => countRows(tx));
}

/**
 * Deletes the user and everything of theirs; returns what it was, as `countAccount` does. Foreign keys take most of it
 * along, whatever policies say. A run that is still going finds its row gone and stops.
 */
export function deleteAccount(db: Database, userId: string): Promise<Record<string, number>> {
  return db.transaction(actorOf(userId), async (tx) => {
    // Held until the end: no trip, run or session can be added to what was counted.
    await tx.execute(sql`select from users where id = app_user_id() for update`);
    const deleted = await countRows(tx);
    for (const { name, own, isApart } of ACCOUNT_TABLES.toReversed()) {
      if (isApart) await tx.execute(sql`delete from ${raw(name)} where ${own}`);
    }
    await tx.execute(sql`delete from users where id = app_user_id()`);
    return deleted;
  });
}

async function columnsOf(tx: Transaction): Promise<Map<string, Column[]>> {
  const names = ACCOUNT_TABLES.map(({ name }) => name);
  const columns = await tx.many(
    columnSchema,
    sql`
      select table_name as table, column_name as name, udt_name as type from information_schema.columns
      where table_schema = current_schema() and table_name = any(${names}) order by ordinal_position`,
  );
  return Map.groupBy(columns, ({ table }) => table);
}

/** What JSON would round, or show in the session's time zone, is written out as text. */
function exportedSql({ name, type }: Column): Sql {
  const column = raw(`"${name}"`);
  if (type === "numeric" || type === "int8") return sql`${column}::text as ${column}`;
  if (type === "geography") return sql`st_astext(${column}) as ${column}`;
  if (type === "timestamptz") {
    return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${column}`;
  }
  return column;
}

async function rowsOf(tx: Transaction, table: AccountTable, columns: Column[]): Promise<Record<string, unknown>[]> {
  const { name, own, secrets = [] } = table;
  const shown = columns.filter((column) => !secrets.includes(column.name));
  const byTime = columns.some((column) => column.name === "created_at") ? sql`order by created_at` : empty;
  const rows = await tx.many(
    rowSchema,
    sql`select to_jsonb(t) as row from (select ${join(shown.map(exportedSql))} from ${raw(name)} where ${own} ${byTime}) t`,
  );
  return rows.map(({ row }) => row);
}

async function countRows(tx: Transaction): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, own } of ACCOUNT_TABLES) {
    const { count } = await tx.one(countSchema, sql`select count(*)::int as count from ${raw(name)} where ${own}`);
    if (count > 0) counts[name] = count;
  }
  return counts;
}
