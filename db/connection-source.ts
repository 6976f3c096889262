/**
 * Where connections come from: a pool on a server, or a pool on the built-in database, whose host may
 * have ended meanwhile and is started again by whoever needs it next.
 */
import pg from "pg";
import { TripwrightError } from "../trip/errors.ts";
import { embeddedPlace, isDiskFull } from "./disk-full.ts";
import { type EnsureHostOptions, ensureHost } from "./embedded/ensure-host.ts";
import { SOCKET_PORT } from "./embedded/home-paths.ts";
import { KEEP_TURN_OPTIONS } from "./embedded/startup.ts";
import { serverConfig, serverName, type UrlVariable } from "./server-url.ts";
import {
  isConnectionLoss,
  isPoolExhausted,
  isServerFull,
  poolExhausted,
  sqlStateOf,
  translateError,
} from "./sql-errors.ts";

export interface ConnectionSource {
  readonly kind: "embedded" | "server";
  /** Which database this is, for people: "the built-in database in …". No password is in it. */
  readonly place: string;
  /** A connection of the pool, ready for BEGIN; hand it back with `release`. */
  acquire(): Promise<pg.PoolClient>;
  /**
   * A connection outside the pool with a session of its own, for work that is no store's: migrations,
   * tests. On the built-in database everybody waits for it from its first statement to its end.
   */
  withClient<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result>;
  poolUse(): PoolUse;
  close(): Promise<void>;
}

export interface PoolUse {
  readonly max: number;
  readonly open: number;
  readonly idle: number;
  /** Callers that wait for a connection. */
  readonly waiting: number;
}

export interface PoolOptions {
  readonly poolSize: number;
  /** How long to wait for a connection to open, and for one of the pool to come free. */
  readonly connectTimeoutMs?: number | undefined;
}

const CONNECT_LIMIT_MS = 30_000;
/** A last resort against a peer that has vanished without a word; statements have limits of their own. */
const SILENCE_LIMIT_MS = 600_000;
const CONNECT_ATTEMPTS = 3;

const DATE_OID = 1082;
const DATE_ARRAY_OID = 1182;
const TEXT_ARRAY_OID = 1009;

/** A `date` stays text: as a JavaScript `Date` it would be another day in another zone. Per client, never globally. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (oid === DATE_OID) return (value: string) => value;
    return pg.types.getTypeParser(oid === DATE_ARRAY_OID ? TEXT_ARRAY_OID : oid, format);
  },
};

export interface ServerSourceOptions extends PoolOptions {
  readonly databaseUrl: string;
  /** Where the URL came from, for messages. */
  readonly variable?: UrlVariable | undefined;
}

export function serverSource(options: ServerSourceOptions): ConnectionSource {
  const { databaseUrl, poolSize, variable } = options;
  const config = clientConfig({ ...serverConfig(databaseUrl, variable), keepAlive: true }, options);
  const pool = openPool(config, poolSize);
  const place = `the PostgreSQL server at ${serverName(databaseUrl)}`;
  const connected = <Client>(connecting: Promise<Client>): Promise<Client> =>
    connecting.catch((error: unknown) => {
      if (isPoolExhausted(error)) throw busy(place, options);
      throw isServerFull(error) ? translateError(error, place) : noConnection(options, error);
    });
  return {
    kind: "server",
    place,
    acquire: () => connected(pool.connect()),
    withClient: async (work) => useClient(await connected(openClient(config)), place, work),
    poolUse: () => useOf(pool, poolSize),
    close: () => pool.end(),
  };
}

function busy(place: string, { poolSize, connectTimeoutMs = CONNECT_LIMIT_MS }: PoolOptions): TripwrightError {
  return poolExhausted(place, poolSize, connectTimeoutMs);
}

/** What a server says before it knows its client holds no traveller's words, so it is passed on. */
function noConnection(
  { databaseUrl, variable = "DATABASE_URL" }: ServerSourceOptions,
  error: unknown,
): TripwrightError {
  const where = serverName(databaseUrl);
  const said = error instanceof Error ? error.message : String(error);
  const sqlstate = sqlStateOf(error);
  if (sqlstate !== "") {
    const text = isConnectionLoss(error)
      ? `PostgreSQL at ${where} takes no connection now: ${said}. Try again in a moment.`
      : `PostgreSQL at ${where} refused the login: ${said}. Check user, password and database name in ${variable}.`;
    return new TripwrightError("database_unavailable", text, { sqlstate }, error);
  }
  const text = isConnectionLoss(error)
    ? `No PostgreSQL answered at ${where}. Check ${variable}, or unset it to ${variable === "DATABASE_URL" ? "use the built-in database" : "read from the primary"}.`
    : `No connection to PostgreSQL at ${where}: ${said}. In ${variable}, sslrootcert=FILE names the authority of ` +
      "its certificate, sslmode=no-verify accepts any, and sslmode=disable does without TLS.";
  return new TripwrightError("database_unavailable", text, {}, error);
}

export async function embeddedSource(options: EnsureHostOptions & PoolOptions): Promise<ConnectionSource> {
  const source = new EmbeddedSource(options);
  await source.reconnect();
  return source;
}

class EmbeddedSource implements ConnectionSource {
  readonly kind = "embedded";
  readonly place: string;
  readonly #options: EnsureHostOptions & PoolOptions;
  #socketDir = "";
  #pool: pg.Pool | null = null;
  #reconnecting: Promise<void> | null = null;

  constructor(options: EnsureHostOptions & PoolOptions) {
    this.#options = options;
    this.place = embeddedPlace(options.home);
  }

  acquire(): Promise<pg.PoolClient> {
    return this.#connect(() => this.#openPool().connect());
  }

  async withClient<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const config = { ...this.#config(), options: KEEP_TURN_OPTIONS };
    return useClient(await this.#connect(() => openClient(config)), this.place, work);
  }

  poolUse(): PoolUse {
    return useOf(this.#pool, this.#options.poolSize);
  }

  async close(): Promise<void> {
    await this.#pool?.end();
  }

  /** Finds the host or starts it; callers that come together wait for the same start. */
  async reconnect(): Promise<void> {
    this.#reconnecting ??= ensureHost(this.#options)
      .then(({ socketDir }) => {
        if (socketDir === this.#socketDir) return;
        this.#socketDir = socketDir;
        void this.#pool?.end();
        this.#pool = null;
      })
      .finally(() => {
        this.#reconnecting = null;
      });
    await this.#reconnecting;
  }

  async #connect<Client>(open: () => Promise<Client>): Promise<Client> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await open();
      } catch (error) {
        if (isPoolExhausted(error)) throw busy(this.place, this.#options);
        if (attempt === CONNECT_ATTEMPTS || !isConnectionLoss(error)) throw translateError(error, this.place);
        await this.reconnect();
      }
    }
  }

  #openPool(): pg.Pool {
    this.#pool ??= openPool(this.#config(), this.#options.poolSize);
    return this.#pool;
  }

  /** All of it said, so that no PG* variable of the environment gets a say. */
  #config(): pg.ClientConfig {
    const login = { host: this.#socketDir, port: SOCKET_PORT, user: "postgres", database: "postgres", password: "" };
    return clientConfig({ ...login, ssl: false }, this.#options);
  }
}

function clientConfig(
  where: pg.ClientConfig,
  { connectTimeoutMs = CONNECT_LIMIT_MS }: Pick<PoolOptions, "connectTimeoutMs">,
): pg.ClientConfig {
  return {
    ...where,
    types,
    application_name: "tripwright",
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: SILENCE_LIMIT_MS,
  };
}

function useOf(pool: pg.Pool | null, max: number): PoolUse {
  return { max, open: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}

function openPool(config: pg.ClientConfig, poolSize: number): pg.Pool {
  const pool = new pg.Pool({ ...config, max: poolSize, allowExitOnIdle: true });
  // A connection that breaks is replaced at its next use; an error event nobody hears would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

async function openClient(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function useClient<Result>(
  client: pg.Client,
  place: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(client);
  } catch (error) {
    // What the statements themselves did wrong is for the work to explain.
    throw isConnectionLoss(error) || isDiskFull(error) ? translateError(error, place) : error;
  } finally {
    await client.end();
  }
}
