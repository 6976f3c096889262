/**
 * The table `archived_partitions`, in which every object of the archive is named before it is written. An
 * attempt is its process's while that renews the lease; what a dead process or a lost race left behind is
 * discarded, and its object removed.
 */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { z } from "zod";
import type { Archive } from "../../trip/ports.ts";
import type { Database, Transaction } from "../transaction.ts";
import type { MaintenanceContext } from "./duty.ts";
import type { PartitionedTable } from "./months.ts";

const LEASE = "2 minutes";
const RENEW_MS = 30_000;

/** A month's rows: those of a partition of their own, or of the default one. */
export interface ArchiveSource {
  readonly tableName: PartitionedTable["name"];
  readonly partitionName: string;
  readonly month: string;
}

export interface Attempt {
  readonly id: string;
  readonly objectName: string;
}

export interface Written {
  readonly rowCount: number;
  readonly byteSize: number;
  readonly sha256: string;
  /** `null` for a file that was made from another one. */
  readonly fingerprint: bigint | null;
}

const workerSchema = z.object({ workerId: z.string() });
const idSchema = z.object({ id: z.string() });

/** Gives up attempts whose process is dead or has stopped renewing; returns how many. */
export async function discardAbandoned(
  tx: Transaction,
  { isWorkerAlive }: Pick<MaintenanceContext, "isWorkerAlive">,
): Promise<number> {
  const workers = await tx.many(
    workerSchema,
    sql`select distinct worker_id as "workerId" from archived_partitions where state = 'writing'`,
  );
  const dead = workers.map(({ workerId }) => workerId).filter((id) => !isWorkerAlive(id));
  return tx.execute(sql`
    update archived_partitions set state = 'discarded'
    where state = 'writing' and (lease_expires_at < now() or worker_id = any(${dead}))`);
}

/** `null` while another process has an attempt at the same rows. */
export async function beginAttempt(
  tx: Transaction,
  { tableName, partitionName, month }: ArchiveSource,
  { archive, workerId, replaces }: { archive: Archive; workerId: string; replaces: string | null },
): Promise<Attempt | null> {
  const id = randomUUID();
  // A name of its own: what becomes of one attempt never touches the object of another.
  const objectName = `${tableName}/${tableName}_${month.slice(0, 7).replace("-", "_")}.${id}.jsonl.gz`;
  const begun = await tx.maybeOne(
    idSchema,
    sql`
      insert into archived_partitions (
        id, table_name, partition_name, month, object_name, location, worker_id, lease_expires_at, replaces)
      values (
        ${id}, ${tableName}, ${partitionName}, ${month}::date, ${objectName}, ${archive.location(objectName)},
        ${workerId}, now() + ${LEASE}::interval, ${replaces}::uuid)
      on conflict (partition_name, month) where state = 'writing' and replaces is null do nothing
      returning id`,
  );
  return begun && { id, objectName };
}

/** For an attempt of which nothing has been written yet. */
export async function forgetAttempt(tx: Transaction, { id }: Attempt): Promise<void> {
  await tx.execute(sql`delete from archived_partitions where id = ${id}`);
}

/** Renews the lease for as long as the work takes; a lost lease shows when the attempt is to be settled. */
export async function holdingLease<Result>(
  db: Database,
  { id }: Attempt,
  work: () => Promise<Result>,
): Promise<Result> {
  const renew = (): Promise<number> =>
    db.transaction({ kind: "service" }, (tx) =>
      tx.execute(sql`
        update archived_partitions set lease_expires_at = now() + ${LEASE}::interval
        where id = ${id} and state = 'writing'`),
    );
  const timer = setInterval(() => void renew().catch(() => undefined), RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Said before the rows go, so that the database can compare. */
export async function noteWritten(tx: Transaction, { id }: Attempt, written: Written): Promise<void> {
  await tx.execute(sql`
    update archived_partitions
    set row_count = ${written.rowCount}, byte_size = ${written.byteSize}, sha256 = ${written.sha256},
      rows_fingerprint = ${written.fingerprint?.toString() ?? null}::bigint
    where id = ${id} and state = 'writing'`);
}

const releasedSchema = z.object({ outcome: z.enum(["released", "changed", "lost"]) });

/** The rows leave the table and the record becomes good, both or neither. */
export async function release(tx: Transaction, { id }: Attempt, now: Date): Promise<"released" | "changed" | "lost"> {
  const { outcome } = await tx.one(
    releasedSchema,
    sql`select release_archived_rows(${id}, ${now.toISOString()}) as outcome`,
  );
  return outcome;
}

/** Best effort, for a failure is on its way up: what cannot be said or removed now falls to the next run. */
export async function giveUp(db: Database, archive: Archive, { id, objectName }: Attempt): Promise<void> {
  try {
    const discarded = await db.transaction({ kind: "service" }, (tx) =>
      tx.execute(sql`update archived_partitions set state = 'discarded' where id = ${id} and state = 'writing'`),
    );
    // Not ours to remove where the last transaction did take, though its outcome never reached us.
    if (discarded > 0) await archive.remove(objectName);
  } catch {
    // The failure that led here is the one to tell.
  }
}

export async function discard(tx: Transaction, { id }: { id: string }): Promise<number> {
  return tx.execute(sql`update archived_partitions set state = 'discarded' where id = ${id} and state <> 'discarded'`);
}

/** The new object takes the place of the old one; `false` when somebody else has replaced that meanwhile. */
export async function replaceArchived(tx: Transaction, { id }: Attempt, oldId: string): Promise<boolean> {
  const swapped = await tx.maybeOne(
    idSchema,
    sql`
      with old as (
        update archived_partitions set state = 'discarded'
        where id = ${oldId} and state = 'archived'
          and exists (select from archived_partitions where id = ${id} and state = 'writing')
        returning archived_at)
      update archived_partitions set state = 'archived', archived_at = old.archived_at from old
      where id = ${id} and state = 'writing' returning id`,
  );
  return swapped !== null;
}

const discardedSchema = z.object({ id: z.string(), objectName: z.string(), location: z.string() });

/**
 * Removes the objects that are no longer wanted; returns how many records went with them. The record of an
 * unfinished attempt stays for a day, because its process may be asleep and still write.
 */
export async function removeDiscarded(db: Database, archive: Archive): Promise<number> {
  const discarded = await db.transaction({ kind: "service" }, (tx) =>
    tx.many(
      discardedSchema,
      sql`select id, object_name as "objectName", location from archived_partitions where state = 'discarded'`,
    ),
  );
  let removed = 0;
  for (const { id, objectName, location } of discarded) {
    if (archive.location(objectName) !== location) continue;
    await archive.remove(objectName);
    removed += await db.transaction({ kind: "service" }, (tx) =>
      tx.execute(sql`
        delete from archived_partitions
        where id = ${id} and state = 'discarded'
          and (archived_at is not null or updated_at < now() - interval '1 day')`),
    );
  }
  return removed;
}
