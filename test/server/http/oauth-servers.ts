/** The server with an authorization server beside it, both on loopback. */
import type { JWTPayload } from "jose";
import { openAuthorizationServer, type TestAuthorizationServer } from "../auth/authorization-server.ts";
import { type Answer, type Call, freePort, openTestServer, type TestServer } from "./http-for-tests.ts";

export interface OAuthServers extends AsyncDisposable {
  signIn: TestAuthorizationServer;
  server: TestServer;
  /** Of `/mcp`. */
  url: string;
  /** As the authorization server would write them for somebody who is signed in now. */
  claims(over?: JWTPayload): JWTPayload;
  /** One request to `/mcp`, as a client of 2025 makes it. */
  post(token: string | undefined, method: string, params?: object): Promise<Answer>;
}

export async function openOAuthServers(
  http: Partial<TestServer["runtime"]["config"]["http"]> = {},
): Promise<OAuthServers> {
  const signIn = await openAuthorizationServer();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/mcp`;
  signIn.resources.add(url);
  const oauth = { issuer: signIn.issuer, audience: undefined, scopePrefix: "tripwright:" };
  const server = await openTestServer({ http: { port, oauth, ...http } });
  return {
    ...{ signIn, server, url },
    claims: (over) => {
      const now = Math.floor(Date.now() / 1000);
      return {
        iss: signIn.issuer,
        aud: url,
        sub: "carla",
        iat: now,
        exp: now + 300,
        scope: "tripwright:read",
        ...over,
      };
    },
    post: (token, method, params = {}) => server.call("/mcp", { ...messageOf(method, params), token }),
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await signIn[Symbol.asyncDispose]();
    },
  };
}

export function messageOf(method: string, params: object = {}): Call {
  return {
    method: "POST",
    headers: { accept: "application/json, text/event-stream" },
    body: { jsonrpc: "2.0", id: 1, method, params },
  };
}
