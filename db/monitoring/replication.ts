/** How far replicas are behind, seen from the primary, or how far behind this one is if it is a replica itself. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Transaction } from "../transaction.ts";

const replicaSchema = z.object({ name: z.string().nullable(), lagSeconds: z.number().nullable() });
const standingSchema = z.object({ isReplica: z.boolean(), mayLook: z.boolean(), lagSeconds: z.number().nullable() });

export interface Replication {
  /** A replica names itself by its application_name; no lag is said of one that has nothing left to do. */
  replicas: { name: string; lagSeconds: number }[];
  /** Replicas are there, but the service role may not see how far behind: `grant pg_monitor to tripwright_service`. */
  isHidden: boolean;
}

export async function readReplication(tx: Transaction): Promise<Replication> {
  const { isReplica, mayLook, lagSeconds } = await tx.one(
    standingSchema,
    // Everything that arrived is replayed: then the last commit may be old without any lag.
    sql`
      select pg_is_in_recovery() as "isReplica", pg_has_role(current_user, 'pg_read_all_stats', 'usage') as "mayLook",
        case when not pg_is_in_recovery() then null
          when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
          else extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8 end as "lagSeconds"`,
  );
  if (isReplica) {
    return { replicas: lagSeconds === null ? [] : [{ name: "this server", lagSeconds }], isHidden: false };
  }
  const rows = await tx.many(
    replicaSchema,
    sql`
      select application_name as name, extract(epoch from replay_lag)::float8 as "lagSeconds"
      from pg_stat_replication order by application_name, pid`,
  );
  const isHidden = rows.length > 0 && !mayLook;
  const replicas = rows.map(({ name, lagSeconds: lag }) => ({ name: name || "unnamed", lagSeconds: lag ?? 0 }));
  return { replicas: isHidden ? [] : replicas, isHidden };
}
