/**
 * `WWW-Authenticate`: what a client has to bring (RFC 6750), and where it learns who gives it that (RFC 9728). A
 * request that showed nothing is only told how to; one that showed a bad token or too small a one is told so.
 */
import { SCOPES, type Scope } from "../../trip/ports.ts";
import { MCP_PATH, MCP_SCOPES, type ProtectedResource } from "./protected-resource.ts";

export interface Refusal {
  status: number;
  detail: string;
  details?: Record<string, unknown>;
}

/** Within what a quoted string of RFC 6750 may hold. */
const quotable = (text: string): string => text.replaceAll(/["\\]/g, "'").replaceAll(/[^ -~]/g, " ");

const scopesIn = (value: unknown): Scope[] => SCOPES.filter((scope) => [value].flat().includes(scope));

/** Nothing for a request that brought no token: it has made no mistake. */
function errorOf({ status, detail }: Refusal, authorization: string | undefined): Parameter[] {
  if (status !== 403 && !/^bearer /i.test(authorization ?? "")) return [];
  const error = status === 403 ? "insufficient_scope" : "invalid_token";
  return [
    { name: "error", value: error },
    { name: "error_description", value: detail },
  ];
}

interface Parameter {
  name: string;
  value: string;
}

export interface Refused {
  path: string;
  authorization: string | undefined;
}

/** For 401, and for 403 where a scope is missing; `null` for anything else. */
export function challengeFor(
  refusal: Refusal,
  { path, authorization }: Refused,
  resource: ProtectedResource | null,
): string | null {
  const missing = scopesIn(refusal.details?.scope);
  if (refusal.status !== 401 && !(refusal.status === 403 && missing.length > 0)) return null;
  const parameters: Parameter[] = [{ name: "realm", value: "tripwright" }, ...errorOf(refusal, authorization)];
  const isMcp = path === MCP_PATH;
  const scopes = missing.length > 0 ? missing : isMcp && resource ? MCP_SCOPES : [];
  if (scopes.length > 0) {
    parameters.push({ name: "scope", value: scopes.map((scope) => resource?.scopeNames[scope] ?? scope).join(" ") });
  }
  if (isMcp && resource) parameters.push({ name: "resource_metadata", value: resource.metadataUrl });
  return `Bearer ${parameters.map(({ name, value }) => `${name}="${quotable(value)}"`).join(", ")}`;
}
