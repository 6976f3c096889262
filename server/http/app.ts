/** The HTTP application: what every request passes through, and the routes that each part of the server brings. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { challengeFor } from "../auth/challenge.ts";
import { findProtectedResource, METADATA_PATHS } from "../auth/protected-resource.ts";
import { errorFields } from "../event-log.ts";
import { LINK_CALLBACK_PATH } from "../links/redirect-uri.ts";
import { addDocument } from "./document.ts";
import { addHealthRoutes, OPEN_PATHS } from "./health-routes.ts";
import { checkHost, checkOrigin } from "./host-and-origin.ts";
import type { HttpApp, HttpEnv, HttpParts, RouteInstaller } from "./parts.ts";
import { invalidRequest, type ProblemParts, problemOf, problemResponse } from "./problem.ts";
import { limitRate, type RateLimit, rateLimitOf } from "./rate-limit.ts";
import { limitBody, limitTime, requireJson } from "./request-limits.ts";
import { logRequests } from "./request-log.ts";
import { securityHeaders } from "./security-headers.ts";

export interface AppOptions {
  rateLimit?: RateLimit | undefined;
}

export function createApp(
  parts: HttpParts,
  installers: readonly RouteInstaller[],
  { rateLimit }: AppOptions = {},
): HttpApp {
  const { http } = parts.runtime.config;
  const app: HttpApp = new OpenAPIHono<HttpEnv>({ defaultHook: invalidRequest });
  app.use(requestId(), logRequests(parts), securityHeaders(http), checkHost(http), checkOrigin(http));
  const limited = limitRate({ parts, limit: rateLimit ?? rateLimitOf(http.requestsPerSecond) });
  const open = new Set([...OPEN_PATHS, ...METADATA_PATHS, LINK_CALLBACK_PATH]);
  app.use((c, next) => (open.has(c.req.path) ? next() : limited(c, next)));
  app.use(limitTime, requireJson, limitBody);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        problemResponse(c, {
          status: 405,
          code: "method_not_allowed",
          detail: `Expected ${methods.join(", ")}, got ${c.req.method}.`,
          headers: { allow: methods.join(", ") },
        }),
    }),
  );
  addErrorHandling(app, parts);
  addHealthRoutes(app, parts);
  for (const install of installers) install(app, parts);
  addDocument(app);
  return app;
}

function addErrorHandling(app: HttpApp, { log, runtime }: HttpParts): void {
  const resource = findProtectedResource(runtime.config.http);
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status >= 500) log("request-failed", { id: c.var.requestId, ...errorFields(error) });
    const challenge = challengeFor(
      problem,
      { path: c.req.path, authorization: c.req.header("authorization") },
      resource,
    );
    return problemResponse(c, challenge ? withHeader(problem, "www-authenticate", challenge) : problem);
  });
  app.notFound((c) =>
    problemResponse(c, { status: 404, code: "not_found", detail: "Nothing is here. GET /openapi.json says what is." }),
  );
}

function withHeader(problem: ProblemParts, name: string, value: string): ProblemParts {
  return { ...problem, headers: { ...problem.headers, [name]: value } };
}
