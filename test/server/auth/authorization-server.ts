/**
 * An authorization server on loopback, of a certified library: metadata, registration, sign-in with consent, codes
 * with PKCE, refreshing, client credentials, and access tokens that are JWTs for one resource (RFC 8707, 9068).
 */
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from "jose";
import { errors, Provider } from "oidc-provider";
import { vi } from "vitest";

const SCOPES = "tripwright:read tripwright:plan tripwright:write";
export const ROBOT = { clientId: "robot", clientSecret: "a secret of a test, nothing else" };

export interface TestAuthorizationServer extends AsyncDisposable {
  issuer: string;
  publicKey: JWK;
  /** For what it can be asked for tokens. */
  resources: Set<string>;
  /** With its own key, whatever it says. */
  sign(claims: JWTPayload, header?: { alg?: string; kid?: string; typ?: string }): Promise<string>;
  /** As a person does in a browser: signs in, agrees to all that is asked, and is led back. */
  signIn(authorizationUrl: URL, login: string): Promise<URL>;
}

export async function openAuthorizationServer(): Promise<TestAuthorizationServer> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const names = { kid: "first", use: "sig", alg: "RS256" };
  const [secret, open] = [
    { ...(await exportJWK(privateKey)), ...names },
    { ...(await exportJWK(publicKey)), ...names },
  ];
  let listener: RequestListener = () => {};
  const server = createServer((request, response) => listener(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const resources = new Set<string>();
  listener = quietly(() => new Provider(issuer, configurationOf(secret, resources)).callback());
  const signingKey = await importJWK(secret, "RS256");
  return {
    ...{ issuer, publicKey: open, resources },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "first", typ: "at+jwt", ...header }).sign(signingKey),
    signIn,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** It warns of what is meant for development, as this is. */
function quietly<Made>(make: () => Made): Made {
  const warnings = vi.spyOn(console, "warn").mockImplementation(() => {});
  try {
    return make();
  } finally {
    warnings.mockRestore();
  }
}

const configurationOf = (key: JWK, resources: ReadonlySet<string>): object => ({
  jwks: { keys: [key] },
  cookies: { keys: ["of a test"] },
  scopes: ["openid", "offline_access", ...SCOPES.split(" ")],
  clients: [
    {
      ...{ client_id: ROBOT.clientId, client_secret: ROBOT.clientSecret },
      ...{ grant_types: ["client_credentials"], response_types: [], redirect_uris: [] },
    },
  ],
  pkce: { required: () => true },
  ttl: {
    ...{ AccessToken: 600, ClientCredentials: 600, RefreshToken: 3_600 },
    ...{ Interaction: 600, Session: 600, Grant: 3_600, IdToken: 600 },
  },
  findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
  extraTokenClaims: (_: unknown, { accountId }: { accountId?: string }) =>
    accountId ? { email: `${accountId}@example.org`, email_verified: true } : undefined,
  issueRefreshToken: () => true,
  features: {
    registration: { enabled: true },
    clientCredentials: { enabled: true },
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      getResourceServerInfo: (_: unknown, resource: string) => {
        if (!resources.has(resource)) throw new errors.InvalidTarget();
        return {
          ...{ scope: SCOPES, audience: resource, accessTokenFormat: "jwt", accessTokenTTL: 600 },
          jwt: { sign: { alg: "RS256" } },
        };
      },
    },
  },
});

const MAX_STEPS = 12;

/** Follows by hand, as cookies have to be kept. */
async function signIn(authorizationUrl: URL, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const isOurs = (url: URL): boolean => url.origin === authorizationUrl.origin;
  let [url, form]: [URL, Record<string, string> | null] = [authorizationUrl, null];
  for (let step = 0; step < MAX_STEPS && isOurs(url); step++) {
    const response: Response = await fetch(url, {
      ...{ redirect: "manual", method: form ? "POST" : "GET" },
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      body: form && new URLSearchParams(form),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const page = await response.text();
    const location = response.headers.get("location");
    if (location !== null) [url, form] = [new URL(location, url), null];
    else form = formOf(page, login);
  }
  return url;
}

/** What a person fills in on the page; they agree to what they are asked. */
function formOf(page: string, login: string): Record<string, string> {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (prompt === "login") return { prompt, login, password: "any" };
  if (prompt === "consent") return { prompt };
  throw new Error(`Expected a page to sign in or to agree, got: ${page.slice(0, 500)}`);
}
