/** Limits, retries and failures of a vendor's HTTP, over real HTTP: what is asked, how often, and when nobody is. */
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TripwrightError } from "../../../trip/errors.ts";
import type { CallCount, CallRecord } from "../../../trip/vendor-calls.ts";
import { type LoopbackVendor, startLoopbackVendor } from "../conformance/loopback-vendor.ts";
import { FOUND, find, huts, open, SECRET, scopeOf } from "./huts.ts";

let vendor: LoopbackVendor;
beforeEach(async () => {
  vendor = await startLoopbackVendor();
  vendor.respond({ body: FOUND });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await vendor.close();
});

const pages = (count: number): string[] => Array.from({ length: count }, (_, page) => `/huts/${page}`);

describe("asking again", () => {
  test("waits as long as the vendor wants, where that fits", async () => {
    vendor.respondInTurn({ status: 429, headers: { "retry-after": "1" } }, { body: FOUND });
    const began = performance.now();
    expect(await find(open(vendor.url, huts({ deadlineMs: 4_000 })))).toEqual(FOUND);
    expect(performance.now() - began).toBeGreaterThan(950);
    expect(vendor.asked).toHaveLength(2);
  });

  test("does not wait for what does not fit, and says how long it would be", async () => {
    vendor.respond({ status: 503, headers: { "retry-after": "60" } });
    const began = performance.now();
    await expect(find(open(vendor.url, huts()))).rejects.toMatchObject({ kind: "upstream", retryAfterMs: 60_000 });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(vendor.asked).toHaveLength(1);
  });

  test.for([0, 0.5, 0.999])("pauses by lot, at least once and at most twice the first pause (%d)", async (lot) => {
    vi.spyOn(Math, "random").mockReturnValue(lot);
    const at: number[] = [];
    vendor.respond(() => {
      at.push(performance.now());
      return { status: 502 };
    });
    const firstPauseMs = 60;
    await expect(find(open(vendor.url, huts(), { firstPauseMs }))).rejects.toMatchObject({ status: 502 });
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThan(firstPauseMs * (1 + lot) - 5);
    expect(third - second).toBeGreaterThan(3 * firstPauseMs * (1 + lot) - 5);
    // Room for a busy machine; without the bound it would be p-retry's own, a second and two.
    expect(third - first).toBeLessThan(4 * firstPauseMs * (1 + lot) + 600);
  });

  test("never where asking twice does something twice", async () => {
    vendor.respond({ status: 503 });
    await expect(find(open(vendor.url, huts()), { isRepeatable: false })).rejects.toMatchObject({ status: 503 });
    expect(vendor.asked).toHaveLength(1);
  });
});

describe("how often", () => {
  test("no more at once than allowed", async () => {
    let running = 0;
    let most = 0;
    vendor.respond(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      return { body: FOUND };
    });
    const http = open(vendor.url, huts({ atOnce: 3 }));
    await Promise.all(pages(10).map((path) => find(http, { path })));
    expect(most).toBe(3);
  });

  test("no more a second than allowed; who cannot be served in time is told so without a request", async () => {
    const http = open(vendor.url, huts({ perSecond: 4, timeoutMs: 600, deadlineMs: 600 }));
    const outcomes = await Promise.allSettled(pages(12).map((path) => find(http, { path })));
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(vendor.asked.length).toBeGreaterThanOrEqual(4);
    expect(vendor.asked.length).toBeLessThanOrEqual(7);
    expect(refused).toHaveLength(12 - vendor.asked.length);
    for (const one of refused) expect(one).toMatchObject({ kind: "rate_limited", isHeld: true });
  });

  test("a vendor with nothing left is left alone until its window begins anew", async () => {
    vendor.respond({ body: FOUND, headers: { "ratelimit-remaining": "0", "ratelimit-reset": "30" } });
    const http = open(vendor.url, huts());
    await find(http);
    await expect(find(http)).rejects.toMatchObject({ kind: "rate_limited", isHeld: true });
    expect(vendor.asked).toHaveLength(1);
  });
});

describe("a day", () => {
  test("of whoever asked first may be used up without that of whoever shares the question", async () => {
    const taken: (string | null)[] = [];
    const take = async ({ userId }: { userId: string | null }): Promise<CallCount> => {
      taken.push(userId);
      await new Promise((resolve) => setTimeout(resolve, 10));
      return userId === "spent" ? "own-used" : "counted";
    };
    const http = open(vendor.url, huts({ perUserPerDay: 2 }), { ledger: { take } });
    const [spent, fresh] = await Promise.allSettled(
      ["spent", "fresh"].map((userId) => find(http, { scope: scopeOf({ userId }) })),
    );
    expect(spent).toMatchObject({ status: "rejected", reason: { kind: "quota", isHeld: true } });
    expect(fresh).toEqual({ status: "fulfilled", value: FOUND });
    expect(taken).toEqual(["spent", "fresh"]);
    expect(vendor.asked).toHaveLength(1);
  });

  test("each attempt counts", async () => {
    let counted = 0;
    vendor.respondInTurn({ status: 503 }, { status: 503 }, { body: FOUND });
    const take = (): Promise<CallCount> => Promise.resolve(++counted > 2 ? "all-used" : "counted");
    await expect(find(open(vendor.url, huts({ perDay: 2 }), { ledger: { take } }))).rejects.toMatchObject({
      kind: "quota",
    });
    expect(vendor.asked).toHaveLength(2);
  });

  test.for([
    {
      says: "cannot be counted",
      take: () => Promise.reject(new TripwrightError("database_unavailable", "connect ECONNREFUSED db.internal:5432")),
    },
    { says: "is not counted in time", take: () => new Promise<CallCount>(() => {}) },
  ])("where a call $says nobody is asked, and the vendor is not to blame", async ({ take }) => {
    const http = open(vendor.url, huts({ perDay: 9, deadlineMs: 200 }), { ledger: { take } });
    for (let call = 0; call < 4; call += 1) {
      const failed = await find(http).catch((error: unknown) => error);
      expect(failed).toMatchObject({ kind: "upstream", isHeld: true, retryAfterMs: null });
      expect(inspect(failed)).not.toContain("ECONNREFUSED");
      expect(inspect(failed)).toContain("could not be counted");
    }
    expect(vendor.asked).toHaveLength(0);
  });
});

describe("equal questions", () => {
  test("one caller's leaving is nobody else's", async () => {
    vendor.respond({ body: FOUND, delayMs: 50 });
    const http = open(vendor.url, huts());
    const stop = new AbortController();
    const leaving = find(http, { scope: scopeOf({ signal: stop.signal }) });
    const staying = find(http);
    stop.abort(new Error("left"));
    await expect(leaving).rejects.toThrow("left");
    expect(await staying).toEqual(FOUND);
    expect(vendor.asked).toHaveLength(1);
  });

  test("share an answer, each their own copy; what is done once is done for each", async () => {
    vendor.respond({ body: FOUND, delayMs: 20 });
    const http = open(vendor.url, huts());
    const [one, other] = await Promise.all([find(http), find(http)]);
    expect(one).toEqual(other);
    expect(one).not.toBe(other);
    expect(vendor.asked).toHaveLength(1);
    await Promise.all([find(http, { isRepeatable: false }), find(http, { isRepeatable: false })]);
    expect(vendor.asked).toHaveLength(3);
  });
});

test("a vendor that fails is left alone, tried once, and asked again when it answers", async () => {
  let skipped = 0;
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => now() + skipped);
  const outcomes: string[] = [];
  vendor.respond({ status: 500 });
  const http = open(vendor.url, huts(), { onCall: ({ outcome }) => outcomes.push(outcome) });
  for (const path of pages(3)) await expect(find(http, { path })).rejects.toMatchObject({ kind: "upstream" });
  const refused = find(http).catch((error: unknown) => error);
  expect(await refused).toMatchObject({ kind: "upstream", isHeld: true });
  expect(vendor.asked).toHaveLength(3);
  expect(outcomes).toEqual(["upstream", "upstream", "upstream", "held"]);
  skipped = 15_100;
  vendor.respond({ body: FOUND, delayMs: 30 });
  const tried = await Promise.allSettled(pages(4).map((path) => find(http, { path })));
  expect(tried.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
  expect(vendor.asked).toHaveLength(4);
  await Promise.all(pages(4).map((path) => find(http, { path })));
  expect(vendor.asked).toHaveLength(8);
});

test("a key in the address of an own server stands in no failure and no record", async () => {
  const records: CallRecord[] = [];
  const own = huts({}, { settings: [{ variable: "HUTS_URL", isSecret: true, isRequired: true, says: "" }] });
  vendor.respond(({ path }) => ({ status: 400, body: { error: { code: path.split("/")[1], message: path } } }));
  const http = open(`${vendor.url}/${SECRET}`, own, { log: { record: (call) => records.push(call) } });
  const failed = await find(http, { path: `/huts/${SECRET}`, query: { near: SECRET, sort: SECRET } }).catch(
    (error: unknown) => error,
  );
  expect(vendor.asked[0]?.path).toContain(SECRET);
  expect(failed).toMatchObject({ kind: "bad_request" });
  expect(inspect(failed, { depth: 9, showHidden: true })).not.toContain(SECRET);
  expect(JSON.stringify(records)).not.toContain(SECRET);
  expect(records[0]).toMatchObject({ status: 400, errorCode: null, endpoint: "/huts/***" });
});
