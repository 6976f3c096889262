/**
 * Today's exchange rates from whoever publishes them: for `import rates` and, once a day, for the worker. A currency that
 * is not published, and one whose rate cannot be right, keeps the rate that it has.
 */
import { randomUUID } from "node:crypto";
import { createApiCallLog } from "../db/stores/api-call-log.ts";
import { listCurrencies, newestRates, writeRates } from "../db/stores/exchange-rates.ts";
import { createCallLedger } from "../db/stores/vendor-calls.ts";
import type { Database } from "../db/transaction.ts";
import { openVendors } from "../providers/open-vendors.ts";
import { VENDORS } from "../providers/registry.ts";
import { TripwrightError } from "../trip/errors.ts";
import { type RateChanges, rateChanges } from "../trip/rate-change.ts";
import type { RateVendor } from "../trip/vendor-ports.ts";
import { createClock } from "./clock.ts";
import type { Config } from "./config.ts";

export interface RatesReport extends Omit<RateChanges, "accepted"> {
  readonly provider: string;
  /** The newest day of what was stored; `null` where nothing was. */
  readonly asOf: string | null;
  /** By currency. */
  readonly stored: readonly string[];
}

interface Refreshing {
  readonly config: Pick<Config, "vendors" | "today">;
  readonly database: Database;
  readonly signal: AbortSignal;
}

async function refreshFrom(vendor: RateVendor, { config, database, signal }: Refreshing): Promise<RatesReport> {
  const [currencies, stored] = await Promise.all([listCurrencies(database), newestRates(database)]);
  const published =
    currencies.length === 0 ? [] : await vendor.latestRates("EUR", currencies, { signal, userId: null, runId: null });
  const today = createClock(config.today).today();
  const { accepted, ...changes } = rateChanges(published, { currencies, stored, today });
  await writeRates(database, accepted, vendor.provider);
  return {
    provider: vendor.provider,
    asOf:
      accepted
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? null,
    stored: accepted.map(({ currency }) => currency),
    ...changes,
  };
}

/** `null` where nobody is set up who publishes rates. Throws what the vendor failed with. */
export async function refreshRates(refreshing: Refreshing): Promise<RatesReport | null> {
  const { config, database } = refreshing;
  const callLog = createApiCallLog(database);
  try {
    const [vendor] = openVendors({
      ...config.vendors,
      vendors: VENDORS.filter(({ domains }) => domains.includes("rates")),
      calls: { ledger: createCallLedger(database), log: callLog },
      now: () => new Date(),
      newId: randomUUID,
      airportZone: () => Promise.resolve(null),
    }).flatMap(({ ports }) => ports.rates ?? []);
    return vendor ? await refreshFrom(vendor, refreshing) : null;
  } finally {
    await callLog.close();
  }
}

export function requireRates(report: RatesReport | null): RatesReport {
  if (report) return report;
  const message =
    "Expected somebody who publishes exchange rates, and nobody is set up: set TRIPWRIGHT_PROVIDERS=frankfurter, or FRANKFURTER_URL for your own server.";
  throw new TripwrightError("provider_not_configured", message);
}

export function renderRates({ provider, asOf, stored, unchanged, unknown, refused }: RatesReport): string {
  const counts = [`${stored.length} new`, `${unchanged.length} as before`, `${unknown.length} not published`];
  const day = asOf === null ? "" : `, the newest of ${asOf}`;
  return [`Exchange rates from ${provider}: ${counts.join(", ")}${day}.`, ...refused].join("\n");
}
