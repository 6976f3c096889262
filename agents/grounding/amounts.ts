/** Sums of money in a text, however they are written: €12, 1,200 EUR, US$ 20, €40–70, 12.50. */

export interface AmountClaim {
  text: string;
  /** ISO 4217: which it may be in; a sign may stand for several, and none is said of a bare number. */
  currencies: readonly string[];
  amount: number;
}

const DOLLARS = ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS"];
const CROWNS = ["SEK", "NOK", "DKK", "ISK", "CZK"];
const SIGNS: Record<string, readonly string[]> = {
  ...{ "€": ["EUR"], "£": ["GBP", "EGP"], "₹": ["INR"], "₺": ["TRY"], "₩": ["KRW"], "₽": ["RUB"], "₴": ["UAH"] },
  ...{ "₫": ["VND"], "฿": ["THB"], "₱": ["PHP"], "₪": ["ILS"], zł: ["PLN"], Kč: ["CZK"], Ft: ["HUF"], R$: ["BRL"] },
  ...{ "¥": ["JPY", "CNY"], $: DOLLARS, kr: CROWNS, US$: ["USD"], CA$: ["CAD"], AU$: ["AUD"], A$: ["AUD"] },
  ...{ NZ$: ["NZD"], HK$: ["HKD"], S$: ["SGD"], MX$: ["MXN"] },
};
const WORDS: Record<string, readonly string[]> = {
  ...{
    euro: ["EUR"],
    euros: ["EUR"],
    quid: ["GBP"],
    yen: ["JPY"],
    yuan: ["CNY"],
    rupees: ["INR", "IDR"],
    baht: ["THB"],
  },
  ...{ dollar: DOLLARS, dollars: DOLLARS, bucks: DOLLARS, pound: ["GBP", "EGP"], pounds: ["GBP", "EGP"] },
  ...{ francs: ["CHF"], kronor: CROWNS, kroner: CROWNS, crowns: CROWNS, dirhams: ["MAD", "AED"], reais: ["BRL"] },
  pesos: ["MXN", "CLP", "COP", "ARS", "PHP", "CUP", "UYU"],
};
/** Three capital letters before a number are a currency only if there is one by that name: "GMT 12" is none. */
const CODES = new Set(Intl.supportedValuesOf("currency"));

const NUMBER = String.raw`\d{1,3}(?:[,.\u00a0\u202f' ]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?`;
const SIGN = String.raw`(?:(?:US|CA|AU?|NZ|HK|S|MX|R)?\$|[€£¥₹₺₩₽₴₫฿₱₪]|zł|Kč|Ft\b|kr\b\.?)`;
const CODE = String.raw`\b[A-Z]{3}\b`;
const WORD = String.raw`(?:${Object.keys(WORDS).join("|")})\b`;
const TO = String.raw`\s?(?:[–—-]|to|and|or|bis)\s?`;
const THOUSAND = String.raw`\s?k\b`;

const BEFORE = new RegExp(
  String.raw`(${SIGN}|${CODE})\s?(${NUMBER})(${THOUSAND})?(?:${TO}(?:${SIGN}|${CODE})?\s?(${NUMBER})(${THOUSAND})?)?`,
  "gu",
);
const AFTER = new RegExp(
  String.raw`(?<![\d.,:])(?:(${NUMBER})(${THOUSAND})?${TO})?(${NUMBER})(${THOUSAND})?\s?(${SIGN}|${CODE}|${WORD})`,
  "giu",
);
/** Two decimals and nothing that would make it a length, a mark, a version or a time. */
const BARE =
  /(?<![\d.,:/€£¥$v-]|\bversion )\b(\d{1,6}[.,]\d{2})\b(?![.,:/\d]|\s?(?:%|km|m\b|miles?|mi\b|kg|°|stars?|hours?|h\b|[ap]\.?m\b|out of|of \d))/giu;

/** A comma or point before exactly three digits parts thousands, before anything else decimals. */
export function readNumber(text: string): number {
  const [, whole = "", fraction = ""] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  return Number(`${whole.replaceAll(/\D/g, "")}.${fraction || "0"}`);
}

/** None for what is no currency at all. */
function currenciesOf(said: string): readonly string[] {
  const plain = said.replace(/\.$/, "");
  const code = plain.toUpperCase();
  const known = SIGNS[plain] ?? WORDS[plain.toLowerCase()];
  return known ?? (CODES.has(code) && (plain === code || code === "EUR") ? [code] : []);
}

interface Said {
  text: string;
  sign: string;
  numbers: readonly (readonly [string | undefined, string | undefined])[];
}

function claimsOf({ text, sign, numbers }: Said): AmountClaim[] {
  const currencies = currenciesOf(sign);
  if (currencies.length === 0) return [];
  return numbers.flatMap(([number, thousand]) =>
    number ? [{ text: text.trim(), currencies, amount: readNumber(number) * (thousand ? 1_000 : 1) }] : [],
  );
}

export function amountsIn(text: string): AmountClaim[] {
  const before = [...text.matchAll(BEFORE)].map(
    ([said, sign = "", first, firstK, second, secondK]): Said => ({
      ...{
        text: said,
        sign,
        numbers: [
          [first, firstK],
          [second, secondK],
        ],
      },
    }),
  );
  const after = [...text.matchAll(AFTER)].map(
    ([said, first, firstK, second, secondK, sign = ""]): Said => ({
      ...{
        text: said,
        sign,
        numbers: [
          [first, firstK],
          [second, secondK],
        ],
      },
    }),
  );
  const bare = [...text.matchAll(BARE)].map(([said, number = ""]): AmountClaim => {
    return { text: said, currencies: [], amount: readNumber(number) };
  });
  return [...[...before, ...after].flatMap(claimsOf), ...bare];
}

/** Prices are told rounded, the dearer the more roughly: to a unit below a hundred, then to about one in twenty. */
function tolerance(amount: number): number {
  if (!Number.isInteger(amount)) return 0.006;
  if (amount < 100) return 1;
  const step = 5 * 10 ** (Math.floor(Math.log10(amount)) - 2);
  return amount % step === 0 ? step : 1;
}

/** A number said and a number known, in whole units. */
export function isSameAmount(said: number, known: number): boolean {
  return Math.abs(said - known) <= tolerance(said);
}
