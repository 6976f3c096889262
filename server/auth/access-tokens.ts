/**
 * Access tokens of an authorization server, JWTs as RFC 9068 has them: signed by it, made for us and nobody else, good
 * now. Whether a token is good is all that is said of it; it goes nowhere from here.
 */
import { errors, type JWTPayload, jwtVerify } from "jose";
import type { AuthorizationServer } from "../../providers/sign-in/authorization-server.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { SCOPES, type Scope } from "../../trip/ports.ts";
import type { ProtectedResource } from "./protected-resource.ts";

export interface AccessToken {
  issuer: string;
  subject: string;
  /** Only one that the issuer says it has verified. */
  email: string | undefined;
  /** The program that acts for them, where the token names it. */
  clientId: string | undefined;
  scopes: Scope[];
}

/** Throws `not_signed_in`, and `sign_in_unavailable` where the keys are not to be had. */
export type ReadAccessToken = (token: string) => Promise<AccessToken>;

/** Asymmetric ones: a key that checks can then never be used to sign. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
/** RFC 9068 has the first; widely used servers write the second, or none. An ID token names its client as audience. */
const TYPES: ReadonlySet<unknown> = new Set(["at+jwt", "application/at+jwt", "jwt", undefined]);
const LONGEST_TOKEN = 8_192;
/** By which clocks may differ. */
const TOLERANCE_SECONDS = 10;

export function createAccessTokenReader(
  { issuer, audience, scopeNames }: Pick<ProtectedResource, "issuer" | "audience" | "scopeNames">,
  { keyFor }: Pick<AuthorizationServer, "keyFor">,
): ReadAccessToken {
  return async (token) => {
    if (token.length > LONGEST_TOKEN) throw refused("it is too long");
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keyFor, {
        ...{ issuer, audience, algorithms: ALGORITHMS, clockTolerance: TOLERANCE_SECONDS },
        requiredClaims: ["exp", "sub"],
      });
      if (!TYPES.has(protectedHeader.typ?.toLowerCase())) throw refused("it is no access token");
      // A token that only its owner's key may show would be anybody's here: we do not ask for that proof.
      if (payload.cnf !== undefined) throw refused("it is bound to a key, and we take bearer tokens only");
      return {
        ...{ issuer, subject: subjectOf(payload), clientId: textOf(payload.client_id) ?? textOf(payload.azp) },
        email: payload.email_verified === true ? textOf(payload.email) : undefined,
        scopes: scopesOf(payload, scopeNames),
      };
    } catch (error) {
      if (error instanceof errors.JOSEError) throw refused(reasonOf(error), error);
      throw error;
    }
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

function subjectOf({ sub }: JWTPayload): string {
  const subject = textOf(sub);
  if (subject === undefined) throw refused("it names nobody");
  return subject;
}

/** `scope` is the standard's, `scp` what some servers have written before there was one. */
function scopesOf({ scope, scp }: JWTPayload, names: Readonly<Record<Scope, string>>): Scope[] {
  const granted = new Set([scope, scp].flat().flatMap((value) => (typeof value === "string" ? value.split(" ") : [])));
  return SCOPES.filter((one) => granted.has(names[one]));
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return "it has expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    const reasons: Record<string, string> = {
      aud: "it was made for another resource",
      iss: "it was made by another issuer",
      nbf: "it is not valid yet",
    };
    return reasons[error.claim] ?? `its claim "${error.claim}" is missing or not to be used`;
  }
  if (error instanceof errors.JWKSNoMatchingKey) return "no key of its issuer has signed it";
  if (error instanceof errors.JOSEAlgNotAllowed) return "its algorithm is not accepted";
  return "its signature or form is not right";
}

function refused(why: string, cause?: unknown): TripwrightError {
  const message = `The access token cannot be used: ${why}. Sign in again, or make a token with: tripwright tokens create`;
  return new TripwrightError("not_signed_in", message, {}, cause);
}
