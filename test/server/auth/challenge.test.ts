/** What a refusal says to a client is one header that a parser reads, whatever words are in it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { challengeFor } from "../../../server/auth/challenge.ts";
import { findProtectedResource } from "../../../server/auth/protected-resource.ts";
import { requireScopesFor } from "../../../server/auth/scope-challenge.ts";
import { loadConfig } from "../../../server/config.ts";
import { TOOLS } from "../../../tools/registry.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import { SCOPES, type Scope } from "../../../trip/ports.ts";

const resource = findProtectedResource(loadConfig({ TRIPWRIGHT_OAUTH_ISSUER: "https://login.example.org" }).http);
/** RFC 6750: printable ASCII without quotation marks and backslashes, in quotation marks. */
const WELL_FORMED = /^Bearer [a-z_]+="[ !#-[\]-~]*"(, [a-z_]+="[ !#-[\]-~]*")*$/;

test("any words, any scopes, any path", () => {
  fc.assert(
    fc.property(
      fc.record({ status: fc.constantFrom(401, 403), detail: fc.string({ unit: "binary" }) }),
      fc.subarray([...SCOPES]),
      fc.record({
        path: fc.constantFrom("/mcp", "/api/trips"),
        authorization: fc.option(fc.string(), { nil: undefined }),
      }),
      fc.constantFrom(resource, null),
      (refusal, scope, refused, one) => {
        const header = challengeFor({ ...refusal, details: { scope } }, refused, one);
        if (refusal.status === 403 && scope.length === 0) expect(header).toBeNull();
        else expect(header).toMatch(WELL_FORMED);
      },
    ),
  );
});

test("other refusals ask for nothing", () => {
  for (const status of [400, 404, 422, 429, 500, 503]) {
    const refusal = { status, detail: "x", details: { scope: "read" } };
    expect(challengeFor(refusal, { path: "/mcp", authorization: "Bearer x" }, resource)).toBeNull();
  }
  const metrics = { status: 403, detail: "The metrics are for the local user.", details: {} };
  expect(challengeFor(metrics, { path: "/metrics", authorization: "Bearer x" }, resource)).toBeNull();
});

test("what is asked for is what a message needs, with what the token has; lists need nothing", () => {
  const tool = fc.constantFrom(...TOOLS);
  fc.assert(
    fc.property(fc.subarray([...SCOPES]), fc.array(tool, { maxLength: 3 }), fc.anything(), (held, called, noise) => {
      const messages = called.map(({ name }) => ({ method: "tools/call", params: { name, arguments: noise } }));
      const needed = new Set<Scope>(called.map(({ hints }) => (hints.readOnlyHint ? "read" : "plan")));
      const identity = { userId: "u", scopes: new Set(held) };
      const ask = (): void => requireScopesFor([...messages, { method: "tools/list" }, noise], identity);
      const isEnough = [...needed].every((scope) => identity.scopes.has(scope));
      const asked = SCOPES.filter((scope) => identity.scopes.has(scope) || needed.has(scope));
      expect(thrownBy(ask)?.details.scope).toEqual(isEnough ? undefined : asked);
    }),
  );
});

function thrownBy(work: () => void): TripwrightError | null {
  try {
    work();
  } catch (error) {
    if (error instanceof TripwrightError) return error;
  }
  return null;
}
