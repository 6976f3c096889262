/** A tool's result as an assistant gets it: data for its model, a short text for a person, a link to the plan. */
import type { CallToolResult } from "@modelcontextprotocol/server";
import { z } from "zod";
import { modelResultOf } from "../tools/model-result.ts";
import type { Tool, ToolResult } from "../tools/tool.ts";
import type { TripwrightError } from "../trip/errors.ts";
import type { Detail } from "./call-arguments.ts";
import { fitted } from "./fit-result.ts";
import { exportedUri, planLink } from "./plan-link.ts";
import { shortText } from "./short-text.ts";
import { estimatedTokens } from "./token-estimate.ts";

const besideSchema = z.object({ notices: z.array(z.string()), nextCursor: z.string().nullish() });

/** A sixth below the 6,000 tokens that no default result exceeds, data and text together: they are estimated here. */
const MOST_TOKENS = 5_000;
/** The data come first, and the text has what they leave, within bounds. */
const MOST_DATA = 4_000;
const MOST_TEXT = 1_800;
/** A plan in words stands in the data as well. */
const MOST_READABLE = 2_100;

type Named = Pick<Tool, "name"> & Partial<Pick<Tool, "input">>;

export function callResult(tool: Named, result: ToolResult, detail: Detail): CallToolResult {
  const structuredContent = detail === "full" ? { ...result } : compact(tool, result);
  const beside = besideSchema.parse(structuredContent);
  const others = [...readableText(tool, result), ...planLink(tool, result)];
  const left = detail === "full" ? MOST_TEXT : MOST_TOKENS - estimatedTokens([structuredContent, others]);
  const text = shortText(tool, asShown(result, structuredContent), {
    ...beside,
    mostTokens: Math.min(left, MOST_TEXT),
  });
  return {
    content: [{ type: "text", text }, ...others],
    structuredContent,
    ...(result.status === "error" && { isError: true }),
  };
}

/** A file that is left out of the data is not said to be given. */
const asShown = (result: ToolResult, { text }: Record<string, unknown>): ToolResult =>
  text === null ? { ...result, ...{ text } } : result;

const exportSchema = z.object({ mediaType: z.string().startsWith("text/markdown"), text: z.string() });

/** The plan in words, where that is what was asked for and it is short: hosts that pass on no data have it from here. */
function readableText({ name }: Named, result: ToolResult): { type: "text"; text: string }[] {
  const { text } = (name === "export_itinerary" && exportSchema.safeParse(result).data) || { text: "" };
  return text !== "" && estimatedTokens(text) <= MOST_READABLE ? [{ type: "text", text }] : [];
}

/** What was refused before the tool was asked. */
export function refusal(name: string, { code, message, details }: TripwrightError): CallToolResult {
  const result: ToolResult = { status: "error", request: {}, notices: [], error: { code, message, details } };
  return callResult({ name }, result, "compact");
}

function compact(tool: Named, result: ToolResult): Record<string, unknown> {
  const { status, request, notices } = result;
  const { error, ...fields } = modelResultOf(result);
  const view = { status, request, notices, ...(error !== undefined && { error }), ...fields };
  const uri = tool.name === "export_itinerary" ? (exportedUri(request) ?? undefined) : undefined;
  return fitted({ ...view, notices }, { tool, request, uri, mostTokens: MOST_DATA });
}
