/** One line and one figure a request: what was asked for and how it ended, never a query string or a body. */
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { Histogram } from "prom-client";
import type { HttpEnv, HttpParts } from "./parts.ts";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const LONGEST_PATH = 200;

export function logRequests({ log, metrics }: Pick<HttpParts, "log" | "metrics">): MiddlewareHandler<HttpEnv> {
  const durations = new Histogram({
    name: "tripwright_http_request_duration_seconds",
    help: "Time from a request to the beginning of its response",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [metrics.registry],
  });
  return async (c, next) => {
    const started = performance.now();
    await next();
    const { method, path } = c.req;
    const { status } = c.res;
    const milliseconds = Math.round(performance.now() - started);
    // A route and not a path, so that there are not as many figures as there are trips.
    const route = status === 404 && !c.error ? "none" : routePath(c, -1);
    durations.observe({ method: KNOWN_METHODS.has(method) ? method : "other", route, status }, milliseconds / 1000);
    const user = c.get("caller")?.userId ?? null;
    log("request", { id: c.var.requestId, method, path: path.slice(0, LONGEST_PATH), status, milliseconds, user });
  };
}

const KNOWN_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
