/**
 * What a route may use, and how a part of the server brings its routes: an installer adds them to the app and reaches
 * everything else through these parts.
 */
import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Identity, Scope } from "../../trip/ports.ts";
import type { Caller } from "../auth/identify.ts";
import type { Runtime, UserApplication } from "../compose.ts";
import type { EventLog } from "../event-log.ts";
import type { Metrics } from "../metrics.ts";

export interface HttpEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Known from the moment somebody has asked for it. */
    caller?: Caller;
    /** For a request that is as much work as several: what it takes beyond one. Absent for who is not held back. */
    countMore?: (requests: number) => void;
  };
}

/** Routes with schemas come by `app.openapi(createRoute(…), handler)`, and stand in /openapi.json by that alone. */
export type HttpApp = OpenAPIHono<HttpEnv>;
export type HttpContext = Context<HttpEnv>;

export interface HttpParts {
  readonly runtime: Runtime;
  readonly log: EventLog;
  readonly metrics: Metrics;
  /** Aborted when the server is told to end: streams close, what waits stops waiting. */
  readonly signal: AbortSignal;
  /** Work to be done when the last response has been sent, before the database closes. */
  onEnd(work: () => Promise<void>): void;
  /** Whom the request acts for, and through what. Throws `not_signed_in`. */
  authenticate(c: HttpContext): Promise<Caller>;
  /** The first half of that. */
  identify(c: HttpContext): Promise<Identity>;
  /** Whether what the request showed is still good, for the same traveller: for what outlasts a request. */
  isStillGood(c: HttpContext): Promise<boolean>;
  applicationFor(identity: Identity): UserApplication;
  /** Both at once, where the identity may do this. Throws `not_signed_in` and `not_allowed`. */
  actFor(c: HttpContext, scope: Scope): Promise<UserApplication>;
}

export type RouteInstaller = (app: HttpApp, parts: HttpParts) => void;
