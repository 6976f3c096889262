/** Prices as the text says them. They are kept as said; what a place costs is the catalogue's to say. */
import type { Money } from "../../money.ts";
import { toMinor } from "../../money.ts";
import { readAmount } from "../amounts.ts";
import { CURRENCY_SIGN, CURRENCY_WORD, readCurrency } from "../currencies.ts";

export interface SaidPrice {
  from: number;
  to: number;
  /** `null` for "free". */
  money: Money | null;
}

const SUM = "\\d{1,3}(?:[.,]\\d{3})+|\\d+(?:[.,]\\d{1,2})?";
const PRICE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<sign>${CURRENCY_SIGN}|EUR|USD|GBP|JPY|THB|CHF) ?(?<signed>${SUM})(?: ?- ?(?:${CURRENCY_SIGN})? ?(?:${SUM}))?|(?<said>${SUM})(?: ?- ?(?:${SUM}))? ?(?<word>${CURRENCY_SIGN}|${CURRENCY_WORD}))(?![\\p{L}\\d])`,
  "giu",
);
const FREE = /\((?:free|free (?:entry|admission|of charge))\)|\bfree (?:entry|admission)\b/giu;

export function findPrices(text: string): SaidPrice[] {
  const prices = [...text.matchAll(PRICE)].flatMap((match): SaidPrice[] => {
    const { sign, signed, said, word } = match.groups ?? {};
    const currency = readCurrency(sign ?? word ?? "");
    const amount = readAmount(signed ?? said ?? "");
    if (!currency || !Number.isFinite(amount)) return [];
    const money = { amountMinor: toMinor(amount, currency), currency };
    return [{ from: match.index, to: match.index + match[0].length, money }];
  });
  const free = [...text.matchAll(FREE)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    money: null,
  }));
  return [...prices, ...free];
}
