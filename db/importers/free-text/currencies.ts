/**
 * Amounts of money in running text. Only signs that stand for one currency are known: "$", "¥" and "kr" are
 * several countries' and are not read.
 */
import { minorDigits } from "../../../trip/money.ts";

/** Sign or word → ISO 4217. Codes themselves are read as they are. */
const SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  us$: "USD",
  a$: "AUD",
  au$: "AUD",
  c$: "CAD",
  ca$: "CAD",
  nz$: "NZD",
  s$: "SGD",
  hk$: "HKD",
  r$: "BRL",
  nt$: "TWD",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "฿": "THB",
  baht: "THB",
  "₫": "VND",
  "₪": "ILS",
  "₴": "UAH",
  "₱": "PHP",
  "₸": "KZT",
  "₾": "GEL",
  zł: "PLN",
  kč: "CZK",
  yen: "JPY",
  yuan: "CNY",
  rmb: "CNY",
};
/** Codes that are not English words. */
const CODES = (
  "AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HUF IDR ILS INR ISK JOD JPY KRW KWD LKR " +
  "MAD MXN MYR NOK NZD OMR PEN PHP PKR PLN QAR RON RSD SAR SEK SGD THB TND TWD UAH USD VND ZAR"
).split(" ");
const ISO = new Map([...Object.entries(SIGNS), ...CODES.map((code) => [code.toLowerCase(), code] as const)]);

const escaped = [...ISO.keys()].sort((a, b) => b.length - a.length).map((sign) => sign.replaceAll("$", String.raw`\$`));
const CURRENCY = `(${escaped.join("|")})(?![a-z$])`;
const NUMBER = String.raw`(\d[\d.,' ]*\d|\d)`;
const BEFORE = new RegExp(`^${CURRENCY}\\s?${NUMBER}(?![\\d%])`);
const AFTER = new RegExp(`^${NUMBER}\\s?${CURRENCY}`);

export interface Amount {
  /** A decimal number as text. */
  readonly amount: string;
  readonly currency: string;
}

/** "1,500" and "1 500" are fifteen hundred, "12,50" is twelve and a half; `null` for what may be either. */
export function decimalOf(text: string, currency: string): string | null {
  const digits = minorDigits(currency);
  const compact = text.replaceAll(/[' ]/g, "");
  const grouped = /^(\d{1,3})((?:[.,]\d{3})+)$/.exec(compact);
  if (grouped) {
    const isOneSign = new Set(compact.match(/[.,]/g)).size === 1;
    return digits < 3 && isOneSign ? compact.replaceAll(/[.,]/g, "") : null;
  }
  const match = /^(\d+)(?:[.,](\d{1,3}))?$/.exec(compact) ?? /^(\d{1,3}(?:,\d{3})+)\.(\d{2})$/.exec(compact);
  const [, whole = "", fraction] = match ?? [];
  if (!match || (fraction !== undefined && fraction.length > digits)) return null;
  return fraction === undefined ? whole : `${whole.replaceAll(",", "")}.${fraction}`;
}

/** The amount a text begins with (lower case), and how much of it that takes. */
export function amountAtStart(text: string): { amount: Amount; length: number } | null {
  const before = BEFORE.exec(text);
  const after = before ? null : AFTER.exec(text);
  const [sign, number] = before ? [before[1], before[2]] : [after?.[2], after?.[1]];
  const currency = ISO.get(sign ?? "");
  const decimal = currency && decimalOf(number ?? "", currency);
  if (!currency || !decimal) return null;
  return { amount: { amount: decimal, currency }, length: (before ?? after)?.[0].length ?? 0 };
}
