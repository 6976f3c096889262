/** Accounts that a traveller links: asked for, come back from, listed and ended. Tokens are told to nobody. */
import { createRoute, z } from "@hono/zod-openapi";
import { getCookie, setCookie } from "hono/cookie";
import { isLoopback } from "../../auth/loopback.ts";
import { createAccountLinks } from "../../links/account-links.ts";
import { hashOfMark, newBrowserMark, STATE_SECONDS } from "../../links/link-state.ts";
import { LINK_CALLBACK_PATH, loopbackRedirect, publicRedirect } from "../../links/redirect-uri.ts";
import { returnFromVendor } from "../../links/return-from-vendor.ts";
import { signalOf } from "../call-tool.ts";
import type { HttpApp, HttpContext, HttpParts } from "../parts.ts";
import { problemResponses } from "../problem.ts";
import { answers } from "../route-parts.ts";

const tags = ["links"];
const COOKIE = "tripwright_link";

const linkSchema = z
  .object({
    provider: z.string(),
    accountId: z.string(),
    accountName: z.string().nullable(),
    scopes: z.array(z.string()),
    linkedAt: z.string(),
  })
  .openapi("LinkedAccount");

const listRoute = createRoute({
  method: "get",
  path: "/api/links",
  operationId: "listLinks",
  tags,
  summary: "The accounts that the traveller has linked",
  responses: answers(z.object({ links: z.array(linkSchema) }), "The accounts"),
});

const beginRoute = createRoute({
  method: "post",
  path: "/api/links/pinterest",
  operationId: "linkPinterest",
  tags,
  summary: "Begin to link a Pinterest account: open the address in a browser. Needs the scope write",
  responses: answers(
    z.object({
      authorizeUrl: z.string().describe("where the traveller says yes; good once"),
      expiresInSeconds: z.int(),
    }),
    "Where to go",
  ),
});

const optionalText = z.string().max(4_000).optional();
const pageContent = { "text/html": { schema: z.string() } };
const callbackRoute = createRoute({
  method: "get",
  path: LINK_CALLBACK_PATH,
  operationId: "returnFromPinterest",
  tags,
  summary: "Where Pinterest sends the traveller back to; a page for people",
  security: [],
  request: {
    query: z.object({ state: optionalText, code: optionalText, error: optionalText, confirmed: optionalText }),
  },
  responses: {
    200: { description: "What has become of it", content: pageContent },
    400: { description: "It is no way back, or no longer one", content: pageContent },
    502: { description: "Pinterest did not answer as it should", content: pageContent },
    503: { description: "It cannot be done now", content: pageContent },
    ...problemResponses,
  },
});

const boardsRoute = createRoute({
  method: "get",
  path: "/api/links/pinterest/boards",
  operationId: "listBoards",
  tags,
  summary: "The boards of the linked Pinterest account",
  responses: answers(
    z.object({
      boards: z.array(z.object({ id: z.string(), name: z.string(), pinCount: z.int().nullable() })),
    }),
    "The boards",
  ),
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/api/links/pinterest",
  operationId: "unlinkPinterest",
  tags,
  summary: "End the link, and forget the pins that were read through it. Needs the scope write",
  responses: answers(
    z.object({
      isRevoked: z.boolean().describe("whether Pinterest has ended it as well; if not, end it in its settings, too"),
    }),
    "It is gone from here",
  ),
});

/** Without a public address it is this machine under the one name that an app at Pinterest is told. */
function redirectFor(c: HttpContext, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicRedirect(publicUrl);
  const { hostname, port, origin } = new URL(c.req.url);
  return isLoopback(hostname) ? loopbackRedirect(Number(port || 80)) : publicRedirect(origin);
}

export function linkRoutes(app: HttpApp, parts: HttpParts): void {
  const { runtime } = parts;
  const { publicUrl } = runtime.config.http;
  app.openapi(listRoute, async (c) => {
    const { userId } = await parts.actFor(c, "read");
    return c.json({ links: await createAccountLinks(runtime, userId).listLinks() }, 200);
  });
  app.openapi(beginRoute, async (c) => {
    const { userId } = await parts.actFor(c, "write");
    const mark = newBrowserMark();
    const asked = { redirectUri: redirectFor(c, publicUrl), browser: hashOfMark(mark) };
    const { authorizeUrl } = await createAccountLinks(runtime, userId).begin(asked);
    setCookie(c, COOKIE, mark, {
      ...{ path: "/api/links", httpOnly: true, sameSite: "Lax", maxAge: STATE_SECONDS },
      secure: publicUrl?.startsWith("https:") ?? false,
    });
    return c.json({ authorizeUrl, expiresInSeconds: STATE_SECONDS }, 200);
  });
  app.openapi(callbackRoute, async (c) => {
    const { state, code, error, confirmed } = c.req.valid("query");
    const caller = await parts.authenticate(c).catch(() => null);
    const back = { state, code, error, confirmed, mark: getCookie(c, COOKIE), userId: caller?.userId ?? null };
    const page = await returnFromVendor(runtime, back, signalOf(c, parts));
    return c.html(page.body, page.status);
  });
  app.openapi(boardsRoute, async (c) => {
    const { userId } = await parts.actFor(c, "read");
    const links = createAccountLinks(runtime, userId);
    const boards = await links.withToken(signalOf(c, parts), (token, scope, vendor) => vendor.listBoards(token, scope));
    return c.json({ boards }, 200);
  });
  app.openapi(deleteRoute, async (c) => {
    const { userId } = await parts.actFor(c, "write");
    return c.json(await createAccountLinks(runtime, userId).unlink(signalOf(c, parts)), 200);
  });
}
