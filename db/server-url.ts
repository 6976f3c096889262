/**
 * Reads DATABASE_URL. A server that is not on this machine is spoken to over TLS with its certificate
 * checked, unless the URL's `sslmode` says otherwise.
 */
import type { ClientConfig } from "pg";
import { TripwrightError } from "../trip/errors.ts";

const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])?$/;

/** `pg` treats these as verify-full already, but warns on stderr that it may not for ever. */
const VERIFYING_MODES = new Set(["allow", "prefer", "require", "verify-ca", "verify-full"]);

export function serverConfig(databaseUrl: string): ClientConfig {
  const url = parseUrl(databaseUrl);
  const mode = url.searchParams.get("sslmode");
  const isLocal = LOOPBACK_HOST.test(url.hostname) || url.searchParams.get("host")?.startsWith("/") === true;
  if (mode === null ? !isLocal : VERIFYING_MODES.has(mode)) url.searchParams.set("sslmode", "verify-full");
  // Stated also when off: `pg` would ask the environment otherwise.
  const isPlain = mode === "disable" || (mode === null && isLocal);
  return { connectionString: url.toString(), ...(isPlain && { ssl: false }) };
}

/** Where the server is, without the password. */
export function serverName(databaseUrl: string): string {
  const { hostname, port, pathname } = parseUrl(databaseUrl);
  return `${hostname || "localhost"}:${port || 5432}${pathname}`;
}

function parseUrl(databaseUrl: string): URL {
  if (URL.canParse(databaseUrl)) {
    const url = new URL(databaseUrl);
    if (url.protocol === "postgres:" || url.protocol === "postgresql:") return url;
  }
  throw new TripwrightError(
    "invalid_input",
    "Expected DATABASE_URL as postgres://user:password@host:port/database; what came cannot be read as that.",
  );
}
