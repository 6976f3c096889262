/**
 * What autovacuum does not do. On a server: statistics of the partitioned tables as a whole. On the built-in
 * engine, which has no background processes: everything, by VACUUM, which cannot be part of a transaction and
 * so takes a connection of its own, one table at a time.
 */

import sql from "sql-template-tag";
import { z } from "zod";
import type { MigrationTarget } from "../migrate.ts";
import { queueSchemaOf } from "../queue/queue-schema.ts";
import { type Duty, inTurn } from "./duty.ts";

export const refreshStatistics: Duty = {
  name: "statistics",
  async run(context) {
    const done = await inTurn(context, "statistics", (tx) => tx.execute(sql`select analyze_partitioned_tables()`));
    return { counts: {}, isBusy: done === null };
  },
};

const tablesSchema = z.array(z.object({ name: z.string() }));

/** Only for the built-in engine: its clients are its owner. Returns how many tables were vacuumed. */
export async function vacuumAll(target: MigrationTarget, signal: AbortSignal): Promise<number> {
  const { schema = "public" } = target;
  const tables = await target.withClient(async (client) => {
    const { rows } = await client.query(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and c.relkind = 'r' order by 1`,
      [[schema, queueSchemaOf(schema)]],
    );
    return tablesSchema.parse(rows);
  });
  for (const { name } of tables) {
    signal.throwIfAborted();
    // A turn each, so that nobody waits for all of them.
    await target.withClient((client) => client.query(`vacuum (analyze) ${name}`));
  }
  return tables.length;
}
