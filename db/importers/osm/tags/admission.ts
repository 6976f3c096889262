/**
 * What entry costs, where the tags leave no doubt: "12 EUR", "€12", "EUR 12.50/adult". A sign that several
 * countries share ("$", "£", "kr") names no currency, and a price by the hour is no admission.
 */
import type { PlaceRecord } from "../../source-record.ts";
import type { Tags } from "../elements.ts";

const SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  "₪": "ILS",
  "₹": "INR",
  "₩": "KRW",
  "₺": "TRY",
  "₴": "UAH",
  "₽": "RUB",
  "₾": "GEL",
  "₸": "KZT",
  "₫": "VND",
  "฿": "THB",
  zł: "PLN",
  Kč: "CZK",
};
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
const MONEY = String.raw`(?<before>[A-Z]{3}|[^\s\d.,]{1,2})?\s*(?<amount>\d{1,7}(?:[.,]\d{1,3})?)\s*(?<after>[A-Z]{3}|[^\s\d.,/()]{1,2})?`;
const ADULT = String.raw`(?:adults?|person|people|pers\.?|visitor|pp|per\s+(?:adult|person))`;
const CHARGE = new RegExp(
  String.raw`^(?:${ADULT}\s*[:=]?\s*)?${MONEY}\s*(?:[/(]?\s*${ADULT}\)?)?(?:\s*\(?${ADULT}\)?)?$`,
  "u",
);

const LONGEST = 60;

type Admission = NonNullable<PlaceRecord["admission"]>;

function currencyOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const code = SIGNS[text] ?? text;
  return CURRENCIES.has(code) ? code : null;
}

/** One price; `null` for anything else. */
export function parseCharge(text: string): Admission | null {
  const { before, amount, after } = (text.length < LONGEST ? CHARGE.exec(text.trim())?.groups : null) ?? {};
  const currency = currencyOf(before) ?? currencyOf(after);
  if (amount === undefined || currency === null || (before !== undefined && after !== undefined)) return null;
  const [whole = "", fraction = ""] = amount.replace(",", ".").split(".");
  // "1,500" may be fifteen hundred or one and a half.
  if (fraction.length === 3) return null;
  return { amount: fraction === "" ? whole : `${whole}.${fraction}`, currency };
}

/** The adult's price of several, or the only one. */
function adultCharge(text: string): Admission | null {
  const parts = text.split(/[;,]\s+|;/u).filter((part) => part.trim() !== "");
  if (parts.length <= 1) return parseCharge(text);
  const adult = parts.find((part) => /\badults?\b/iu.test(part));
  return adult === undefined ? null : parseCharge(adult.replace(/\badults?\b/iu, "adult"));
}

/** `fee:conditional`: "no @ (Su[1])" is a day without admission, in the syntax of opening hours. */
function freeDaysOf(tags: Tags): string | undefined {
  return /^no\s*@\s*\(([^()@]{1,100})\)$/.exec(tags["fee:conditional"] ?? "")?.[1]?.trim();
}

function pricingOf(tags: Tags): Pick<PlaceRecord, "pricing" | "admission"> {
  const { fee } = tags;
  if (fee === "no" || fee === "free") return { pricing: "free" };
  if (fee === "donation" || fee === "voluntary" || tags.charge === "donation") return { pricing: "donation" };
  const written = tags["charge:adult"] ?? tags.charge ?? (fee === "yes" ? undefined : fee);
  const admission = written === undefined ? null : adultCharge(written);
  if (admission !== null) return Number(admission.amount) === 0 ? { pricing: "free" } : { pricing: "paid", admission };
  return fee === "yes" ? { pricing: "paid" } : {};
}

export function admissionOf(tags: Tags): Pick<PlaceRecord, "pricing" | "admission" | "freeDays"> {
  const pricing = pricingOf(tags);
  const freeDays = pricing.pricing === "free" ? undefined : freeDaysOf(tags);
  return freeDays === undefined ? pricing : { ...pricing, freeDays };
}
