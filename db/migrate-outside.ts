/**
 * Runs a migration that PostgreSQL refuses inside a transaction, `create index concurrently` above all: statement by
 * statement, so what one of them did stays when the next one fails. Such a file must therefore be fit to run again.
 */
import type { Client } from "pg";
import { TripwrightError } from "../trip/errors.ts";
import { MIGRATIONS_TABLE } from "./migration-state.ts";

const DOWN_MARK = /^-- down migration\b.*$/im;
const MARKS = /^-- (?:no transaction|up migration)\b.*$/gim;
const END_OF_STATEMENT = /;[ \t]*$/m;

export interface OutsideMigration {
  readonly schema: string;
  readonly name: string;
  readonly text: string;
  readonly direction: "up" | "down";
}

export async function runOutside(client: Client, migration: OutsideMigration): Promise<void> {
  const { schema, name, direction } = migration;
  const quoted = client.escapeIdentifier(schema);
  try {
    // A session's setting, for there is no transaction to set it for. `public` is on every path already.
    if (schema !== "public") await client.query(`set search_path = ${quoted}, public`);
    for (const statement of statementsOf(migration)) await client.query(statement);
    await refuseInvalidIndexes(client, schema);
    const table = `${quoted}.${MIGRATIONS_TABLE}`;
    await client.query(
      direction === "up"
        ? `insert into ${table} (name, run_on) values ($1, now())`
        : `delete from ${table} where name = $1`,
      [name],
    );
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const text = `${name} runs outside a transaction and failed on the way: ${said}. The migrations before it stay. Mend the cause, then migrate again.`;
    throw new TripwrightError("internal", text, {}, error);
  } finally {
    // On the built-in engine the session is everybody's.
    await client.query("reset search_path; reset lock_timeout").catch(() => undefined);
  }
}

/** Statements end with a line; a function's body could not be told apart, and has no need to be here. */
function statementsOf({ text, direction, name }: OutsideMigration): string[] {
  const [up = "", down = ""] = text.split(DOWN_MARK);
  const wanted = (direction === "up" ? up : down).replace(MARKS, "");
  if (/\$\w*\$/.test(wanted)) {
    throw new Error(
      `expected plain statements in ${name}, got a body in dollar quotes, which belongs in a transaction`,
    );
  }
  return wanted.split(END_OF_STATEMENT).filter((statement) => statement.replace(/--.*$/gm, "").trim() !== "");
}

/** What a concurrent build that failed leaves behind: it slows every write and speeds up nothing. */
async function refuseInvalidIndexes(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and not i.indisvalid and c.relkind = 'i'`,
    [schema],
  );
  if (rows.length === 0) return;
  throw new Error(`it left the invalid index ${rows.map(({ name }) => name).join(", ")}; drop it first`);
}
