/** The suite's tools that answer with one kind of content each, that report on their way, or that fail. */
import { setTimeout as sleep } from "node:timers/promises";
import { type CallToolResult, fromJsonSchema, type McpServer, type ServerContext } from "@modelcontextprotocol/server";
import { z } from "zod";
/** Every keyword of it has to come through tools/list as it stands there. */
import everyKeyword from "./every-keyword.schema.json" with { type: "json" };

/** One red pixel, and a WAV file of a single sample. */
export const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
const SOUND = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=";

const STEP_MS = 50;
const NOTHING = z.object({});

export type Content = CallToolResult["content"];
export const text = (said: string): Content[number] => ({ type: "text", text: said });
const image: Content[number] = { type: "image", data: PIXEL, mimeType: "image/png" };

const STILL: Readonly<Record<string, Content>> = {
  test_simple_text: [text("This is a simple text response for testing.")],
  test_streaming_elicitation: [text("Nothing but this result is on the stream.")],
  test_image_content: [image],
  test_audio_content: [{ type: "audio", data: SOUND, mimeType: "audio/wav" }],
  test_embedded_resource: [
    {
      type: "resource",
      resource: {
        uri: "test://embedded-resource",
        mimeType: "text/plain",
        text: "This is an embedded resource content.",
      },
    },
  ],
  test_multiple_content_types: [
    text("Multiple content types test:"),
    image,
    {
      type: "resource",
      resource: {
        uri: "test://mixed-content-resource",
        mimeType: "application/json",
        text: JSON.stringify({ test: "data", value: 123 }),
      },
    },
  ],
};

const MIRRORED_IN_HEADER = {
  type: "object",
  properties: {
    region: { type: "string", description: "also in Mcp-Param-Region", "x-mcp-header": "Region" },
    level: { type: "integer", description: "in no header" },
  },
};

export function addContentFixtures(server: McpServer): void {
  for (const [name, content] of Object.entries(STILL)) {
    server.registerTool(name, { description: `answers with ${content[0]?.type}` }, () => ({ content }));
  }
  server.registerTool("test_error_handling", { description: "fails" }, () => {
    throw new Error("This tool intentionally returns an error for testing");
  });
  server.registerTool("test_tool_with_logging", { description: "logs thrice", inputSchema: NOTHING }, logThrice);
  server.registerTool("test_logging_tool", { description: "logs where asked to", inputSchema: NOTHING }, logOnce);
  server.registerTool("test_tool_with_progress", { description: "says how far", inputSchema: NOTHING }, reportProgress);
  server.registerTool(
    "json_schema_2020_12_tool",
    { description: "has a schema of every keyword", inputSchema: fromJsonSchema(everyKeyword) },
    (args) => ({ content: [text(JSON.stringify(args))] }),
  );
  server.registerTool(
    "test_x_mcp_header",
    {
      description: "has an argument that a header repeats",
      inputSchema: fromJsonSchema<{ region?: string }>(MIRRORED_IN_HEADER),
    },
    ({ region }) => ({ content: [text(`region=${region ?? "none"}`)] }),
  );
}

async function logThrice(_args: object, { mcpReq }: ServerContext): Promise<CallToolResult> {
  for (const data of ["Tool execution started", "Tool processing data", "Tool execution completed"]) {
    await mcpReq.notify({ method: "notifications/message", params: { level: "info", data } });
    await sleep(STEP_MS);
  }
  return { content: [text("Logged thrice.")] };
}

async function logOnce(_args: object, { mcpReq }: ServerContext): Promise<CallToolResult> {
  await mcpReq.log("info", "Only who asked for logs gets this.");
  return { content: [text("Logged.")] };
}

async function reportProgress(_args: object, { mcpReq }: ServerContext): Promise<CallToolResult> {
  const progressToken = mcpReq._meta?.progressToken;
  for (const progress of progressToken === undefined ? [] : [0, 50, 100]) {
    await mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress, total: 100 } });
    await sleep(STEP_MS);
  }
  return { content: [text(String(progressToken ?? "nobody asked how far"))] };
}
