/**
 * What every response tells a browser: nothing of it is to be run, framed, guessed at or kept. Said before a route is
 * asked, so that a route may say otherwise, and one that writes to the socket itself can take it along.
 */
import type { MiddlewareHandler } from "hono";
import type { HttpContext, HttpEnv } from "./parts.ts";

const HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const A_YEAR_OF_HTTPS = "max-age=31536000";

export function securityHeaders({ publicUrl }: { publicUrl: string | undefined }): MiddlewareHandler<HttpEnv> {
  const isHttps = publicUrl?.startsWith("https:") ?? false;
  const said = Object.entries({ ...HEADERS, ...(isHttps && { "strict-transport-security": A_YEAR_OF_HTTPS }) });
  return (c, next) => {
    for (const [name, value] of said) c.header(name, value);
    return next();
  };
}

/** Those of every response, for one that does not go through the application. */
export function headersSoFar(c: HttpContext): Record<string, string> {
  return Object.fromEntries(c.res.headers);
}
