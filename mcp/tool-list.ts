/** The registry as `tools/list` shows it, made once a process. */
import type { Tool as ListedTool, ListToolsResult } from "@modelcontextprotocol/server";
import { modelSchemaOf } from "../tools/model-schema.ts";
import { TOOLS } from "../tools/registry.ts";
import type { Tool } from "../tools/tool.ts";
import { extraProperties } from "./call-arguments.ts";
import { appMeta } from "./itinerary-app.ts";
import { outputSchemaOf } from "./output-schema.ts";

function listed(tool: Tool): ListedTool {
  const { name, title, description, hints } = tool;
  return {
    ...{ name, title, description },
    inputSchema: withExtras(tool),
    outputSchema: outputSchemaOf(tool),
    annotations: { ...hints },
    ...appMeta(name),
  };
}

function withExtras(tool: Tool): ListedTool["inputSchema"] {
  const { properties, ...schema } = modelSchemaOf(tool);
  const own = properties as NonNullable<ListedTool["inputSchema"]["properties"]>;
  return { ...schema, type: "object", properties: { ...own, ...extraProperties(tool) } };
}

let list: ListToolsResult | null = null;

export function toolList(): ListToolsResult {
  list ??= { tools: TOOLS.map(listed) };
  return list;
}
