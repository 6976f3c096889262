/** Keys are found, kept and renewed; a server that is away, wrong or hostile costs a clear word and nothing more. */
import { errors, jwtVerify } from "jose";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import {
  type AuthorizationServer,
  type AuthorizationServerOptions,
  createAuthorizationServer,
} from "../../../providers/sign-in/authorization-server.ts";
import { server as network } from "../../network-guard.ts";
import { openIssuer, type TestIssuer } from "./issuer.ts";

const verify = async ({ keyFor }: AuthorizationServer, token: string): Promise<boolean> =>
  (await jwtVerify(token, keyFor)) !== null;
const serverOf = ({ issuer }: TestIssuer, over: Partial<AuthorizationServerOptions> = {}): AuthorizationServer =>
  createAuthorizationServer({ issuer, keyCooldownMs: 0, retryMs: 0, ...over });
const away = { code: "sign_in_unavailable", message: expect.stringMatching(/^The authorization server [^\n]+$/) };

test.each([
  ["", "/.well-known/oauth-authorization-server"],
  ["", "/.well-known/openid-configuration"],
  ["/tenant", "/.well-known/oauth-authorization-server/tenant"],
  ["/tenant", "/.well-known/openid-configuration/tenant"],
  ["/tenant", "/tenant/.well-known/openid-configuration"],
  ["/tenant/", "/tenant/.well-known/openid-configuration"],
])("the metadata of an issuer at %j stands at %s, and is asked for once", async (path, place) => {
  await using issuer = await openIssuer({ path, place });
  const sign = await issuer.addKey("one");
  const server = serverOf(issuer);
  const tokens = await Promise.all(Array.from({ length: 20 }, sign));
  expect(await Promise.all(tokens.map((token) => verify(server, token)))).not.toContain(false);
  expect(await verify(server, await sign())).toBe(true);
  expect(issuer.asked.filter((one) => one === place)).toHaveLength(1);
  expect(issuer.asked.filter((one) => one === "/keys")).toHaveLength(1);
  expect(await server.probe()).toEqual({ keys: 1 });
});

describe("keys", () => {
  test("that are new are picked up, and those that are gone are good no more", async () => {
    await using issuer = await openIssuer();
    const [old, server] = [await issuer.addKey("old"), serverOf(issuer, { keysFreshMs: 60_000 })];
    expect(await verify(server, await old())).toBe(true);
    const fresh = await issuer.addKey("fresh");
    expect(await verify(server, await fresh())).toBe(true);
    expect(await verify(server, await old())).toBe(true);
    issuer.keys.shift();
    const later = serverOf(issuer, { keysFreshMs: 0 });
    expect(await verify(later, await fresh())).toBe(true);
    await expect(verify(later, await old())).rejects.toThrow(errors.JWKSNoMatchingKey);
  });

  test("that nobody has are looked for once in a while, however many tokens name them", async () => {
    await using issuer = await openIssuer();
    const sign = await issuer.addKey("one");
    const server = serverOf(issuer, { keyCooldownMs: 60_000 });
    expect(await verify(server, await sign())).toBe(true);
    await using stranger = await openIssuer();
    const forge = await stranger.addKey("of another");
    for (let attempt = 0; attempt < 50; attempt++) {
      await expect(verify(server, await forge())).rejects.toThrow(errors.JWKSNoMatchingKey);
    }
    expect(issuer.asked.filter((one) => one === "/keys")).toHaveLength(1);
  });
});

describe("a server that is away", () => {
  test("is not missed as long as its keys are known, and is asked again when it is back", async () => {
    await using issuer = await openIssuer();
    const sign = await issuer.addKey("one");
    const server = serverOf(issuer, { keysFreshMs: 0 });
    expect(await verify(server, await sign())).toBe(true);
    for (const fault of ["down", "gone", "page", "huge", "redirect"] as const) {
      issuer.fault = fault;
      expect(await verify(server, await sign()), fault).toBe(true);
    }
    const fresh = await issuer.addKey("fresh");
    await expect(verify(server, await fresh())).rejects.toMatchObject(away);
    issuer.fault = null;
    expect(await verify(server, await fresh())).toBe(true);
  });

  test("is not asked by every request meanwhile", async () => {
    await using issuer = await openIssuer();
    const sign = await issuer.addKey("one");
    issuer.fault = "down";
    const server = serverOf(issuer, { retryMs: 60_000 });
    for (let attempt = 0; attempt < 20; attempt++) {
      await expect(verify(server, await sign())).rejects.toMatchObject(away);
    }
    expect(issuer.asked).toHaveLength(1);
  });

  test("holds nobody up for long", async () => {
    await using issuer = await openIssuer();
    const sign = await issuer.addKey("one");
    issuer.fault = "silent";
    const server = serverOf(issuer);
    const tokens = await Promise.all([sign(), sign(), sign()]);
    await Promise.all(tokens.map((token) => expect(verify(server, token)).rejects.toMatchObject(away)));
    expect(issuer.asked).toHaveLength(1);
  }, 20_000);
});

describe("a server is not believed", () => {
  const wrong: [what: string, metadata: Record<string, unknown>][] = [
    ["another name", { issuer: "https://login.example.org" }],
    ["its own name with a slash", { issuer: "http://127.0.0.1/" }],
    ["no name", { issuer: undefined }],
    ["keys at another host", { jwks_uri: "https://keys.example.org/keys" }],
    ["keys at another port", { jwks_uri: "http://127.0.0.1:1/keys" }],
    ["keys in a file", { jwks_uri: "file:///etc/passwd" }],
    ["no keys", { jwks_uri: undefined }],
  ];
  test.each(wrong)("that has %s", async (_, metadata) => {
    await using issuer = await openIssuer();
    const sign = await issuer.addKey("one");
    issuer.metadata = metadata;
    const server = serverOf(issuer);
    await expect(verify(server, await sign())).rejects.toMatchObject(away);
    await expect(server.probe()).rejects.toMatchObject(away);
    expect(issuer.asked).not.toContain("/keys");
  });

  test.each(["redirect", "page", "huge", "gone", "down"] as const)("whose answer is %s", async (fault) => {
    await using issuer = await openIssuer();
    const sign = await issuer.addKey("one");
    issuer.fault = fault;
    await expect(verify(serverOf(issuer), await sign())).rejects.toMatchObject(away);
    await expect(serverOf(issuer).probe()).rejects.toMatchObject(away);
    expect(issuer.asked.filter((one) => one.includes("again"))).toEqual([]);
  });

  test("that is elsewhere and leads to this machine", async () => {
    await using issuer = await openIssuer();
    const sign = await issuer.addKey("one");
    const elsewhere = "https://login.example.org";
    network.use(
      http.get(`${elsewhere}/.well-known/oauth-authorization-server`, () =>
        HttpResponse.json({ issuer: elsewhere, jwks_uri: `${issuer.issuer}/keys` }),
      ),
    );
    const server = createAuthorizationServer({ issuer: elsewhere });
    await expect(verify(server, await sign())).rejects.toMatchObject(away);
    expect(issuer.asked).toEqual([]);
  });
});
