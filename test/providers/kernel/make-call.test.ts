/** What calls have to do with each other: whoever failed before, and what the vendor said of asking again. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createVendorHttp } from "../../../providers/kernel/create-vendor-http.ts";
import type { Descriptor } from "../../../providers/kernel/descriptor.ts";
import type { VendorError } from "../../../providers/kernel/vendor-error.ts";
import type { VendorHttp } from "../../../providers/kernel/vendor-http.ts";
import { type LoopbackVendor, startLoopbackVendor } from "../conformance/loopback-vendor.ts";

const HUTS: Descriptor = {
  ...{ id: "huts", name: "Huts", domains: ["stays"], access: "opt-in", settings: [], attribution: null },
  address: { standard: null, variable: "HUTS_URL" },
  terms: { contentSeconds: 60, priceSeconds: 60, keepsIds: true, isForModels: false },
  limits: { perSecond: 100, atOnce: 4, perDay: null, perUserPerDay: null, timeoutMs: 5_000, maxBytes: 10_000 },
  about: { keyAt: "", costs: "", sends: "", stores: "" },
};

let vendor: LoopbackVendor;
beforeEach(async () => {
  vendor = await startLoopbackVendor();
});
afterEach(() => vendor.close());

const open = (change: Partial<Descriptor> = {}): VendorHttp =>
  createVendorHttp({ descriptor: { ...HUTS, ...change }, settings: { HUTS_URL: vendor.url }, firstPauseMs: 1 });

let asked = 0;
function find(http: VendorHttp, signal = new AbortController().signal): Promise<unknown> {
  const scope = { signal, userId: null, runId: null };
  // Equal questions would be asked together.
  return http.request({ method: "GET", path: "/", query: { n: ++asked }, schema: z.object({ n: z.number() }), scope });
}

describe("a vendor that hangs", () => {
  test("is left alone though its callers have less time than it", async () => {
    vendor.respond({ delayMs: 20_000 });
    const http = open();
    for (let call = 0; call < 3; call += 1) {
      await expect(find(http, AbortSignal.timeout(150))).rejects.toMatchObject({ name: "TimeoutError" });
    }
    await expect(find(http)).rejects.toMatchObject({ kind: "timeout", isHeld: true });
    expect(vendor.asked).toHaveLength(3);
  });

  test("is still asked when people left by themselves", async () => {
    vendor.respond({ delayMs: 20_000 });
    const http = open();
    for (let call = 1; call <= 3; call += 1) {
      const stop = new AbortController();
      const running = find(http, stop.signal);
      await Promise.all([
        expect(running).rejects.toThrow("the traveller left"),
        expect
          .poll(() => vendor.asked.length, { interval: 5 })
          .toBe(call)
          .then(() => stop.abort(new Error("the traveller left"))),
      ]);
    }
    vendor.respond({ body: { n: 1 } });
    expect(await find(http)).toEqual({ n: 1 });
  });

  test("is not blamed for time spent in our own line", async () => {
    vendor.respond({ delayMs: 1_000, body: { n: 1 } });
    const http = open({ limits: { ...HUTS.limits, atOnce: 1 } });
    const first = find(http);
    const inLine = [1, 2, 3].map(() => find(http, AbortSignal.timeout(100)));
    for (const one of inLine) await expect(one).rejects.toMatchObject({ name: "TimeoutError" });
    // While it is not known yet how the first one goes.
    const next = find(http);
    expect(await first).toEqual({ n: 1 });
    expect(await next).toEqual({ n: 1 });
  });
});

describe("a vendor that has nothing left", () => {
  const WEEK_SECONDS = "604800";
  const spent = { "ratelimit-remaining": "0", "ratelimit-reset": WEEK_SECONDS };

  test.for([
    { says: "in an answer", most: 60_000, reply: { body: { n: 1 }, headers: spent } },
    { says: "in a refusal", most: 60_000, reply: { status: 429, headers: spent } },
    { says: "and asks to wait", most: 900_000, reply: { status: 429, headers: { "retry-after": WEEK_SECONDS } } },
  ])("$says is left alone for a while, not for a week", async ({ reply, most }) => {
    vendor.respond(reply);
    const http = open();
    await find(http).catch(() => null);
    const failed = await find(http).catch((error: unknown) => error);
    expect(failed).toMatchObject({ kind: "rate_limited", isHeld: true });
    const { retryAfterMs } = failed as VendorError;
    expect(retryAfterMs).toBeLessThanOrEqual(most);
    expect(retryAfterMs).toBeGreaterThan(most - 30_000);
  });

  test("for one traveller's account is asked for the others", async () => {
    vendor.respondInTurn(
      { body: { n: 1 }, headers: spent },
      { status: 429, headers: { "retry-after": WEEK_SECONDS } },
      { body: { n: 3 } },
    );
    const http = open({ access: "account" });
    expect(await find(http)).toEqual({ n: 1 });
    await expect(find(http)).rejects.toMatchObject({ kind: "rate_limited", isHeld: false });
    expect(await find(http)).toEqual({ n: 3 });
  });
});

describe("plain HTTP", () => {
  /** This machine by an address that is not known as its own. */
  const elsewhere = (change: Partial<Descriptor>): VendorHttp =>
    createVendorHttp({
      descriptor: { ...HUTS, ...change },
      settings: { HUTS_URL: vendor.url.replace("127.0.0.1", "0.0.0.0") },
    });

  test("reaches an operator's own server, which no key goes to", async () => {
    vendor.respond({ body: { n: 1 } });
    expect(await find(elsewhere({ access: "self-hosted" }))).toEqual({ n: 1 });
  });

  test.for<{ says: string; change: Partial<Descriptor> }>([
    {
      says: "a vendor with a key",
      change: { settings: [{ variable: "HUTS_KEY", isSecret: true, isRequired: false, says: "" }] },
    },
    { says: "a vendor that is let in", change: { authorize: () => ({ "x-huts": "1" }) } },
    { says: "a traveller's account", change: { access: "account" } },
  ])("does not reach $says", async ({ change }) => {
    await expect(find(elsewhere(change))).rejects.toThrow(/is not asked over plain HTTP/);
    expect(vendor.asked).toHaveLength(0);
  });

  test("does not reach an address that no operator set", async () => {
    const address = { standard: vendor.url.replace("127.0.0.1", "0.0.0.0"), variable: "HUTS_URL" };
    const http = createVendorHttp({ descriptor: { ...HUTS, address }, settings: {} });
    await expect(find(http)).rejects.toThrow(/is not asked over plain HTTP/);
    expect(vendor.asked).toHaveLength(0);
  });
});
