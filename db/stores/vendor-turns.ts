/**
 * Turns with a vendor that wants to be asked now and then by a whole application: whatever processes there are take
 * them of one row, none ahead of its time, so that whoever stops waiting leaves no gap. Times are the database's own.
 */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { z } from "zod";
import type { Database } from "../transaction.ts";

export interface VendorTurn {
  readonly vendor: string;
  readonly everyMs: number;
}

/** `null` where the turn is ours; else in how many milliseconds there is one, and nothing was taken. */
export async function takeTurn(db: Database, { vendor, everyMs }: VendorTurn): Promise<number | null> {
  const key = `turns:${vendor}`;
  const every = sql`make_interval(secs => ${everyMs / 1000}::float8)`;
  return await db.transaction({ kind: "service" }, async (tx) => {
    const taken = await tx.maybeOne(
      z.object({ isOurs: z.boolean() }),
      sql`
        insert into search_claims as line (search_hash, claimed_by, claimed_until)
        values (${key}, ${randomUUID()}, clock_timestamp() + ${every})
        on conflict (search_hash) do update
        set claimed_by = excluded.claimed_by, claimed_until = clock_timestamp() + ${every}
        where line.claimed_until <= clock_timestamp()
        returning true as "isOurs"`,
    );
    if (taken) return null;
    const next = await tx.maybeOne(
      z.object({ waitMs: z.number() }),
      sql`
        select (extract(epoch from claimed_until - clock_timestamp()) * 1000)::float8 as "waitMs"
        from search_claims where search_hash = ${key}`,
    );
    return Math.max(1, Math.ceil(next?.waitMs ?? 1));
  });
}
