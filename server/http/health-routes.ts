/** Whether the process lives, whether it can serve, and what is watched of it. */
import { createRoute, z } from "@hono/zod-openapi";
import { TripwrightError } from "../../trip/errors.ts";
import type { HttpApp, HttpParts } from "./parts.ts";
import { problemResponses } from "./problem.ts";

/** What anybody may ask who can reach the server. */
export const OPEN_PATHS: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/openapi.json"]);

const PATIENCE_MS = 3_000;
const textual = (schema: z.ZodType): { "text/plain": { schema: z.ZodType } } => ({ "text/plain": { schema } });

const health = createRoute({
  method: "get",
  path: "/healthz",
  operationId: "isAlive",
  tags: ["operations"],
  summary: "Whether the process lives",
  security: [],
  responses: { 200: { description: "It does", content: textual(z.literal("ok\n")) } },
});

const readiness = createRoute({
  method: "get",
  path: "/readyz",
  operationId: "isReady",
  tags: ["operations"],
  summary: "Whether it can serve: the database answers, and nobody has told it to stop",
  security: [],
  responses: { 200: { description: "It can", content: textual(z.literal("ready\n")) }, ...problemResponses },
});

const metrics = createRoute({
  method: "get",
  path: "/metrics",
  operationId: "getMetrics",
  tags: ["operations"],
  summary: "What is watched, as Prometheus reads it; for the local user, whose machine it is",
  responses: { 200: { description: "The exposition", content: textual(z.string()) }, ...problemResponses },
});

export function addHealthRoutes(app: HttpApp, parts: HttpParts): void {
  const { runtime, signal } = parts;
  app.openapi(health, (c) => c.text("ok\n", 200));
  app.openapi(readiness, async (c) => {
    if (signal.aborted) throw new TripwrightError("cancelled", "The server is being stopped.");
    const answered = runtime.database.transaction({ kind: "service" }, async () => true);
    const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
    if (await Promise.race([answered, late])) return c.text("ready\n", 200);
    throw new TripwrightError("database_unavailable", "The database does not answer in time.");
  });
  app.openapi(metrics, async (c) => {
    const { userId } = await parts.identify(c);
    if (userId !== runtime.localUserId) {
      throw new TripwrightError("not_allowed", "The metrics are for the local user, whose machine this is.");
    }
    return c.text(await parts.metrics.text(runtime.database), 200, {
      "content-type": parts.metrics.registry.contentType,
    });
  });
}
