/**
 * This server as an authorization server and its clients know it (RFC 9728): the address that tokens are made for,
 * who makes them, and what our scopes are called there. The document about it is open to anyone.
 */
import type { OAuthProtectedResourceMetadata } from "@modelcontextprotocol/server";
import { SCOPES, type Scope } from "../../trip/ports.ts";
import type { HttpConfig } from "../config.ts";

export const MCP_PATH = "/mcp";
const METADATA_PATH = "/.well-known/oauth-protected-resource";
/** The second is where clients look that know the server's address only. */
export const METADATA_PATHS: readonly string[] = [`${METADATA_PATH}${MCP_PATH}`, METADATA_PATH];

export interface ProtectedResource {
  /** Of `/mcp`, as clients reach it. */
  readonly url: string;
  readonly metadataUrl: string;
  readonly issuer: string;
  /** What a token has to name in `aud`. */
  readonly audience: string;
  readonly scopeNames: Readonly<Record<Scope, string>>;
}

/** `null` without an authorization server. */
export function findProtectedResource({ oauth, publicUrl, host, port }: HttpConfig): ProtectedResource | null {
  if (!oauth) return null;
  const own = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const base = (publicUrl ?? own).replace(/\/+$/, "");
  const url = `${base}${MCP_PATH}`;
  const { issuer, audience = url, scopePrefix } = oauth;
  const named = SCOPES.map((scope) => [scope, `${scopePrefix}${scope}`]);
  return {
    ...{ url, issuer, audience },
    metadataUrl: `${base}${METADATA_PATH}${MCP_PATH}`,
    scopeNames: Object.fromEntries(named) as Record<Scope, string>,
  };
}

/** What an assistant can use: a client that asks for all of it gets no right to delete. */
export const MCP_SCOPES: readonly Scope[] = ["read", "plan"];

export function metadataOf({ url, issuer, scopeNames }: ProtectedResource): OAuthProtectedResourceMetadata {
  return {
    resource: url,
    resource_name: "Tripwright",
    authorization_servers: [issuer],
    scopes_supported: MCP_SCOPES.map((scope) => scopeNames[scope]),
    bearer_methods_supported: ["header"],
  };
}
