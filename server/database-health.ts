/** The design's five figures of the database, each beside its target, for `doctor`. */
import { type AskReplica, type DatabaseFigures, readDatabaseFigures } from "../db/monitoring/database-figures.ts";
import { judge, type Metric, type Standing, TARGETS } from "../db/monitoring/targets.ts";
import type { Database } from "../db/transaction.ts";
import type { Metrics } from "./metrics.ts";

export interface HealthLine {
  metric: Metric;
  /** In seconds or as a share; null when nobody knows. */
  value: number | null;
  standing: Standing | "no data yet";
  target: number;
  alert: number;
  /** For people: the figure, its target, and where it comes from or why there is none. */
  says: string;
}

export async function readHealth(database: Database, metrics: Metrics, askReplica?: AskReplica): Promise<HealthLine[]> {
  const figures = await readDatabaseFigures(database, askReplica);
  const { open, idle, max } = database.poolUse();
  return [
    await queryTime(figures, metrics),
    line("indexHitRatio", figures.indexHitRatio, "blocks of indexes found in memory, since the statistics were reset"),
    line("cacheHitRatio", cacheHitRatio(figures), "searches answered without asking a provider"),
    line("poolUse", (open - idle) / max, `${open - idle} of ${max} connections of this command`),
    replicationLag(figures),
  ];
}

async function queryTime({ slowQueries }: DatabaseFigures, metrics: Metrics): Promise<HealthLine> {
  if (slowQueries?.p95Seconds != null) {
    const source = slowQueries.isPartial
      ? "of background statements only, from pg_stat_statements: grant pg_monitor to tripwright_service to see all"
      : "of the statements' means, from pg_stat_statements";
    return line("queryP95", slowQueries.p95Seconds, source);
  }
  return line("queryP95", await metrics.ownQueryP95(), "of this command's own statements");
}

/** The worse of the two, so that a good one does not hide it. */
function cacheHitRatio({ caches }: DatabaseFigures): number | null {
  const known = caches.flatMap(({ hitRatio }) => (hitRatio === null ? [] : [hitRatio]));
  return known.length === 0 ? null : Math.min(...known);
}

function replicationLag({ replication }: DatabaseFigures): HealthLine {
  const lags = replication.replicas.map(({ lagSeconds }) => lagSeconds);
  if (lags.length === 0 && replication.isHidden) {
    return line("replicationLag", null, "there are replicas: grant pg_monitor to tripwright_service to see their lag");
  }
  if (lags.length === 0) return line("replicationLag", null, "no replica is connected");
  return line("replicationLag", Math.max(...lags), `the slowest of ${lags.length}`);
}

function line(metric: Metric, value: number | null, source: string): HealthLine {
  const { name, unit, isGood, target, alert } = TARGETS[metric];
  const shown = (number: number): string => (unit === "ratio" ? percent(number) : duration(number));
  const wanted = `target ${isGood === "below" ? "<" : ">"} ${shown(target)}`;
  const standing = value === null ? "no data yet" : judge(TARGETS[metric], value);
  const says = `${name}: ${value === null ? standing : `${shown(value)}, ${standing}`} (${wanted}; ${source})`;
  return { metric, value, standing, target, alert, says };
}

const percent = (ratio: number): string => `${Number((100 * ratio).toFixed(1))} %`;
const duration = (seconds: number): string =>
  seconds < 1 ? `${Number((1000 * seconds).toFixed(1))} ms` : `${Number(seconds.toFixed(2))} s`;
