/**
 * A plan as a file for a calendar, for people or for a map. A model gets the text itself only of the form that is
 * made for reading: the others are fetched from where the result says, and would cost it thousands of tokens.
 */
import { z } from "zod";
import { EXPORT_FORMATS, type ExportedPlan, type ExportFormat, exportPlan } from "../trip/export/export-plan.ts";
import type { PlanDocument } from "../trip/plan-document.ts";
import type { CatalogueStore } from "../trip/ports.ts";
import { defineTool } from "./define-tool.ts";
import { loadPlan, type PlanReference } from "./load-plan.ts";
import type { Tool, ToolContext, ToolOutcome } from "./tool.ts";
import { tripWords } from "./understood.ts";

/** Time zones of the plan's cities, by their ids. */
export async function zonesOf(plan: PlanDocument, catalogue: CatalogueStore): Promise<Record<string, string>> {
  const ids = [...new Set(plan.itinerary.days.map(({ city }) => city.id))];
  const cities = await Promise.all(ids.map((id) => catalogue.getCity(id)));
  return Object.fromEntries(cities.map(({ id, timezone }) => [id, timezone]));
}

/** Throws what `loadPlan` throws. */
export async function exportTrip(
  context: Omit<ToolContext, "run" | "signal">,
  { format, ...plan }: PlanReference & { format: ExportFormat },
): Promise<ExportedPlan & { fileName: string; trip: PlanDocument["trip"] }> {
  const document = await loadPlan({ toolContext: context, recorder: null }, plan);
  const zones = await zonesOf(document, context.catalogue);
  const exported = exportPlan(document, { format, zones, stampedAt: context.clock.now() });
  return { ...exported, trip: document.trip, fileName: fileNameOf(document, format) };
}

function fileNameOf({ trip }: PlanDocument, extension: string): string {
  const name = trip.title
    .normalize("NFD")
    .replaceAll(/[^\w]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return `${name.toLowerCase().slice(0, 60) || "trip"}.${extension}`;
}

const exportedFields = {
  fileName: z.string(),
  mediaType: z.string(),
  /** Where the server hands it out: the same file, with the links that only people are shown. */
  path: z.string(),
  text: z.string().nullable(),
};
type Exported = ToolOutcome<typeof exportedFields>;

export const exportItinerary: Tool = defineTool({
  name: "export_itinerary",
  title: "Export an itinerary",
  description:
    "Gives the plan as md (text to read), ics (calendar), geojson (map), html (printable page) or json. Only md comes as text unless inline is true; the others are linked.",
  input: z.strictObject({
    tripId: z.uuid(),
    format: z.enum([...EXPORT_FORMATS, "json"]).default("md"),
    version: z.int().positive().optional(),
    inline: z.boolean().optional(),
  }),
  fields: exportedFields,
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  async run({ tripId, format, version, inline = format === "md" }, context) {
    if (format === "json") return planAsJson(context, { tripId, version }, inline);
    const { fileName, mediaType, text, trip } = await exportTrip(context, {
      tripId,
      version,
      format,
      isForModel: true,
    });
    const query = new URLSearchParams({ format, ...(version !== undefined && { version: String(version) }) });
    const path = `/api/trips/${tripId}/export?${query}`;
    const understood = tripWords(trip);
    return { status: "ok", notices: [], understood, fileName, mediaType, path, text: inline ? text : null };
  },
});

/** The plan document itself, for programs that draw a plan themselves: no file for people, so it has a route of its own. */
async function planAsJson(
  context: ToolContext,
  { tripId, version }: PlanReference,
  inline: boolean,
): Promise<Exported> {
  const plan = await loadPlan({ toolContext: context, recorder: null }, { tripId, version, isForModel: true });
  return {
    ...{ status: "ok", notices: [], understood: tripWords(plan.trip) },
    fileName: fileNameOf(plan, "json"),
    mediaType: "application/json",
    path: `/api/trips/${tripId}/plan${version === undefined ? "" : `?version=${version}`}`,
    text: inline ? JSON.stringify(plan) : null,
  };
}
