/** The MCP clients that agent frameworks bring: AI SDK and LangChain, with their tools called as an agent calls them. */
import { createMCPClient, type MCPClient } from "@ai-sdk/mcp";
import { StdioMCPTransport } from "@ai-sdk/mcp/mcp-stdio";
import type { ToolMessage } from "@langchain/core/messages";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { z } from "zod";
import { type Assistant, answerFrom, type ClientKind, PATIENCE_MS } from "./assistant.ts";
import type { Place } from "./places-to-connect.ts";

export function openAiSdkClient(place: Place): Promise<MCPClient> {
  return createMCPClient({
    transport:
      place.kind === "stdio"
        ? new StdioMCPTransport({ command: place.command, args: place.args, env: place.env, stderr: "ignore" })
        : { type: "http", url: place.url, headers: { authorization: `Bearer ${place.token}` } },
  });
}

async function connectAiSdk(place: Place): Promise<Assistant> {
  const client = await openAiSdkClient(place);
  const tools = await client.tools();
  let calls = 0;
  return {
    toolNames: async () => Object.keys(tools),
    call: async (name, args) => {
      const toolCallId = `call-${++calls}`;
      return answerFrom(await tools[name]?.execute(args, { toolCallId, messages: [], context: {} }));
    },
    close: () => client.close(),
  };
}

export function openLangChainClient(place: Place): MultiServerMCPClient {
  const connection =
    place.kind === "stdio"
      ? {
          transport: "stdio" as const,
          command: place.command,
          args: place.args,
          env: place.env,
          stderr: "ignore" as const,
        }
      : { transport: "http" as const, url: place.url, headers: { authorization: `Bearer ${place.token}` } };
  return new MultiServerMCPClient({ mcpServers: { tripwright: connection } });
}

const artifactsSchema = z.array(z.looseObject({ type: z.string(), data: z.unknown() }));

/** Its tools hand a model the text with the data beside it, and keep the data for the program. */
async function connectLangChain(place: Place): Promise<Assistant> {
  const client = openLangChainClient(place);
  const tools = await client.getTools();
  let calls = 0;
  return {
    toolNames: async () => tools.map(({ name }) => name),
    call: async (name, args) => {
      const tool = tools.find((candidate) => candidate.name === name);
      if (!tool) throw new Error(`no tool ${name}`);
      const call = { type: "tool_call" as const, id: `call-${++calls}`, name, args };
      const message: ToolMessage = await tool.invoke(call, { timeout: PATIENCE_MS });
      const kept = artifactsSchema.parse(message.artifact).find(({ type }) => type === "mcp_structured_content");
      return answerFrom({ content: [{ type: "text", text: message.text }], structuredContent: kept?.data });
    },
    close: () => client.close(),
  };
}

export const FRAMEWORK_CLIENTS: readonly ClientKind[] = [
  { name: "AI SDK", connect: connectAiSdk },
  { name: "LangChain", connect: connectLangChain },
];
