/**
 * `/mcp` as the conformance suite wants to find it: its own fixtures in place of our tools, behind everything that a
 * request to the product's `/mcp` passes.
 */
import { createMcpHandler, McpServer, type ServerNotifier } from "@modelcontextprotocol/server";
import { requireToken } from "../../../server/auth/identify.ts";
import { MCP_PATH } from "../../../server/auth/protected-resource.ts";
import { errorFields } from "../../../server/event-log.ts";
import type { HttpApp, HttpParts } from "../../../server/http/parts.ts";
import { addAskingFixtures } from "./asking-fixtures.ts";
import { addContentFixtures, text } from "./content-fixtures.ts";
import { addInputFixtures, requestState } from "./input-fixtures.ts";
import { addPromptFixtures } from "./prompt-fixtures.ts";
import { addResourceFixtures } from "./resource-fixtures.ts";

const MAX_BYTES = 1_048_576;

function createFixtureServer(notify: () => ServerNotifier): McpServer {
  const server = new McpServer(
    { name: "tripwright-conformance", version: "1.0.0" },
    {
      capabilities: {
        tools: { listChanged: true },
        resources: { subscribe: true, listChanged: true },
        prompts: { listChanged: true },
        logging: {},
        completions: {},
      },
      requestState: { verify: requestState.verify },
    },
  );
  addContentFixtures(server);
  addInputFixtures(server);
  addAskingFixtures(server);
  addResourceFixtures(server);
  addPromptFixtures(server);
  server.server.setRequestHandler("logging/setLevel", () => ({}));
  const changes = {
    test_trigger_tool_change: () => notify().toolsChanged(),
    test_trigger_prompt_change: () => notify().promptsChanged(),
  };
  for (const [name, change] of Object.entries(changes)) {
    server.registerTool(name, { description: "tells who listens" }, () => {
      change();
      return { content: [text("Told.")] };
    });
  }
  return server;
}

export function fixtureRoutes(app: HttpApp, parts: HttpParts): void {
  const handler = createMcpHandler(() => createFixtureServer(() => handler.notify), {
    onerror: (error) => parts.log("mcp-error", errorFields(error)),
    maxRequestBodySize: MAX_BYTES,
  });
  parts.onEnd(() => handler.close());
  app.all(MCP_PATH, async (c) => {
    requireToken(await parts.authenticate(c));
    return handler.fetch(c.req.raw);
  });
}
