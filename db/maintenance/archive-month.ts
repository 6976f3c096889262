/**
 * One month's rows into the archive: named, read in pages, written, read back, and only then let go, in one
 * transaction that checks that they are still the same. Killed anywhere, the rows are all still in the table,
 * or all in the one object that a record names.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Archive } from "../../trip/ports.ts";
import type { Transaction } from "../transaction.ts";
import {
  type ArchiveSource,
  type Attempt,
  beginAttempt,
  forgetAttempt,
  giveUp,
  holdingLease,
  noteWritten,
  release,
  type Written,
} from "./archive-records.ts";
import { makeArchivedFile, verifyArchived } from "./archived-file.ts";
import type { MaintenanceContext } from "./duty.ts";
import { monthAfter, type PartitionedTable } from "./months.ts";

export type MonthOutcome =
  | { readonly kind: "archived"; readonly rowCount: number; readonly byteSize: number }
  /** Another process is at it, or has done it. */
  | { readonly kind: "busy" }
  /** Rows came, changed or went meanwhile; the next run takes them as they are then. */
  | { readonly kind: "changed" };

const PAGE_ROWS = 500;
const TABLES: Readonly<Record<PartitionedTable["name"], Sql>> = {
  external_api_logs: sql`external_api_logs`,
  user_activities: sql`user_activities`,
};

export async function archiveMonth(
  context: MaintenanceContext,
  archive: Archive,
  source: ArchiveSource,
): Promise<MonthOutcome> {
  const { db, workerId } = context;
  const attempt = await db.transaction({ kind: "service" }, async (tx) => {
    const begun = await beginAttempt(tx, source, { archive, workerId, replaces: null });
    if (!begun || (await isStillThere(tx, source))) return begun;
    await forgetAttempt(tx, begun);
    return null;
  });
  if (!attempt) return { kind: "busy" };
  let isSettled = false;
  try {
    const written = await holdingLease(db, attempt, () => writeRows(context, archive, source, attempt));
    const outcome = await db.transaction({ kind: "service" }, async (tx) => {
      await noteWritten(tx, attempt, written);
      return release(tx, attempt, context.now);
    });
    isSettled = outcome === "released";
    if (outcome === "released") return { kind: "archived", rowCount: written.rowCount, byteSize: written.byteSize };
    return { kind: outcome === "changed" ? "changed" : "busy" };
  } finally {
    if (!isSettled) await giveUp(db, archive, attempt);
  }
}

const thereSchema = z.object({ isThere: z.boolean() });

/** Another process may have taken it since it was found; from the attempt on, none can. */
async function isStillThere(tx: Transaction, { tableName, partitionName, month }: ArchiveSource): Promise<boolean> {
  const isThere =
    partitionName === `${tableName}_default`
      ? sql`exists (select from ${TABLES[tableName]} where ${inMonth(month)})`
      : sql`to_regclass(format('%I.%I', current_schema(), ${partitionName}::text)) is not null`;
  return (await tx.one(thereSchema, sql`select ${isThere} as "isThere"`)).isThere;
}

function inMonth(month: string): Sql {
  return sql`created_at >= ${`${month} 00:00+00`}::timestamptz
    and created_at < ${`${monthAfter(month)} 00:00+00`}::timestamptz`;
}

async function writeRows(
  context: MaintenanceContext,
  archive: Archive,
  source: ArchiveSource,
  { objectName }: Attempt,
): Promise<Written> {
  const { signal } = context;
  const sum = { rowCount: 0, fingerprint: 0n };
  await using file = await makeArchivedFile(linesOfMonth(context, source, sum), signal);
  await archive.put(objectName, file.content(), file, signal);
  await verifyArchived(archive, objectName, { ...sum, ...file }, signal);
  return { ...sum, byteSize: file.byteSize, sha256: file.sha256 };
}

const rowSchema = z.object({ id: z.string(), at: z.string(), line: z.string(), fingerprint: z.coerce.bigint() });

/** In the order of the primary key, so that each page is a short transaction that reads only its own rows. */
async function* linesOfMonth(
  { db, signal }: MaintenanceContext,
  { tableName, month }: ArchiveSource,
  sum: { rowCount: number; fingerprint: bigint },
): AsyncIterable<string> {
  const table = TABLES[tableName];
  let last: { id: string; at: string } | null = null;
  for (;;) {
    signal.throwIfAborted();
    const after: Sql = last ? sql`and (id, created_at) > (${last.id}::uuid, ${last.at}::timestamptz)` : sql``;
    const page = await db.transaction({ kind: "service" }, (tx) =>
      tx.many(
        rowSchema,
        sql`
          select id, created_at::text as at, row_to_json(t)::text as line,
            row_fingerprint(id, updated_at)::text as fingerprint
          from ${table} t
          where ${inMonth(month)} ${after}
          order by id, created_at limit ${PAGE_ROWS}`,
      ),
    );
    for (const { id, at, line, fingerprint } of page) {
      yield line;
      sum.rowCount += 1;
      sum.fingerprint ^= fingerprint;
      last = { id, at };
    }
    if (page.length < PAGE_ROWS) return;
  }
}
