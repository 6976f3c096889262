/**
 * Logs of calls leave the database after ninety days, activities after a year: whole months at a time, each
 * into one object of the archive. Without an archive they stay, and the report says so.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Archive } from "../../trip/ports.ts";
import { archiveMonth } from "./archive-month.ts";
import { type ArchiveSource, discardAbandoned, removeDiscarded } from "./archive-records.ts";
import type { Duty, DutyResult, MaintenanceContext } from "./duty.ts";
import { monthOf, PARTITIONED_TABLES, type PartitionedTable } from "./months.ts";

const partitionSchema = z.object({ name: z.string(), month: z.string() });
const monthSchema = z.object({ month: z.string() });

export const archiveOldRows: Duty = {
  name: "archive",
  async run(context) {
    const sources = (await Promise.all(PARTITIONED_TABLES.map((table) => sourcesOf(context, table)))).flat();
    if (!context.archive) return keptFor(sources);
    await context.db.transaction({ kind: "service" }, (tx) => discardAbandoned(tx, context));
    const result = await archiveAll(context, context.archive, sources);
    const cleared = await removeDiscarded(context.db, context.archive);
    return { ...result, counts: { ...result.counts, cleared } };
  },
};

/** Months that are past the cut-off to their last day, in partitions of their own or in the default one. */
function sourcesOf({ db, now }: MaintenanceContext, table: PartitionedTable): Promise<ArchiveSource[]> {
  const before = monthOf(table.cutOff(now));
  return db.transaction({ kind: "service" }, async (tx) => {
    const partitions = await tx.many(
      partitionSchema,
      sql`
        select c.relname as name, replace(right(c.relname, 7), '_', '-') || '-01' as month
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = ${table.name}::regclass and c.relname ~ '_[0-9]{4}_[0-9]{2}$' order by 1`,
    );
    const inDefault = await tx.many(
      monthSchema,
      sql`select month::text as month from months_in_default(${table.name}, ${`${before} 00:00+00`}::timestamptz) month`,
    );
    const tableName = table.name;
    return [
      ...partitions
        .filter(({ month }) => month < before)
        .map(({ name, month }) => ({ tableName, partitionName: name, month })),
      ...inDefault.map(({ month }) => ({ tableName, partitionName: `${tableName}_default`, month })),
    ];
  });
}

function keptFor(sources: readonly ArchiveSource[]): DutyResult {
  const notes = sources.map(
    ({ tableName, month }) =>
      `${tableName} of ${month.slice(0, 7)} is past its time and was kept, for no archive is configured`,
  );
  return { counts: { archived: 0, rows: 0, kept: sources.length, cleared: 0 }, notes };
}

async function archiveAll(
  context: MaintenanceContext,
  archive: Archive,
  sources: readonly ArchiveSource[],
): Promise<DutyResult> {
  const counts = { archived: 0, rows: 0, kept: 0 };
  const notes: string[] = [];
  let isBusy = false;
  for (const source of sources) {
    const name = `${source.tableName} of ${source.month.slice(0, 7)}`;
    context.onProgress(`Archiving ${name}`);
    const outcome = await archiveMonth(context, archive, source);
    if (outcome.kind === "archived") {
      counts.archived += 1;
      counts.rows += outcome.rowCount;
      notes.push(`${name}: ${outcome.rowCount} rows in ${outcome.byteSize} bytes`);
    } else {
      counts.kept += 1;
      isBusy ||= outcome.kind === "busy";
      if (outcome.kind === "changed") notes.push(`${name} changed while it was archived; the next run takes it`);
    }
  }
  return { counts, notes, isBusy };
}
