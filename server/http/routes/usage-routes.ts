/** What models took, cost and achieved for the traveller. */
import { createRoute } from "@hono/zod-openapi";
import { usageRangeSchema, usageReport } from "../../usage-report.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { answers } from "../route-parts.ts";
import { USAGE } from "../schemas.ts";

const route = createRoute({
  method: "get",
  path: "/api/usage",
  operationId: "getUsage",
  tags: ["usage"],
  summary: "Tokens, cost, verdicts and ratings by model, prompt and day; the last 30 days unless said",
  request: { query: usageRangeSchema },
  responses: answers(USAGE, "The figures, and their sum"),
});

export function usageRoutes(app: HttpApp, parts: HttpParts): void {
  app.openapi(route, async (c) => {
    const { usage } = await parts.actFor(c, "read");
    return c.json(await usageReport(usage, c.req.valid("query"), parts.runtime.clock.now()), 200);
  });
}
