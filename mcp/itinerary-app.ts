/**
 * The plan as a picture: an MCP App (the extension `io.modelcontextprotocol/ui`), one page that a host shows in a
 * sandbox beside the conversation. Hosts without apps make nothing of page and key, and show the text as before. The page is
 * built from `web/itinerary-app/`; it draws what tools answer and asks its host, never the network, for the rest.
 */
import { readFileSync } from "node:fs";
import type { Tool as ListedTool, ReadResourceResult, Resource } from "@modelcontextprotocol/server";

export const APP_URI = "ui://tripwright/itinerary";
const MIME_TYPE = "text/html;profile=mcp-app";

/** Nothing from outside; the page has no margins of its own, so that the host's frame is wanted. */
const UI = { ui: { csp: { connectDomains: [], resourceDomains: [] }, prefersBorder: true } };

export const APP_RESOURCE: Resource = {
  uri: APP_URI,
  name: "itinerary",
  title: "Itinerary",
  description: "The plan drawn: days, times, a map, warnings and costs.",
  mimeType: MIME_TYPE,
  _meta: UI,
};

/** The tools whose results are about one plan. */
const DRAWN: ReadonlySet<string> = new Set([
  ...["create_trip", "update_trip", "get_trip", "plan_itinerary"],
  ...["check_itinerary", "edit_itinerary", "select_itinerary", "choose_offer"],
]);

/** What `tools/list` says beside a tool; the second key is the first one's older name, which hosts still read. */
export function appMeta(tool: string): Pick<ListedTool, "_meta"> {
  return DRAWN.has(tool) ? { _meta: { ui: { resourceUri: APP_URI }, "ui/resourceUri": APP_URI } } : {};
}

let page: string | null = null;

export function readApp(): ReadResourceResult {
  page ??= readFileSync(new URL("itinerary-app.html", import.meta.url), "utf8");
  return { contents: [{ uri: APP_URI, mimeType: MIME_TYPE, text: page, _meta: UI }] };
}
