/**
 * How often one caller may call: a bucket that fills steadily and may be emptied in a burst. Generous: it keeps a
 * script that has run wild from taking the server away from everybody else, and no person notices it. Each program of
 * a traveller has a bucket of its own, so that none starves another, and all of them together have one, too.
 */
import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { TripwrightError } from "../../trip/errors.ts";
import { boundedCache } from "../bounded-cache.ts";
import type { HttpContext, HttpEnv, HttpParts } from "./parts.ts";
import { problemOf, problemResponse } from "./problem.ts";

export interface RateLimit {
  burst: number;
  perSecond: number;
}
const DEFAULT_PER_SECOND = 30;
const BURST_SECONDS = 20;
const CALLERS_KEPT = 10_000;
/** What all programs of a traveller may do together, in terms of one. */
const PROGRAMS_A_TRAVELLER = 4;

export function rateLimitOf(perSecond: number = DEFAULT_PER_SECOND): RateLimit {
  return { burst: perSecond * BURST_SECONDS, perSecond };
}

export interface Buckets {
  /** Seconds to wait; 0 when the call may be made now. */
  take(key: string, nowMs: number): number;
  giveBack(key: string): void;
  /** For what has turned out to be more than one call; what is not there has to come in before the next. */
  takeMore(key: string, calls: number): void;
}

export function createBuckets({ burst, perSecond }: RateLimit): Buckets {
  const bucketOf = boundedCache(() => ({ left: burst, at: Number.NEGATIVE_INFINITY }), CALLERS_KEPT);
  return {
    take: (key, nowMs) => {
      const bucket = bucketOf(key);
      bucket.left = Math.min(burst, bucket.left + ((nowMs - bucket.at) / 1000) * perSecond);
      bucket.at = nowMs;
      if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perSecond);
      bucket.left -= 1;
      return 0;
    },
    giveBack: (key) => {
      const bucket = bucketOf(key);
      bucket.left = Math.min(burst, bucket.left + 1);
    },
    takeMore: (key, calls) => {
      bucketOf(key).left -= calls;
    },
  };
}

export interface RateLimitOptions {
  parts: Pick<HttpParts, "authenticate">;
  limit: RateLimit;
}

/**
 * Also where a request without a good token ends, for everything but the few routes that need none. Who acts for the
 * local user without a token is at this machine, and is not held back.
 */
export function limitRate({ parts, limit }: RateLimitOptions): MiddlewareHandler<HttpEnv> {
  const ofPrograms = createBuckets(limit);
  const { burst, perSecond } = limit;
  const ofTravellers = createBuckets({
    burst: burst * PROGRAMS_A_TRAVELLER,
    perSecond: perSecond * PROGRAMS_A_TRAVELLER,
  });
  const admit = admitStrangers(createBuckets(limit), parts);
  return async (c, next) => {
    const wait = await admit(c);
    if (wait > 0) return tooMany(c, wait);
    const { via, client, userId } = await parts.authenticate(c);
    if (via === "local") return next();
    const now = performance.now();
    const seconds = ofPrograms.take(client, now) || ofTravellers.take(userId, now);
    if (seconds > 0) return tooMany(c, seconds);
    c.set("countMore", (requests) => {
      ofPrograms.takeMore(client, requests);
      ofTravellers.takeMore(userId, requests);
    });
    return next();
  };
}

/**
 * Who guesses tokens is known by the address alone, and is stopped before a token is looked up. A token that was good
 * a while ago goes through: many may share an address with one who guesses. Answers the seconds to wait, throws what
 * `authenticate` does.
 */
function admitStrangers(
  ofAddresses: Buckets,
  { authenticate }: RateLimitOptions["parts"],
): (c: HttpContext) => Promise<number> {
  const goodLately = createTokenMemory();
  const admitUnseen = async (c: HttpContext, shown: string): Promise<number> => {
    const seconds = ofAddresses.take(addressOf(c), performance.now());
    if (seconds > 0) return seconds;
    const failure = await authenticate(c).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    if (!isStranger(failure?.error)) ofAddresses.giveBack(addressOf(c));
    if (failure) throw failure.error;
    goodLately.add(shown);
    return 0;
  };
  return async (c) => {
    const shown = c.req.header("authorization");
    if (shown !== undefined && !goodLately.has(shown)) return admitUnseen(c, shown);
    try {
      await authenticate(c);
      return 0;
    } catch (error) {
      if (shown !== undefined) goodLately.delete(shown);
      const seconds = isStranger(error) ? ofAddresses.take(addressOf(c), performance.now()) : 0;
      if (seconds > 0) return seconds;
      throw error;
    }
  };
}

const addressOf = (c: HttpContext): string => c.env?.incoming?.socket.remoteAddress ?? "";
const isStranger = (error: unknown): boolean => error instanceof TripwrightError && error.code === "not_signed_in";

/** Remembers their hashes, the last ones only. */
function createTokenMemory(): Pick<Set<string>, "has" | "delete"> & { add(shown: string): void } {
  const digests = new Set<string>();
  const digestOf = (shown: string): string => createHash("sha256").update(shown).digest("base64url");
  return {
    has: (shown) => digests.has(digestOf(shown)),
    delete: (shown) => digests.delete(digestOf(shown)),
    add: (shown) => {
      digests.add(digestOf(shown));
      for (const oldest of digests) {
        if (digests.size <= CALLERS_KEPT) break;
        digests.delete(oldest);
      }
    },
  };
}

function tooMany(c: HttpContext, seconds: number): Response {
  const message = `Too many requests at once. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
  const problem = problemOf(new TripwrightError("allowance_spent", message, { seconds }));
  return problemResponse(c, { ...problem, headers: { "retry-after": String(seconds) } });
}
