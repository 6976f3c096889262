/**
 * What the database says about itself, for whoever watches it. Read with the service role's rights; what the engine has
 * not, or has not enough of to mean anything, is null or left out, never zero.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Database, Transaction } from "../transaction.ts";
import { type Replication, readReplication } from "./replication.ts";
import { readSlowQueries, type SlowQueries } from "./slow-queries.ts";

/** A ratio of fewer blocks than this says more about the last few minutes than about the cache. */
const ENOUGH_BLOCKS = 10_000;
/** Fewer answers than this are chance. */
const ENOUGH_LOOKUPS = 20;

const serverSchema = z.object({
  indexHits: z.number(),
  indexReads: z.number(),
  tableHits: z.number(),
  tableReads: z.number(),
  sizeBytes: z.number(),
  connections: z.number(),
  connectionsMax: z.number(),
  deadlocks: z.number(),
});
const cacheSchema = z.object({ cache: z.enum(["flights", "stays"]), entries: z.number(), hits: z.number() });
const partitionSchema = z.object({ table: z.string(), oldest: z.number(), ahead: z.number() });
const jobsSchema = z.object({ status: z.string(), jobs: z.number() });

export interface DatabaseFigures {
  indexHitRatio: number | null;
  tableHitRatio: number | null;
  sizeBytes: number;
  /** Null on the built-in engine, whose clients share one session. */
  connections: { open: number; max: number } | null;
  deadlocks: number;
  /** An answer is kept when it was not there, so an entry is a miss; one kept again counts as the same. */
  caches: { cache: "flights" | "stays"; entries: number; hitRatio: number | null }[];
  /** Month by month; `oldest` is when its first month began, in seconds since 1970. */
  partitions: { table: string; oldest: number; ahead: number }[];
  jobs: { status: string; jobs: number }[];
  replication: Replication;
  slowQueries: SlowQueries | null;
}

/** Seconds, as the replica itself says; null when it does not know. */
export type AskReplica = () => Promise<number | null>;

/**
 * The primary's word about a replica is as old as the last one that came from there, so a replica that can be asked is
 * asked; one that does not answer is left out here, and missed where reads go to it.
 */
export async function readDatabaseFigures(db: Database, askReplica?: AskReplica): Promise<DatabaseFigures> {
  const figures = await readOwnFigures(db);
  const lagSeconds = await askReplica?.().catch(() => null);
  if (lagSeconds == null) return figures;
  const replicas = [...figures.replication.replicas, { name: "read replica", lagSeconds }];
  return { ...figures, replication: { ...figures.replication, replicas } };
}

function readOwnFigures(db: Database): Promise<DatabaseFigures> {
  return db.transaction({ kind: "service" }, async (tx) => {
    const server = await readServer(tx);
    const caches = await readCaches(tx);
    return {
      indexHitRatio: ratio(server.indexHits, server.indexReads, ENOUGH_BLOCKS),
      tableHitRatio: ratio(server.tableHits, server.tableReads, ENOUGH_BLOCKS),
      sizeBytes: server.sizeBytes,
      connections: db.kind === "server" ? { open: server.connections, max: server.connectionsMax } : null,
      deadlocks: server.deadlocks,
      caches: caches.map(({ cache, entries, hits }) => {
        return { cache, entries, hitRatio: ratio(hits, entries, ENOUGH_LOOKUPS) };
      }),
      partitions: await readPartitions(tx),
      jobs: await readJobs(tx),
      replication: await readReplication(tx),
      slowQueries: await readSlowQueries(tx),
    };
  });
}

function ratio(hits: number, misses: number, enough: number): number | null {
  return hits + misses < enough ? null : hits / (hits + misses);
}

function readServer(tx: Transaction): Promise<z.infer<typeof serverSchema>> {
  return tx.one(
    serverSchema,
    sql`
      select i.hits as "indexHits", i.reads as "indexReads", t.hits as "tableHits", t.reads as "tableReads",
        pg_database_size(current_database())::float8 as "sizeBytes", d.numbackends as connections,
        current_setting('max_connections')::integer as "connectionsMax", d.deadlocks::float8 as deadlocks
      from pg_stat_database d,
        (select coalesce(sum(idx_blks_hit), 0)::float8 as hits, coalesce(sum(idx_blks_read), 0)::float8 as reads
         from pg_statio_user_indexes where schemaname = current_schema()) i,
        (select coalesce(sum(heap_blks_hit), 0)::float8 as hits, coalesce(sum(heap_blks_read), 0)::float8 as reads
         from pg_statio_user_tables where schemaname = current_schema()) t
      where d.datname = current_database()`,
  );
}

function readCaches(tx: Transaction): Promise<z.infer<typeof cacheSchema>[]> {
  return tx.many(
    cacheSchema,
    sql`
      select 'flights' as cache, count(*)::float8 as entries, coalesce(sum(hit_count), 0)::float8 as hits
      from flight_search_cache
      union all
      select 'stays', count(*)::float8, coalesce(sum(hit_count), 0)::float8 from accommodation_search_cache`,
  );
}

function readPartitions(tx: Transaction): Promise<z.infer<typeof partitionSchema>[]> {
  return tx.many(
    partitionSchema,
    sql`
      select parent.relname as "table", extract(epoch from min(m.first_day))::float8 as oldest,
        (count(*) filter (where m.first_day > now() at time zone 'UTC'))::float8 as ahead
      from pg_inherits i join pg_class parent on parent.oid = i.inhparent join pg_class c on c.oid = i.inhrelid,
        lateral (select to_date(substring(c.relname from '_(\\d{4}_\\d{2})$'), 'YYYY_MM') as first_day) m
      where parent.relnamespace = current_schema()::regnamespace and parent.relkind = 'p' and m.first_day is not null
      group by parent.relname order by parent.relname`,
  );
}

function readJobs(tx: Transaction): Promise<z.infer<typeof jobsSchema>[]> {
  return tx.many(
    jobsSchema,
    sql`select status, count(*)::float8 as jobs from ai_planning_jobs group by status order by status`,
  );
}
