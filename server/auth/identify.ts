/**
 * Who a request acts for, and through which program. With a token, whom the token was made for: one of our own, or one
 * of the authorization server that is configured. Without one, the local user, where the server is on the loopback
 * interface and nobody has asked for tokens: whoever reaches that is at the machine already.
 */
import { createHash } from "node:crypto";
import type { ExternalIdentityStore } from "../../db/stores/external-identities.ts";
import type { SessionStore } from "../../db/stores/sessions.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { type Identity, SCOPES, type Scope } from "../../trip/ports.ts";
import type { ReadAccessToken } from "./access-tokens.ts";
import { isLoopback } from "./loopback.ts";

export interface Caller extends Identity {
  via: "local" | "token" | "oauth";
  /** One program of one traveller, whatever token it shows: what its requests are counted by. */
  client: string;
}

export interface IdentifyOptions {
  sessions: Pick<SessionStore, "findBearer">;
  /** `null` without an authorization server. */
  oauth: { read: ReadAccessToken; identities: ExternalIdentityStore } | null;
  localUserId: string;
  /** Nobody acts without a token. */
  tokensRequired: boolean;
}

/**
 * From the request's `Authorization` and `X-Forwarded-For`, where it has them: a proxy on this machine may bring
 * others in. Throws `not_signed_in`, and `sign_in_unavailable` where the authorization server is away.
 */
export type Identify = (authorization: string | undefined, forwardedFor: string | undefined) => Promise<Caller>;

const BEARER = /^bearer +(\S+) *$/i;
/** Three parts, as every signed JWT has; the last is empty in one that nobody signed. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const HOW =
  "Make one with: tripwright tokens create. An assistant on this machine can do without, by stdio: tripwright mcp";

function notSignedIn(message: string): TripwrightError {
  return new TripwrightError("not_signed_in", `${message} ${HOW}`);
}

export function createIdentify({ sessions, oauth, localUserId, tokensRequired }: IdentifyOptions): Identify {
  const local: Caller = { userId: localUserId, scopes: new Set(SCOPES), via: "local", client: "local" };
  const byOwnToken = async (token: string): Promise<Caller> => {
    const bearer = await sessions.findBearer(token);
    if (!bearer) throw notSignedIn("The token is unknown, expired or revoked.");
    return { userId: bearer.userId, scopes: new Set(bearer.scopes), via: "token", client: `token ${digestOf(token)}` };
  };
  const byAccessToken = async ({ read, identities }: NonNullable<typeof oauth>, token: string): Promise<Caller> => {
    const { scopes, clientId = "", ...identity } = await read(token);
    const user = await identities.findOrCreateUser(identity);
    if (!user) throw notSignedIn("The account of this token is closed.");
    const client = `oauth ${digestOf(JSON.stringify([identity.issuer, identity.subject, clientId]))}`;
    return { userId: user.userId, scopes: new Set(scopes), via: "oauth", client };
  };
  return async (authorization, forwardedFor) => {
    if (authorization === undefined) {
      const isFromHere = (forwardedFor ?? "127.0.0.1").split(",").every((address) => isLoopback(address.trim()));
      if (!tokensRequired && isFromHere) return local;
      throw notSignedIn('Expected "Authorization: Bearer …" with a token, got none.');
    }
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) {
      throw notSignedIn('Expected "Authorization: Bearer …" with a token, got another kind.');
    }
    return oauth && JWT.test(token) ? byAccessToken(oauth, token) : byOwnToken(token);
  };
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** For what acts for nobody without a token, whoever reaches it. Throws `not_signed_in`. */
export function requireToken({ via }: Caller): void {
  if (via === "local") throw notSignedIn('Expected "Authorization: Bearer …" with a token, got none.');
}

/** Throws `not_allowed`. */
export function requireScope({ scopes }: Identity, scope: Scope): void {
  if (scopes.has(scope)) return;
  const has = scopes.size > 0 ? `has ${[...scopes].join(", ")}` : "has none";
  const message = `This needs the scope "${scope}", and the token ${has}. Make one with: tripwright tokens create --scopes ${scope}`;
  throw new TripwrightError("not_allowed", message, { scope });
}
