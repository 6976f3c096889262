/** What the traveller thought of it. */
import { createRoute } from "@hono/zod-openapi";
import { recordFeedback } from "../../../tools/record-feedback.ts";
import { bodyOf, callTool, contextOf, signalOf } from "../call-tool.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { problemResponses } from "../problem.ts";
import { jsonBody, jsonOf, tripParams } from "../route-parts.ts";

const route = createRoute({
  method: "post",
  path: "/api/trips/{tripId}/feedback",
  operationId: "recordFeedback",
  tags: ["feedback"],
  summary: "A rating, correction or suggestion on a trip, a version of its plan, a day or an item",
  request: { params: tripParams, ...jsonBody(bodyOf(recordFeedback, ["tripId"])) },
  responses: {
    201: jsonOf(recordFeedback.output, "It is kept, with the run and verdict it is about"),
    ...problemResponses,
  },
});

export function feedbackRoutes(app: HttpApp, parts: HttpParts): void {
  app.openapi(route, async (c) => {
    const application = await parts.actFor(c, "plan");
    const args = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await callTool(recordFeedback, args, contextOf(application, signalOf(c, parts))), 201);
  });
}
