/** The budget, in any currency and grain: "900 EUR", "£1,200", "1.500 €", "2k dollars", "100 a day each". */
import { CURRENCY_SIGN, CURRENCY_WORD, readCurrency } from "./currencies.ts";
import { phrase, type Reading } from "./reading.ts";
import type { RequestBudget } from "./request.ts";

interface SaidMoney {
  amount: number;
  currency: string | null;
  hasCurrency: boolean;
  isRange: boolean;
  perDay: boolean;
  perPerson: boolean;
  perNight: boolean;
  said: string;
  index: number;
}

export interface MoneyFound {
  money: SaidMoney | null;
  notUnderstood: string[];
}

const NUMBER = "\\d{1,3}(?:[., ']\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const WORDY = "(?:one|two|three|four|five|six|seven|eight|nine|ten|a)(?: (?:hundred|thousand|grand))+";
const SUM = `(?:(?:${NUMBER}) ?(?:k|thousand|grand)?|${WORDY})(?![\\d])`;
/** Neither the tail of a date nor "10 900" after "May". */
const AMOUNT = `(?<![\\d/.,-]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )${SUM}`;
const CURRENCY = `${CURRENCY_SIGN}|${CURRENCY_WORD}`;
const CUE =
  "(?:(?:(?:my |our |a |the |total |with |have |overall )*budget(?: is| of|:| for (?:everything|the trip|this)(?: is)?)?|max(?:\\.|imum)?(?: of)?|under|below|up to|no more than|not more than|not over|less than|at most|within|spend(?:ing)?(?: up to| about| around)?|costing|can afford|have|we've got|i've got|around|about|approx(?:imately)?\\.?|roughly|circa|some|~|for|of|is|with|on)[ :]*)*";
const GRAIN =
  "(?:,? ?(?:per|a|an|each|every|/) ?(?:person|head|adult|traveller|traveler|pax|day|night)| each| pp(?: ?pd)?| p\\.p\\.| p/p| daily| apiece)*";
const TAIL =
  "(?: (?:budget|in total|total|all in|altogether|overall|max(?:imum)?|or less|tops|for (?:everything|all of us|the (?:whole )?(?:trip|lot|group|family))))*";

const SIGNED = phrase(
  `(?<cue>${CUE})(?<currency>${CURRENCY_SIGN}) ?(?<amount>${AMOUNT})(?<grain>${GRAIN})(?<tail>${TAIL})`,
);
/** A currency sign is no letter, so the whole-word rule would let it start anywhere; amounts start at a digit. */
const WITH_CURRENCY = phrase(
  `(?<cue>${CUE})(?<amount>${AMOUNT}) ?(?<currency>${CURRENCY})(?![\\p{L}])(?<grain>${GRAIN})(?<tail>${TAIL})`,
);
const CODE_FIRST = phrase(
  `(?<cue>${CUE})(?<currency>[a-z]{3}) ?(?<amount>${AMOUNT})(?<grain>${GRAIN})(?<tail>${TAIL})`,
);
const RANGE = phrase(
  `(?<cue>${CUE}(?:between |from )?)(?<low>(?:${CURRENCY_SIGN})? ?${AMOUNT}) ?(?:${CURRENCY_WORD}|${CURRENCY_SIGN})? ?(?:-|to|and|or) ?(?<sign>${CURRENCY_SIGN})? ?(?<amount>${SUM}) ?(?<currency>${CURRENCY})?(?<grain>${GRAIN})(?<tail>${TAIL})`,
);
const NO_UNIT =
  "(?! ?(?:%|minutes?|mins?|hours?|hrs?|km|kilomet|met|mile|years?|days?|nights?|weeks?|months?|people|persons?|adults?|kids?|children|degrees|stars?|am|pm|th|st|nd|rd|[:/-]\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))";
const STRONG_CUE =
  "(?:(?:(?:my |our |a |the |total |with |overall )*budget(?: is| of|:| for (?:everything|the trip|this)(?: is)?| max(?:imum)?)?|max(?:\\.|imum)?(?: of)?|under|below|up to|no more than|not more than|less than|at most|within|spend(?:ing)?(?: up to| about| around)?|can afford)[ :]*)+(?:around |about |roughly |approx\\.? |~ ?)?";
const CUED = phrase(`(?<cue>${STRONG_CUE})(?<amount>${AMOUNT})${NO_UNIT}(?<grain>${GRAIN})(?<tail>${TAIL})`);
const TAILED = phrase(
  `(?<amount>${AMOUNT})(?<grain>${GRAIN}) (?<tail>budget|in total|total|all in|altogether|per day|a day|daily|to spend)(?: max(?:imum)?)?`,
);
const GRAINED = phrase(`(?<amount>${AMOUNT})(?<grain>,? ?(?:per|a|/) ?(?:day|person|head)${GRAIN})`);

const WORD_VALUES: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  hundred: 100,
  thousand: 1000,
  grand: 1000,
};

/** "1.500", "1,200.50", "2k", "two thousand". The last mark is decimal unless three digits follow it. */
export function readAmount(text: string): number {
  const said = text.trim().toLowerCase();
  if (/^[a-z]/.test(said)) return said.split(" ").reduce((product, word) => product * (WORD_VALUES[word] ?? 1), 1);
  const times = /k$|thousand$|grand$/.test(said) ? 1000 : 1;
  const digits = said.replace(/[^\d.,]/g, "");
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const whole = decimal ? digits.slice(0, decimal.index) : digits;
  return Number(`${whole.replace(/[.,]/g, "")}.${decimal?.[1] ?? "0"}`) * times;
}

function readMoney(match: RegExpExecArray, isRange: boolean): SaidMoney | null {
  const { amount = "", currency, sign, grain = "", tail = "", low } = match.groups ?? {};
  const said = currency ?? sign ?? /^\D+/.exec(low ?? "")?.[0];
  const code = said === undefined ? null : readCurrency(said);
  if (code === undefined || (isRange && said === undefined && !/budget|spend|max/i.test(match.groups?.cue ?? "")))
    return null;
  const value = readAmount(amount);
  if (!(value > 0)) return null;
  const per = `${grain} ${tail}`;
  return {
    amount: value,
    currency: code,
    hasCurrency: said !== undefined && code !== null,
    isRange,
    perDay: /day|daily|pd/i.test(per),
    perPerson: /person|head|adult|travell?er|pax|each|pp|p\.p|p\/p|apiece/i.test(
      per.replace(/each (?:day|night)/i, ""),
    ),
    perNight: /night/i.test(per),
    said: match[0].trim(),
    index: match.index,
  };
}

const NO_LIMIT = phrase(
  "(?:money is no object|no budget(?: limit)?|unlimited budget|budget is (?:flexible|open)|any budget)",
);

/** Takes every sum of money out of the text, so that no later rule meets its digits, and keeps the one that is the budget. */
export function takeMoney(reading: Reading): MoneyFound {
  reading.takeAll(NO_LIMIT);
  const all = [RANGE, SIGNED, WITH_CURRENCY, CODE_FIRST, CUED, TAILED, GRAINED].flatMap((pattern) =>
    reading.takeEach(pattern, (match) => readMoney(match, pattern === RANGE)),
  );
  all.sort((a, b) => a.index - b.index);
  const overall = all.filter(({ perNight }) => !perNight);
  const money = overall.find(({ said }) => /budget|total|all in/i.test(said)) ?? overall[0] ?? null;
  return { money, notUnderstood: all.filter((other) => other !== money).map(({ said }) => said) };
}

interface Party {
  travelers: number | null;
  days: number | null;
}

function sayAmount({ currency }: SaidMoney, amount: number): string {
  return `${new Intl.NumberFormat("en").format(amount)}${currency ? ` ${currency}` : ""}`;
}

/** One sum for everybody and every day, with what was multiplied or guessed said aloud. */
export function settleBudget(
  money: SaidMoney | null,
  { travelers, days }: Party,
): { budget: RequestBudget | null; assumptions: string[] } {
  if (money === null) return { budget: null, assumptions: [] };
  const people = money.perPerson ? (travelers ?? 1) : 1;
  const times = money.perDay ? (days ?? 1) : 1;
  const amount = Math.round(money.amount * people * times * 100) / 100;
  const assumptions: string[] = [];
  if (people * times > 1) {
    const parts = [people > 1 ? `${people} people` : "", times > 1 ? `${times} days` : ""].filter(Boolean);
    assumptions.push(`You said ${money.said}: for ${parts.join(" and ")} I took ${sayAmount(money, amount)} in all.`);
  } else if (money.isRange) {
    assumptions.push(`You gave a range, ${money.said}: I took the upper end, ${sayAmount(money, amount)}.`);
  }
  if (!money.hasCurrency) {
    assumptions.push(`I took your budget of ${sayAmount({ ...money, currency: null }, amount)} in the local currency.`);
  } else if (
    /\b(?:dollars?|bucks)\b/i.test(money.said) &&
    money.currency === "USD" &&
    !/\b(?:us|american)\b/i.test(money.said)
  ) {
    assumptions.push("I took dollars as US dollars.");
  }
  return { budget: { amount, currency: money.currency }, assumptions };
}
