/** Rows of any age for tests of retention, what became of them, and the maintenance that a process would run. */
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { createFolderArchive } from "../../../db/archives/folder-archive.ts";
import { type MaintainOptions, type MaintenanceReport, maintain } from "../../../db/maintenance/maintain.ts";
import type { Archive } from "../../../trip/ports.ts";
import type { TestDatabase } from "../database-for-tests.ts";

export type Table = "external_api_logs" | "user_activities";

export const isoOf = (daysAgo: number, now: Date): string =>
  new Date(now.getTime() - daysAgo * 86_400_000).toISOString();

export async function insertUser(database: TestDatabase): Promise<string> {
  const id = randomUUID();
  await database.admin("insert into users (id, email, first_name, last_name) values ($1, $2, 'Ada', 'Byron')", [
    id,
    `${id}@example.org`,
  ]);
  return id;
}

/** One row an instant; returns the ids. */
export async function insertActivities(
  database: TestDatabase,
  userId: string,
  at: readonly string[],
): Promise<string[]> {
  const rows = await database.admin(
    `insert into user_activities (user_id, activity_type, details, created_at)
     select $1, 'looked', jsonb_build_object('words', E'a\\u2028b\\nc', 'number', 12345678901234567890), at
     from unnest($2::timestamptz[]) at returning id`,
    [userId, at],
  );
  return rows.map(({ id }) => String(id));
}

export async function insertLogs(database: TestDatabase, at: readonly string[]): Promise<string[]> {
  const rows = await database.admin(
    `insert into external_api_logs (api_provider, api_endpoint, request_method, request_started_at, created_at)
     select 'vendor', '/flights', 'GET', at, at from unnest($1::timestamptz[]) at returning id`,
    [at],
  );
  return rows.map(({ id }) => String(id));
}

/** Months for which partitions stood ready when their rows came. */
export async function makePartitions(database: TestDatabase, table: Table, months: readonly string[]): Promise<void> {
  for (const month of months) await database.admin("select create_month_partition($1, $2::date)", [table, month]);
}

export async function idsInTable(database: TestDatabase, table: Table): Promise<string[]> {
  return (await database.admin(`select id from ${table}`)).map(({ id }) => String(id)).toSorted();
}

const rowSchema = z.object({ id: z.string() });

/** A folder that is an archive, and what its files hold. */
export interface ArchiveFolder extends AsyncDisposable {
  readonly folder: string;
  readonly archive: Archive;
  linesOf(name: string): Promise<string[]>;
  /** With repetitions, if a row is in two files. */
  ids(prefix?: string): Promise<string[]>;
}

export async function openArchiveFolder(): Promise<ArchiveFolder> {
  const folder = await mkdtemp(join(tmpdir(), "tripwright-archive-test-"));
  const archive = createFolderArchive(folder);
  const linesOf = async (name: string): Promise<string[]> =>
    gunzipSync(await readFile(join(folder, name)))
      .toString()
      .split("\n")
      .slice(0, -1);
  return {
    folder,
    archive,
    linesOf,
    async ids(prefix = "") {
      const files = await Promise.all((await archive.list(prefix)).map(linesOf));
      return files
        .flat()
        .map((line) => rowSchema.parse(JSON.parse(line)).id)
        .toSorted();
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

export function runMaintenance(
  database: TestDatabase,
  options: Pick<MaintainOptions, "archive" | "now"> & Partial<MaintainOptions>,
): Promise<MaintenanceReport> {
  const { migrations } = database;
  return maintain(
    { ...database.db, migrations },
    { signal: AbortSignal.timeout(120_000), workerId: `test:${process.pid}`, ...options },
  );
}

export function countsOf(report: MaintenanceReport, duty: string): Readonly<Record<string, number>> {
  const found = report.duties.find((one) => one.duty === duty);
  if (!found || found.outcome === "failed") throw new Error(`${duty}: ${found?.error ?? "was not run"}`);
  return found.counts;
}
