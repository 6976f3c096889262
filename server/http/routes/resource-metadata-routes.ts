/**
 * What clients need to find the authorization server (RFC 9728): open to anyone, pages elsewhere included, for it
 * says nothing that a request without a token is not told anyway. Without an authorization server there is none.
 */
import { findProtectedResource, METADATA_PATHS, metadataOf } from "../../auth/protected-resource.ts";
import type { HttpApp, HttpParts } from "../parts.ts";

const METHODS = "GET, HEAD, OPTIONS";

export function resourceMetadataRoutes(app: HttpApp, { runtime }: HttpParts): void {
  const resource = findProtectedResource(runtime.config.http);
  if (!resource) return;
  const metadata = metadataOf(resource);
  for (const path of METADATA_PATHS) {
    app.get(path, (c) => {
      c.header("access-control-allow-origin", "*");
      c.header("cross-origin-resource-policy", "cross-origin");
      c.header("cache-control", "public, max-age=300");
      return c.json(metadata);
    });
    app.options(path, (c) => {
      c.header("access-control-allow-origin", "*");
      c.header("access-control-allow-methods", METHODS);
      c.header("access-control-allow-headers", "mcp-protocol-version");
      return c.body(null, 204);
    });
  }
}
