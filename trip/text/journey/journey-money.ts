/** The budget of a whole journey, for everybody: "$1,700", "1.7k", "two thousand dollars", "$900 per person". */
import { readAmount, SCALE, WORDY_AMOUNT } from "../amounts.ts";
import { phrase } from "../reading.ts";
import { afterCorrections } from "./corrections.ts";
import type { Span } from "./request-text.ts";

interface Sum extends Span {
  amount: number;
  isPerPerson: boolean;
  isPerDay: boolean;
}

export interface SaidBudget {
  sum: Sum | null;
  /** Every sum, to be blanked out. */
  spans: Span[];
}

const DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d{1,2})?";
const AMOUNT = `(?<![\\d.,])${DIGITS}(?: ?(?:${SCALE})(?!\\p{L}))?(?![\\d]|[.,]\\d)`;
const GRAIN =
  "(?<grain>(?:,? (?:per|a|for each|for every|each|every) ?(?:person|head|adult|travell?er|individual|day|night)|,? (?:each|apiece|pp|nightly|daily)(?! (?:city|room)))*)";
const SIGN = "(?:us ?)?[$€£]|usd|eur|gbp|us dollars?|dollars?|euros?|pounds?|bucks";

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])(?:us ?)?[$€£] ?(?<amount>${AMOUNT})(?: ?(?:usd|us dollars|dollars|bucks)\\b)?${GRAIN}`,
    "giu",
  ),
  phrase(`usd ?(?<amount>${AMOUNT})${GRAIN}`),
  new RegExp(`(?<amount>${AMOUNT}) ?(?:${SIGN})(?!\\p{L})${GRAIN}`, "giu"),
  phrase(`(?<amount>${WORDY_AMOUNT}) (?:us )?(?:dollars|bucks|usd|euros|pounds)${GRAIN}`),
  phrase(
    `(?:budget|spend|spending|expenditure|expenses|costs?|ceiling|cap|limit|max|maximum|exceed|exceeding|tops|set aside|no more than|at most)(?: [\\p{L}']+|:){0,5}? (?<amount>${AMOUNT}|${WORDY_AMOUNT})${GRAIN}(?! ?(?:days?|nights?|people|persons?|cit(?:y|ies)|adults?|travell?ers?|rooms?|of us|weeks?|miles?|hours?|-day|%))`,
  ),
  /** "8.5k" is said of nothing but money. */
  phrase(`(?<amount>(?<![\\d.,])${DIGITS} ?(?:k|grand))${GRAIN}`),
];

const NO_SUM = 20;
const SIGN_BEFORE = /(?:us ?)?[$€£] ?$/iu;
const OF_ROOMS = /night/iu;
const OVERALL = /budget|total|spend|altogether|all in|limit|cap|ceiling|overall|maximum/iu;
const RANGE = /^ ?(?:-|to|and|or) ?$/iu;

function readSums(text: string): Sum[] {
  const sums: Sum[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const said = match.groups?.amount ?? "";
      const digits = match.index + match[0].indexOf(said);
      const start = digits - (SIGN_BEFORE.exec(text.slice(0, digits))?.[0].length ?? 0);
      const end = match.index + match[0].length;
      const amount = readAmount(said);
      const isTaken = sums.some((other) => start < other.end && end > other.start);
      if (isTaken || amount < NO_SUM) continue;
      const grain = match.groups?.grain ?? "";
      if (OF_ROOMS.test(grain)) continue;
      const isPerDay = /day|daily/iu.test(grain);
      const isPerPerson = /person|head|adult|travel|individual|each(?! day)|apiece|pp/iu.test(grain);
      sums.push({ amount, start, end, isPerDay, isPerPerson });
    }
  }
  return sums.sort((a, b) => a.start - b.start);
}

/** The sum said of the whole, the upper end of a range, the last word of a correction. */
export function readBudget(text: string): SaidBudget {
  const sums = readSums(text);
  const current = afterCorrections(text, sums);
  const overall = current.find(({ start, end }) => OVERALL.test(text.slice(Math.max(0, start - 40), end + 20)));
  const chosen = overall ?? current[0] ?? null;
  const upper = chosen && current.find(({ start }) => start >= chosen.end && RANGE.test(text.slice(chosen.end, start)));
  return { sum: upper && chosen && upper.amount > chosen.amount ? upper : chosen, spans: sums };
}

export function budgetFor(
  { sum }: SaidBudget,
  { travelers, days }: { travelers: number; days: number },
): number | null {
  if (sum === null) return null;
  return sum.amount * (sum.isPerPerson ? travelers : 1) * (sum.isPerDay ? days : 1);
}
