/**
 * One MCP server for one connection or one HTTP request: it acts for one identity and holds nothing that outlives it,
 * so that any number of processes serve the same client. Everything that costs is made once a process elsewhere.
 */
import { Server } from "@modelcontextprotocol/server";
import type { Identity } from "../trip/ports.ts";
import { CACHE_HINTS } from "./cache-hints.ts";
import { callToolHandler } from "./call-tool.ts";
import { serveCompletion } from "./completion.ts";
import type { McpParts } from "./parts.ts";
import { servePrompts } from "./prompts-server.ts";
import { serveResources } from "./resources.ts";
import { serveSubscriptions } from "./subscriptions.ts";
import { toolList } from "./tool-list.ts";
import type { TripWatcher } from "./trip-watcher.ts";

const INSTRUCTIONS = `Tripwright plans trips that hold: opening hours, travel times and budget are checked, prices are never made up.
A new trip takes one call: create_trip with planNow, cities by name; search_cities when a name is unclear. Show days and times as they come back; say what the notices say.`;

export interface McpConnection {
  /** Where the client can be told of changes: on a lasting connection, or where it may listen. */
  watcher: TripWatcher | null;
}

export function createMcpServer(
  parts: McpParts,
  identity: Identity,
  { watcher }: McpConnection = { watcher: null },
): Server {
  const server = new Server(
    { name: "tripwright", title: "Tripwright", version: parts.version },
    {
      capabilities: { tools: {}, resources: watcher ? { subscribe: true } : {}, prompts: {}, completions: {} },
      instructions: INSTRUCTIONS,
      cacheHints: CACHE_HINTS,
    },
  );
  server.setRequestHandler("tools/list", () => toolList());
  server.setRequestHandler(
    "tools/call",
    callToolHandler(parts, identity, () => server.getClientCapabilities()),
  );
  serveResources(server, parts, identity);
  servePrompts(server, parts, identity);
  serveCompletion(server, parts, identity);
  if (watcher) serveSubscriptions(server, parts, identity, watcher);
  return server;
}
