/**
 * The whole plan, asked of the server through the host: by the tool that exports it, since tool calls are what hosts pass
 * on if anything. A tool's result itself has days as lines only, to spare the model what it cannot use.
 */
import type { PlanDocument } from "../../trip/plan-document.ts";
import type { HostConnection } from "./host-connection.ts";
import { isTold, partOf, type Told, textOf } from "./told.ts";

export interface PlanName {
  tripId: string;
  version: number | null;
}

async function exported(host: HostConnection, { tripId, version }: PlanName): Promise<string | null> {
  const result = await host.ask("tools/call", {
    name: "export_itinerary",
    arguments: { tripId, ...(version !== null && { version }), format: "json", inline: true, detail: "full" },
  });
  return textOf(partOf(result, "structuredContent"), "text");
}

/** The server's documents are parsed by its schema there; a page newer or older than the server draws what it can. */
function isPlan(value: unknown): value is PlanDocument {
  return isTold(value) && Array.isArray(partOf(value, "itinerary").days) && isTold(value.verdict);
}

/** `null` where the host passes nothing on, or what comes is not that plan. */
export async function fetchPlan(host: HostConnection, can: Told, plan: PlanName): Promise<PlanDocument | null> {
  const text = isTold(can.serverTools) ? await exported(host, plan) : null;
  if (text === null) return null;
  const document: unknown = JSON.parse(text);
  if (!isPlan(document)) return null;
  return plan.version === null || document.itinerary.version === plan.version ? document : null;
}
