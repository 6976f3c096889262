/** A token that is changed in any place is no token, and what one says in odd ways gives no right. */
import fc from "fast-check";
import { generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { beforeAll, expect, test } from "vitest";
import { createAccessTokenReader, type ReadAccessToken } from "../../../server/auth/access-tokens.ts";
import { SCOPES } from "../../../trip/ports.ts";

const [issuer, audience] = ["https://login.example.org", "https://trips.example.org/mcp"];
const scopeNames = { read: "t:read", plan: "t:plan", write: "t:write" };
let read: ReadAccessToken;
let sign: (claims: JWTPayload) => Promise<string>;
beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  read = createAccessTokenReader({ issuer, audience, scopeNames }, { keyFor: async () => publicKey });
  sign = (claims) =>
    new SignJWT({ iss: issuer, aud: audience, sub: "ann", exp: Math.floor(Date.now() / 1000) + 600, ...claims })
      .setProtectedHeader({ alg: "ES256" })
      .sign(privateKey);
});

test("one character that is another, is gone or is there twice opens nothing more", async () => {
  const token = await sign({ scope: "t:read" });
  const good = await read(token);
  // Others never get here: they make no token of this form.
  const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), letter, fc.nat(2), async (at, other, removed) => {
      const changed = `${token.slice(0, at)}${other}${token.slice(at + removed)}`;
      // Some bits of the last character count for nothing: it may then say the same, and never anything else.
      const outcome = await read(changed).catch((error: { code: string }) => error.code);
      expect([good, "not_signed_in"]).toContainEqual(outcome);
      if (changed !== token && at < token.length - 2) expect(outcome).toBe("not_signed_in");
    }),
    { numRuns: 300 },
  );
});

test("scopes are counted by their whole names, in either claim, and whatever else stands there is nothing", async () => {
  const words = fc.array(fc.constantFrom(...Object.values(scopeNames), "t:", "read", "t:readx", "T:READ", ""), {
    maxLength: 6,
  });
  const odd = fc.oneof(
    fc.anything({ maxDepth: 1 }),
    words,
    words.map((all) => all.join(" ")),
  );
  await fc.assert(
    fc.asyncProperty(words, odd, async (said, scp) => {
      const { scopes } = await read(
        await sign({ scope: said.join(" "), scp: JSON.parse(JSON.stringify(scp ?? null)) }),
      );
      const also = [scp].flat().flatMap((one) => (typeof one === "string" ? one.split(" ") : []));
      expect(scopes).toEqual(SCOPES.filter((scope) => [...said, ...also].includes(scopeNames[scope])));
    }),
    { numRuns: 150 },
  );
});

test.each([
  [{ email: "ann@example.org", email_verified: true }, "ann@example.org"],
  [{ email: "ann@example.org" }, undefined],
  [{ email: "ann@example.org", email_verified: "true" }, undefined],
  [{ email: ["ann@example.org"], email_verified: true }, undefined],
])("of %j the address is %s", async (claims, email) => {
  expect((await read(await sign(claims))).email).toBe(email);
});

test.each([
  [{ client_id: "a", azp: "b" }, "a"],
  [{ azp: "b" }, "b"],
  [{ client_id: 7 }, undefined],
])("of %j the program is %s", async (claims, clientId) => {
  expect((await read(await sign(claims))).clientId).toBe(clientId);
});
