/**
 * `/mcp`: the tools for chat assistants over Streamable HTTP. Stateless: any process answers any request. Nobody gets
 * in without a token, not on this machine either: any page or program here could otherwise act for its user.
 */
import { type AuthInfo, createMcpHandler, type McpServerFactory } from "@modelcontextprotocol/server";
import { createMcpServer } from "../../../mcp/create-server.ts";
import type { McpParts } from "../../../mcp/parts.ts";
import { createTripWatcher } from "../../../mcp/trip-watcher.ts";
import type { Identity } from "../../../trip/ports.ts";
import { type Caller, requireToken } from "../../auth/identify.ts";
import { MCP_PATH } from "../../auth/protected-resource.ts";
import { requireScopesFor } from "../../auth/scope-challenge.ts";
import { errorFields } from "../../event-log.ts";
import { createListenStreams, isListen } from "../../mcp/listen-streams.ts";
import { mcpApplicationFor } from "../../mcp/mcp-application.ts";
import { VERSION } from "../../version.ts";
import type { HttpApp, HttpContext, HttpParts } from "../parts.ts";

/** By the key under which the identity travels with what the transport knows of the request. */
const IDENTITY = "identity";

const MAX_BYTES = 1_048_576;
/** A longer one is refused as a whole by the protocol. */
const MOST_IN_BATCH = 100;

export function mcpRoutes(app: HttpApp, parts: HttpParts): void {
  const onError = (error: unknown): void => parts.log("mcp-error", errorFields(error));
  const mcp: McpParts = {
    version: VERSION,
    actFor: async ({ userId }) => mcpApplicationFor(parts.runtime, userId),
    onError,
  };
  const watcher = createTripWatcher(mcp);
  // Clients of 2025 have no connection here that lasts.
  const factory: McpServerFactory = ({ authInfo, era }) =>
    createMcpServer(mcp, identityIn(authInfo?.extra), { watcher: era === "modern" ? watcher : null });
  const handler = createMcpHandler(factory, { onerror: onError, maxRequestBodySize: MAX_BYTES });
  const streams = createListenStreams({ factory, watcher, onError });
  // At once, for nobody waits for a stream to end by itself.
  parts.signal.addEventListener("abort", () => void streams.close(), { once: true });
  parts.onEnd(async () => {
    watcher.close();
    await Promise.all([streams.close(), handler.close()]);
  });
  app.all(MCP_PATH, async (c) => {
    const caller = await parts.authenticate(c);
    requireToken(caller);
    await lookAtMessages(c, caller);
    const authInfo = authInfoOf(caller);
    if (isListen(c.req.raw))
      return streams.serve(c.req.raw, { identity: caller, isStillGood: () => parts.isStillGood(c) }, { authInfo });
    return handler.fetch(c.req.raw, { authInfo });
  });
}

/** Of the caller, but for the token, which is nobody's business from here on. */
function authInfoOf(caller: Caller): AuthInfo {
  return { token: "", clientId: caller.client, scopes: [...caller.scopes], extra: { [IDENTITY]: caller } };
}

/** Each message of a batch counts as a request does, and needs its scopes. Only what has to be is parsed twice. */
async function lookAtMessages(c: HttpContext, caller: Caller): Promise<void> {
  if (c.req.method !== "POST") return;
  // What breaks off, or is too long, is refused by whoever reads it next.
  const body = await c.req.raw
    .clone()
    .text()
    .catch(() => "");
  const isWhole = caller.via !== "oauth" || (caller.scopes.has("read") && caller.scopes.has("plan"));
  const isBatch = /^\s*\[/.test(body);
  if (isWhole && !isBatch) return;
  const message = jsonIn(body);
  if (Array.isArray(message) && message.length > 1) c.var.countMore?.(Math.min(message.length, MOST_IN_BATCH) - 1);
  if (!isWhole) requireScopesFor(message, caller);
}

/** What is no JSON is for the protocol to refuse. */
function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function identityIn(extra: Record<string, unknown> | undefined): Identity {
  const identity = extra?.[IDENTITY];
  const isIdentity = (value: unknown): value is Identity =>
    typeof value === "object" && value !== null && "userId" in value && "scopes" in value;
  return isIdentity(identity) ? identity : { userId: "", scopes: new Set() };
}
