/** The whole way of an assistant that knows nothing but our address, with an authorization server of another hand. */
import { ClientCredentialsProvider, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ROBOT } from "../auth/authorization-server.ts";
import { connectSignedIn, newClient, RememberingProvider } from "../auth/oauth-client.ts";
import { messageOf, type OAuthServers, openOAuthServers } from "./oauth-servers.ts";

let all: OAuthServers;
beforeAll(async () => {
  all = await openOAuthServers();
});
afterAll(() => all?.[Symbol.asyncDispose]());

const text = { query: "Lisbon" };

test("refusal, metadata, registration, consent, code, token, tools", async () => {
  const { client, provider } = await connectSignedIn(all.url, all.signIn, { login: "ann" });
  const [asked] = provider.sentTo;
  expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject({
    ...{ resource: all.url, code_challenge_method: "S256" },
    scope: expect.stringContaining("tripwright:read tripwright:plan"),
  });
  expect(asked?.searchParams.get("scope")).not.toContain("write");
  const token = provider.kept?.access_token ?? "";
  expect(decodeJwt(token)).toMatchObject({ iss: all.signIn.issuer, aud: all.url, sub: "ann" });
  expect((await client.listTools()).tools).toHaveLength(16);
  const found = await client.callTool({ name: "search_cities", arguments: text });
  expect(found.structuredContent).toMatchObject({ status: "ok" });
  await client.close();
  expect(JSON.stringify(all.server.logged)).not.toContain(token);
});

test("a token that has ended is exchanged, without asking the person again", async () => {
  const { client, provider } = await connectSignedIn(all.url, all.signIn, { login: "ann" });
  await client.close();
  const ended = await all.signIn.sign(all.claims({ sub: "ann", exp: 1_000 }));
  provider.kept = { ...provider.kept, token_type: "Bearer", access_token: ended };
  const again = newClient();
  await again.connect(new StreamableHTTPClientTransport(new URL(all.url), { authProvider: provider }));
  expect((await again.callTool({ name: "search_cities", arguments: text })).isError).toBeFalsy();
  expect(provider.kept?.access_token).not.toBe(ended);
  expect(provider.sentTo).toHaveLength(1);
  await again.close();
});

test("a program without a person has an account of its own", async () => {
  const authProvider = new ClientCredentialsProvider({ ...ROBOT, expectedIssuer: all.signIn.issuer });
  const client = newClient();
  await client.connect(new StreamableHTTPClientTransport(new URL(all.url), { authProvider }));
  const { structuredContent } = await client.callTool({ name: "list_trips", arguments: {} });
  expect(structuredContent).toMatchObject({ status: "empty" });
  await client.close();
});

test("a token that may only look is told what to ask for before a plan is made, and the client asks", async () => {
  const reader = await all.signIn.sign(all.claims({ sub: "ann" }));
  expect((await all.post(reader, "tools/list")).status).toBe(200);
  expect((await all.post(reader, "tools/call", { name: "search_cities", arguments: text })).status).toBe(200);
  const refused = await all.post(reader, "tools/call", { name: "create_trip", arguments: {} });
  expect([refused.status, refused.json.code]).toEqual([403, "not_allowed"]);
  expect(refused.headers["www-authenticate"]).toBe(
    `Bearer realm="tripwright", error="insufficient_scope", error_description="This needs the scope plan, and the token has read. Sign in again and allow it.", scope="tripwright:read tripwright:plan", resource_metadata="${new URL("/.well-known/oauth-protected-resource/mcp", all.url)}"`,
  );
  const broken = await all.server.call("/mcp", { ...messageOf("tools/call"), body: "{", token: reader });
  expect(broken.status).toBe(400);
  const provider = new RememberingProvider();
  provider.kept = { access_token: reader, token_type: "Bearer", issuer: all.signIn.issuer, scope: "tripwright:read" };
  const client = newClient();
  await client.connect(new StreamableHTTPClientTransport(new URL(all.url), { authProvider: provider }));
  await expect(client.callTool({ name: "create_trip", arguments: {} })).rejects.toThrow();
  expect(provider.sentTo[0]?.searchParams.get("scope")?.split(" ")).toEqual(
    expect.arrayContaining(["tripwright:read", "tripwright:plan"]),
  );
  await client.close();
});

test("nobody sees what is somebody else's, whatever they have in common", async () => {
  const idSchema = z.object({ cities: z.array(z.object({ id: z.string() })).min(1) });
  const { client: ann } = await connectSignedIn(all.url, all.signIn, { login: "ann" });
  const { client: ben } = await connectSignedIn(all.url, all.signIn, { login: "ben" });
  const found = await ann.callTool({ name: "search_cities", arguments: text });
  const { cities } = idSchema.parse(found.structuredContent);
  const made = await ann.callTool({
    name: "create_trip",
    arguments: { cityIds: [cities[0]?.id], startDate: "2027-05-10", endDate: "2027-05-11", title: "Ann's own" },
  });
  const { trip } = z.object({ trip: z.object({ id: z.string() }) }).parse(made.structuredContent);
  expect(JSON.stringify((await ann.callTool({ name: "list_trips", arguments: {} })).structuredContent)).toContain(
    trip.id,
  );
  for (const [name, args] of [
    ["get_trip", { tripId: trip.id }],
    ["list_trips", {}],
    ["export_itinerary", { tripId: trip.id, format: "md" }],
    ["update_trip", { tripId: trip.id, title: "Ben's now" }],
  ] as const) {
    const answer = await ben.callTool({ name, arguments: args });
    expect(JSON.stringify(answer), name).not.toContain("Ann's own");
  }
  const still = await ann.callTool({ name: "get_trip", arguments: { tripId: trip.id } });
  expect(JSON.stringify(still.structuredContent)).toContain("Ann's own");
  await Promise.all([ann.close(), ben.close()]);
});

test("an address in a token leads to no account that is there already", async () => {
  const { token: eves } = await all.server.tokenFor({ email: "eve@example.org" });
  const { json: before } = await all.server.call("/api/me", { token: eves });
  const token = await all.signIn.sign(all.claims({ sub: "eve", email: "eve@example.org", email_verified: true }));
  const { json } = await all.server.call("/api/me", { token });
  expect(json.userId).toMatch(/^[0-9a-f-]{36}$/);
  expect(json.userId).not.toBe(before.userId);
});

test("the same token is good for everything else of the server, as far as its scopes go", async () => {
  const token = await all.signIn.sign(all.claims({ sub: "dora", scope: "tripwright:read tripwright:plan" }));
  expect((await all.server.call("/api/me", { token })).status).toBe(200);
  const id = "00000000-0000-4000-8000-000000000001";
  const refused = await all.server.call(`/api/trips/${id}`, { method: "DELETE", token });
  expect(refused.status).toBe(403);
  expect(refused.headers["www-authenticate"]).toMatch(/error="insufficient_scope".*scope="tripwright:write"$/);
});

test("an account that is closed opens nothing", async () => {
  const token = await all.signIn.sign(all.claims({ sub: "gone", scope: "tripwright:read" }));
  const { json } = await all.server.call("/api/me", { token });
  await all.server.database.admin("update users set is_active = false where id = $1", [json.userId]);
  const refused = await all.post(token, "tools/list");
  expect([refused.status, refused.json.detail]).toEqual([401, expect.stringContaining("closed")]);
});
