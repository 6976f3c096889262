/**
 * Brings the synthetic world to a size: rows by INSERT … SELECT inside the database, several workers at once,
 * triggers and foreign keys off (the generator keeps them by construction), indexes dropped before
 * and built after, each with its time.
 */
import type { Client, QueryConfig } from "pg";
import sql, { raw, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { MigrationTarget } from "../../../db/migrate.ts";
import { cachedFlightsSql } from "./cache-rows.ts";
import { HELPER_FUNCTIONS, HELPER_TABLES, MODEL } from "./helpers.ts";
import { COUNT_PLACES, embeddingsSql, placesSql } from "./place-rows.ts";
import { tripStatements, usersFor, usersSql } from "./trip-rows.ts";

export const BULK_TABLES: readonly string[] = [
  "users",
  "attractions",
  "attraction_embeddings",
  "trips",
  "trip_destinations",
  "trip_categories",
  "trip_preferences",
  "itineraries",
  "itinerary_days",
  "itinerary_items",
  "flight_search_cache",
];

export interface IndexBuild {
  readonly index: string;
  readonly table: string;
  readonly method: string;
  readonly seconds: number;
}

export interface Growth {
  readonly loadSeconds: number;
  readonly builds: readonly IndexBuild[];
}

export interface GrowOptions {
  readonly target: MigrationTarget;
  readonly places: number;
  readonly workers: number;
  /** Places a statement. */
  readonly piece: number;
  /** For building indexes, where the server's own setting will not do. */
  readonly maintenanceMemory?: string | undefined;
  readonly onProgress: (message: string) => void;
}

const sizeSchema = z.object({ places: z.coerce.number() });
const indexSchema = z.object({ index: z.string(), table: z.string(), method: z.string(), definition: z.string() });
type Index = z.infer<typeof indexSchema>;

const seconds = (since: number): number => (performance.now() - since) / 1000;

/** As the owner of everything. Sessions of the built-in engine are one, so what is set is set back. */
export function asOwner<Result>(
  { withClient, schema }: MigrationTarget,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  return withClient(async (client) => {
    await client.query(`set search_path = "${schema ?? "public"}", public; set session_replication_role = replica`);
    try {
      return await work(client);
    } finally {
      await client.query("reset search_path; reset session_replication_role");
    }
  });
}

async function hasFoundations(client: Client): Promise<boolean> {
  return (await client.query("select where to_regclass('bench_world') is not null")).rows.length > 0;
}

/** How many places the world has; none when there is no world yet. */
export function worldSize(target: MigrationTarget): Promise<number> {
  return asOwner(target, async (client) => {
    if (!(await hasFoundations(client))) return 0;
    return sizeSchema.parse((await client.query("select places from bench_world")).rows[0]).places;
  });
}

export function layFoundations(target: MigrationTarget): Promise<void> {
  return asOwner(target, async (client) => {
    if (await hasFoundations(client)) return;
    for (const statement of [...HELPER_FUNCTIONS, ...HELPER_TABLES]) await client.query(statement);
  });
}

/** Each array is one worker's errand: its statements in order. */
function errands(from: number, to: number, piece: number): Sql[][] {
  const tens = (n: number): number => Math.floor(n / 10);
  const newUsers = usersSql(from === 0 ? 1 : usersFor(tens(from)) + 1, usersFor(tens(to)));
  const pieces: Sql[][] = [[newUsers]];
  for (let first = from + 1; first <= to; first += piece) {
    const last = Math.min(to, first + piece - 1);
    const [firstTrip, lastTrip] = [tens(first - 1) + 1, tens(last)];
    pieces.push([
      placesSql(first, last),
      embeddingsSql(first, last),
      ...tripStatements(firstTrip, lastTrip),
      cachedFlightsSql(firstTrip, lastTrip),
    ]);
  }
  return pieces;
}

async function secondaryIndexes(client: Client): Promise<Index[]> {
  const { rows } = await client.query(
    sql`
      select c.relname as index, t.relname as table, m.amname as method, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i
      join pg_class c on c.oid = i.indexrelid
      join pg_class t on t.oid = i.indrelid
      join pg_am m on m.oid = c.relam
      where t.oid = any(${[...BULK_TABLES]}::regclass[])
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by t.relname, c.relname`,
  );
  return z.array(indexSchema).parse(rows);
}

/** The client gives up on a silent server after ten minutes; a large index takes longer on a busy machine. */
function patiently({ text, values }: { text: string; values: unknown[] }): QueryConfig {
  const config = { text, values, query_timeout: 3 * 60 * 60_000 };
  return config;
}

/** The nearest-neighbour index is made by the catalogue's own function, the others as they were. */
async function buildIndexes(
  client: Client,
  dropped: readonly Index[],
  { onProgress }: GrowOptions,
): Promise<IndexBuild[]> {
  const builds: IndexBuild[] = [];
  const build = async ({ index, table, method }: Omit<Index, "definition">, statement: Sql): Promise<void> => {
    const start = performance.now();
    await client.query(patiently(statement));
    builds.push({ index, table, method, seconds: seconds(start) });
    onProgress(`built ${index} (${method}) in ${seconds(start).toFixed(1)} s`);
  };
  for (const index of dropped.filter(({ method }) => method !== "hnsw")) await build(index, raw(index.definition));
  const embedding = { index: "embedding index", table: "attraction_embeddings", method: "hnsw" };
  await build(embedding, sql`select ensure_embedding_index(${MODEL})`);
  return builds;
}

async function workThrough(options: GrowOptions, pieces: readonly Sql[][]): Promise<void> {
  const { target, workers, onProgress } = options;
  let next = 0;
  const worker = (): Promise<void> =>
    asOwner(target, async (client) => {
      for (let mine = next++; mine < pieces.length; mine = next++) {
        for (const statement of pieces[mine] ?? []) await client.query(statement);
        if (next % Math.ceil(pieces.length / 10) === 0)
          onProgress(`loaded ${Math.round((100 * next) / pieces.length)} %`);
      }
    });
  await Promise.all(Array.from({ length: workers }, worker));
}

export async function growWorld(options: GrowOptions): Promise<Growth> {
  const { target, places, piece, onProgress } = options;
  const from = await worldSize(target);
  if (from > places) throw new Error(`Expected a world of at most ${places} places, found ${from}: drop it first.`);
  if (from === places) return { loadSeconds: 0, builds: [] };
  const start = performance.now();
  const dropped = await asOwner(target, async (client) => {
    const indexes = await secondaryIndexes(client);
    for (const { index } of indexes) await client.query(`drop index "${index}"`);
    return indexes;
  });
  await workThrough(options, errands(from, places, piece));
  const loadSeconds = seconds(start);
  onProgress(`loaded ${places.toLocaleString("en")} places in ${loadSeconds.toFixed(0)} s`);
  const builds = await asOwner(target, async (client) => {
    await client.query(COUNT_PLACES);
    if (options.maintenanceMemory !== undefined) {
      await client.query(sql`select set_config('maintenance_work_mem', ${options.maintenanceMemory}, false)`);
    }
    const built = await buildIndexes(client, dropped, options);
    await client.query("reset maintenance_work_mem");
    await client.query(sql`update bench_world set places = ${places}`);
    await client.query(`vacuum (analyze) ${[...BULK_TABLES, "cities", "city_names"].join(", ")}`);
    return built;
  });
  return { loadSeconds, builds };
}
