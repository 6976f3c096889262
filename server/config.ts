/** The only reader of the environment. Everything else is handed what it needs. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { ModelSettings } from "../agents/models/choose-model.ts";
import type { ReasoningEffort } from "../agents/models/model.ts";
import { MODEL_PROVIDER_NAMES, MODEL_PROVIDERS } from "../agents/models/model-providers.ts";
import { TripwrightError } from "../trip/errors.ts";
import { isLoopback } from "./auth/loopback.ts";
import { secretKeysIn } from "./secret-keys.ts";
import { type VendorsConfig, vendorsIn } from "./vendor-settings.ts";

/** An unset variable and an empty one mean the same: `FOO= command` is how people unset. */
const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const url = (error: string) => text.pipe(z.url({ protocol: /^https?$/, error }).optional());

const EFFORTS = ["none", "minimal", "low", "medium", "high", "xhigh", "max", "provider-default"] as const;
const effortError = `expected one of ${EFFORTS.join(", ")}`;

/** "unlimited" is no limit. */
function cap(unlessGiven: number) {
  return text
    .transform((value) => (value === "unlimited" ? Number.MAX_SAFE_INTEGER : Number(value ?? unlessGiven)))
    .pipe(z.number('expected a number, or "unlimited"').min(0));
}

const postgresUrl = text.pipe(z.url({ protocol: /^postgres(ql)?$/, error: "expected postgres://…" }).optional());

const portNumber = text
  .transform((value) => (value === undefined ? undefined : Number(value)))
  .pipe(z.int("expected a port").min(0, "expected a port").max(65_535, "expected a port").optional());

const webUrl = z.url({ protocol: /^https?$/, error: "expected a URL such as https://trips.example.org" });

/** Kept as typed: tokens and metadata have to name it letter by letter. */
const issuerUrl = z
  .string()
  .max(500)
  .refine((typed) => {
    const url = URL.parse(typed);
    if (url === null || url.username || url.password || /[?#\s]/.test(typed)) return false;
    return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  }, "expected https://… without query and fragment (http only on this machine), as the authorization server itself names it");

/** Characters that a scope may have. */
const scopePrefix = z
  .string()
  .regex(/^[!#-[\]-~]{1,200}$/, "expected the beginning of scopes such as tripwright:, or none");

function wholeNumber(least: number, most: number) {
  return text
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .pipe(z.int(`expected a whole number from ${least} to ${most}`).min(least).max(most).optional());
}

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
  TRIPWRIGHT_REASONING: text.pipe(z.enum(EFFORTS, effortError).optional()),
  TRIPWRIGHT_PRICES: text,
  TRIPWRIGHT_DAILY_TOKENS: cap(2_000_000),
  TRIPWRIGHT_DAILY_USD: cap(10),
  OTEL_EXPORTER_OTLP_ENDPOINT: url("expected a URL such as http://127.0.0.1:4318"),
  OTEL_EXPORTER_OTLP_HEADERS: text,
  TRIPWRIGHT_TELEMETRY_CONTENT: text,
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
  PORT: portNumber,
  TRIPWRIGHT_HOST: text,
  TRIPWRIGHT_AUTH: text.pipe(z.enum(["tokens", "oauth"], "expected tokens, oauth, or nothing").optional()),
  TRIPWRIGHT_OAUTH_ISSUER: text.pipe(issuerUrl.optional()),
  TRIPWRIGHT_OAUTH_AUDIENCE: text.pipe(z.string().max(500).optional()),
  TRIPWRIGHT_OAUTH_SCOPE_PREFIX: text.pipe(scopePrefix.optional()),
  TRIPWRIGHT_REQUESTS_PER_SECOND: wholeNumber(1, 1_000_000),
  TRIPWRIGHT_PUBLIC_URL: text.pipe(webUrl.optional()),
  TRIPWRIGHT_ALLOWED_ORIGINS: text
    .transform((value) => (value ?? "").split(/[\s,]+/).filter((origin) => origin !== ""))
    .pipe(z.array(webUrl)),
  TRIPWRIGHT_JOBS_AT_ONCE: wholeNumber(1, 64),
  TRIPWRIGHT_JOB_HEARTBEAT_SECONDS: wholeNumber(10, 600),
  TRIPWRIGHT_JOB_RETRY_SECONDS: wholeNumber(1, 3_600),
  TRIPWRIGHT_JOB_LONGEST_RETRY_SECONDS: wholeNumber(1, 86_400),
  TRIPWRIGHT_SCHEDULER_STEPS: wholeNumber(1, 1_000_000),
  TRIPWRIGHT_SECRET_KEY: text,
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
    services: NonNullable<ModelSettings["services"]>;
    reasoning: ReasoningEffort | undefined;
  };
  /** A file with prices of models that count before the built-in list. */
  pricesFile: string | undefined;
  /** What a traveller may use a day. */
  allowance: { tokens: number; usd: number };
  telemetry: TelemetryConfig;
  color: boolean;
  /** Where old rows go; without a place they stay in the database. */
  archive: ArchiveConfig;
  /** Where a long-running process serves its metrics; nowhere without a port. */
  metrics: { port: number | undefined; host: string };
  http: HttpConfig;
  jobs: JobsConfig;
  /** Settings of vendors by variable, and those that the operator named. */
  vendors: VendorsConfig;
  /** Of the search for a plan; the scheduler's own number where unset. */
  schedulerSteps: number | undefined;
  /** What tokens of linked accounts are sealed with, the one in use first; without one nothing is linked. */
  secretKeys: readonly Buffer[];
}

/** Planning in the background. */
export interface JobsConfig {
  /** Jobs that one worker runs side by side. */
  atOnce: number;
  /** A worker that is silent for so long has lost its jobs. */
  heartbeatSeconds: number;
  /** The first wait before another attempt, and the longest. */
  retrySeconds: number;
  longestRetrySeconds: number;
}

export interface HttpConfig {
  port: number;
  host: string;
  /** Nobody acts without a token; needed wherever another machine can reach the server. */
  tokensRequired: boolean;
  /** How the server is reached from outside, through a proxy for example. */
  publicUrl: string | undefined;
  /** Origins of pages elsewhere that may call it. */
  allowedOrigins: readonly string[];
  /** Whose tokens are good beside our own. */
  oauth: OAuthConfig | undefined;
  /** What one token may ask, steadily; the built-in figure unless given. */
  requestsPerSecond: number | undefined;
}

/** An authorization server elsewhere, and what its tokens for us look like. */
export interface OAuthConfig {
  /** As its metadata and its tokens have it, letter by letter. */
  issuer: string;
  /** What a token has to be meant for; the address of `/mcp` unless given. */
  audience: string | undefined;
  /** Before `read`, `plan` and `write` in its scopes; may be empty. */
  scopePrefix: string;
}

export interface TelemetryConfig {
  /** Of an OpenTelemetry collector; nothing is recorded without one. */
  endpoint: string | undefined;
  headers: Readonly<Record<string, string>>;
  /** Whether spans carry what people and models said. */
  hasContent: boolean;
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
      services: servicesIn(environment),
      reasoning: env.TRIPWRIGHT_REASONING,
    },
    pricesFile: env.TRIPWRIGHT_PRICES,
    allowance: { tokens: env.TRIPWRIGHT_DAILY_TOKENS, usd: env.TRIPWRIGHT_DAILY_USD },
    telemetry: {
      endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
      headers: headersIn(env.OTEL_EXPORTER_OTLP_HEADERS),
      hasContent: env.TRIPWRIGHT_TELEMETRY_CONTENT === "1",
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
    http: {
      port: env.PORT ?? 3000,
      host: env.TRIPWRIGHT_HOST ?? "127.0.0.1",
      tokensRequired: env.TRIPWRIGHT_AUTH !== undefined,
      publicUrl: env.TRIPWRIGHT_PUBLIC_URL,
      allowedOrigins: env.TRIPWRIGHT_ALLOWED_ORIGINS.map((origin) => new URL(origin).origin),
      oauth: oauthIn(env),
      requestsPerSecond: env.TRIPWRIGHT_REQUESTS_PER_SECOND,
    },
    jobs: {
      atOnce: env.TRIPWRIGHT_JOBS_AT_ONCE ?? 2,
      heartbeatSeconds: env.TRIPWRIGHT_JOB_HEARTBEAT_SECONDS ?? 20,
      retrySeconds: env.TRIPWRIGHT_JOB_RETRY_SECONDS ?? 5,
      longestRetrySeconds: env.TRIPWRIGHT_JOB_LONGEST_RETRY_SECONDS ?? 300,
    },
    schedulerSteps: env.TRIPWRIGHT_SCHEDULER_STEPS,
    vendors: vendorsIn(environment),
    secretKeys: secretKeysIn(env.TRIPWRIGHT_SECRET_KEY),
  };
}

const DEFAULT_SCOPE_PREFIX = "tripwright:";

function oauthIn(env: z.infer<typeof environmentSchema>): OAuthConfig | undefined {
  const { TRIPWRIGHT_OAUTH_ISSUER: issuer, TRIPWRIGHT_OAUTH_SCOPE_PREFIX: prefix = DEFAULT_SCOPE_PREFIX } = env;
  if (issuer !== undefined) {
    return { issuer, audience: env.TRIPWRIGHT_OAUTH_AUDIENCE, scopePrefix: prefix === "none" ? "" : prefix };
  }
  const named = OAUTH_VARIABLES.find((name) => (name === "TRIPWRIGHT_AUTH" ? env[name] === "oauth" : env[name]));
  if (named === undefined) return undefined;
  const message = `${named === "TRIPWRIGHT_AUTH" ? "TRIPWRIGHT_AUTH=oauth" : named} needs an authorization server, and TRIPWRIGHT_OAUTH_ISSUER names none. Set it to https://…, as that server names itself.`;
  throw new TripwrightError("invalid_input", message, { variables: [named] });
}

const OAUTH_VARIABLES = ["TRIPWRIGHT_AUTH", "TRIPWRIGHT_OAUTH_AUDIENCE", "TRIPWRIGHT_OAUTH_SCOPE_PREFIX"] as const;

/** Whatever the registry of models names. */
function servicesIn(environment: NodeJS.ProcessEnv): NonNullable<ModelSettings["services"]> {
  const services = MODEL_PROVIDER_NAMES.map((name) => {
    const { keyVariable, baseUrlVariable } = MODEL_PROVIDERS[name];
    const address = url("expected a URL").safeParse(environment[baseUrlVariable]);
    if (!address.success) {
      const message = `The environment could not be used. ${baseUrlVariable}: expected a URL.`;
      throw new TripwrightError("invalid_input", message, { variables: [baseUrlVariable] });
    }
    return [name, { apiKey: text.parse(environment[keyVariable]), baseUrl: address.data }] as const;
  });
  return Object.fromEntries(services);
}

/** `name=value,name=value`, values percent-encoded, as OpenTelemetry has it. */
function headersIn(typed: string | undefined): Record<string, string> {
  const pairs = (typed ?? "").split(",").filter((pair) => pair.includes("="));
  try {
    return Object.fromEntries(
      pairs.map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return [name.trim(), decodeURIComponent(value.join("=").trim())];
      }),
    );
  } catch {
    const message = "The environment could not be used. OTEL_EXPORTER_OTLP_HEADERS: expected name=value,name=value.";
    throw new TripwrightError("invalid_input", message, { variables: ["OTEL_EXPORTER_OTLP_HEADERS"] });
  }
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
