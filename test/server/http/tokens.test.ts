/** Tokens: who they let in, how far, for how long; and that nobody sees what is somebody else's. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBuckets } from "../../../server/http/rate-limit.ts";
import { cityNamed, draftIn, placesOf, planFor, tripTo } from "../../db/stores/trips-for-tests.ts";
import { openTestServer, type TestServer } from "./http-for-tests.ts";

let open: TestServer;
let closed: TestServer;
beforeAll(async () => {
  open = await openTestServer();
  closed = await openTestServer({ database: open.database, http: { tokensRequired: true } });
});
afterAll(async () => {
  await closed?.close();
  await open?.close();
});

describe("without a token", () => {
  test("this machine acts for the local user", async () => {
    expect((await open.call("/api/me")).json).toMatchObject({ userId: open.runtime.localUserId });
  });

  test("nobody gets in where tokens are asked for, but may ask whether it lives", async () => {
    for (const path of ["/api/me", "/api/trips", "/metrics", "/nowhere"]) {
      const answer = await closed.call(path);
      expect([answer.status, answer.json.code], path).toEqual([401, "not_signed_in"]);
      expect(answer.headers["www-authenticate"]).toBe('Bearer realm="tripwright"');
    }
    for (const path of ["/healthz", "/readyz", "/openapi.json"]) expect((await closed.call(path)).status).toBe(200);
  });

  test("nor does one who comes through a proxy from elsewhere", async () => {
    const through = (forwarded: string): Promise<{ status: number }> =>
      open.call("/api/me", { headers: { "x-forwarded-for": forwarded } });
    expect((await through("203.0.113.9")).status).toBe(401);
    expect((await through("203.0.113.9, 127.0.0.1")).status).toBe(401);
    expect((await through("127.0.0.1, ::1")).status).toBe(200);
  });
});

test.each(["tw_", `tw_${"A".repeat(43)}`, "x".repeat(46), "tw_' or 1=1 --"])(
  "the token %j opens nothing",
  async (token) => {
    for (const server of [open, closed]) {
      const answer = await server.call("/api/me", { token });
      expect([answer.status, answer.json.code]).toEqual([401, "not_signed_in"]);
      expect(answer.text).not.toContain(token);
    }
    expect((await closed.call("/api/me", { headers: { authorization: `Basic ${token}` } })).status).toBe(401);
  },
);

test("a token acts for whom it was made, on both servers", async () => {
  const { token } = await closed.tokenFor({ email: "Ann@Example.org" });
  for (const server of [open, closed]) {
    expect((await server.call("/api/me", { token })).json).toMatchObject({ email: "ann@example.org" });
  }
  const again = await closed.tokenFor({ email: "ann@example.ORG" });
  expect((await closed.call("/api/me", { token: again.token })).json).toMatchObject({ email: "ann@example.org" });
});

test("scopes say how far it goes", async () => {
  const email = "scopes@example.org";
  const { token: reader } = await closed.tokenFor({ email, scopes: ["read"] });
  const { token: planner } = await closed.tokenFor({ email, scopes: ["read", "plan"] });
  const { token: none } = await closed.tokenFor({ email, scopes: [] });
  const tripId = "00000000-0000-4000-8000-000000000001";
  const calls = [
    ["GET", "/api/trips", "read"],
    ["GET", `/api/trips/${tripId}/plan`, "read"],
    ["POST", "/api/trips", "plan"],
    ["POST", `/api/trips/${tripId}/undo`, "plan"],
    ["POST", `/api/trips/${tripId}/versions/1/select`, "plan"],
    ["POST", `/api/trips/${tripId}/feedback`, "plan"],
    ["DELETE", `/api/trips/${tripId}`, "write"],
    ["PATCH", "/api/me", "write"],
  ] as const;
  const bodies: Record<string, object> = {
    "/api/trips": { cityIds: [tripId], startDate: "2027-05-10", endDate: "2027-05-11" },
    "/api/me": { preferences: {} },
    [`/api/trips/${tripId}/feedback`]: { type: "rating", rating: 5 },
  };
  for (const [method, path, scope] of calls) {
    const body = method === "GET" ? undefined : bodies[path];
    const may = async (token: string): Promise<boolean> =>
      (await closed.call(path, { method, token, body })).status !== 403;
    expect([await may(none), await may(reader), await may(planner)], `${method} ${path}`).toEqual([
      false,
      scope === "read",
      scope !== "write",
    ]);
  }
  const refused = await closed.call(`/api/trips/${tripId}`, { method: "DELETE", token: planner });
  expect(refused.json).toMatchObject({ code: "not_allowed", details: { scope: "write" } });
});

test("a token ends: by its date, by being revoked, with its account", async () => {
  const past = await closed.tokenFor({ expiresAt: new Date(Date.now() - 1_000) });
  expect((await closed.call("/api/me", { token: past.token })).status).toBe(401);
  const good = await closed.tokenFor({ email: "gone@example.org", expiresAt: new Date(Date.now() + 60_000) });
  expect((await closed.call("/api/me", { token: good.token })).status).toBe(200);
  await open.database.admin("update user_sessions set revoked_at = now() where id = $1", [good.id]);
  expect((await closed.call("/api/me", { token: good.token })).status).toBe(401);
  const other = await closed.tokenFor({ email: "gone@example.org" });
  await open.database.admin("update users set is_active = false where email = 'gone@example.org'");
  expect((await closed.call("/api/me", { token: other.token })).status).toBe(401);
});

test("when it was last used is written at most once a minute, and the secret never", async () => {
  const { token, id } = await closed.tokenFor();
  const used = async (): Promise<unknown> =>
    (await open.database.admin("select last_used_at, token_hash from user_sessions where id = $1", [id]))[0];
  await closed.call("/api/me", { token });
  const first = await used();
  expect(first).toMatchObject({ last_used_at: expect.any(Date), token_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  await closed.call("/api/me", { token });
  expect(await used()).toEqual(first);
  await open.database.admin("update user_sessions set last_used_at = now() - interval '2 minutes' where id = $1", [id]);
  await closed.call("/api/me", { token });
  const later = (await used()) as { last_used_at: Date };
  expect(Date.now() - later.last_used_at.getTime()).toBeLessThan(60_000);
  expect(JSON.stringify(closed.logged)).not.toContain(token);
});

test("metrics are the local user's", async () => {
  const [{ token: own }, { token: other }] = [
    await closed.tokenFor(),
    await closed.tokenFor({ email: "m@example.org" }),
  ];
  expect((await closed.call("/metrics", { token: own })).status).toBe(200);
  expect((await closed.call("/metrics", { token: other })).status).toBe(403);
});

test("of two travellers neither sees, changes or guesses what is the other's", async () => {
  const [ann, ben] = [
    await closed.tokenFor({ email: "a@example.org" }),
    await closed.tokenFor({ email: "b@example.org" }),
  ];
  const { json } = await closed.call("/api/me", { token: ann.token });
  const { trips } = closed.runtime.forUser(String(json.userId)).toolContext;
  const city = await cityNamed(open.database, "Lisbon");
  const { id: tripId } = await trips.createTrip(tripTo(city, { title: "Ann's own" }));
  await trips.saveItinerary(planFor(tripId, draftIn(city, await placesOf(open.database, city))));
  const base = `/api/trips/${tripId}`;
  const walk: [method: string, path: string, body?: object][] = [
    ["GET", base],
    ["GET", `${base}/plan`],
    ["GET", `${base}/versions`],
    ["GET", `${base}/versions/1`],
    ["GET", `${base}/versions/1/diff?against=1`],
    ["GET", `${base}/export?format=ics`],
    ["POST", `${base}/versions`, {}],
    ["POST", `${base}/versions/1/select`],
    ["POST", `${base}/undo`],
    ["POST", `${base}/feedback`, { type: "rating", rating: 1 }],
    ["DELETE", base],
  ];
  for (const [method, path, body] of walk) {
    const answer = await closed.call(path, { method, body, token: ben.token });
    expect([answer.status, answer.text.includes("Ann's own")], `${method} ${path}`).toEqual([404, false]);
  }
  expect((await closed.call("/api/trips", { token: ben.token })).json).toEqual({ trips: [] });
  expect((await closed.call("/api/trips", { token: ann.token })).json).toMatchObject({ trips: [{ id: tripId }] });
  expect((await closed.call(`${base}/plan`, { token: ann.token })).status).toBe(200);
});

describe("a caller who calls too often waits, and nobody else does", () => {
  let strict: TestServer;
  beforeAll(async () => {
    strict = await openTestServer({
      ...{ database: open.database, rateLimit: { burst: 3, perSecond: 0.001 } },
      http: { tokensRequired: true },
    });
  });
  afterAll(() => strict?.close());
  const status = async (token?: string): Promise<number> => (await strict.call("/api/none", { token })).status;

  test("by token: not another program of the same traveller, unless all together are too many", async () => {
    const email = "busy@example.org";
    const tokens = await Promise.all(Array.from({ length: 6 }, async () => (await strict.tokenFor({ email })).token));
    const [busy = "", other = "", ...more] = tokens;
    expect([await status(busy), await status(busy), await status(busy), await status(busy)]).toEqual([
      404, 404, 404, 429,
    ]);
    const refused = await strict.call("/api/none", { token: busy });
    expect(refused.json).toMatchObject({ status: 429, code: "allowance_spent" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(900);
    expect(await status(other)).toBe(404);
    const answers: number[] = [];
    for (const token of [other, other, ...more, ...more]) answers.push(await status(token));
    // Twelve of a traveller's requests are let through: three of the first program, then three for each of four.
    expect(answers.filter((one) => one === 404)).toHaveLength(8);
    expect(answers.slice(-2)).toEqual([429, 429]);
    const { token: calm } = await strict.tokenFor({ email: "calm@example.org" });
    expect(await status(calm)).toBe(404);
  });

  test("who guesses tokens is known by the address alone, and spoils it for no token that was good", async () => {
    const { token: good } = await strict.tokenFor({ email: "patient@example.org" });
    expect(await status(good)).toBe(404);
    const { token: unseen } = await strict.tokenFor({ email: "unseen@example.org" });
    expect([await status(), await status("tw_x"), await status(), await status()]).toEqual([401, 401, 401, 429]);
    expect([await status("tw_y"), await status(unseen), await status(good)]).toEqual([429, 429, 404]);
    expect((await strict.call("/healthz")).status).toBe(200);
  });
});

test("a bucket fills steadily and holds no more than a burst", () => {
  const { take, giveBack } = createBuckets({ burst: 2, perSecond: 0.5 });
  expect([take("a", 0), take("a", 0), take("a", 0)]).toEqual([0, 0, 2]);
  expect([take("b", 0), take("a", 1_000), take("a", 2_000), take("a", 2_000)]).toEqual([0, 1, 0, 2]);
  expect([take("a", 3_600_000), take("a", 3_600_000), take("a", 3_600_000)]).toEqual([0, 0, 2]);
  giveBack("a");
  giveBack("c");
  expect([take("a", 3_600_000), take("a", 3_600_000)]).toEqual([0, 2]);
  expect([take("c", 0), take("c", 0), take("c", 0)]).toEqual([0, 0, 2]);
});
