/** Makes one version the trip's plan. */
import { z } from "zod";
import { defineTool } from "./define-tool.ts";
import type { Tool } from "./tool.ts";

export const selectItinerary: Tool = defineTool({
  name: "select_itinerary",
  title: "Select an itinerary",
  description:
    "Makes a stored version the trip's plan; the version selected before stays stored and can be selected again.",
  input: z.strictObject({ tripId: z.uuid(), version: z.int().positive() }),
  fields: { tripId: z.uuid(), version: z.int() },
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ tripId, version }, { trips }) {
    await trips.selectItinerary(tripId, version);
    return { status: "ok", notices: [], tripId, version };
  },
});
