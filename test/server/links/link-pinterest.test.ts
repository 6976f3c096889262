/** A Pinterest account is linked, used, renewed and unlinked over HTTP; nobody else's way back is good. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createRuntime } from "../../../server/compose.ts";
import { createAccountLinks, type LinkRuntime } from "../../../server/links/account-links.ts";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { type Answer, openTestServer, type TestServer } from "../http/http-for-tests.ts";
import { type PinterestForTests, startPinterest } from "./pinterest-for-tests.ts";

let database: TestDatabase;
let pinterest: PinterestForTests;
/** One on this machine without tokens, one that asks for them; both over the same tables. */
let local: TestServer;
let shared: TestServer;
const open: TestServer[] = [];

async function openServer(required: boolean, environment = pinterest.environment): Promise<TestServer> {
  const http = required ? { tokensRequired: true, publicUrl: "http://localhost:8080/" } : {};
  const server = await openTestServer({ database, http, environment });
  open.push(server);
  return server;
}

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  pinterest = await startPinterest();
  await database.admin("delete from linked_accounts");
  local = await openServer(false);
  shared = await openServer(true);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  await pinterest.close();
});
afterAll(() => database?.close());

const back = (url: URL): string => `${url.pathname}${url.search}`;
const begin = (server: TestServer, token?: string): Promise<Answer> =>
  server.call("/api/links/pinterest", { method: "POST", token });
const cookieOf = (answer: Answer): string => String(answer.headers["set-cookie"]).split(";")[0] ?? "";

/** Up to where the browser is sent back. */
async function wayBack(server: TestServer, token?: string): Promise<{ path: string; cookie: string; url: URL }> {
  const begun = await begin(server, token);
  expect(begun.status).toBe(200);
  const url = await pinterest.sayYes(String(begun.json.authorizeUrl));
  return { path: back(url), cookie: cookieOf(begun), url };
}

async function linkLocally(): Promise<void> {
  expect((await local.call((await wayBack(local)).path)).status).toBe(200);
}

const links = async (server: TestServer, token?: string): Promise<unknown> =>
  (await server.call("/api/links", { token })).json.links;

describe("the way there and back", () => {
  test("a traveller says yes and has a link; it names no token", async () => {
    const begun = await begin(local);
    expect(begun.json.expiresInSeconds).toBe(600);
    const url = await pinterest.sayYes(String(begun.json.authorizeUrl));
    expect(`${url.origin}${url.pathname}`).toBe(`http://localhost:${local.port}/api/links/pinterest/callback`);
    const page = await local.call(back(url));
    expect([page.status, page.headers["content-type"]]).toEqual([200, expect.stringContaining("text/html")]);
    expect(page.text).toContain("The Pinterest account ada is linked.");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    const told = await local.call("/api/links");
    expect(told.json).toEqual({
      links: [
        {
          provider: "pinterest",
          accountId: "1",
          accountName: "ada",
          scopes: ["boards:read", "pins:read", "user_accounts:read"],
          linkedAt: expect.stringMatching(/^\d{4}-/),
        },
      ],
    });
    for (const token of pinterest.issued) expect(told.text + page.text).not.toContain(token);
  });

  test("behind a public address the way back leads there, and the browser that asked is known by its cookie", async () => {
    const { token } = await shared.tokenFor();
    const begun = await begin(shared, token);
    expect(begun.headers["set-cookie"]?.[0]).toMatch(/HttpOnly.*SameSite=Lax/);
    const url = await pinterest.sayYes(String(begun.json.authorizeUrl));
    expect(`${url.origin}${url.pathname}`).toBe("http://localhost:8080/api/links/pinterest/callback");
    const page = await shared.call(back(url), { headers: { cookie: cookieOf(begun) } });
    expect(page.text).toContain("is linked");
    expect(await links(shared, token)).toHaveLength(1);
  });

  test("another browser is asked whose account it is linked to; only its yes links", async () => {
    const { token } = await shared.tokenFor({ email: "eve@example.org" });
    const { path } = await wayBack(shared, token);
    for (const cookie of [undefined, "tripwright_link=", "tripwright_link=guessed"]) {
      const page = await shared.call(path, cookie === undefined ? {} : { headers: { cookie } });
      expect(page.text).toContain("Is eve@example.org you?");
    }
    expect([await links(shared, token), pinterest.askedFor("/oauth/token")]).toEqual([[], []]);
    const asked = await shared.call(path);
    const confirmed = /name="confirmed" value="([^"]+)"/.exec(asked.text)?.[1] ?? "";
    const others = await wayBack(shared, token);
    expect((await shared.call(`${others.path}&confirmed=${confirmed}`)).text).toContain("Is eve@example.org you?");
    expect((await shared.call(`${path}&confirmed=${confirmed}`)).text).toContain("is linked");
    expect(await links(shared, token)).toHaveLength(1);
  });

  test("a no, and whatever has no state, links nothing", async () => {
    const { url } = await wayBack(local);
    const no = await local.call(`${url.pathname}?error=access_denied&state=${url.searchParams.get("state")}`);
    expect([no.status, no.text]).toEqual([200, expect.stringContaining("you did not agree")]);
    for (const query of ["", "?code=x", "?state=x&code=x", "?error=%3Cscript%3E", "?state=v1.a.b&code=1"]) {
      const page = await local.call(`${url.pathname}${query}`);
      expect([page.status, page.text]).toEqual([400, expect.stringContaining("This way back is not good")]);
      expect(page.text).not.toContain("<script");
    }
    expect([await links(local), pinterest.askedFor("/oauth/token")]).toEqual([[], []]);
  });

  test("a way back is good once, and not after ten minutes", async () => {
    const { path } = await wayBack(local);
    const [one, two] = await Promise.all([local.call(path), local.call(path)]);
    expect(one.status + two.status).toBe(600);
    expect((await local.call(path)).status).toBe(400);
    const late = await wayBack(local);
    const clock = { ...local.runtime.clock, now: () => new Date(Date.now() + 601_000) };
    const { returnFromVendor } = await import("../../../server/links/return-from-vendor.ts");
    const params = late.url.searchParams;
    const page = await returnFromVendor(
      { ...local.runtime, clock },
      {
        ...{ state: params.get("state") ?? "", code: params.get("code") ?? "" },
        ...{ error: undefined, confirmed: undefined, mark: undefined, userId: local.runtime.localUserId },
      },
      new AbortController().signal,
    );
    expect([page.status, page.body]).toEqual([400, expect.stringContaining("ten minutes")]);
  });

  test("a changed state is none; a traveller's own links nobody else", async () => {
    const { url } = await wayBack(local);
    const state = url.searchParams.get("state") ?? "";
    for (const at of [3, 10, 30, state.length - 1]) {
      const changed = state.slice(0, at) + (state[at] === "A" ? "B" : "A") + state.slice(at + 1);
      url.searchParams.set("state", changed);
      expect((await local.call(back(url))).status).toBe(400);
    }
    // Ada's state in the hands of Bob, who is signed in: it is Ada's, and Bob is asked.
    const ada = await shared.tokenFor({ email: "ada@example.org" });
    const bob = await shared.tokenFor({ email: "bob@example.org" });
    const { path } = await wayBack(shared, ada.token);
    expect((await shared.call(path, { token: bob.token })).text).toContain("Is ada@example.org you?");
    expect((await shared.call(path, { token: ada.token })).text).toContain("is linked");
    expect([await links(shared, bob.token), await links(shared, ada.token)]).toEqual([[], [expect.anything()]]);
  });

  test("a code that Pinterest does not know, and a Pinterest that is away, are told on a page", async () => {
    const { url } = await wayBack(local);
    url.searchParams.set("code", "made-up");
    expect(await local.call(back(url))).toMatchObject({
      status: 502,
      text: expect.stringContaining("Nothing was linked"),
    });
    const { path } = await wayBack(local);
    pinterest.refusal = { status: 500, body: "<b>no</b>" };
    expect(await local.call(path)).toMatchObject({ status: 502, text: expect.not.stringContaining("<b>") });
    expect(await links(local)).toEqual([]);
  });
});

describe("what is not set up", () => {
  test("without a key to seal with, nothing is linked", async () => {
    const { TRIPWRIGHT_SECRET_KEY: _, ...environment } = pinterest.environment;
    const keyless = await openServer(false, environment);
    const refused = await begin(keyless);
    expect([refused.status, refused.json.detail]).toEqual([422, expect.stringContaining("openssl rand -base64 32")]);
    expect(await links(keyless)).toEqual([]);
  });

  test("without an app, it says what to set", async () => {
    const appless = await openServer(false, {});
    expect((await begin(appless)).json.detail).toMatch(/PINTEREST_APP_ID and PINTEREST_APP_SECRET are not set/);
    expect((await appless.call("/api/links/pinterest/callback?state=x&code=y")).status).toBe(400);
  });

  test("a token may have to have the scope write", async () => {
    const { token } = await shared.tokenFor({ scopes: ["read", "plan"] });
    expect((await begin(shared, token)).status).toBe(403);
    expect((await begin(shared)).status).toBe(401);
    expect((await shared.call("/api/links/pinterest", { method: "DELETE", token })).status).toBe(403);
  });
});

describe("a link that is used", () => {
  const boards = (server = local): Promise<Answer> => server.call("/api/links/pinterest/boards");

  test("boards are read with the traveller's own token", async () => {
    expect((await boards()).json).toMatchObject({
      status: 422,
      detail: expect.stringContaining("No Pinterest account"),
    });
    await linkLocally();
    pinterest.boards = [{ id: "101", name: "Lisbon" }];
    expect((await boards()).json).toEqual({ boards: [{ id: "101", name: "Lisbon", pinCount: null }] });
    const [token] = [...pinterest.access.keys()];
    expect(pinterest.askedFor("/boards").at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test("no table holds a token that anybody could use", async () => {
    await linkLocally();
    await boards();
    const tables = await database.admin(
      "select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE'",
      [database.schema],
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const [found] = await database.admin(`select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`);
      for (const token of pinterest.issued) expect(String(found?.text).includes(token), String(name)).toBe(false);
    }
    const logged = JSON.stringify(local.logged);
    for (const token of pinterest.issued) expect(logged).not.toContain(token);
  });

  test("one that has run out is renewed before it is used, once for processes that need it at once", async () => {
    pinterest.secondsGood = 30;
    await linkLocally();
    pinterest.secondsGood = 86_400;
    pinterest.renewalMs = 300;
    const others = await Promise.all([1, 2, 3].map(() => openServer(false)));
    const answers = await Promise.all([local, ...others].map((server) => boards(server)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const renewals = pinterest.askedFor("/oauth/token").filter(({ body }) => body.includes("grant_type=refresh_token"));
    expect(renewals).toHaveLength(1);
    expect((await boards()).status).toBe(200);
  });

  test("a token that Pinterest no longer takes is renewed", async () => {
    await linkLocally();
    pinterest.access.clear();
    expect((await boards()).status).toBe(200);
  });

  test("a link that was taken back there is removed here, and says so", async () => {
    await linkLocally();
    pinterest.access.clear();
    pinterest.refresh.clear();
    expect((await boards()).json).toMatchObject({
      status: 422,
      detail: expect.stringMatching(/has ended the link.*Link again/),
    });
    expect(await links(local)).toEqual([]);
  });

  test("an app that Pinterest no longer knows does not cost a traveller the link", async () => {
    await linkLocally();
    pinterest.access.clear();
    const other = await openServer(false, { ...pinterest.environment, PINTEREST_APP_SECRET: "another" });
    expect((await boards(other)).json).toMatchObject({ status: 502, detail: expect.stringContaining("did not renew") });
    expect(await links(local)).toHaveLength(1);
    expect((await boards()).status).toBe(200);
  });

  test("a Pinterest that is away while it should renew leaves the link as it is", async () => {
    pinterest.secondsGood = 30;
    await linkLocally();
    pinterest.refusal = { status: 503 };
    expect((await boards()).status).toBe(502);
    pinterest.refusal = null;
    expect((await boards()).status).toBe(200);
  });

  test("a row that was copied to somebody else opens nothing", async () => {
    await linkLocally();
    const { token } = await shared.tokenFor({ email: "mallory@example.org" });
    const [mallory] = await database.admin("select id from users where email = 'mallory@example.org'");
    await database.admin(
      `insert into linked_accounts (id, user_id, provider, external_id, sealed_access_token, sealed_refresh_token, expires_at)
       select gen_random_uuid(), $1, provider, external_id, sealed_access_token, sealed_refresh_token, expires_at
       from linked_accounts`,
      [mallory?.id],
    );
    const answer = await shared.call("/api/links/pinterest/boards", { token });
    expect([answer.status, answer.json.detail]).toEqual([422, expect.stringContaining("cannot be used")]);
    expect(pinterest.askedFor("/boards")).toEqual([]);
  });

  test("a new key in front takes over as the link is used, and the old one can go", async () => {
    await linkLocally();
    const [before] = await database.admin("select sealed_access_token as sealed from linked_accounts");
    const { TRIPWRIGHT_SECRET_KEY: old = "" } = pinterest.environment;
    const anew = Buffer.alloc(32, "another key").toString("base64");
    const both = await openServer(false, { ...pinterest.environment, TRIPWRIGHT_SECRET_KEY: `${anew},${old}` });
    expect((await boards(both)).status).toBe(200);
    const [after] = await database.admin("select sealed_access_token as sealed from linked_accounts");
    expect(after?.sealed).not.toBe(before?.sealed);
    const one = await openServer(false, { ...pinterest.environment, TRIPWRIGHT_SECRET_KEY: anew });
    expect((await boards(one)).status).toBe(200);
    expect((await boards()).json.detail).toMatch(/Put the key back, or link again/);
  });
});

describe("a link that is ended", () => {
  test("it is revoked at Pinterest and gone from here", async () => {
    await linkLocally();
    const ended = await local.call("/api/links/pinterest", { method: "DELETE" });
    expect([ended.status, ended.json]).toEqual([200, { isRevoked: true }]);
    expect([pinterest.access.size, pinterest.refresh.size, await links(local)]).toEqual([0, 0, []]);
    expect((await local.call("/api/links/pinterest", { method: "DELETE" })).status).toBe(422);
  });

  test("it is gone from here whatever Pinterest says, and though nobody can open it any more", async () => {
    await linkLocally();
    pinterest.refusal = { status: 403, body: { code: 29, message: "Only for system users." } };
    expect((await local.call("/api/links/pinterest", { method: "DELETE" })).json).toEqual({ isRevoked: false });
    pinterest.refusal = null;
    await linkLocally();
    const key = Buffer.alloc(32, "some other key").toString("hex");
    const other = await openServer(false, { ...pinterest.environment, TRIPWRIGHT_SECRET_KEY: key });
    expect((await other.call("/api/links/pinterest", { method: "DELETE" })).json).toEqual({ isRevoked: false });
    expect(await links(local)).toEqual([]);
  });

  test("linking another account ends the one before", async () => {
    await linkLocally();
    const [first] = [...pinterest.access.keys()];
    pinterest.account = { id: "2", username: "ada_at_work" };
    await linkLocally();
    expect(await links(local)).toMatchObject([{ accountId: "2", accountName: "ada_at_work" }]);
    expect(pinterest.access.has(first ?? "")).toBe(false);
  });

  test("stopping ends a call that waits", async () => {
    await linkLocally();
    const runtime: LinkRuntime = await createRuntime(database.db, {
      ...{ config: local.runtime.config, clock: local.runtime.clock, schema: database.schema },
    });
    pinterest.vendor.respond({ delayMs: 20_000 });
    const stop = new AbortController();
    const running = createAccountLinks(runtime, local.runtime.localUserId).withToken(
      stop.signal,
      (token, scope, vendor) => vendor.listBoards(token, scope),
    );
    await expect.poll(() => pinterest.askedFor("/boards").length).toBe(1);
    stop.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
  });
});
