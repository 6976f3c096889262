/** The book of imports: how far each file got, and what came of it, kept with the rows it wrote in one transaction. */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { emptyOutcome, type Outcome } from "../conflation/outcome.ts";
import type { Transaction } from "../transaction.ts";

const count = z.number().default(0);
const citySchema = z.object({
  name: z.string(),
  countryCode: z.string(),
  attractions: count,
  eateries: count,
  lodgings: count,
  areas: count,
});
const outcomeSchema = z.object({
  new: count,
  changed: count,
  unchanged: count,
  merged: count,
  unsure: count,
  hoursNotUnderstood: count,
  skipped: z.record(z.string(), z.number()).default({}),
  kinds: z.record(z.string(), z.number()).default({}),
  cities: z.record(z.string(), citySchema).default({}),
});
const stateSchema = z.object({
  outcome: outcomeSchema.default(emptyOutcome),
  /** Cities that this import brought; places near them are looked at again when all are in. */
  created: z.array(z.string()).default([]),
  /** Areas are written and places given to the new cities. */
  isSettled: z.boolean().default(false),
  /** Whether what is stored just so is looked at as well. */
  again: z.boolean().default(false),
});

export interface RunState {
  outcome: Outcome;
  created: string[];
  isSettled: boolean;
  again: boolean;
}
export interface ImportRun {
  readonly id: string;
  readonly isFinished: boolean;
  recordsDone: number;
  state: RunState;
}

const runRowSchema = z.object({
  id: z.string(),
  status: z.enum(["running", "finished"]),
  recordsDone: z.coerce.number(),
  summary: stateSchema,
});

export interface RunKey {
  readonly source: string;
  readonly fileName: string;
  readonly fingerprint: string;
}

/** The run of this file, where it stopped or finished; a new one for a file that was never seen. */
export async function openRun(tx: Transaction, { source, fileName, fingerprint }: RunKey): Promise<ImportRun> {
  await tx.execute(sql`
    insert into import_runs (id, source, file_name, fingerprint, status)
    values (${randomUUID()}, ${source}, ${fileName}, ${fingerprint}, 'running')
    on conflict (source, fingerprint) do nothing`);
  const row = await tx.one(
    runRowSchema,
    sql`
      select id, status, records_done::text as "recordsDone", summary from import_runs
      where source = ${source} and fingerprint = ${fingerprint}`,
  );
  return { id: row.id, isFinished: row.status === "finished", recordsDone: row.recordsDone, state: row.summary };
}

export async function restartRun(tx: Transaction, run: ImportRun): Promise<ImportRun> {
  const state: RunState = { outcome: emptyOutcome(), created: [], isSettled: false, again: true };
  await tx.execute(sql`
    update import_runs
    set status = 'running', records_done = 0, summary = ${JSON.stringify(state)}::jsonb, started_at = now(), finished_at = null
    where id = ${run.id}`);
  return { id: run.id, isFinished: false, recordsDone: 0, state };
}

/** Throws when somebody else moved on meanwhile: two processes import one file. */
export async function advanceRun(tx: Transaction, run: ImportRun, recordsDone: number): Promise<void> {
  const moved = await tx.execute(sql`
    update import_runs set records_done = ${recordsDone}, summary = ${JSON.stringify(run.state)}::jsonb
    where id = ${run.id} and records_done = ${run.recordsDone} and status = 'running'`);
  if (moved === 1) return;
  throw new TripwrightError(
    "version_conflict",
    "Expected to be alone with this file, and another process imports it too. Let that one finish, or start again when it has stopped.",
  );
}

export async function finishRun(tx: Transaction, run: ImportRun): Promise<void> {
  await tx.execute(sql`update import_runs set status = 'finished', finished_at = now() where id = ${run.id}`);
}

/** When something of that name was last brought in whole; `null` for never. */
export async function lastImportOf(tx: Transaction, source: string, fileName: string): Promise<Date | null> {
  const row = await tx.one(
    z.object({ finishedAt: z.string().nullable() }),
    sql`
      select to_char(max(finished_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "finishedAt" from import_runs
      where source = ${source} and file_name = ${fileName} and status = 'finished'`,
  );
  return row.finishedAt === null ? null : new Date(row.finishedAt);
}
