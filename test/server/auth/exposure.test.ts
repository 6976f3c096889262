/** Who is let in is settled before a port is opened: by the configuration, or by a line that says what is missing. */
import { expect, test } from "vitest";
import { requireSafeExposure, requireUsableToken } from "../../../server/auth/exposure.ts";
import { findProtectedResource } from "../../../server/auth/protected-resource.ts";
import { type HttpConfig, loadConfig } from "../../../server/config.ts";

const ISSUER = "https://login.example.org/tenant";
const PUBLIC = "https://trips.example.org";
const http = (environment: Record<string, string>): HttpConfig => loadConfig(environment).http;

test.each([
  [{}, undefined, false],
  [{ TRIPWRIGHT_AUTH: "tokens" }, undefined, true],
  [{ TRIPWRIGHT_OAUTH_ISSUER: ISSUER }, { issuer: ISSUER, scopePrefix: "tripwright:" }, false],
  [{ TRIPWRIGHT_AUTH: "oauth", TRIPWRIGHT_OAUTH_ISSUER: `${ISSUER}/` }, { issuer: `${ISSUER}/` }, true],
  [
    { TRIPWRIGHT_AUTH: "tokens", TRIPWRIGHT_OAUTH_ISSUER: "http://localhost:9" },
    { issuer: "http://localhost:9" },
    true,
  ],
  [{ TRIPWRIGHT_OAUTH_ISSUER: ISSUER, TRIPWRIGHT_OAUTH_SCOPE_PREFIX: "none" }, { scopePrefix: "" }, false],
  [{ TRIPWRIGHT_OAUTH_ISSUER: ISSUER, TRIPWRIGHT_OAUTH_AUDIENCE: "api://trips" }, { audience: "api://trips" }, false],
])("%j is read", (environment, oauth, tokensRequired) => {
  const read = http(environment);
  expect(read.tokensRequired).toBe(tokensRequired);
  if (oauth) expect(read.oauth).toMatchObject(oauth);
  else expect(read.oauth).toBeUndefined();
});

test.each([
  [{ TRIPWRIGHT_AUTH: "yes" }, /TRIPWRIGHT_AUTH: expected tokens, oauth, or nothing/],
  [{ TRIPWRIGHT_AUTH: "oauth" }, /TRIPWRIGHT_AUTH=oauth .*TRIPWRIGHT_OAUTH_ISSUER/],
  [{ TRIPWRIGHT_OAUTH_AUDIENCE: "x" }, /TRIPWRIGHT_OAUTH_AUDIENCE .*TRIPWRIGHT_OAUTH_ISSUER/],
  [{ TRIPWRIGHT_OAUTH_SCOPE_PREFIX: "x:" }, /TRIPWRIGHT_OAUTH_SCOPE_PREFIX .*TRIPWRIGHT_OAUTH_ISSUER/],
  [{ TRIPWRIGHT_OAUTH_ISSUER: ISSUER, TRIPWRIGHT_OAUTH_SCOPE_PREFIX: 'a "b' }, /SCOPE_PREFIX: expected the beginning/],
  [{ TRIPWRIGHT_OAUTH_ISSUER: "http://login.example.org" }, /ISSUER: expected https:/],
  [{ TRIPWRIGHT_OAUTH_ISSUER: "https://u:s3cret@login.example.org" }, /^(?!.*s3cret).*ISSUER/],
  [{ TRIPWRIGHT_OAUTH_ISSUER: "https://login.example.org?x=1" }, /ISSUER: expected https:/],
  [{ TRIPWRIGHT_OAUTH_ISSUER: "https://login.example.org/#x" }, /ISSUER: expected https:/],
  [{ TRIPWRIGHT_OAUTH_ISSUER: "login.example.org" }, /ISSUER: expected https:/],
  [{ TRIPWRIGHT_OAUTH_ISSUER: "file:///etc" }, /ISSUER: expected https:/],
  [{ TRIPWRIGHT_REQUESTS_PER_SECOND: "0" }, /REQUESTS_PER_SECOND: expected a whole number/],
])("%j is refused, by the name of what is wrong", (environment, line) => {
  expect(() => http(environment as Record<string, string>)).toThrow(line);
});

test.each([
  [{ TRIPWRIGHT_HOST: "0.0.0.0" }, /TRIPWRIGHT_AUTH=tokens.*TRIPWRIGHT_AUTH=oauth/],
  [
    { TRIPWRIGHT_HOST: "0.0.0.0", TRIPWRIGHT_OAUTH_ISSUER: ISSUER, TRIPWRIGHT_PUBLIC_URL: PUBLIC },
    /TRIPWRIGHT_AUTH=oauth/,
  ],
  [{ TRIPWRIGHT_PUBLIC_URL: PUBLIC, TRIPWRIGHT_OAUTH_ISSUER: ISSUER }, /TRIPWRIGHT_AUTH=oauth/],
  [{ TRIPWRIGHT_HOST: "::", TRIPWRIGHT_AUTH: "oauth", TRIPWRIGHT_OAUTH_ISSUER: ISSUER }, /Set TRIPWRIGHT_PUBLIC_URL/],
  [{ PORT: "0", TRIPWRIGHT_AUTH: "oauth", TRIPWRIGHT_OAUTH_ISSUER: ISSUER }, /Set TRIPWRIGHT_PUBLIC_URL/],
])("%j does not start", (environment, line) => {
  expect(() => requireSafeExposure(http(environment as Record<string, string>))).toThrow(line);
});

test.each([
  [{}],
  [{ TRIPWRIGHT_OAUTH_ISSUER: ISSUER }],
  [{ TRIPWRIGHT_HOST: "::1", TRIPWRIGHT_OAUTH_ISSUER: ISSUER }],
  [{ TRIPWRIGHT_HOST: "0.0.0.0", TRIPWRIGHT_AUTH: "tokens" }],
  [
    {
      TRIPWRIGHT_HOST: "0.0.0.0",
      TRIPWRIGHT_AUTH: "oauth",
      TRIPWRIGHT_OAUTH_ISSUER: ISSUER,
      TRIPWRIGHT_PUBLIC_URL: PUBLIC,
    },
  ],
])("%j starts", (environment) => {
  expect(() => requireSafeExposure(http(environment as Record<string, string>))).not.toThrow();
});

test("a token of our own has to exist only where no other is good", async () => {
  const none = async (): Promise<boolean> => false;
  await expect(requireUsableToken(http({ TRIPWRIGHT_AUTH: "tokens" }), none)).rejects.toThrow(/there is none yet/);
  await requireUsableToken(http({ TRIPWRIGHT_AUTH: "oauth", TRIPWRIGHT_OAUTH_ISSUER: ISSUER }), none);
  await requireUsableToken(http({}), none);
});

test.each([
  [{}, "http://127.0.0.1:3000/mcp", "http://127.0.0.1:3000/.well-known/oauth-protected-resource/mcp"],
  [{ TRIPWRIGHT_HOST: "::1" }, "http://[::1]:3000/mcp", "http://[::1]:3000/.well-known/oauth-protected-resource/mcp"],
  [{ TRIPWRIGHT_PUBLIC_URL: `${PUBLIC}/` }, `${PUBLIC}/mcp`, `${PUBLIC}/.well-known/oauth-protected-resource/mcp`],
  [{ TRIPWRIGHT_PUBLIC_URL: `${PUBLIC}/a` }, `${PUBLIC}/a/mcp`, `${PUBLIC}/a/.well-known/oauth-protected-resource/mcp`],
])("with %j tokens are made for %s", (environment, url, metadataUrl) => {
  const resource = findProtectedResource(http({ TRIPWRIGHT_OAUTH_ISSUER: ISSUER, ...environment }));
  expect(resource).toMatchObject({ url, audience: url, metadataUrl, scopeNames: { read: "tripwright:read" } });
});
