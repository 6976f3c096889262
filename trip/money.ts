/**
 * Money is an integer number of minor units plus an ISO 4217 code; nothing here rounds silently and
 * nothing mixes currencies. A `Price` was quoted by somebody; an `Estimate` was computed by us.
 * They are two types so that an estimate can never be sold as a price.
 */
import { z } from "zod";
import { TripwrightError } from "./errors.ts";

/** ISO 4217 alphabetic code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, "expected a three-letter ISO 4217 code such as EUR");

export const moneySchema = z.object({
  amountMinor: z.int().describe("amount in minor units, for example cents"),
  currency: currencySchema,
});
export type Money = z.infer<typeof moneySchema>;

export const priceBasisSchema = z.enum(["live", "cached", "sandbox", "open-data"]);
export type PriceBasis = z.infer<typeof priceBasisSchema>;

/** Somebody's quoted price: who quoted it, when, and until when it is good. */
export const priceSchema = moneySchema.extend({
  per: z.enum(["person", "party", "night", "stay"]),
  basis: priceBasisSchema,
  provider: z.string(),
  fetchedAt: z.string().describe("instant (UTC) or date when the price was read"),
  expiresAt: z.string().nullable(),
});
export type Price = z.infer<typeof priceSchema>;

/** A computed interval. It feeds budgets; it can be neither selected nor booked. */
export const estimateSchema = z.object({
  lowMinor: z.int().nonnegative(),
  highMinor: z.int().nonnegative(),
  currency: currencySchema,
  method: z.string().describe("how the interval was computed"),
  asOf: z.iso.date().describe("date of the figures behind it"),
});
export type Estimate = z.infer<typeof estimateSchema>;

/** What an itinerary item costs: a price for the whole party, an estimate, or unknown. */
export const costSchema = z.union([priceSchema, estimateSchema]).nullable();
export type Cost = z.infer<typeof costSchema>;

export function isPrice(cost: Price | Estimate): cost is Price {
  return "amountMinor" in cost;
}

/** Building a number format is slow, and sums over a plan ask thousands of times. */
const digitsByCurrency = new Map<string, number>();

/** Number of decimals of a currency (ISO 4217, as the platform's CLDR knows it): EUR 2, JPY 0, BHD 3. */
export function minorDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const digits = maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

/** Exact: takes a decimal as text (as PostgreSQL returns it) or a number as typed by a person. */
export function toMinor(amount: string | number, currency: string): number {
  const digits = minorDigits(currency);
  const text = typeof amount === "number" ? amount.toFixed(Math.max(digits, 3)) : amount;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) {
    throw new TripwrightError("invalid_input", `Expected a decimal amount, got "${amount}".`, { amount });
  }
  const [, sign = "", whole = "0", fraction = ""] = match;
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  const roundUp = Number(fraction[digits] ?? "0") >= 5 ? 1 : 0;
  const minor = Number(`${whole}${kept}`) + roundUp;
  return sign === "-" ? -minor : minor;
}

/** The decimal text PostgreSQL's NUMERIC takes: 12345 EUR minor → "123.45". */
export function toDecimal(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  const sign = amountMinor < 0 ? "-" : "";
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** For people: "€96", "€96.50", "¥1,200". Whole amounts drop their zero cents. */
export function formatMoney(money: Money): string {
  const digits = minorDigits(money.currency);
  const isWhole = money.amountMinor % 10 ** digits === 0;
  return moneyFormat(money.currency, isWhole ? 0 : digits).format(money.amountMinor / 10 ** digits);
}

const formatsByCurrency = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency}${digits}`;
  const known = formatsByCurrency.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    currencyDisplay: "narrowSymbol",
  });
  formatsByCurrency.set(key, format);
  return format;
}

/** For people: "€40–70". */
export function formatRange(estimate: Pick<Estimate, "lowMinor" | "highMinor" | "currency">): string {
  const { lowMinor, highMinor, currency } = estimate;
  const low = formatMoney({ amountMinor: lowMinor, currency });
  if (lowMinor === highMinor) return low;
  return `${low}–${formatMoney({ amountMinor: highMinor, currency }).replace(/^[^\d]+/, "")}`;
}

/** About two significant digits: a step of 1 below 100, 5 below 1,000, 50 below 10,000. */
function roundingStep(major: number): number {
  return major < 100 ? 1 : 5 * 10 ** (Math.floor(Math.log10(major)) - 2);
}

/**
 * "€660–1,050": an interval rounded outwards, so that it neither looks exact nor leaves out what it
 * held. Low ends never fall below `floorMinor`, the part that is known.
 */
export function formatEstimate(
  { lowMinor, highMinor, currency }: Pick<Estimate, "lowMinor" | "highMinor" | "currency">,
  floorMinor = 0,
): string {
  const unit = 10 ** minorDigits(currency);
  const low = Math.floor(lowMinor / unit / roundingStep(lowMinor / unit)) * roundingStep(lowMinor / unit) * unit;
  const high = Math.ceil(highMinor / unit / roundingStep(highMinor / unit)) * roundingStep(highMinor / unit) * unit;
  return formatRange({ lowMinor: Math.max(low, floorMinor), highMinor: Math.max(high, floorMinor), currency });
}
