/** Rates from a publisher on this machine: stored with their day and name, never absurd ones, asked about once a day. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCatalogueStore } from "../../db/stores/catalogue-store.ts";
import type { BackgroundSession } from "../../server/background-session.ts";
import { loadConfig } from "../../server/config.ts";
import { refreshRates, renderRates, requireRates } from "../../server/refresh-rates.ts";
import { WORKER_JOBS } from "../../server/worker-jobs.ts";
import { openTestDatabase, type TestDatabase } from "../db/database-for-tests.ts";
import { type LoopbackVendor, startLoopbackVendor } from "../providers/conformance/loopback-vendor.ts";

let database: TestDatabase;
let vendor: LoopbackVendor;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());
beforeEach(async () => {
  vendor = await startLoopbackVendor();
});
afterEach(() => vendor.close());

const signal = new AbortController().signal;
const config = (settings: Record<string, string>) => ({
  today: "2026-11-22",
  vendors: { settings, optedIn: new Set<string>() },
});
const refresh = () => refreshRates({ config: config({ FRANKFURTER_URL: vendor.url }), database: database.db, signal });
const rateOf = (currency: string) => createCatalogueStore(database.db).findExchangeRate(currency);
const rate = (quote: string, value: number, date = "2026-11-20") => ({ date, base: "EUR", quote, rate: value });

describe("refreshed rates", () => {
  test("are stored by day; unpublished and absurd ones stay as they were", async () => {
    const [yen, dollar, pound] = await Promise.all([rateOf("JPY"), rateOf("USD"), rateOf("GBP")]);
    const news = (yen?.perEuro ?? 0) * 1.01;
    vendor.respond({
      body: [rate("JPY", news, "2026-11-22"), rate("USD", (dollar?.perEuro ?? 0) * 3.1, "2026-11-22")],
    });
    const report = requireRates(await refresh());

    const asked = vendor.asked[0]?.query;
    expect(asked?.get("base")).toBe("EUR");
    const currencies = asked?.get("quotes")?.split(",") ?? [];
    expect(currencies).toEqual(expect.arrayContaining(["GBP", "JPY", "USD"]));
    expect(currencies).not.toContain("EUR");

    const stored = await rateOf("JPY");
    expect(stored).toEqual({
      currency: "JPY",
      perEuro: expect.closeTo(news, 6),
      asOf: "2026-11-22",
      source: "Frankfurter",
    });
    expect([await rateOf("USD"), await rateOf("GBP")]).toEqual([dollar, pound]);
    expect(report).toMatchObject({ provider: "Frankfurter", asOf: "2026-11-22", stored: ["JPY"], unchanged: [] });
    expect(report.unknown).toContain("GBP");
    expect(report.refused).toEqual([expect.stringMatching(/^USD: .* was not stored: that is more than 3 times off/)]);
    expect(renderRates(report).split("\n")).toEqual([
      `Exchange rates from Frankfurter: 1 new, 0 as before, ${currencies.length - 2} not published, the newest of 2026-11-22.`,
      report.refused[0],
    ]);

    expect(await refresh()).toMatchObject({ stored: [], unchanged: ["JPY"], asOf: null });
    const rows = await database.admin("select count(*)::int as n from exchange_rates where source = 'Frankfurter'");
    expect(rows).toEqual([{ n: 1 }]);
    const calls = await database.admin("select api_endpoint from external_api_logs where api_provider = 'frankfurter'");
    expect(calls).toHaveLength(2);
  });

  test("are nobody's where nobody is set up", async () => {
    const nobody = await refreshRates({ config: config({}), database: database.db, signal });
    expect(nobody).toBeNull();
    expect(() => requireRates(nobody)).toThrow(/nobody is set up: set TRIPWRIGHT_PROVIDERS=frankfurter/);
  });
});

describe("the worker's job", () => {
  const job = WORKER_JOBS.find(({ queue }) => queue === "rates");

  async function runJob(settings: Record<string, string>): Promise<[string, unknown][]> {
    const events: [string, unknown][] = [];
    const session = {
      ...{ config: { ...loadConfig(), ...config(settings) }, database: database.db, archive: null, signal },
    } as unknown as BackgroundSession;
    await job?.run(session, (event, fields) => events.push([event, fields]));
    return events;
  }

  test("comes once a day and says what it brought", async () => {
    expect(job?.cron.split(" ").slice(2)).toEqual(["*", "*", "*"]);
    vendor.respond({ body: [rate("CHF", ((await rateOf("CHF"))?.perEuro ?? 0) * 1.02, "2026-11-22")] });
    expect(await runJob({ FRANKFURTER_URL: vendor.url })).toEqual([
      ["rates-end", expect.objectContaining({ provider: "Frankfurter", asOf: "2026-11-22", stored: 1 })],
    ]);
    expect(await runJob({})).toEqual([]);
  });

  test("a vendor that fails fails nothing, and is named", async () => {
    const before = await rateOf("CHF");
    vendor.respond({ status: 422, body: { message: "no" } });
    expect(await runJob({ FRANKFURTER_URL: vendor.url })).toEqual([
      ["rates-failed", expect.objectContaining({ provider: "Frankfurter", kind: "bad_request" })],
    ]);
    expect(await rateOf("CHF")).toEqual(before);
  });
});
