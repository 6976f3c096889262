/**
 * What is watched, as Prometheus metrics: times and counts that this process keeps itself, and the database's own
 * figures, read anew whenever somebody asks. A figure that nobody has is absent, never zero.
 */
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { type AskReplica, type DatabaseFigures, readDatabaseFigures } from "../db/monitoring/database-figures.ts";
import type { DatabaseObserver, Observation } from "../db/monitoring/observe-database.ts";
import type { Database } from "../db/transaction.ts";
import type { CallObserver } from "../providers/kernel/make-call.ts";
import type { LookupOutcome } from "../providers/offers/vendor-answers.ts";
import { quantileOf } from "./quantile.ts";

/** 100 ms and 500 ms are the design's target and alert; around them it is told apart finely. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Fewer statements than this have no percentile worth telling. */
const ENOUGH_STATEMENTS = 20;

export interface Metrics {
  readonly registry: Registry;
  readonly observer: DatabaseObserver;
  readonly onLookup: (cache: "flights" | "stays", outcome: LookupOutcome) => void;
  readonly onVendorCall: CallObserver;
  /** Of this process's own statements, in seconds; null until there are enough. */
  ownQueryP95(): Promise<number | null>;
  /** The exposition, with figures of this moment. */
  text(database: Database, askReplica?: AskReplica): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const own = ownMetrics(registry);
  const gauges = figureGauges(registry);
  const up = new Gauge({
    name: "tripwright_db_up",
    help: "Whether the database answered just now",
    registers: [registry],
  });
  return {
    registry,
    observer: {
      onTransaction: (seen) => own.transactions.observe(labelsOf(seen), seen.durationMs / 1000),
      onStatement: (seen) => own.queries.observe(labelsOf(seen), seen.durationMs / 1000),
    },
    onLookup: (cache, outcome) => own.lookups.inc({ cache, outcome }),
    onVendorCall: ({ vendor, outcome, durationMs }) => {
      own.vendorCalls.inc({ vendor, outcome });
      if (durationMs !== null) own.vendorTimes.observe({ vendor }, durationMs / 1000);
    },
    ownQueryP95: async () => quantileOf((await own.queries.get()).values, 0.95, ENOUGH_STATEMENTS),
    async text(database, askReplica) {
      showPool(gauges, database);
      const figures = await readDatabaseFigures(database, askReplica).catch(() => null);
      up.set(figures === null ? 0 : 1);
      forget(gauges);
      if (figures) showFigures(gauges, figures);
      return registry.metrics();
    },
  };
}

const labelsOf = ({ actor, outcome }: Observation): { actor: string; outcome: string } => ({ actor, outcome });

function ownMetrics(registry: Registry) {
  const registers = [registry];
  const labelNames = ["actor", "outcome"] as const;
  return {
    queries: new Histogram({
      name: "tripwright_db_query_duration_seconds",
      help: "Time of a statement, by whose rights it had",
      labelNames,
      buckets: SECONDS,
      registers,
    }),
    transactions: new Histogram({
      name: "tripwright_db_transaction_duration_seconds",
      help: "Time of a transaction with its wait for a connection and all attempts",
      labelNames,
      buckets: SECONDS,
      registers,
    }),
    lookups: new Counter({
      name: "tripwright_search_cache_lookups_total",
      help: "Looks for a vendor's answer to a flight or stay search",
      labelNames: ["cache", "outcome"],
      registers,
    }),
    vendorCalls: new Counter({
      name: "tripwright_vendor_calls_total",
      help: "Requests to vendors by how they ended; held: not made, for a limit or after failures",
      labelNames: ["vendor", "outcome"],
      registers,
    }),
    vendorTimes: new Histogram({
      name: "tripwright_vendor_call_duration_seconds",
      help: "Time of a request to a vendor until its answer is read",
      labelNames: ["vendor"],
      buckets: SECONDS,
      registers,
    }),
  };
}

/** Name, help and labels of what stands for the database's and the pool's state. */
const GAUGES = {
  poolMax: ["tripwright_db_pool_max_connections", "Connections this process may hold", []],
  poolOpen: ["tripwright_db_pool_connections", "Connections this process holds, by state", ["state"]],
  poolWaiting: ["tripwright_db_pool_waiting", "Callers that wait for a connection", []],
  poolUse: ["tripwright_db_pool_use_ratio", "Share of the pool that is in use", []],
  indexHits: ["tripwright_db_index_hit_ratio", "Share of index blocks found in memory", []],
  tableHits: ["tripwright_db_table_hit_ratio", "Share of table blocks found in memory", []],
  size: ["tripwright_db_size_bytes", "Size of the database", []],
  connections: ["tripwright_db_connections", "Connections to the database, everybody's", []],
  connectionsMax: ["tripwright_db_max_connections", "Connections the server takes", []],
  deadlocks: ["tripwright_db_deadlocks", "Deadlocks since the statistics were reset", []],
  lag: ["tripwright_db_replication_lag_seconds", "How far a replica is behind", ["replica"]],
  slowMean: ["tripwright_db_slow_query_mean_seconds", "Mean time of the slowest statements, without values", ["query"]],
  slowCalls: ["tripwright_db_slow_query_calls", "How often the slowest statements were called", ["query"]],
  oldest: ["tripwright_db_oldest_partition_timestamp_seconds", "When the oldest month kept began", ["table"]],
  ahead: ["tripwright_db_partitions_ahead", "Months to come that have their partition", ["table"]],
  cacheEntries: ["tripwright_search_cache_entries", "Answers kept", ["cache"]],
  cacheHits: ["tripwright_search_cache_stored_hit_ratio", "Hits among hits and entries, of all processes", ["cache"]],
  jobs: ["tripwright_planning_jobs", "Planning runs by status", ["status"]],
} as const satisfies Record<string, readonly [string, string, readonly string[]]>;

type Gauges = Readonly<Record<keyof typeof GAUGES, Gauge>>;

function figureGauges(registry: Registry): Gauges {
  const made = Object.entries(GAUGES).map(([key, [name, help, labelNames]]) => [
    key,
    new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] }),
  ]);
  return Object.fromEntries(made);
}

const OF_THE_POOL: readonly string[] = ["poolMax", "poolOpen", "poolWaiting", "poolUse"];

const isWithoutLabels = (key: string): boolean =>
  Object.entries(GAUGES).some(([one, [, , labelNames]]) => one === key && labelNames.length === 0);

/** A gauge without labels would say 0 until it is set. */
function forget(gauges: Gauges): void {
  for (const [key, gauge] of Object.entries(gauges)) {
    if (OF_THE_POOL.includes(key)) continue;
    gauge.reset();
    if (isWithoutLabels(key)) gauge.remove();
  }
}

function showPool(gauges: Gauges, database: Database): void {
  const { max, open, idle, waiting } = database.poolUse();
  gauges.poolMax.set(max);
  gauges.poolOpen.set({ state: "idle" }, idle);
  gauges.poolOpen.set({ state: "busy" }, open - idle);
  gauges.poolWaiting.set(waiting);
  gauges.poolUse.set((open - idle) / max);
}

function showFigures(gauges: Gauges, figures: DatabaseFigures): void {
  const { connections, slowQueries } = figures;
  setKnown(gauges.indexHits, figures.indexHitRatio);
  setKnown(gauges.tableHits, figures.tableHitRatio);
  gauges.size.set(figures.sizeBytes);
  setKnown(gauges.connections, connections?.open ?? null);
  setKnown(gauges.connectionsMax, connections?.max ?? null);
  gauges.deadlocks.set(figures.deadlocks);
  for (const { name, lagSeconds } of figures.replication.replicas) gauges.lag.set({ replica: name }, lagSeconds);
  for (const { query, meanSeconds, calls } of slowQueries?.top ?? []) {
    gauges.slowMean.set({ query }, meanSeconds);
    gauges.slowCalls.set({ query }, calls);
  }
  for (const { table, oldest, ahead } of figures.partitions) {
    gauges.oldest.set({ table }, oldest);
    gauges.ahead.set({ table }, ahead);
  }
  for (const { cache, entries, hitRatio } of figures.caches) {
    gauges.cacheEntries.set({ cache }, entries);
    if (hitRatio !== null) gauges.cacheHits.set({ cache }, hitRatio);
  }
  for (const { status, jobs } of figures.jobs) gauges.jobs.set({ status }, jobs);
}

function setKnown(gauge: Gauge, value: number | null): void {
  if (value !== null) gauge.set(value);
}
