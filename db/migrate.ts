/**
 * Brings the schema up, takes it down, or says where it stands. Plain SQL files, run by node-pg-migrate
 * in one transaction: all of the pending ones or none, but for a file that says `-- no transaction`. An advisory
 * lock is the guard against two processes at once: on a server the second waits for the first one's, on the
 * built-in engine for its turn, and then finds nothing left to do.
 */
import { setTimeout } from "node:timers/promises";
import pRetry from "p-retry";
import type { Client } from "pg";
import { TripwrightError } from "../trip/errors.ts";
import { isDiskFull } from "./disk-full.ts";
import { runOutside } from "./migrate-outside.ts";
import { mustBeOwner } from "./migration-owner.ts";
import {
  BUILT_IN_DIR,
  MIGRATIONS_TABLE,
  type MigrationStatus,
  namesToRun,
  readMigration,
  statusOver,
} from "./migration-state.ts";
import { codeOf, isConnectionLoss } from "./sql-errors.ts";

/** Ours alone, and one for all schemas of a database, because roles and extensions are shared. */
const LOCK = "hashtextextended('tripwright.migrations', 0)";
/** Whoever waits for a table makes everybody behind them wait too, so a migration gives way and tries again. */
const LOCK_LIMIT_MS = 3_000;
const LOCK_RETRIES = { retries: 5, minTimeout: 250, factor: 2, randomize: true } as const;
const LOCK_POLL_MS = 100;
const LOCK_NOT_AVAILABLE = "55P03";

export interface MigrationTarget {
  readonly kind: "embedded" | "server";
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
  /** How long a statement of a migration may wait for a table. */
  readonly lockTimeoutMs?: number | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
}

export function migrationStatus(target: MigrationTarget, dir: string = BUILT_IN_DIR): Promise<MigrationStatus> {
  return target.withClient((client) => statusOver(client, target.schema ?? "public", dir));
}

/** One step: what goes into a transaction together, or a single migration outside one. */
interface Step {
  readonly target: MigrationTarget;
  readonly client: Client;
  readonly schema: string;
  readonly dir: string;
  readonly direction: "up" | "down";
  readonly count: number;
  readonly lockTimeoutMs: number;
}

/** Returns the names that ran. One look at the database when there is nothing to do. */
export function migrate(target: MigrationTarget, options: MigrateOptions): Promise<string[]> {
  const { direction, dir = BUILT_IN_DIR, lockTimeoutMs = LOCK_LIMIT_MS } = options;
  const schema = target.schema ?? "public";
  return target.withClient(async (client) => {
    if (direction === "up" && (await statusOver(client, schema, dir)).pending.length === 0) return [];
    await mustBeOwner(client, schema);
    options.onProgress?.("Bringing the database's tables up to date…");
    const ran: string[] = [];
    let count = options.count ?? (direction === "up" ? Number.POSITIVE_INFINITY : 1);
    for (;;) {
      const names = await givingWay(() => takeStep({ target, client, schema, dir, direction, count, lockTimeoutMs }));
      if (names === null) return ran;
      ran.push(...names);
      count -= names.length;
    }
  });
}

/** A step that waited too long for a table was taken back whole, so it may be tried again. */
async function givingWay<Result>(step: () => Promise<Result>): Promise<Result> {
  const isLocked = (error: unknown): boolean => error instanceof Error && codeOf(error.cause) === LOCK_NOT_AVAILABLE;
  try {
    return await pRetry(step, { ...LOCK_RETRIES, shouldRetry: ({ error }) => isLocked(error) });
  } catch (error) {
    if (!isLocked(error)) throw error;
    const text =
      "The migrations gave way each time, for somebody holds a table they need. Nothing was changed by them. " +
      "End long transactions (pg_stat_activity shows them), then migrate again.";
    throw new TripwrightError("database_unavailable", text, {}, error);
  }
}

/** Null when nothing is left to do. What runs is decided under the lock: another process may have been there. */
async function takeStep(step: Step): Promise<string[] | null> {
  const { client, schema, dir } = step;
  const name = client.escapeIdentifier(schema);
  try {
    // The path is what functions of the migrations keep (`set search_path from current`). It ends in `pg_temp`, which
    // would else come first: a temporary table must never stand in for one of ours.
    // No schema is made for `public`: on a server that takes a right which the owner of the tables may not have.
    const create = schema === "public" ? "" : `create schema if not exists ${name};`;
    await beginAlone(client);
    await client.query(`${create} set local search_path = ${name}, public, pg_temp;
      set local lock_timeout = ${step.lockTimeoutMs}`);
    const next = namesToRun(await statusOver(client, schema, dir), step.direction, step.count);
    const inside = await leadingInside(next, dir);
    const [first] = next;
    if (inside > 0) return await runInside(step, inside);
    await client.query("commit");
    return first === undefined ? null : await takeOutside(step, first);
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    // Not the migrations' fault: whoever gave us the connection says it better.
    if (error instanceof TripwrightError || isConnectionLoss(error) || isDiskFull(error)) throw error;
    // The library puts a stack trace into some of its messages.
    const said = (error instanceof Error ? error.message : String(error)).replace(/\n\s+at [\s\S]*/, "");
    const text = `The migrations were taken back, all of them, for one failed: ${said}`;
    throw new TripwrightError("internal", text, {}, error);
  }
}

/**
 * A transaction that holds the lock. Asked for again and again and not waited for: a statement that waits has a
 * snapshot, and the index that the lock's holder builds concurrently waits for every snapshot.
 */
async function beginAlone(client: Client): Promise<void> {
  for (;;) {
    await client.query("begin");
    const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_xact_lock(${LOCK}) as alone`);
    if (rows[0]?.alone) return;
    await client.query("rollback");
    await setTimeout(LOCK_POLL_MS);
  }
}

async function leadingInside(names: readonly string[], dir: string): Promise<number> {
  for (const [index, name] of names.entries()) {
    if ((await readMigration(dir, name)).isOutside) return index;
  }
  return names.length;
}

/** The library's own BEGIN changes nothing inside ours, and its COMMIT or ROLLBACK ends it. */
async function runInside({ client, schema, dir, direction }: Step, count: number): Promise<string[]> {
  // Loaded only now: it takes longer than the look at the database.
  const { runner } = await import("node-pg-migrate");
  const done = await runner({
    dbClient: client,
    dir,
    direction,
    count,
    migrationsTable: MIGRATIONS_TABLE,
    migrationsSchema: schema,
    // Not its `schema` option, which sets the path for the whole session; not its lock, which fails or outlives us.
    noLock: true,
    singleTransaction: true,
    log: () => undefined,
  });
  await client.query("commit");
  return done.map((migration) => migration.name);
}

/**
 * The lock is a transaction's, so that it holds behind a PgBouncer too; here it is that of a second connection, which
 * waits without a snapshot and so holds up no index. On the built-in engine this connection has the turn already.
 */
function takeOutside({ target, client, schema, dir, direction }: Step, name: string): Promise<string[]> {
  const run = async (): Promise<string[]> => {
    const [next] = namesToRun(await statusOver(client, schema, dir), direction, 1);
    if (next !== name) return [];
    const { text } = await readMigration(dir, name);
    await runOutside(client, { schema, name, text, direction });
    return [name];
  };
  if (target.kind === "embedded") return run();
  return target.withClient(async (guard) => {
    await beginAlone(guard);
    return run();
  });
}
