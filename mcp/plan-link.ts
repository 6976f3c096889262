/** The resource that has the plan which a result is about, in the form that was asked for. */
import type { CallToolResult } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Tool, ToolResult } from "../tools/tool.ts";
import { EXPORT_FORMATS } from "../trip/export/export-plan.ts";
import { plainText } from "../trip/export/words.ts";
import { itineraryUri, mimeTypeOf } from "./resource-uris.ts";

type ResourceLink = Extract<CallToolResult["content"][number], { type: "resource_link" }>;

const exportSchema = z.object({
  tripId: z.uuid(),
  format: z.enum(EXPORT_FORMATS),
  version: z.int().optional(),
});

/** The file that an export was asked for; `null` for a form that no resource has. */
export function exportedUri(request: unknown): string | null {
  const read = exportSchema.safeParse(request);
  return read.success ? itineraryUri(read.data.tripId, read.data.format, read.data.version) : null;
}

const aboutTripSchema = z.object({
  trip: z.object({ id: z.uuid(), title: z.string() }).optional(),
  tripId: z.uuid().optional(),
  itinerary: z.object({ version: z.int(), isSelected: z.boolean().default(true) }).nullish(),
  request: z.object({
    tripId: z.uuid().optional(),
    trip: z.string().optional(),
    version: z.int().optional(),
    format: z.enum(EXPORT_FORMATS).optional().catch(undefined),
  }),
});

/** For a result about a trip that has a plan: as a file of the form asked for, else as text. */
export function planLink({ name }: Pick<Tool, "name">, result: ToolResult): ResourceLink[] {
  const read = aboutTripSchema.safeParse(result);
  if (result.error || !read.success) return [];
  const { trip, itinerary, request, tripId = trip?.id ?? request.tripId } = read.data;
  const isWithoutPlan = itinerary === null || (trip !== undefined && itinerary === undefined);
  if (tripId === undefined || isWithoutPlan) return [];
  const isExport = name === "export_itinerary";
  const format = (isExport && request.format) || "md";
  // What a tool makes of a version that was named is another one: only the one shown is linked by its number.
  const isNamed = itinerary && (itinerary.version === request.version || !itinerary.isSelected);
  const uri = itineraryUri(tripId, format, isExport ? request.version : isNamed ? itinerary.version : undefined);
  const title = plainText(trip?.title ?? request.trip ?? "The plan");
  return [{ type: "resource_link", uri, name: `itinerary.${format}`, title, mimeType: mimeTypeOf(format) }];
}
