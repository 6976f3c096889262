/**
 * What the duties of maintenance have in common: what they are handed, what they report, and how their
 * statements take turns with another process that is at the same duty.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Archive } from "../../trip/ports.ts";
import type { Database, Transaction } from "../transaction.ts";

export interface MaintenanceContext {
  readonly db: Database;
  /** `null` when none is configured: then nothing is deleted that would have to be archived first. */
  readonly archive: Archive | null;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly onProgress: (message: string) => void;
  /** Names this process among all that share the database. */
  readonly workerId: string;
  /** `false` when a worker is known to be dead; one elsewhere, of which nobody knows, counts as alive. */
  readonly isWorkerAlive: (workerId: string) => boolean;
}

export interface DutyResult {
  /** What was done, in numbers; all of them 0 when nothing was left to do. */
  readonly counts: Readonly<Record<string, number>>;
  /** What a person should know besides. */
  readonly notes?: readonly string[];
  /** Another process was at it. */
  readonly isBusy?: boolean;
}

export interface Duty {
  readonly name: string;
  run(context: MaintenanceContext): Promise<DutyResult>;
}

const lockSchema = z.object({ isOurs: z.boolean() });

/** One transaction of a duty; `null`, and nothing done, while another process has one of the same duty open. */
export function inTurn<Result>(
  { db, signal }: MaintenanceContext,
  duty: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result | null> {
  signal.throwIfAborted();
  return db.transaction({ kind: "service" }, async (tx) => {
    const { isOurs } = await tx.one(
      lockSchema,
      sql`select pg_try_advisory_xact_lock(
        hashtextextended('tripwright.maintenance.' || current_schema() || '.' || ${duty}::text, 0)) as "isOurs"`,
    );
    return isOurs ? work(tx) : null;
  });
}

const BATCH_ROWS = 1000;

/** Repeats a statement that takes a bounded number of rows until none is left. */
export async function inBatches(
  context: MaintenanceContext,
  duty: string,
  statement: (limit: number) => Sql,
): Promise<{ rows: number; isBusy: boolean }> {
  for (let rows = 0; ; ) {
    const batch = await inTurn(context, duty, (tx) => tx.execute(statement(BATCH_ROWS)));
    if (batch === null) return { rows, isBusy: true };
    rows += batch;
    if (batch < BATCH_ROWS) return { rows, isBusy: false };
  }
}

const DAY_MS = 86_400_000;

export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}
