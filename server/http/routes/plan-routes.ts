/** The plan as one document, and as files for calendars, maps and people. */
import { createRoute, z } from "@hono/zod-openapi";
import { exportTrip } from "../../../tools/export-itinerary.ts";
import { loadPlan } from "../../../tools/load-plan.ts";
import { EXPORT_FORMATS } from "../../../trip/export/export-plan.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { problemResponses } from "../problem.ts";
import { answers, optionalVersion, tripParams } from "../route-parts.ts";
import { PLAN } from "../schemas.ts";
import { etagOf } from "../versions.ts";

const tags = ["plans"];

const planRoute = createRoute({
  method: "get",
  path: "/api/trips/{tripId}/plan",
  operationId: "getPlan",
  tags,
  summary: "Everything about a plan in one document; its version is the ETag",
  request: { params: tripParams, query: z.object({ version: optionalVersion }) },
  responses: answers(PLAN, "The plan"),
});

const text = { schema: z.string() };
const exportRoute = createRoute({
  method: "get",
  path: "/api/trips/{tripId}/export",
  operationId: "exportPlan",
  tags,
  summary: "The plan as a file: calendar, Markdown, map data or a printable page",
  request: {
    params: tripParams,
    query: z.object({ format: z.enum(EXPORT_FORMATS).default("md"), version: optionalVersion }),
  },
  responses: {
    200: {
      description: "The file",
      content: { "text/calendar": text, "text/markdown": text, "application/geo+json": text, "text/html": text },
    },
    ...problemResponses,
  },
});

/** The page brings its own style and drawing, and runs nothing. */
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

export function planRoutes(app: HttpApp, parts: HttpParts): void {
  app.openapi(planRoute, async (c) => {
    const { toolContext, recorder } = await parts.actFor(c, "read");
    const { version } = c.req.valid("query");
    const plan = await loadPlan({ toolContext, recorder }, { tripId: c.req.valid("param").tripId, version });
    return c.json(plan, 200, { etag: etagOf(plan.itinerary.version) });
  });
  app.openapi(exportRoute, async (c) => {
    const { toolContext } = await parts.actFor(c, "read");
    const asked = { ...c.req.valid("param"), ...c.req.valid("query") };
    const { text, mediaType, fileName } = await exportTrip(toolContext, asked);
    return c.body(text, 200, {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${fileName}"`,
      ...(asked.format === "html" && { "content-security-policy": PAGE_POLICY }),
    });
  });
}
