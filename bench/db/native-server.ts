/**
 * A PostgreSQL server to measure on: a throwaway cluster, set up as a careful operator would for this
 * machine and with nothing switched off that keeps data safe, or a server of one's own as it is.
 */
import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { MigrationTarget } from "../../db/migrate.ts";

export interface NativeServer {
  readonly url: string;
  readonly folder: string | null;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, "..", "..", ".ci", "native-postgres");
const MEGABYTE = 1024 ** 2;

/** Shares of the machine's memory as PostgreSQL's own manual suggests them, with a ceiling each. */
function settings(): string[] {
  const memoryMb = Math.floor(totalmem() / MEGABYTE);
  const share = (part: number, mostMb: number): string => `${Math.min(mostMb, Math.floor(memoryMb * part))}MB`;
  return [
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    `shared_buffers=${share(0.25, 5_120)}`,
    `effective_cache_size=${share(0.5, 12_288)}`,
    `maintenance_work_mem=${share(0.15, 3_072)}`,
    "work_mem=32MB",
    "random_page_cost=1.1",
    "max_parallel_maintenance_workers=2",
    "max_wal_size=8GB",
    "checkpoint_timeout=30min",
  ];
}

export async function throwawayServer(keep: boolean): Promise<NativeServer> {
  const root = await mkdtemp(join(tmpdir(), "tripwright-bench-"));
  await chmod(root, 0o755);
  const folder = join(root, "postgres");
  const options = settings().map((setting) => `-c ${setting}`);
  const { stdout } = await run(SCRIPT, [folder], { env: { ...process.env, POSTGRES_OPTIONS: options.join(" ") } });
  return {
    url: stdout.trim(),
    folder,
    stop: async () => {
      if (keep) return;
      await run(SCRIPT, ["stop", folder]);
      await rm(root, { recursive: true, force: true });
    },
  };
}

const SHOWN =
  "server_version,shared_buffers,effective_cache_size,work_mem,maintenance_work_mem,random_page_cost,jit,fsync,synchronous_commit,full_page_writes,max_parallel_maintenance_workers,max_parallel_workers_per_gather,max_wal_size".split(
    ",",
  );

export type Settings = Readonly<Record<string, string>>;

/** As the server itself says, with the versions of the extensions. */
export function readSettings({ withClient }: MigrationTarget): Promise<Settings> {
  return withClient(async (client) => {
    const { rows } = await client.query<{ name: string; value: string }>(
      `select name, current_setting(name) as value from unnest($1::text[]) with ordinality as t (name, place)
       where current_setting(name, true) is not null
       union all
       select extname, extversion from pg_extension where extname in ('postgis', 'vector', 'pg_trgm')`,
      [SHOWN],
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  });
}
