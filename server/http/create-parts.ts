/** The parts that routes are built on, for a server that runs. */
import { HTTPException } from "hono/http-exception";
import { createExternalIdentityStore } from "../../db/stores/external-identities.ts";
import { createSessionStore } from "../../db/stores/sessions.ts";
import { createAuthorizationServer } from "../../providers/sign-in/authorization-server.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { createAccessTokenReader } from "../auth/access-tokens.ts";
import { createIdentify, type IdentifyOptions, requireScope } from "../auth/identify.ts";
import { findProtectedResource } from "../auth/protected-resource.ts";
import type { Runtime } from "../compose.ts";
import type { EventLog } from "../event-log.ts";
import type { Metrics } from "../metrics.ts";
import type { HttpContext, HttpParts } from "./parts.ts";

export interface PartsOptions {
  runtime: Runtime;
  log: EventLog;
  metrics: Metrics;
  signal: AbortSignal;
  tokensRequired: boolean;
}

export interface OwnedParts extends HttpParts {
  /** What was left to `onEnd`, all of it, whatever fails. */
  end(): Promise<void>;
}

/** What proxies add; whoever they speak for is not this machine. */
const PROXIED = ["forwarded", "via", "x-real-ip", "x-forwarded-host"];

function cameThrough({ req }: HttpContext): string | undefined {
  const isProxied = PROXIED.some((name) => req.header(name) !== undefined);
  return req.header("x-forwarded-for") ?? (isProxied ? "a proxy" : undefined);
}

function oauthOf({ config: { http }, database: db, clock }: Runtime): IdentifyOptions["oauth"] {
  const resource = findProtectedResource(http);
  if (!resource) return null;
  return {
    read: createAccessTokenReader(resource, createAuthorizationServer(resource)),
    identities: createExternalIdentityStore({ db, now: clock.now }),
  };
}

/** An address is written into logs and histories, where a token must not be. */
function refuseTokenInAddress({ req }: HttpContext): void {
  if (req.queries("access_token") === undefined) return;
  throw new HTTPException(400, {
    message:
      'Expected the token in "Authorization: Bearer …", got one in the address. It may be in logs now: revoke it.',
  });
}

export function createParts({ tokensRequired, ...given }: PartsOptions): OwnedParts {
  const { runtime } = given;
  const { database: db, localUserId, clock } = runtime;
  const identifyBy = createIdentify({
    sessions: createSessionStore({ db, localUserId, now: clock.now }),
    oauth: oauthOf(runtime),
    localUserId,
    tokensRequired,
  });
  const works: (() => Promise<void>)[] = [];
  const authenticate: HttpParts["authenticate"] = async (c) => {
    const known = c.get("caller");
    if (known) return known;
    refuseTokenInAddress(c);
    const caller = await identifyBy(c.req.header("authorization"), cameThrough(c));
    c.set("caller", caller);
    return caller;
  };
  const applicationFor: HttpParts["applicationFor"] = ({ userId }) => runtime.forUser(userId);
  return {
    ...given,
    authenticate,
    identify: authenticate,
    isStillGood: async (c) => {
      const before = await authenticate(c);
      const now = await identifyBy(c.req.header("authorization"), cameThrough(c)).catch((error: unknown) => error);
      // An authorization server that is away says nothing about its tokens.
      if (now instanceof Error) return !(now instanceof TripwrightError) || now.code !== "not_signed_in";
      return typeof now === "object" && now !== null && "userId" in now && now.userId === before.userId;
    },
    applicationFor,
    actFor: async (c, scope) => {
      const identity = await authenticate(c);
      requireScope(identity, scope);
      return applicationFor(identity);
    },
    onEnd: (work) => {
      works.push(work);
    },
    end: async () => {
      await Promise.allSettled(works.map((work) => work()));
    },
  };
}
