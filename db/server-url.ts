/**
 * Reads DATABASE_URL and DATABASE_READ_URL into settings that leave nothing open: what is not said here, `pg`
 * would ask PG* variables of the environment for. A server that is not on this machine is spoken to over TLS
 * with its certificate checked, unless the URL's `sslmode` says otherwise; there is no way back to plain text
 * for a server that offers no TLS.
 */
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import type { ClientConfig } from "pg";
import { TripwrightError } from "../trip/errors.ts";
import { codeOf } from "./sql-errors.ts";

export type UrlVariable = "DATABASE_URL" | "DATABASE_READ_URL";

const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|::1)$/;
const DEFAULT_PORT = 5432;

/** libpq's weaker modes would pass passwords to whoever answers: they verify here. */
const VERIFYING_MODES = new Set(["allow", "prefer", "require", "verify-ca", "verify-full"]);
const MODES: readonly string[] = ["disable", "no-verify", ...VERIFYING_MODES];

export function serverConfig(databaseUrl: string, variable: UrlVariable = "DATABASE_URL"): ClientConfig {
  const url = parseUrl(databaseUrl, variable);
  const { searchParams: params } = url;
  const host = hostOf(url);
  const user = params.get("user") || decode(url.username, variable) || userInfo().username;
  const password = params.get("password") || decode(url.password, variable);
  const options = params.get("options");
  return {
    host,
    port: Number(params.get("port") || url.port || DEFAULT_PORT),
    user,
    database: decode(url.pathname.slice(1), variable) || user,
    ...(password && { password }),
    ...(options && { options }),
    ssl: tlsFor(host, params, variable),
    sslnegotiation: "postgres",
  };
}

/** Where the server is, without the password. */
export function serverName(databaseUrl: string): string {
  const url = parseUrl(databaseUrl, "DATABASE_URL");
  return `${hostOf(url)}:${url.searchParams.get("port") || url.port || DEFAULT_PORT}${url.pathname}`;
}

/** `host=` in the query outranks the URL's own, as it does for libpq; a folder means a unix socket. */
function hostOf(url: URL): string {
  const named = url.searchParams.get("host") || decodeURIComponent(url.hostname);
  return named.replace(/^\[(.+)\]$/, "$1") || "localhost";
}

function tlsFor(host: string, params: URLSearchParams, variable: UrlVariable): ClientConfig["ssl"] {
  const mode = params.get("sslmode");
  if (mode !== null && !MODES.includes(mode)) {
    throw invalid(variable, `expected sslmode as one of ${MODES.join(", ")}, got "${mode}"`);
  }
  const isLocal = LOOPBACK_HOST.test(host) || host.startsWith("/");
  const asksForTls = params.has("sslrootcert") || params.has("sslcert") || params.get("ssl") === "true";
  if (mode === "disable" || (mode === null && isLocal && !asksForTls)) return false;
  const file = (name: string): string | undefined => readNamed(params.get(name), name, variable);
  const ca = params.get("sslrootcert") === "system" ? undefined : file("sslrootcert");
  const cert = file("sslcert");
  const key = file("sslkey");
  return {
    rejectUnauthorized: mode !== "no-verify",
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  };
}

function readNamed(path: string | null, name: string, variable: UrlVariable): string | undefined {
  if (!path) return undefined;
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw invalid(variable, `${name} names a file that cannot be read (${path}, ${codeOf(error)})`, error);
  }
}

function parseUrl(databaseUrl: string, variable: UrlVariable): URL {
  if (URL.canParse(databaseUrl)) {
    const url = new URL(databaseUrl);
    if (url.protocol === "postgres:" || url.protocol === "postgresql:") return url;
  }
  const text =
    "expected postgres://user:password@host:port/database, with anything but letters and digits in the password as %XX";
  throw invalid(variable, `${text}; what came cannot be read as that`);
}

function decode(part: string, variable: UrlVariable): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    throw invalid(variable, "expected a percent sign in a name or password as %25", error);
  }
}

function invalid(variable: UrlVariable, said: string, cause?: unknown): TripwrightError {
  return new TripwrightError("invalid_input", `${variable} could not be used: ${said}.`, {}, cause);
}
