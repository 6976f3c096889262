/** Converting between currencies: always by a named rate of a named day, never silently. */
import type { ExchangeRate } from "./catalogue.ts";
import { type Estimate, type Money, minorDigits } from "./money.ts";

export type Rates = ReadonlyMap<string, ExchangeRate>;

function perEuro(currency: string, rates: Rates): number | null {
  return currency === "EUR" ? 1 : (rates.get(currency)?.perEuro ?? null);
}

/** `null` when a rate is missing: the caller lists the amount as not priced. */
export function convert(money: Money, currency: string, rates: Rates): Money | null {
  if (money.currency === currency) return money;
  if (money.amountMinor === 0) return { amountMinor: 0, currency };
  const from = perEuro(money.currency, rates);
  const to = perEuro(currency, rates);
  if (from === null || to === null) return null;
  const units = money.amountMinor / 10 ** minorDigits(money.currency);
  return { amountMinor: Math.round((units / from) * to * 10 ** minorDigits(currency)), currency };
}

export function convertEstimate(estimate: Estimate, currency: string, rates: Rates): Estimate | null {
  const low = convert({ amountMinor: estimate.lowMinor, currency: estimate.currency }, currency, rates);
  const high = convert({ amountMinor: estimate.highMinor, currency: estimate.currency }, currency, rates);
  if (low === null || high === null) return null;
  return { ...estimate, lowMinor: low.amountMinor, highMinor: high.amountMinor, currency };
}

/** "1 EUR = 171.5 JPY (22 November 2026, indicative)", for the assumptions of a plan. */
export function describeRate(from: string, to: string, rates: Rates): string | null {
  const fromRate = perEuro(from, rates);
  const toRate = perEuro(to, rates);
  if (fromRate === null || toRate === null) return null;
  const known = rates.get(to === "EUR" ? from : to);
  const factor = Number((toRate / fromRate).toPrecision(4));
  return `1 ${from} = ${factor} ${to}${known ? ` (indicative rate of ${known.asOf})` : ""}`;
}
