/**
 * What the tools cost an assistant over MCP: the list that it reads before every conversation, and the longest result
 * that it gets without asking for more. Beside it, what others say of theirs.
 */
import { callResult } from "../../mcp/call-result.ts";
import { toolList } from "../../mcp/tool-list.ts";
import { getTool } from "../../tools/registry.ts";
import type { ToolContext, ToolResult } from "../../tools/tool.ts";
import { tokensIn } from "./count-tokens.ts";

export interface ListTokens {
  tools: number;
  /** Names, descriptions and arguments: what every host gives its model. */
  inputs: number;
  /** With titles, hints and output schemas. */
  whole: number;
}

export function listTokens(): ListTokens {
  const { tools } = toolList();
  const inputs = tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
  return { tools: tools.length, inputs: tokensIn(inputs), whole: tokensIn(tools) };
}

/** Figures of others, as they state them; nobody else's list was counted here. */
export const PEERS: readonly { name: string; tools: number; tokens: number | null; source: string }[] = [
  { name: "trvl, all tools", tools: 66, tokens: 33_500, source: "its README, about" },
  { name: "trvl, router", tools: 1, tokens: 378, source: "its README, about" },
  { name: "TREK", tools: 169, tokens: null, source: "registerTool calls in its source; it states no tokens" },
];

export interface LongestResult {
  tool: string;
  tokens: number;
}

/** The worst that a traveller may bring: a month in three cities, a page of fifty places, and that month as a text. */
export async function longestResult(context: ToolContext): Promise<LongestResult> {
  const lengths: LongestResult[] = [];
  const call = async (name: string, args: Record<string, unknown>): Promise<ToolResult> => {
    const tool = getTool(name);
    const result = await tool.call(args, context);
    if (result.error) throw new Error(`${name} made no result: ${result.error.message}`);
    lengths.push({ tool: name, tokens: tokensIn(callResult(tool, result, "compact")) });
    return result;
  };
  const cities = await Promise.all(
    ["Lisbon", "Paris", "Rome"].map(async (text) => (await context.catalogue.searchCities({ text, limit: 1 }))[0]),
  );
  const cityIds = cities.flatMap((city) => city?.id ?? []);
  await call("search_attractions", { cityId: cityIds[0], openOn: "2027-05-11", limit: 50 });
  await call("create_trip", { cityIds, startDate: "2027-05-01", endDate: "2027-05-30", pace: "fast", planNow: true });
  const tripId = (await context.trips.listTrips(1))[0]?.id ?? "";
  await call("get_trip", { tripId });
  await call("check_itinerary", { tripId });
  const exported = await call("export_itinerary", { tripId, format: "md" });
  const text = "text" in exported && typeof exported.text === "string" ? exported.text : "";
  await call("check_itinerary", { text: text.slice(0, 20_000) });
  return lengths.reduce((longest, each) => (each.tokens > longest.tokens ? each : longest));
}
