import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { VendorError } from "../../../providers/kernel/vendor-error.ts";
import { pinterest } from "../../../providers/pinterest/pinterest.ts";
import type { VendorScope } from "../../../trip/vendor-ports.ts";
import { describeVendor, openCase } from "../conformance/describe-vendor.ts";
import { type AskedVendor, type LoopbackVendor, startLoopbackVendor } from "../conformance/loopback-vendor.ts";
import type { VendorCase, VendorOperation } from "../conformance/vendor-case.ts";

const TOKEN = "pina_the-traveller's-own";
const SECRET = "s3cret-of-the-app";
const BASIC = `Basic ${Buffer.from(`4711:${SECRET}`).toString("base64")}`;

const TOKENS = {
  access_token: "pina_new",
  refresh_token: "pinr_new",
  response_type: "authorization_code",
  token_type: "bearer",
  expires_in: 86_400,
  refresh_token_expires_in: 172_800,
  refresh_token_expires_at: 1_795_510_800,
  scope: "boards:read,pins:read user_accounts:read",
};
const HAS_TOKENS = {
  accessToken: "pina_new",
  expiresAt: "2026-11-23T09:00:00.000Z",
  refreshToken: "pinr_new",
  refreshExpiresAt: "2026-11-24T09:00:00.000Z",
  scopes: ["boards:read", "pins:read", "user_accounts:read"],
};
const ENDED = { status: 401, body: { code: 283, message: "The authorization grant is invalid." } };

const formOf = (asked: AskedVendor | undefined): Record<string, string> => {
  expect(asked?.headers).toMatchObject({ "content-type": "application/x-www-form-urlencoded", authorization: BASIC });
  return Object.fromEntries(new URLSearchParams(asked?.body));
};
const asksBearer = (asked: AskedVendor | undefined, path: string): void => {
  expect(asked).toMatchObject({ method: "GET", path, body: "", headers: { authorization: `Bearer ${TOKEN}` } });
};

const NO_TOKENS: VendorOperation["drifted"] = [
  { says: "no token", reply: { body: { ...TOKENS, access_token: undefined } } },
  { says: "an empty token", reply: { body: { ...TOKENS, access_token: "" } } },
  { says: "a token for no time", reply: { body: { ...TOKENS, expires_in: -1 } } },
  { says: "a token for ever", reply: { body: { ...TOKENS, expires_in: 1e15 } } },
];
const PAGES: VendorOperation["drifted"] = [
  { says: "a list by itself", reply: { body: [] } },
  { says: "items by name", reply: { body: { items: { first: {} } } } },
  { says: "a bookmark that is none", reply: { body: { items: [], bookmark: 7 } } },
];
const file = "pinterest/openapi.json";

const BOARDS = [
  { id: "101", name: "Lisbon", pin_count: 12, privacy: "PUBLIC", owner: { username: "ada" }, description: "!" },
  { id: "102", name: "Recipes", privacy: "PROTECTED" },
];
const PIN = {
  id: "9001",
  title: "Belém Tower at sunset",
  description: "Go early.",
  alt_text: "a tower by the river",
  link: "https://example.org/lisbon",
  board_id: "101",
  media: { media_type: "image", images: {} },
  dominant_color: "#aabbcc",
};
const READ_PIN = {
  id: "9001",
  title: "Belém Tower at sunset",
  description: "Go early.",
  altText: "a tower by the river",
  source: "https://example.org/lisbon",
  page: "https://www.pinterest.com/pin/9001/",
};
const bare = (id: string): object => ({
  ...{ id, title: null, description: null, altText: null, source: null },
  page: `https://www.pinterest.com/pin/${id}/`,
});

const pinsCase: VendorOperation = {
  name: "the pins of a board",
  call: async (ports, scope) => ports.inspiration?.listPins(TOKEN, "101", scope),
  answer: ({ query }) =>
    query.get("bookmark") === "more"
      ? { body: { items: [{ id: "9002" }] } }
      : { body: { items: [PIN], bookmark: "more" } },
  asks: (asked) => {
    expect(asked.map(({ query }) => Object.fromEntries(query))).toEqual([
      { page_size: "250" },
      { page_size: "250", bookmark: "more" },
    ]);
    for (const one of asked) asksBearer(one, "/boards/101/pins");
  },
  finds: [READ_PIN, bare("9002")],
  empty: { reply: { body: { items: [], bookmark: null } }, finds: [] },
  refusals: [{ says: "no such board", reply: { status: 404, body: { code: 404, message: "x" } }, kind: "not_found" }],
  drifted: PAGES,
  odd: [
    {
      says: "a pin without an id is skipped",
      reply: { body: { items: [{ title: "?" }, 7, null, PIN] } },
      finds: [READ_PIN],
    },
    {
      says: "a bookmark that never ends is left",
      reply: { body: { items: [PIN], bookmark: "same" } },
      finds: [READ_PIN],
    },
    {
      says: "text that is none and links that lead nowhere are unknown",
      reply: { body: { items: [{ id: "1", title: 7, description: "\u0007\u202e", link: "javascript:alert(1)" }] } },
      finds: [bare("1")],
    },
    {
      says: "what is long is cut, what cannot be seen is gone",
      reply: {
        body: { items: [{ id: "1", title: `a\u0000b\n\u202e${"x".repeat(9_000)}`, alt_text: "y".repeat(9_000) }] },
      },
      finds: [{ ...bare("1"), title: `a b ${"x".repeat(196)}`, altText: "y".repeat(500) }],
    },
    {
      says: "a board has an end",
      reply: { body: { items: Array.from({ length: 400 }, (_, index) => ({ id: String(index) })), bookmark: "more" } },
      finds: Array.from({ length: 250 }, (_, index) => bare(String(index))),
    },
  ],
  described: { file, path: "/boards/{board_id}/pins", method: "get" },
};

const pinterestCase: VendorCase = {
  descriptor: pinterest,
  settings: { PINTEREST_APP_ID: "4711", PINTEREST_APP_SECRET: SECRET },
  operations: [
    {
      name: "a code for tokens",
      call: async (ports, scope) =>
        ports.inspiration?.exchangeCode({ code: "the code", redirectUri: "http://localhost:3000/back" }, scope),
      answer: { body: TOKENS },
      asks: ([asked]) => {
        expect(asked).toMatchObject({ method: "POST", path: "/oauth/token" });
        expect(formOf(asked)).toEqual({
          grant_type: "authorization_code",
          code: "the code",
          redirect_uri: "http://localhost:3000/back",
        });
      },
      finds: HAS_TOKENS,
      refusals: [{ says: "a code that is no longer good", reply: ENDED, kind: "bad_request" }],
      drifted: NO_TOKENS,
      odd: [
        {
          says: "no renewal, and scopes that are none",
          reply: { body: { access_token: "pina_new", expires_in: 86_400, scope: "boards:read <script>" } },
          finds: { ...HAS_TOKENS, refreshToken: null, refreshExpiresAt: null, scopes: ["boards:read"] },
        },
      ],
      isDoneOnce: true,
      described: { file, path: "/oauth/token", method: "post" },
    },
    {
      name: "new tokens for old ones",
      call: async (ports, scope) => ports.inspiration?.renewTokens("pinr_old", scope),
      answer: { body: { ...TOKENS, response_type: "refresh_token" } },
      asks: ([asked]) => {
        expect(asked).toMatchObject({ method: "POST", path: "/oauth/token" });
        expect(formOf(asked)).toEqual({ grant_type: "refresh_token", refresh_token: "pinr_old" });
      },
      finds: HAS_TOKENS,
      refusals: [
        { says: "a link that was ended", reply: ENDED, kind: "bad_request" },
        { says: "another app's secret", reply: { status: 401, body: { code: 2, message: "no" } }, kind: "auth" },
        { says: "a refusal that is no JSON", reply: { status: 400, body: "<html>" }, kind: "bad_request" },
      ],
      drifted: NO_TOKENS,
      odd: [],
      isDoneOnce: true,
      described: { file, path: "/oauth/token", method: "post" },
    },
    {
      name: "the end of a token",
      call: async (ports, scope) => ports.inspiration?.revokeToken("pinr_old", scope),
      answer: { body: "" },
      asks: ([asked]) => {
        expect(asked).toMatchObject({ method: "POST", path: "/oauth/token/revoke" });
        expect(formOf(asked)).toEqual({ token: "pinr_old" });
      },
      finds: undefined,
      refusals: [
        { says: "not for such tokens", reply: { status: 403, body: { code: 29, message: "no" } }, kind: "auth" },
      ],
      drifted: [],
      odd: [],
      described: { file, path: "/oauth/token/revoke", method: "post" },
    },
    {
      name: "whose account it is",
      call: async (ports, scope) => ports.inspiration?.findAccount(TOKEN, scope),
      answer: { body: { id: "2783136121146311751", username: "ada_l", account_type: "PINNER", profile_image: "x" } },
      asks: ([asked]) => asksBearer(asked, "/user_account"),
      finds: { id: "2783136121146311751", name: "ada_l" },
      refusals: [
        { says: "not for this app", reply: { status: 403, body: { code: 403, message: "no" } }, kind: "auth" },
      ],
      drifted: [{ says: "nobody", reply: { body: { username: "ada_l" } } }],
      odd: [
        { says: "a nameless one", reply: { body: { id: "1" } }, finds: { id: "1", name: null } },
        {
          says: "a hostile name",
          reply: { body: { id: "1", username: "a\u001b[31m\nb" } },
          finds: { id: "1", name: "a [31m b" },
        },
      ],
      described: { file, path: "/user_account", method: "get" },
    },
    {
      name: "the boards",
      call: async (ports, scope) => ports.inspiration?.listBoards(TOKEN, scope),
      answer: { body: { items: BOARDS, bookmark: null } },
      asks: ([asked, ...others]) => {
        asksBearer(asked, "/boards");
        expect(Object.fromEntries(asked?.query ?? [])).toEqual({ page_size: "250" });
        expect(others).toEqual([]);
      },
      finds: [
        { id: "101", name: "Lisbon", pinCount: 12 },
        { id: "102", name: "Recipes", pinCount: null },
      ],
      empty: { reply: { body: { items: [] } }, finds: [] },
      refusals: [
        { says: "not allowed to see boards", reply: { status: 403, body: { code: 7, message: "x" } }, kind: "auth" },
      ],
      drifted: PAGES,
      odd: [
        {
          says: "boards without a name, or an id that is a path, are skipped",
          reply: { body: { items: [{ id: "1", name: "\u0000" }, { id: "../2", name: "Up" }, BOARDS[0], "board"] } },
          finds: [{ id: "101", name: "Lisbon", pinCount: 12 }],
        },
        {
          says: "a count that is none is unknown",
          reply: { body: { items: [{ ...BOARDS[0], pin_count: "many" }] } },
          finds: [{ id: "101", name: "Lisbon", pinCount: null }],
        },
      ],
      described: { file, path: "/boards", method: "get" },
    },
    pinsCase,
  ],
};

describeVendor(pinterestCase);

describe("beyond one call", () => {
  let vendor: LoopbackVendor;
  beforeEach(async () => {
    vendor = await startLoopbackVendor();
  });
  afterEach(() => vendor.close());
  const scope: VendorScope = { signal: new AbortController().signal, userId: null, runId: null };
  const open = (): ReturnType<typeof openCase> => openCase(pinterestCase, vendor.url);

  test("a traveller is asked by Pinterest itself, for no more than looking", () => {
    const url = new URL(
      open().inspiration?.authorizeUrl({ redirectUri: "http://localhost:3000/b?c", state: "s&t" }) ?? "",
    );
    expect(url.origin + url.pathname).toBe("https://www.pinterest.com/oauth/");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "4711",
      redirect_uri: "http://localhost:3000/b?c",
      response_type: "code",
      scope: "boards:read,pins:read,user_accounts:read",
      state: "s&t",
    });
    expect(url.href).not.toContain(SECRET);
  });

  test("no refusal tells a traveller's token, not even one that repeats it", async () => {
    vendor.respond(({ headers }) => ({ status: 400, body: { code: 1, message: headers.authorization } }));
    const failure = await open()
      .inspiration?.listPins(TOKEN, "1", scope)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(VendorError);
    const told = failure as VendorError;
    expect(JSON.stringify([told.message, told.details, told.stack, told.cause])).not.toContain(TOKEN);
  });

  test("two travellers who ask the same at once get each their own", async () => {
    vendor.respond(({ headers }) => ({
      delayMs: 50,
      body: { items: [{ id: headers.authorization === "Bearer ada" ? "1" : "2", name: "Trips" }] },
    }));
    const { inspiration } = open();
    const [ada, bob] = await Promise.all([
      inspiration?.listBoards("ada", scope),
      inspiration?.listBoards("bob", scope),
    ]);
    expect([ada?.[0]?.id, bob?.[0]?.id]).toEqual(["1", "2"]);
  });

  test("an authorize page that is no address is refused by name", () => {
    const settings = { ...pinterestCase.settings, PINTEREST_AUTHORIZE_URL: "javascript:alert(1)" };
    expect(() => openCase({ ...pinterestCase, settings }, vendor.url)).toThrow(/PINTEREST_AUTHORIZE_URL: expected/);
  });
});
