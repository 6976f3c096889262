/**
 * Brings the schema up, takes it down, or says where it stands. Plain SQL files, run by node-pg-migrate
 * in one transaction: all of the pending ones or none. That transaction is also the guard against two
 * processes at once, the same on both databases: on a server the second waits for the first one's
 * advisory lock, on the built-in engine for its turn, and then finds nothing left to do.
 */
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";
import { codeOf } from "./sql-errors.ts";

const MIGRATIONS_TABLE = "schema_migrations";
const BUILT_IN_DIR = fileURLToPath(new URL("migrations", import.meta.url));
/** Ours alone, and one for all schemas of a database, because roles and extensions are shared. */
const LOCK = "hashtextextended('tripwright.migrations', 0)";
const UNDEFINED_TABLE = "42P01";
const NO_RIGHT = "42501";

export interface MigrationTarget {
  /** Opens a connection of its own: migrations are not a store's transaction. */
  withClient<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
  /** On the built-in database, lets one process at a time through; for work of more than one transaction. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Created if need be; `public` unless given. */
  readonly schema?: string | undefined;
}

export interface MigrateOptions {
  readonly direction: "up" | "down";
  /** How many; all pending ones up, one down, unless given. */
  readonly count?: number | undefined;
  readonly dir?: string | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
}

export interface MigrationStatus {
  readonly applied: string[];
  readonly pending: string[];
}

export function migrationStatus(target: MigrationTarget, dir: string = BUILT_IN_DIR): Promise<MigrationStatus> {
  return target.withClient((client) => statusOver(client, target.schema ?? "public", dir));
}

/** Returns the names that ran. One look at the database when there is nothing to do. */
export function migrate(target: MigrationTarget, options: MigrateOptions): Promise<string[]> {
  const { direction, dir = BUILT_IN_DIR } = options;
  const schema = target.schema ?? "public";
  return target.withClient(async (client) => {
    if (direction === "up" && (await statusOver(client, schema, dir)).pending.length === 0) return [];
    await mustBeOwner(client, schema);
    options.onProgress?.("Bringing the database's tables up to date…");
    // Loaded only now: it takes longer than the look at the database.
    const { runner } = await import("node-pg-migrate");
    return inOneTransaction(client, schema, () =>
      runner({
        dbClient: client,
        dir,
        direction,
        ...(options.count === undefined ? {} : { count: options.count }),
        migrationsTable: MIGRATIONS_TABLE,
        migrationsSchema: schema,
        // Not its `schema` option, which sets the path for the whole session; not its lock, which fails or outlives us.
        noLock: true,
        singleTransaction: true,
        log: () => undefined,
      }),
    );
  });
}

/** The library's own BEGIN changes nothing inside ours, and its COMMIT or ROLLBACK ends it. */
async function inOneTransaction(
  client: Client,
  schema: string,
  run: () => Promise<{ name: string }[]>,
): Promise<string[]> {
  const name = client.escapeIdentifier(schema);
  try {
    // The path is what functions of the migrations keep (`set search_path from current`). It ends in `pg_temp`, which
    // would else come first: a temporary table must never stand in for one of ours.
    // No schema is made for `public`: on a server that takes a right which the owner of the tables may not have.
    const create = schema === "public" ? "" : `create schema if not exists ${name};`;
    await client.query(
      `begin; select pg_advisory_xact_lock(${LOCK}); ${create} set local search_path = ${name}, public, pg_temp`,
    );
    const done = await run();
    await client.query("commit");
    return done.map((migration) => migration.name);
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    // The library puts a stack trace into some of its messages.
    const said = (error instanceof Error ? error.message : String(error)).replace(/\n\s+at [\s\S]*/, "");
    throw new TripwrightError(
      "internal",
      `The migrations were taken back, all of them, for one failed: ${said}`,
      {},
      error,
    );
  }
}

const rowsSchema = z.array(z.object({ name: z.string() }));

async function statusOver(client: Client, schema: string, dir: string): Promise<MigrationStatus> {
  const files = (await readdir(dir)).filter((file) => file.endsWith(".sql")).toSorted();
  const applied = await appliedNames(client, schema);
  const names = files.map((file) => file.slice(0, -".sql".length));
  return { applied, pending: names.filter((name) => !applied.includes(name)) };
}

async function appliedNames(client: Client, schema: string): Promise<string[]> {
  try {
    const { rows } = await client.query(
      `select name from ${client.escapeIdentifier(schema)}.${MIGRATIONS_TABLE} order by run_on, id`,
    );
    return rowsSchema.parse(rows).map(({ name }) => name);
  } catch (error) {
    if (codeOf(error) === UNDEFINED_TABLE) return [];
    if (codeOf(error) === NO_RIGHT) throw notTheOwner(error);
    throw error;
  }
}

const rightSchema = z.tuple([z.object({ mayCreate: z.boolean() })]);

/** A login that runs the program need not be able to change the tables: then its owner has to come first. */
async function mustBeOwner(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query(
    `select coalesce((select has_schema_privilege(oid, 'create') from pg_namespace where nspname = $1), true) as "mayCreate"`,
    [schema],
  );
  if (!rightSchema.parse(rows)[0].mayCreate) throw notTheOwner();
}

function notTheOwner(cause?: unknown): TripwrightError {
  const text =
    "The database's tables are not up to date, or not to be looked at, and this login may not change that. " +
    "Run `tripwright migrate up` as their owner; docs/operations.md has the rights that each login needs.";
  return new TripwrightError("database_unavailable", text, {}, cause);
}
