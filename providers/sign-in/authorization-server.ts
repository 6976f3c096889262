/**
 * The keys of an authorization server: found through its metadata (RFC 8414, or OpenID Connect's place for it), kept,
 * fetched again when they are old or a token names a new one. While that server is away, the last ones serve on.
 */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type ExportedJWKSCache,
  errors,
  type JWTVerifyGetKey,
  jwksCache,
} from "jose";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { fetchDocument } from "./fetch-document.ts";

export interface AuthorizationServer {
  /** Throws `sign_in_unavailable` where there is no key to be had, and jose's errors for what a token says. */
  keyFor: JWTVerifyGetKey;
  /** Asks now. Throws `sign_in_unavailable`. */
  probe(): Promise<{ keys: number }>;
}

export interface AuthorizationServerOptions {
  issuer: string;
  /** Between two looks for a key that is not among the known ones. */
  keyCooldownMs?: number;
  /** After a failure, until it is asked again. */
  retryMs?: number;
  /** Of the keys, until they are fetched anew. */
  keysFreshMs?: number;
}

const KEY_COOLDOWN_MS = 30_000;
const RETRY_MS = 5_000;
const KEYS_FRESH_MS = 600_000;
/** A server that is away for longer may have good reason to trust its old keys no more. */
const KEYS_KEPT_MS = 86_400_000;

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

export function createAuthorizationServer(options: AuthorizationServerOptions): AuthorizationServer {
  const { issuer, keyCooldownMs = KEY_COOLDOWN_MS, retryMs = RETRY_MS, keysFreshMs = KEYS_FRESH_MS } = options;
  const known: Partial<ExportedJWKSCache> = {};
  const findKeys = async (): Promise<ReturnType<typeof createRemoteJWKSet>> =>
    createRemoteJWKSet(await findJwksUri(issuer), {
      cooldownDuration: keyCooldownMs,
      cacheMaxAge: keysFreshMs,
      [customFetch]: (url) => fetchDocument(url),
      [jwksCache]: known as ExportedJWKSCache,
    });
  let keys: ReturnType<typeof findKeys> | null = null;
  let failure: { error: unknown; at: number } | null = null;
  return {
    keyFor: async (header, token) => {
      try {
        // A server that is away is not asked by every request: that would slow each of them, and its return.
        if (failure && performance.now() - failure.at < retryMs) throw failure.error;
        keys ??= findKeys();
        const key = await (await keys)(header, token);
        failure = null;
        return key;
      } catch (error) {
        if (isAboutToken(error)) throw error;
        if (error !== failure?.error) failure = { error, at: performance.now() };
        // Where they are may have changed, too.
        keys = null;
        if (known.jwks && Date.now() - (known.uat ?? 0) < KEYS_KEPT_MS) {
          return createLocalJWKSet(known.jwks)(header, token).catch(() => Promise.reject(unavailable(issuer, error)));
        }
        throw unavailable(issuer, error);
      }
    },
    probe: async () => {
      try {
        const response = await fetchDocument((await findJwksUri(issuer)).href);
        return { keys: keySetSchema.parse(await response.json()).keys.length };
      } catch (error) {
        throw unavailable(issuer, error);
      }
    },
  };
}

const keySetSchema = z.object({ keys: z.array(z.object({ kty: z.string() })).min(1) });

const isAboutToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** In the order in which the MCP specification has clients look. */
function metadataUrlsOf(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/+$/, "");
  const places = [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}/.well-known/openid-configuration${path}`,
    `${origin}${path}/.well-known/openid-configuration`,
  ];
  return [...new Set(places)];
}

async function findJwksUri(issuer: string): Promise<URL> {
  for (const place of metadataUrlsOf(issuer)) {
    const response = await fetchDocument(place);
    if (response.status === 404) continue;
    if (response.status !== 200) throw new Error("it answered with an error");
    const metadata = metadataSchema.parse(await response.json());
    if (metadata.issuer !== issuer) throw new Error("its metadata names another issuer");
    const jwksUri = new URL(metadata.jwks_uri);
    // Whatever the metadata says: requests go to the server that was configured.
    if (jwksUri.origin !== new URL(issuer).origin) throw new Error("its keys are at another host");
    return jwksUri;
  }
  throw new Error("it has no metadata");
}

function unavailable(issuer: string, cause: unknown): TripwrightError {
  const why =
    cause instanceof Error && !(cause instanceof z.ZodError) ? cause.message : "its metadata is not to be used";
  const message = `The authorization server ${new URL(issuer).host} cannot be asked about tokens now (${why.slice(0, 200)}). Try again in a minute; tokens of "tripwright tokens create" work meanwhile.`;
  return new TripwrightError("sign_in_unavailable", message, { issuer }, cause);
}
