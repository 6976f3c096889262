/** From settings to a database: the PostgreSQL server of a URL, or else the built-in one, started if need be. */
import { join } from "node:path";
import { TripwrightError } from "../trip/errors.ts";
import { type ConnectionSource, embeddedSource, serverSource } from "./connection-source.ts";
import { homePaths } from "./embedded/home-paths.ts";
import { waitForProcessLock } from "./embedded/process-lock.ts";
import type { MigrationTarget } from "./migrate.ts";
import { createPoolDatabase } from "./pool-database.ts";
import { type ReadLimits, ReadRoute } from "./read-routing.ts";
import { isConnectionLoss } from "./sql-errors.ts";
import type { Database } from "./transaction.ts";

export interface ConnectOptions {
  /** Unset for the built-in database. */
  readonly databaseUrl?: string | undefined;
  /** A replica of the server; reads that may lag go to it. */
  readonly databaseReadUrl?: string | undefined;
  readonly readLimits?: ReadLimits | undefined;
  /** The built-in database's folder. */
  readonly home: string;
  /** What can be made again: the prepared files of the built-in engine. */
  readonly cacheDir: string;
  /** A folder for sockets, such as the one XDG_RUNTIME_DIR names. */
  readonly runtimeDir?: string | undefined;
  /** Tables stand in this schema instead of `public`; extensions are in `public` always. */
  readonly schema?: string | undefined;
  readonly poolSize?: number | undefined;
  /** For a connection to open, and for one of the pool to come free. */
  readonly connectTimeoutMs?: number | undefined;
  /** The built-in database's process ends after this long without a client. */
  readonly idleMs?: number | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
}

export type ConnectedDatabase = Database & {
  readonly migrations: MigrationTarget;
  /** `null` without a replica. */
  readonly readRoute: ReadRoute | null;
};

/** More connections to the built-in engine would only wait for each other. */
const POOL_SIZE = { embedded: 4, server: 10 } as const;
const TURN_LIMIT_MS = 300_000;
/** The primary answers instead, so nobody waits long for a replica. */
const REPLICA_CONNECT_LIMIT_MS = 3_000;

export async function connectDatabase(options: ConnectOptions): Promise<ConnectedDatabase> {
  const { databaseUrl, home, schema } = options;
  const source = await openSource(options);
  const migrations: MigrationTarget = {
    kind: source.kind,
    schema,
    withClient: (work) => source.withClient(work),
    exclusively: (work) => (databaseUrl === undefined ? takingTurns(home, work) : work()),
  };
  const readRoute = await openReadRoute(options).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  return { ...createPoolDatabase(source, { schema, readRoute: readRoute ?? undefined }), migrations, readRoute };
}

/** A replica that is down is no reason not to start; one that refuses us is a mistake in the settings. */
async function openReadRoute(options: ConnectOptions): Promise<ReadRoute | null> {
  const {
    databaseUrl,
    databaseReadUrl,
    poolSize = POOL_SIZE.server,
    readLimits,
    connectTimeoutMs,
    onProgress,
  } = options;
  // The built-in database has no replicas.
  if (databaseUrl === undefined || databaseReadUrl === undefined) return null;
  const source = serverSource({
    databaseUrl: databaseReadUrl,
    variable: "DATABASE_READ_URL",
    poolSize,
    connectTimeoutMs: Math.min(connectTimeoutMs ?? REPLICA_CONNECT_LIMIT_MS, REPLICA_CONNECT_LIMIT_MS),
  });
  const route = new ReadRoute(source, readLimits);
  try {
    (await source.acquire()).release();
  } catch (error) {
    if (!(error instanceof TripwrightError) || !isConnectionLoss(error.cause)) {
      await source.close();
      throw error;
    }
    route.rest();
    onProgress?.("The read replica does not answer: the primary answers until it does");
  }
  return route;
}

async function openSource({ databaseUrl, poolSize, ...options }: ConnectOptions): Promise<ConnectionSource> {
  if (databaseUrl === undefined) return embeddedSource({ ...options, poolSize: poolSize ?? POOL_SIZE.embedded });
  const { connectTimeoutMs } = options;
  const source = serverSource({ databaseUrl, poolSize: poolSize ?? POOL_SIZE.server, connectTimeoutMs });
  try {
    // A server that is not there should be told at once, not at the first plan.
    (await source.acquire()).release();
    return source;
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function takingTurns<Result>(home: string, work: () => Promise<Result>): Promise<Result> {
  const lockFile = join(homePaths(home).home, "turns.lock");
  const lock = await waitForProcessLock(lockFile, AbortSignal.timeout(TURN_LIMIT_MS));
  try {
    return await work();
  } finally {
    lock.release();
  }
}
