/** Currencies as people write them: codes, signs and words. */
/** `null`: the word names the money of several countries, and the destination decides. */
const SIGNS: readonly (readonly [pattern: string, code: string])[] = [
  ["US\\$", "USD"],
  ["AU?\\$", "AUD"],
  ["CA?\\$", "CAD"],
  ["NZ\\$", "NZD"],
  ["SG?\\$", "SGD"],
  ["HK\\$", "HKD"],
  ["MX\\$", "MXN"],
  ["R\\$", "BRL"],
  ["NT\\$", "TWD"],
  ["\\$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["[¥円]", "JPY"],
  ["元", "CNY"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["₺", "TRY"],
  ["฿", "THB"],
  ["₫", "VND"],
  ["₽", "RUB"],
  ["₪", "ILS"],
  ["₱", "PHP"],
];

const WORDS: readonly (readonly [pattern: string, code: string | null])[] = [
  ["euros?|eur|(?<=\\d ?)e", "EUR"],
  ["(?:us|american|u\\.s\\.) ?dollars?", "USD"],
  ["(?:australian|aussie) dollars?", "AUD"],
  ["canadian dollars?", "CAD"],
  ["new zealand dollars?|kiwi dollars?", "NZD"],
  ["singapore(?:an)? dollars?", "SGD"],
  ["hong kong dollars?", "HKD"],
  ["mexican pesos?", "MXN"],
  ["argentin(?:e|ian) pesos?", "ARS"],
  ["colombian pesos?", "COP"],
  ["chilean pesos?", "CLP"],
  ["philippine pesos?", "PHP"],
  ["dollars?|bucks", "USD"],
  ["(?:(?:british )?pounds?(?: sterling)?|quid|sterling)", "GBP"],
  ["yens?", "JPY"],
  ["yuan|rmb|renminbi", "CNY"],
  ["baht", "THB"],
  ["won", "KRW"],
  ["(?:indian )?rupees?", "INR"],
  ["rands?", "ZAR"],
  ["naira", "NGN"],
  ["(?:emirati |uae )dirhams?|dhs?", "AED"],
  ["egyptian pounds?", "EGP"],
  ["taiwan(?:ese)? dollars?", "TWD"],
  ["(?:swiss )?francs?", "CHF"],
  ["swedish kron(?:a|or)|kronor", "SEK"],
  ["norwegian kroner?", "NOK"],
  ["danish kroner?", "DKK"],
  ["z[lł]oty(?:s|ch)?|zł", "PLN"],
  ["forints?|ft", "HUF"],
  ["czech crowns?|koruna|kč", "CZK"],
  ["reais|reals?", "BRL"],
  ["(?:turkish )?liras?|tl", "TRY"],
  ["rupiahs?", "IDR"],
  ["ringgits?", "MYR"],
  ["dong", "VND"],
  ["shekels?", "ILS"],
  ["moroccan dirhams?", "MAD"],
  ["pesos?|dirhams?|dinars?|crowns?|kroner?|krona|kr|shillings?|local currency", null],
];

/** Codes that are English words count only in capitals. */
const ENGLISH_WORDS = new Set(["ALL", "TRY", "TOP", "CUP", "PEN"]);
const CODES = new Set(Intl.supportedValuesOf("currency"));

export const CURRENCY_SIGN = SIGNS.map(([pattern]) => pattern).join("|");
export const CURRENCY_WORD = [...WORDS.map(([pattern]) => pattern), "[a-z]{3}"].join("|");

function isCode(text: string): boolean {
  const code = text.toUpperCase();
  return CODES.has(code) && (text === code || !ENGLISH_WORDS.has(code));
}

/** `undefined` when the text is no currency at all, `null` when it is one that the destination decides. */
export function readCurrency(text: string): string | null | undefined {
  const said = text.trim();
  const sign = SIGNS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, "iu").test(said));
  if (sign) return sign[1];
  const word = WORDS.find(([pattern]) => new RegExp(`^(?:${pattern.replace("(?<=\\d ?)", "")})$`, "iu").test(said));
  if (word) return word[1];
  return isCode(said) ? said.toUpperCase() : undefined;
}
