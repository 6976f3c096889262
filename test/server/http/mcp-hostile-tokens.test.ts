/** Tokens that somebody made up, found, changed or was given for something else: none opens anything. */
import { createHmac } from "node:crypto";
import { exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OAuthServers, openOAuthServers } from "./oauth-servers.ts";

let all: OAuthServers;
beforeAll(async () => {
  all = await openOAuthServers();
});
afterAll(() => all?.[Symbol.asyncDispose]());

const encode = (value: object | string): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const now = (): number => Math.floor(Date.now() / 1000);
const sign = (claims: Record<string, unknown>, header?: object): Promise<string> =>
  all.signIn.sign({ ...all.claims(), ...claims }, header);

/** With the server's public key as the secret, in each form that a careless check would take it. */
async function signedWithPublicKey(form: "pem" | "jwk"): Promise<string> {
  const key = await importJWK(all.signIn.publicKey, "RS256", { extractable: true });
  if (key instanceof Uint8Array) throw new Error("Expected a public key, got a secret");
  const secret = form === "pem" ? await exportSPKI(key) : JSON.stringify(all.signIn.publicKey);
  const signed = `${encode({ alg: "HS256", kid: "first", typ: "at+jwt" })}.${encode(all.claims())}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

async function signedByAnother(header: object): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const own = "jwk" in header ? { jwk: await crypto.subtle.exportKey("jwk", publicKey) } : {};
  return new SignJWT(all.claims()).setProtectedHeader({ alg: "RS256", ...header, ...own }).sign(privateKey);
}

async function withPayload(over: JWTPayload): Promise<string> {
  const [header, , signature] = (await sign({})).split(".");
  return `${header}.${encode({ ...all.claims(), ...over })}.${signature}`;
}

const hostile: [what: string, token: () => Promise<string> | string, reason: RegExp][] = [
  ["for another resource", () => sign({ aud: "https://elsewhere.example.org/mcp" }), /another resource/],
  ["for a resource whose name begins as ours does", () => sign({ aud: `${all.url}/more` }), /another resource/],
  ["for our host, not for us", () => sign({ aud: new URL(all.url).origin }), /another resource/],
  ["for nobody", () => sign({ aud: undefined }), /another resource|"aud"/],
  ["an ID token", () => sign({ aud: "some-client" }, { typ: "JWT" }), /another resource/],
  ["of another issuer", () => sign({ iss: "https://login.example.org" }), /another issuer/],
  ["of an issuer with a slash more", () => sign({ iss: `${all.signIn.issuer}/` }), /another issuer/],
  ["expired", () => sign({ exp: now() - 60 }), /expired/],
  ["without an end", () => sign({ exp: undefined }), /"exp"/],
  ["with an end in words", () => sign({ exp: "never" }), /"exp"/],
  ["not valid yet", () => sign({ nbf: now() + 120 }), /not valid yet/],
  ["without a subject", () => sign({ sub: undefined }), /"sub"/],
  ["with an empty subject", () => sign({ sub: "" }), /names nobody/],
  ["with a subject that is no name", () => sign({ sub: "a\0b" }), /subject/],
  ["with a subject that is too long", () => sign({ sub: "x".repeat(300) }), /subject/],
  ["bound to a key", () => sign({ cnf: { jkt: "x" } }), /bound to a key/],
  ["of another kind", () => sign({}, { typ: "logout+jwt" }), /no access token/],
  ["unsigned", () => `${encode({ alg: "none", typ: "at+jwt" })}.${encode(all.claims())}.`, /algorithm/],
  [
    "unsigned, with a signature",
    async () => `${encode({ alg: "none" })}.${(await sign({})).split(".").slice(1).join(".")}`,
    /algorithm/,
  ],
  ["signed with the public key (PEM)", () => signedWithPublicKey("pem"), /algorithm/],
  ["signed with the public key (JWK)", () => signedWithPublicKey("jwk"), /algorithm/],
  ["of an unknown key", () => signedByAnother({ kid: "second" }), /no key/],
  ["of another key under a known name", () => signedByAnother({ kid: "first" }), /signature or form/],
  ["with its key inside", () => signedByAnother({ jwk: {}, kid: "first" }), /signature or form/],
  ["with its key elsewhere", () => signedByAnother({ jku: "https://evil.example.org/keys", kid: "evil" }), /no key/],
  ["with more rights written in", () => withPayload({ scope: "tripwright:write" }), /signature or form/],
  ["of somebody else written in", () => withPayload({ sub: "ann" }), /signature or form/],
  [
    "with a demand that nobody knows",
    () => signedByAnother({ kid: "first", crit: ["x"], x: 1 }).catch(() => "a.b.c"),
    /form/,
  ],
  ["too long", () => sign({ pad: "x".repeat(9_000) }), /too long/],
  ["no JSON inside", () => `${encode("{")}.${encode("}")}.${encode("x")}`, /form/],
  ["three dots and nothing", () => "a.b.c", /form/],
  ["five parts", () => "a.b.c.d.e", /unknown, expired or revoked/],
  ["no token of ours", () => `tw_${"A".repeat(43)}`, /unknown, expired or revoked/],
];

test.each(hostile)("%s", async (_, make, reason) => {
  const token = await make();
  const answer = await all.post(token, "tools/list");
  expect(answer.json).toMatchObject({ status: 401, code: "not_signed_in", detail: expect.stringMatching(reason) });
  expect(answer.json.detail).not.toContain("\n");
  const challenge = String(answer.headers["www-authenticate"]);
  expect(challenge).toMatch(
    /^Bearer realm="tripwright", error="invalid_token", error_description="[^"\\]+", scope="[^"]+"/,
  );
  expect(challenge).toContain(`resource_metadata="${new URL("/.well-known/oauth-protected-resource/mcp", all.url)}"`);
  expect(`${answer.text}${challenge}${JSON.stringify(all.server.logged)}`).not.toContain(token);
});

test("what is a little late or early by our clock is good all the same, and so is one among several resources", async () => {
  for (const over of [
    { exp: now() - 3 },
    { nbf: now() + 5 },
    { aud: ["https://elsewhere.example.org", all.url] },
    { scope: undefined, scp: ["tripwright:read"] },
  ]) {
    const answer = await all.post(await sign(over), "tools/call", { name: "list_trips", arguments: {} });
    expect(answer.status, JSON.stringify(over)).toBe(200);
  }
  for (const typ of ["JWT", "at+jwt", "application/at+jwt"]) {
    expect((await all.post(await sign({}, { typ }), "tools/list")).status, typ).toBe(200);
  }
});

test("a good token in the address is refused, also beside one in its place", async () => {
  const token = await sign({});
  for (const path of [`/mcp?access_token=${token}`, `/api/me?access_token=${token}`]) {
    for (const shown of [undefined, token]) {
      const answer = await all.server.call(path, { token: shown });
      expect([answer.status, answer.json.code]).toEqual([400, "malformed_request"]);
      expect(answer.text).not.toContain(token);
    }
  }
  expect(JSON.stringify(all.server.logged)).not.toContain(token);
});

test("scopes that only look like ours give nothing", async () => {
  const token = await sign({ scope: "read tripwright:reader TRIPWRIGHT:READ tripwright: xtripwright:read" });
  const answer = await all.server.call("/api/trips", { token });
  expect([answer.status, answer.json.details]).toEqual([403, { scope: "read" }]);
});
