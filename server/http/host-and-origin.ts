/**
 * Which requests are meant for this server. A page elsewhere that points a name of its own at this machine (DNS
 * rebinding) comes with that name in `Host`; a page elsewhere that calls us comes with its own `Origin`. Neither is
 * answered, unless it is configured.
 */

import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { isLoopback } from "../auth/loopback.ts";
import { METADATA_PATHS } from "../auth/protected-resource.ts";
import type { HttpConfig } from "../config.ts";
import type { HttpContext, HttpEnv } from "./parts.ts";
import { problemResponse } from "./problem.ts";

type HostRules = Pick<HttpConfig, "host" | "publicUrl">;

const bare = (host: string): string => host.toLowerCase().replace(/^\[(.*)\]$/, "$1");

/** `null` for what is no host at all. */
function hostnameOf(host: string | undefined): string | null {
  const url = host === undefined ? null : URL.parse(`http://${host}`);
  const isPlain = url !== null && url.pathname === "/" && !/[@/?#\\]/.test(host ?? "");
  return isPlain ? bare(url.hostname) : null;
}

/** The address that the connection came in at: a page cannot have given that a name. */
function isOwnAddress(hostname: string, c: HttpContext): boolean {
  const local = c.env?.incoming?.socket.localAddress?.replace(/^::ffff:/, "");
  return isIP(hostname) !== 0 && hostname === local;
}

export function checkHost({ host, publicUrl }: HostRules): MiddlewareHandler<HttpEnv> {
  const publicName = publicUrl === undefined ? null : bare(new URL(publicUrl).hostname);
  const isMeant = (hostname: string, c: HttpContext): boolean =>
    isLoopback(hostname) || hostname === bare(host) || hostname === publicName || isOwnAddress(hostname, c);
  return async (c, next) => {
    const named = [hostnameOf(c.req.header("host")), bare(new URL(c.req.url).hostname)];
    if (named.every((hostname) => hostname !== null && isMeant(hostname, c))) return next();
    const detail =
      "Expected the Host of this server, got another one. Set TRIPWRIGHT_PUBLIC_URL to the address that it is reached at.";
    return problemResponse(c, { status: 403, code: "host_not_allowed", detail });
  };
}

/** Same host and port, over http or https: a proxy in front may have ended TLS. */
function isSameOrigin(origin: string, c: HttpContext): boolean {
  const url = URL.parse(origin);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return url.origin === origin && url.host === URL.parse(`${url.protocol}//${c.req.header("host")}`)?.host;
}

const OF_MCP_REQUESTS = ["mcp-protocol-version", "mcp-session-id", "mcp-method", "mcp-name", "last-event-id"];
/** A page learns by the first where to sign in. */
const OF_MCP_ANSWERS = ["www-authenticate", "mcp-protocol-version", "mcp-session-id"];

export interface OriginRules {
  publicUrl: string | undefined;
  allowedOrigins: readonly string[];
}

export function checkOrigin({ publicUrl, allowedOrigins }: OriginRules): MiddlewareHandler<HttpEnv> {
  const others = new Set(allowedOrigins);
  const own = publicUrl === undefined ? null : new URL(publicUrl).origin;
  const crossOrigin = cors({
    origin: (origin) => (others.has(origin) ? origin : null),
    allowMethods: ["GET", "POST", "PATCH", "DELETE"],
    allowHeaders: ["authorization", "content-type", "if-match", "idempotency-key", "x-request-id", ...OF_MCP_REQUESTS],
    exposeHeaders: [
      "etag",
      "location",
      "retry-after",
      "x-request-id",
      "x-vercel-ai-ui-message-stream",
      ...OF_MCP_ANSWERS,
    ],
    maxAge: 600,
  });
  return async (c, next) => {
    const origin = c.req.header("origin");
    // They are open to all pages, and say so themselves.
    if (METADATA_PATHS.includes(c.req.path)) return next();
    if (origin === undefined || origin === own || isSameOrigin(origin, c)) return next();
    if (others.has(origin)) return crossOrigin(c, next);
    const detail =
      "Expected a request from a page of this server, got one from elsewhere. Add its origin to TRIPWRIGHT_ALLOWED_ORIGINS to let it in.";
    return problemResponse(c, { status: 403, code: "origin_not_allowed", detail });
  };
}
