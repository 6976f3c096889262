/**
 * The statements that take longest, from pg_stat_statements where it is installed. It keeps no percentile, so p95 is
 * that of the statements' means, each as often as it was called: 95 of 100 calls were of a statement at most this slow.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Transaction } from "../transaction.ts";

const TOP = 10;
const TEXT_LENGTH = 160;
/** Below this, a percentile is one statement's accident. */
const ENOUGH_CALLS = 100;

const installedSchema = z.object({ isInstalled: z.boolean(), mayLook: z.boolean() });
const statementSchema = z.object({ query: z.string(), meanSeconds: z.number(), calls: z.number() });
const percentileSchema = z.object({ p95Seconds: z.number().nullable(), calls: z.number() });

export interface SlowQueries {
  top: { query: string; meanSeconds: number; calls: number }[];
  /** Null when there were too few calls to say. */
  p95Seconds: number | null;
  /** Only the service role's own statements may be seen: `grant pg_monitor to tripwright_service`. */
  isPartial: boolean;
}

/** Null where the extension is not: on the built-in engine, or where nobody created it. */
export async function readSlowQueries(tx: Transaction): Promise<SlowQueries | null> {
  const { isInstalled, mayLook } = await tx.one(
    installedSchema,
    // Created and not preloaded, it would answer with an error; only once it is loaded has it settings.
    sql`
      select to_regclass('pg_stat_statements') is not null
        and current_setting('pg_stat_statements.max', true) is not null as "isInstalled",
        pg_has_role(current_user, 'pg_read_all_stats', 'usage') as "mayLook"`,
  );
  if (!isInstalled) return null;
  const statements = sql`
    from pg_stat_statements s join pg_database d on d.oid = s.dbid
    where d.datname = current_database() and s.calls > 0
      and s.query ~* '^\\s*(select|insert|update|delete|merge|with)\\y'`;
  const top = await tx.many(
    statementSchema,
    sql`
      select s.query, sum(s.total_exec_time) / sum(s.calls) / 1000 as "meanSeconds", sum(s.calls)::float8 as calls
      ${statements} group by s.query order by 2 desc limit ${TOP}`,
  );
  const { p95Seconds, calls } = await tx.one(
    percentileSchema,
    sql`
      select coalesce(max(so_far), 0)::float8 as calls, min(mean_exec_time) filter (where so_far >= 0.95 * total) / 1000 as "p95Seconds"
      from (
        select s.mean_exec_time, sum(s.calls) over (order by s.mean_exec_time) as so_far, sum(s.calls) over () as total
        ${statements}) ranked`,
  );
  return {
    top: top.map((statement) => ({ ...statement, query: withoutValues(statement.query) })),
    p95Seconds: calls < ENOUGH_CALLS ? null : p95Seconds,
    isPartial: !mayLook,
  };
}

/** The extension has put marks in the place of values already; what it left alone goes here. */
export function withoutValues(query: string): string {
  const plain = query
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "?")
    .replace(/'(?:[^']|'')*'?/g, "?")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > TEXT_LENGTH ? `${plain.slice(0, TEXT_LENGTH - 1)}…` : plain;
}
