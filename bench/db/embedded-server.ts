/**
 * The built-in database in a folder of its own: how long it takes to be there (nothing cached, template
 * cached, folder there already), how fast it reads, what it holds in memory.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase } from "../../db/connect.ts";
import { ensureHost, type RunningHost, stopHost } from "../../db/embedded/ensure-host.ts";
import { type MemoryUse, memoryOf } from "./memory.ts";
import { readSettings, type Settings } from "./native-server.ts";
import { growWorld } from "./world/grow.ts";
import { measureAt, openWorld, SCHEMA, type SizeReport, type WorldOptions } from "./world-on.ts";

export interface EmbeddedReport {
  readonly settings: Settings;
  readonly size: SizeReport;
  readonly startSeconds: { readonly cold: number; readonly fromTemplate: number; readonly reopening: number };
  readonly memory: {
    /** Fresh, before any data. */
    readonly started: MemoryUse;
    /** After loading and building indexes, the most demanding it is ever asked to do. */
    readonly loaded: MemoryUse;
    /** A host that only serves: reopened, measured, at rest. */
    readonly served: MemoryUse;
  };
}

const MINUTE_MS = 60_000;
/** Building an index is one statement, and the engine ends those that run longer than its limit. */
const STATEMENT_LIMIT_MS = 30 * MINUTE_MS;
/** The graph of a hundred thousand vectors is built in memory or not in reasonable time. */
const INDEX_MEMORY = "192MB";
const POOL_SIZE = 1;
const SAVINGS = 20;
const PIECE = 1_000;

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

export async function measureEmbedded(
  rows: number,
  { calls, keep, onProgress }: { calls: number; keep: boolean; onProgress: (message: string) => void },
): Promise<EmbeddedReport> {
  const root = await mkdtemp(join(tmpdir(), "tripwright-bench-"));
  const [home, otherHome, cacheDir] = [join(root, "home"), join(root, "other"), join(root, "cache")];
  const options: WorldOptions = { calls, savings: SAVINGS, workers: 1, piece: PIECE, onProgress };
  const start = (folder: string): Promise<RunningHost> =>
    ensureHost({ home: folder, cacheDir, idleMs: 10 * MINUTE_MS, statementLimitMs: STATEMENT_LIMIT_MS });
  const connect = () => connectDatabase({ home, cacheDir, schema: SCHEMA, poolSize: POOL_SIZE });
  try {
    const cold = await timed(() => start(home));
    onProgress(`cold start in ${cold.seconds.toFixed(1)} s`);
    const fresh = await timed(() => start(otherHome));
    onProgress(`start from the template in ${fresh.seconds.toFixed(1)} s`);
    await stopHost(otherHome);
    const { pid } = cold.result.status;
    const started = await memoryOf(pid);

    const loading = await connect();
    await openWorld(loading, rows, options);
    const target = loading.migrations;
    const growth = await growWorld({ ...options, target, places: rows, maintenanceMemory: INDEX_MEMORY });
    const loaded = await memoryOf(pid);
    await loading.close();
    await stopHost(home);

    const reopened = await timed(() => start(home));
    onProgress(`reopened in ${reopened.seconds.toFixed(1)} s`);
    const serving = await connect();
    const measured = await measureAt(serving, rows, options);
    const served = await memoryOf(reopened.result.status.pid);
    const settings = await readSettings(serving.migrations);
    await serving.close();
    return {
      settings: { ...settings, maintenance_work_mem: `${settings.maintenance_work_mem} (${INDEX_MEMORY} for indexes)` },
      size: { ...measured, ...growth },
      startSeconds: { cold: cold.seconds, fromTemplate: fresh.seconds, reopening: reopened.seconds },
      memory: { started, loaded, served },
    };
  } finally {
    await stopHost(home);
    await stopHost(otherHome);
    if (!keep) await rm(root, { recursive: true, force: true });
  }
}
