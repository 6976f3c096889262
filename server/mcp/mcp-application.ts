/** What the MCP server needs to act for a traveller, out of what the process has. */
import { createCallKeeper } from "../../db/stores/call-keeper.ts";
import { createTripChanges } from "../../db/stores/trip-changes.ts";
import { createTripDirectory } from "../../db/stores/trip-directory.ts";
import type { McpApplication } from "../../mcp/parts.ts";
import type { Runtime } from "../compose.ts";

export function mcpApplicationFor(runtime: Runtime, userId: string): McpApplication {
  const { database: db, clock } = runtime;
  const { toolContext, recorder } = runtime.forUser(userId);
  return {
    ...{ toolContext, recorder },
    calls: createCallKeeper({ db, userId, now: clock.now }),
    changes: createTripChanges({ db, userId }),
    directory: createTripDirectory({ db, userId }),
  };
}
