/** From an empty database to measurements at every size asked for; the same on a server and on the built-in engine. */
import type { ConnectedDatabase } from "../../db/connect.ts";
import { type MigrationTarget, migrate } from "../../db/migrate.ts";
import { queueSchemaOf } from "../../db/queue/queue-schema.ts";
import { seedCatalogue } from "../../db/seed/seed-catalogue.ts";
import { type MeasuredRead, measureRead, smallTables } from "./measure.ts";
import { densestReads, readsOf } from "./reads.ts";
import { recording } from "./recording.ts";
import { drawSample } from "./sample.ts";
import { measureSaving, type Saving } from "./saving.ts";
import { asOwner, growWorld, type IndexBuild, layFoundations, worldSize } from "./world/grow.ts";

/** A schema of its own: on a server of somebody's, nothing else is touched. */
export const SCHEMA = "tripwright_bench";

/** A few dozen draws see big towns and small ones. */
const PLANS = 25;

export interface WorldOptions {
  readonly calls: number;
  readonly savings: number;
  readonly workers: number;
  /** Places a loading statement. */
  readonly piece: number;
  readonly onProgress: (message: string) => void;
}

export interface SizeReport {
  readonly rows: number;
  readonly loadSeconds: number;
  readonly builds: readonly IndexBuild[];
  readonly reads: readonly MeasuredRead[];
  readonly densest: readonly MeasuredRead[];
  readonly densestTown: { readonly name: string; readonly places: number };
  readonly saving: Saving;
}

export function dropWorld({ migrations }: ConnectedDatabase): Promise<void> {
  return migrations.withClient(async (client) => {
    for (const schema of [queueSchemaOf(SCHEMA), SCHEMA]) {
      await client.query(`drop schema if exists "${schema}" cascade`);
    }
  });
}

/** Migrated, seeded and ready to grow; a world that is larger than asked for is begun anew. */
export async function openWorld(database: ConnectedDatabase, rows: number, options: WorldOptions): Promise<void> {
  if ((await worldSize(database.migrations)) > rows) {
    options.onProgress("a larger world stands there: dropping it");
    await dropWorld(database);
  }
  await migrate(database.migrations, { direction: "up" });
  await seedCatalogue(database, { onProgress: options.onProgress });
  await layFoundations(database.migrations);
}

/** Pages into memory, where the extension is there; the warm-up calls do the rest. */
async function warm(target: MigrationTarget): Promise<void> {
  await asOwner(target, async (client) => {
    const { rows } = await client.query("select from pg_available_extensions where name = 'pg_prewarm'");
    if (rows.length === 0) return;
    await client.query(`
      create extension if not exists pg_prewarm with schema public;
      select sum(pg_prewarm(oid)) from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'i')`);
  });
}

export async function measureAt(database: ConnectedDatabase, rows: number, options: WorldOptions): Promise<SizeReport> {
  const { calls, savings, workers, piece, onProgress } = options;
  const target = database.migrations;
  const { loadSeconds, builds } = await growWorld({ target, places: rows, workers, piece, onProgress });
  await warm(target);
  const sample = await drawSample(target, rows);
  const recorded = recording(database);
  const measureOptions = {
    rows,
    calls,
    warmUp: Math.ceil(calls / 5),
    plans: PLANS,
    smallTables: await smallTables(target),
  };
  const measureAll = async (reads: ReturnType<typeof readsOf>): Promise<MeasuredRead[]> => {
    const measured: MeasuredRead[] = [];
    for (const read of reads) {
      const result = await measureRead(read, recorded, database, measureOptions);
      onProgress(`${result.title}: p50 ${result.p50Ms.toFixed(2)} ms, p95 ${result.p95Ms.toFixed(2)} ms`);
      measured.push(result);
    }
    return measured;
  };
  const reads = await measureAll(readsOf(recorded.db, sample));
  const densest = await measureAll(densestReads(recorded.db, sample));
  const saving = await measureSaving(recorded, target, { sample, calls: savings });
  const { name, places } = sample.densest;
  return { rows, loadSeconds, builds, reads, densest, densestTown: { name, places }, saving };
}
