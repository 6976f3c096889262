/**
 * A process of its own: the least that a server of the MCP SDK does, to be measured against. One tool, which answers
 * with as many characters as it is asked for; no database, nobody to sign in.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { Hono } from "hono";
import { z } from "zod";

const MOST = 100_000;
const FILLER = "Expected one thing, got another. ".repeat(MOST / 32);

function echoServer(): McpServer {
  const server = new McpServer({ name: "echo", version: "1.0.0" });
  server.registerTool(
    "echo",
    {
      description: "Says it back.",
      inputSchema: z.object({ text: z.string(), characters: z.int().min(0).max(MOST) }),
      outputSchema: z.object({ text: z.string(), filler: z.string() }),
      annotations: { readOnlyHint: true },
    },
    ({ text, characters }) => ({
      content: [{ type: "text", text }],
      structuredContent: { text, filler: FILLER.slice(0, characters) },
    }),
  );
  return server;
}

if (process.argv[2] === "stdio") {
  serveStdio(echoServer);
} else {
  const handler = createMcpHandler(echoServer);
  const app = new Hono().all("/mcp", (c) => handler.fetch(c.req.raw));
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  server.listen(0, "127.0.0.1", () =>
    console.log(`listens at http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  );
}
