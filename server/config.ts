/** The only reader of the environment. Everything else is handed what it needs. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";

/** An unset variable and an empty one mean the same: `FOO= command` is how people unset. */
const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const postgresUrl = text.pipe(z.url({ protocol: /^postgres(ql)?$/, error: "expected postgres://…" }).optional());

const environmentSchema = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_READ_URL: postgresUrl,
  DATABASE_POOL_SIZE: text
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .pipe(z.int("expected a whole number").min(1).max(1_000).optional()),
  TRIPWRIGHT_HOME: text,
  TRIPWRIGHT_CACHE: text,
  XDG_DATA_HOME: text,
  XDG_CACHE_HOME: text,
  TRIPWRIGHT_TODAY: text.pipe(z.iso.date("expected YYYY-MM-DD").optional()),
  TRIPWRIGHT_MODEL: text,
  TRIPWRIGHT_MODEL_BASE_URL: text.pipe(z.url("expected a URL such as http://127.0.0.1:11434/v1").optional()),
  TRIPWRIGHT_MODEL_API_KEY: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: text.pipe(z.url("expected a URL").optional()),
  NO_COLOR: text,
  TRIPWRIGHT_ARCHIVE: text,
  TRIPWRIGHT_ARCHIVE_ENDPOINT: text.pipe(z.url("expected a URL such as https://s3.example.org").optional()),
  TRIPWRIGHT_ARCHIVE_REGION: text,
  TRIPWRIGHT_ARCHIVE_ACCESS_KEY_ID: text,
  TRIPWRIGHT_ARCHIVE_SECRET_ACCESS_KEY: text,
  TRIPWRIGHT_METRICS_PORT: text
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .pipe(z.int("expected a port").min(1).max(65_535).optional()),
  TRIPWRIGHT_METRICS_HOST: text,
});

export interface Config {
  databaseUrl: string | undefined;
  /** A replica of it, for reads that may lag. */
  databaseReadUrl: string | undefined;
  /** Connections a process may hold, to each of the two. */
  poolSize: number | undefined;
  /** Data folder of the embedded database. */
  home: string;
  /** What can be made again: database template, compiled code. */
  cacheDir: string;
  /** Fixes the date, for tests and evaluations. */
  today: string | undefined;
  model: {
    choice: string;
    openaiApiKey: string | undefined;
    openaiBaseUrl: string | undefined;
    compatibleBaseUrl: string | undefined;
    compatibleApiKey: string | undefined;
  };
  color: boolean;
  /** Where old rows go; without a place they stay in the database. */
  archive: ArchiveConfig;
  /** Where a long-running process serves its metrics; nowhere without a port. */
  metrics: { port: number | undefined; host: string };
}

export interface ArchiveConfig {
  /** A folder, or `s3://bucket/prefix`. */
  place: string | undefined;
  endpoint: string | undefined;
  region: string | undefined;
  accessKeyId: string | undefined;
  secretAccessKey: string | undefined;
}

/** Throws `invalid_input`, naming the variable and never its value: it may be a secret. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const said = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new TripwrightError("invalid_input", `The environment could not be used. ${said.join("; ")}.`, {
      variables: said,
    });
  }
  const env = parsed.data;
  if (env.DATABASE_READ_URL !== undefined && env.DATABASE_URL === undefined) {
    const message = "DATABASE_READ_URL names a replica, and no DATABASE_URL its primary. Set both, or neither.";
    throw new TripwrightError("invalid_input", message);
  }
  return {
    databaseUrl: env.DATABASE_URL,
    databaseReadUrl: env.DATABASE_READ_URL,
    poolSize: env.DATABASE_POOL_SIZE,
    home: resolve(env.TRIPWRIGHT_HOME ?? join(env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "tripwright")),
    cacheDir: resolve(env.TRIPWRIGHT_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "tripwright")),
    today: env.TRIPWRIGHT_TODAY,
    model: {
      choice: env.TRIPWRIGHT_MODEL ?? "offline",
      openaiApiKey: env.OPENAI_API_KEY,
      openaiBaseUrl: env.OPENAI_BASE_URL,
      compatibleBaseUrl: env.TRIPWRIGHT_MODEL_BASE_URL,
      compatibleApiKey: env.TRIPWRIGHT_MODEL_API_KEY,
    },
    color: env.NO_COLOR === undefined,
    archive: {
      place: env.TRIPWRIGHT_ARCHIVE,
      endpoint: env.TRIPWRIGHT_ARCHIVE_ENDPOINT,
      region: env.TRIPWRIGHT_ARCHIVE_REGION,
      accessKeyId: env.TRIPWRIGHT_ARCHIVE_ACCESS_KEY_ID,
      secretAccessKey: env.TRIPWRIGHT_ARCHIVE_SECRET_ACCESS_KEY,
    },
    metrics: { port: env.TRIPWRIGHT_METRICS_PORT, host: env.TRIPWRIGHT_METRICS_HOST ?? "127.0.0.1" },
  };
}

/**
 * LangChain's core reads these by itself: left in place, a run would send what a traveller wrote to a tracing
 * service that nobody configured here, or print it. The database's driver reads PG* variables: they have no say
 * in where DATABASE_URL leads, only in where the file of passwords is.
 */
export function silenceLibraries(environment: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(environment)) {
    if (/^((LANGCHAIN|LANGSMITH)_|PG(?!PASSFILE$)[A-Z]+$)/.test(name)) delete environment[name];
  }
}

/** `TRIPWRIGHT_DEBUG=1` adds stack traces to failures; for engineers, never by default. */
export function isDebugging(environment: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(environment.TRIPWRIGHT_DEBUG);
}
