/**
 * A database for a test file: a schema of its own on one shared engine, migrated and filled in about a
 * second. The engine is the server of `TEST_DATABASE_URL`, else an embedded host of this checkout that
 * ends by itself. The whole catalogue is seeded once, into a schema that every file may read and copies
 * its slice from.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect } from "vitest";
import { type ConnectedDatabase, connectDatabase } from "../../db/connect.ts";
import { type MigrationTarget, migrate } from "../../db/migrate.ts";
import { queueSchemaOf } from "../../db/queue/queue-schema.ts";
import { builtInCatalogueDir, hashCatalogue, readCatalogueFiles } from "../../db/seed/catalogue-files.ts";
import { seedCatalogue } from "../../db/seed/seed-catalogue.ts";
import type { Database } from "../../db/transaction.ts";
import { testFolders } from "./test-folders.ts";

const databaseUrl = process.env.TEST_DATABASE_URL;
const root = join(import.meta.dirname, "..", "..");
/** Every schema of the tests begins so; what a killed run left behind is dropped by a later one. */
const PREFIX = "tripwright_test_";
const LEFT_BEHIND_AFTER_MS = 3_600_000;

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

export interface TestDatabaseOptions {
  /**
   * `covered` (the default) is a schema of the file's own with every country, list and rate, and the cities that
   * have places. `full` is the whole catalogue in a schema shared with other files, open at once: leave the
   * catalogue as it is, and write for users of your own. `none` is a schema of the file's own, empty.
   */
  catalogue?: "covered" | "full" | "none" | undefined;
}

export interface TestDatabase {
  db: Database;
  schema: string;
  /** As the owner of everything, past row-level security. */
  admin(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  migrations: MigrationTarget;
  close(): Promise<void>;
}

function connectTo(schema: string): Promise<ConnectedDatabase> {
  return connectDatabase({ databaseUrl, ...testFolders(), schema, idleMs: 60_000 });
}

/** The lock is held already by whoever calls `migrate` with this. */
const withoutLock = (target: MigrationTarget): MigrationTarget => ({ ...target, exclusively: (work) => work() });

/** One test file at a time makes the shared schema. */
async function oneAtATime<Result>(database: ConnectedDatabase, work: () => Promise<Result>): Promise<Result> {
  if (!databaseUrl) return database.migrations.exclusively(work);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('tripwright.tests'))");
    return await work();
  } finally {
    await client.end();
  }
}

const contentsOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(folder, name), "utf8"));

/** Another schema as soon as the data, the tables or the code that fills them change. */
async function sharedSchemaName(): Promise<string> {
  const catalogue = hashCatalogue(await readCatalogueFiles(builtInCatalogueDir()));
  const code = ["migrations", "seed", "conflation", "stores"].flatMap((folder) => contentsOf(join(root, "db", folder)));
  return `${PREFIX}catalogue_${shortHash([catalogue, ...code].join("\0"))}`;
}

/** Makes a schema that says when it was last used. */
async function useSchema(client: pg.Client, schema: string): Promise<void> {
  await client.query(`create schema if not exists "${schema}"; comment on schema "${schema}" is '${Date.now()}'`);
}

async function dropLeftBehind(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace
     where starts_with(nspname, $1) and obj_description(oid, 'pg_namespace')::bigint < $2`,
    [PREFIX, Date.now() - LEFT_BEHIND_AFTER_MS],
  );
  for (const { name } of rows) await dropSchemas(client, name);
}

/** With the queue's schema beside it. */
async function dropSchemas(client: pg.Client, schema: string): Promise<void> {
  await client.query(`drop schema if exists "${schema}", "${queueSchemaOf(schema)}" cascade`);
}

async function openShared(): Promise<ConnectedDatabase> {
  const schema = await sharedSchemaName();
  const database = await connectTo(schema);
  await oneAtATime(database, async () => {
    await database.migrations.withClient(async (client) => {
      await useSchema(client, schema);
      await dropLeftBehind(client);
    });
    await migrate(withoutLock(database.migrations), { direction: "up" });
    await seedCatalogue(database);
  });
  return database;
}

/** Parents first; a count of places is left to the trigger that counts them as they come in. */
const COVERED_ROWS: Readonly<Record<string, string>> = {
  exchange_rates: "true",
  categories: "true",
  dietary_restrictions: "true",
  accessibility_needs: "true",
  countries: "true",
  airports: "size = 'hub'",
  cities: "attraction_count > 0",
  city_names: "city_id in (select id from cities where attraction_count > 0)",
  city_areas: "true",
  attractions: "true",
  catalogue_sources: "true",
  place_records: "true",
};

async function copyCovered(target: MigrationTarget, from: string): Promise<void> {
  const to = target.schema ?? "";
  await target.withClient(async (client) => {
    const { rows } = await client.query<{ name: string; columns: string }>(
      `select table_name as name, string_agg(column_name, ', ' order by ordinal_position) as columns
       from information_schema.columns
       where table_schema = $1 and is_generated = 'NEVER' and column_name not in ('attraction_count', 'eatery_count')
       group by table_name`,
      [from],
    );
    const columnsOf = new Map(rows.map(({ name, columns }) => [name, columns]));
    const copies = Object.entries(COVERED_ROWS).map(([table, condition]) => {
      const columns = columnsOf.get(table);
      return `insert into "${to}".${table} (${columns}) select ${columns} from "${from}".${table} where ${condition}`;
    });
    await client.query(
      `begin; set local search_path to "${from}", public; ${copies.join("; ")}; select "${to}".settle_catalogue(); commit`,
    );
  });
}

function ownSchemaName(): string {
  return `${PREFIX}${shortHash(expect.getState().testPath ?? "")}_${process.pid}`;
}

export async function openTestDatabase({ catalogue = "covered" }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const shared = catalogue === "none" ? null : await openShared();
  if (shared && catalogue === "full") return handleOn(shared, () => shared.close());
  const schema = ownSchemaName();
  const own = await connectTo(schema);
  const drop = (): Promise<void> => own.migrations.withClient((client) => dropSchemas(client, schema));
  await drop();
  await own.migrations.withClient((client) => useSchema(client, schema));
  await migrate(own.migrations, { direction: "up" });
  if (shared) {
    await copyCovered(own.migrations, shared.migrations.schema ?? "");
    await shared.close();
  }
  return handleOn(own, async () => {
    await drop();
    await own.close();
  });
}

function handleOn(database: ConnectedDatabase, close: () => Promise<void>): TestDatabase {
  const { migrations } = database;
  const schema = migrations.schema ?? "public";
  return {
    db: database,
    schema,
    migrations,
    close,
    admin: (text, values = []) =>
      migrations.withClient(async (client) => {
        // Connections to the embedded engine share one session: what is set must not outlast a transaction.
        await client.query(`begin; set local search_path to "${schema}", public`);
        const { rows } = await client.query<Record<string, unknown>>(text, values);
        await client.query("commit");
        return rows;
      }),
  };
}
