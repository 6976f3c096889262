/**
 * An erased traveller's activities leave the archives too. To be called once the account is gone from the
 * database: a month that is being archived meanwhile then no longer matches what was read of it and is taken
 * anew. Objects are never changed: one without the traveller's lines takes the old one's place, and the old
 * one is removed. May be called again after a failure, and as often as one likes.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Archive } from "../../trip/ports.ts";
import {
  type ArchiveSource,
  beginAttempt,
  discard,
  discardAbandoned,
  giveUp,
  holdingLease,
  noteWritten,
  removeDiscarded,
  replaceArchived,
  type Written,
} from "./archive-records.ts";
import { linesOf, makeArchivedFile, verifyArchived } from "./archived-file.ts";
import type { MaintenanceContext } from "./duty.ts";

export interface ArchiveErasure {
  /** Objects that held something of the traveller's and hold it no longer. */
  readonly rewritten: number;
  readonly linesRemoved: number;
  /** Objects recorded as archived elsewhere than here: until they are reached too, the erasure is not complete. */
  readonly unreachable: readonly string[];
}

export type EraseContext = Pick<MaintenanceContext, "db" | "archive" | "signal" | "workerId" | "isWorkerAlive">;

const TABLE = "user_activities";
const recordSchema = z.object({
  id: z.string(),
  objectName: z.string(),
  location: z.string(),
  partitionName: z.string(),
  month: z.string(),
});
type ArchiveRecord = z.infer<typeof recordSchema>;

export async function eraseFromArchives(context: EraseContext, userId: string): Promise<ArchiveErasure> {
  const { db, archive } = context;
  const seen = new Set<string>();
  const unreachable: string[] = [];
  let rewritten = 0;
  let linesRemoved = 0;
  // What another erasure replaces meanwhile comes up again under its new record.
  for (let fresh = await unseen(context, seen); fresh.length > 0; fresh = await unseen(context, seen)) {
    for (const record of fresh) {
      seen.add(record.id);
      if (archive?.location(record.objectName) !== record.location) {
        unreachable.push(record.location);
        continue;
      }
      const removed = await eraseUnlessReplaced(context, archive, record, userId, seen);
      linesRemoved += removed;
      if (removed > 0) rewritten += 1;
    }
  }
  if (archive) {
    await db.transaction({ kind: "service" }, (tx) => discardAbandoned(tx, context));
    await removeDiscarded(db, archive);
  }
  return { rewritten, linesRemoved, unreachable };
}

async function unseen({ db }: EraseContext, seen: ReadonlySet<string>): Promise<ArchiveRecord[]> {
  const records = await db.transaction({ kind: "service" }, (tx) =>
    tx.many(
      recordSchema,
      sql`
        select id, object_name as "objectName", location, partition_name as "partitionName", month::text as month
        from archived_partitions where table_name = ${TABLE} and state = 'archived' order by month, id`,
    ),
  );
  return records.filter(({ id }) => !seen.has(id));
}

/** An object that another erasure has replaced and removed under our eyes is no failure: its successor comes up. */
async function eraseUnlessReplaced(...args: Parameters<typeof eraseFromOne>): Promise<number> {
  const [{ db }, , { id }] = args;
  try {
    return await eraseFromOne(...args);
  } catch (error) {
    const isStillThere = await db.transaction({ kind: "service" }, (tx) =>
      tx.execute(sql`select from archived_partitions where id = ${id} and state = 'archived'`),
    );
    if (isStillThere > 0) throw error;
    return 0;
  }
}

/** Returns how many lines went; the new record counts as seen. */
async function eraseFromOne(
  context: EraseContext,
  archive: Archive,
  record: ArchiveRecord,
  userId: string,
  seen: Set<string>,
): Promise<number> {
  const { db, signal, workerId } = context;
  const lines = await countLines(linesOf(archive, record.objectName, signal), userId);
  if (lines.theirs === 0) return 0;
  if (lines.others === 0) {
    return (await db.transaction({ kind: "service" }, (tx) => discard(tx, record))) > 0 ? lines.theirs : 0;
  }
  const source: ArchiveSource = { tableName: TABLE, partitionName: record.partitionName, month: record.month };
  const attempt = await db.transaction({ kind: "service" }, (tx) =>
    beginAttempt(tx, source, { archive, workerId, replaces: record.id }),
  );
  if (!attempt) return 0;
  let isReplaced = false;
  try {
    isReplaced = await holdingLease(db, attempt, async () => {
      const written = await rewrite(context, archive, { from: record.objectName, to: attempt.objectName }, userId);
      return db.transaction({ kind: "service" }, async (tx) => {
        await noteWritten(tx, attempt, written);
        return replaceArchived(tx, attempt, record.id);
      });
    });
  } finally {
    if (isReplaced) seen.add(attempt.id);
    else await giveUp(db, archive, attempt);
  }
  return isReplaced ? lines.theirs : 0;
}

async function rewrite(
  { signal }: EraseContext,
  archive: Archive,
  { from, to }: { from: string; to: string },
  userId: string,
): Promise<Written> {
  let rowCount = 0;
  async function* othersLines(): AsyncIterable<string> {
    for await (const line of linesOf(archive, from, signal)) {
      if (isOf(line, userId)) continue;
      rowCount += 1;
      yield line;
    }
  }
  await using file = await makeArchivedFile(othersLines(), signal);
  await archive.put(to, file.content(), file, signal);
  const { byteSize, sha256 } = file;
  await verifyArchived(archive, to, { rowCount, byteSize, sha256 }, signal);
  return { rowCount, byteSize, sha256, fingerprint: null };
}

async function countLines(lines: AsyncIterable<string>, userId: string): Promise<{ theirs: number; others: number }> {
  const count = { theirs: 0, others: 0 };
  for await (const line of lines) count[isOf(line, userId) ? "theirs" : "others"] += 1;
  return count;
}

const activitySchema = z.object({ user_id: z.string() });

/** The id may stand in somebody else's details too; only the column counts. */
function isOf(line: string, userId: string): boolean {
  const wanted = userId.toLowerCase();
  return line.includes(wanted) && activitySchema.parse(JSON.parse(line)).user_id === wanted;
}
