/** What the server would send about a plan of the fixtures: the result in short, and the export that the page asks for. */
import type { CallToolResult } from "@modelcontextprotocol/client";
import { modelResultOf } from "../../tools/model-result.ts";
import type { PlanDocument } from "../../trip/plan-document.ts";
import type { PassOn } from "./app-host.ts";

/** As get_trip answers, compact. */
export function resultOf({ trip, itinerary, verdict }: PlanDocument): CallToolResult {
  const result = { status: "ok" as const, request: { tripId: trip.id }, notices: [], trip, itinerary, verdict };
  return {
    content: [{ type: "text", text: "get_trip: ok" }],
    structuredContent: { ...modelResultOf(result), request: result.request, notices: [] },
  };
}

/** Hands out these plans by the tool that exports them, as the server does. */
export function exporting(...plans: PlanDocument[]): PassOn {
  return async (method, { name, arguments: args }) => {
    if (method !== "tools/call" || name !== "export_itinerary") throw new Error(`not asked for: ${method} ${name}`);
    const { tripId, version } = args as { tripId: string; version?: number };
    const plan = plans.findLast(({ trip, itinerary }) => trip.id === tripId && itinerary.version === version);
    if (!plan) throw new Error("no such plan");
    const text = JSON.stringify(plan);
    return { content: [], structuredContent: { status: "ok", request: {}, notices: [], text } };
  };
}
