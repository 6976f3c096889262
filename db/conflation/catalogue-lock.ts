/** One writer of the catalogue at a time: the seed, an import's batch, somebody's verification. */
import sql from "sql-template-tag";
import type { Transaction } from "../transaction.ts";

/** Until the transaction ends. Whoever computes rows from records takes it before reading them. */
export async function lockCatalogue(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '60s'`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('tripwright.catalogue'))`);
}
