/** Looks for a text in everything that a database holds: every row of every table, as text. */
import { queueSchemaOf } from "../../../db/queue/queue-schema.ts";
import type { TestDatabase } from "../../db/database-for-tests.ts";

/** "table: how many rows", in a schema and in the queue's beside it. */
export async function rowsWith(database: TestDatabase, text: string, schema: string): Promise<string[]> {
  const tables = await database.admin(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ($1, $2) order by 1`,
    [schema, queueSchemaOf(schema)],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await database.admin(
      `select count(*)::integer as count from ${String(name)} t where strpos(t::text, $1) > 0`,
      [text],
    );
    if (Number(row?.count) > 0) found.push(`${String(name)}: ${String(row?.count)}`);
  }
  if (tables.length < 20) throw new Error(`looked through ${tables.length} tables only`);
  return found;
}
