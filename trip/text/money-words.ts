/** The budget, in any currency and grain: "900 EUR", "£1,200", "1.500 €", "2k dollars", "100 a day each". */
import { readAmount, SCALE, WORDY_AMOUNT, WORDY_GRAND } from "./amounts.ts";
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
  /** A sum was said, and it was nothing or less. */
  isNothing: boolean;
}

const NUMBER = "\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,3}(?:[., ']\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const SUM = `(?:(?:${NUMBER})(?: ?(?:${SCALE})(?!\\p{L}))?(?:ish\\b)?|${WORDY_AMOUNT})(?![\\d])`;
/** Neither the tail of a date nor "10 900" after "May". */
const AMOUNT_START =
  "(?<![\\d/.,-]|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.? )";
const AMOUNT = `${AMOUNT_START}${SUM}`;
const CURRENCY = `${CURRENCY_SIGN}|${CURRENCY_WORD}`;
const CUE =
  "(?:(?:(?:my |our |a |the |total |with |have |overall )*budget(?: is| of|:| for (?:everything|the trip|this)(?: is)?)?|max(?:\\.|imum)?(?: of)?|(?:a )?(?:cap|limit|ceiling)(?: of| is)?|under|below|up to|no more than|not more than|not over|less than|at most|within|spend(?:ing)?(?: up to| about| around)?|costing|can afford|have|we've(?: got)?|i've(?: got)?|got|around|about|approx(?:imately)?\\.?|roughly|circa|some|~|for|of|is|with|on)[ :]*)*";
const GRAIN =
  "(?:,? ?(?:max(?:imum)?|tops)(?= (?:pp|per|each|a head))|,? ?(?:per|a|an|each|every|/) ?(?:person|head|adult|traveller|traveler|pax|day|night)| each| ?pp(?: ?pd)?| p\\.p\\.| p/p| ppn| pd| daily| apiece)*";
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
  "(?:(?:(?:my |our |a |the |total |with |overall )*budget(?: is| of|:| for (?:everything|the trip|this)(?: is)?| max(?:imum)?)?|max(?:\\.|imum)?(?: of)?|(?:a )?(?:cap|limit|ceiling)(?: of| is)?|under|below|up to|no more than|not more than|less than|at most|within|spend(?:ing)?(?: up to| about| around)?|can afford)[ :]*)+(?:around |about |roughly |approx\\.? |maybe |like |~ ?)?";
const CUED = phrase(`(?<cue>${STRONG_CUE})(?<amount>${AMOUNT})${NO_UNIT}(?<grain>${GRAIN})(?<tail>${TAIL})`);
const TAILED = phrase(
  `(?<amount>${AMOUNT})(?<grain>${GRAIN}) (?<tail>budget|in total|total|all in|altogether|per day|a day|daily|to (?:spend|play with|work with|burn|blow))(?: max(?:imum)?)?`,
);
/** A word for a thousand, a lakh or a million is said of money, not of heads or days. */
const SCALED = phrase(
  `(?<cue>${CUE})(?<amount>(?:${AMOUNT_START}(?:${NUMBER}) ?(?:k|grand|lakhs?|lacs?|crores?)|${WORDY_GRAND}))(?! ?(?:run|race|steps|km|walk|photos|people))(?<grain>${GRAIN})(?<tail>${TAIL})`,
);
/** "500ish". */
const ABOUT = phrase(
  `(?<cue>${CUE})(?<amount>${AMOUNT_START}\\d{3,6})ish(?! ?(?:people|steps|words))(?<grain>${GRAIN})(?<tail>${TAIL})`,
);
/** "Rome, four nights, pizza, 2500": a sum by itself, too large for anything else and no year. */
const ALONE = phrase(
  "(?<=^|[.,;!?:/█] ?)(?<amount>(?!(?:19|20)\\d\\d(?![,.]?\\d))\\d{3,6}|\\d{1,3}(?:[.,]\\d{3})+)(?= ?(?:[.;!?]? ?$|[,;!] |\\. ))",
);
/** "12 June 600 usd": the digits after a date are money where a currency follows. */
const AFTER_DATE = phrase(
  `(?<=[a-z]\\.? )(?<amount>(?!(?:19|20)\\d\\d)\\d{3,7}) ?(?<currency>${CURRENCY})(?![\\p{L}])(?<grain>${GRAIN})(?<tail>${TAIL})`,
);
const GRAINED = phrase(
  `(?<amount>${AMOUNT})(?<grain>(?:,? ?(?:per|a|/) ?(?:day|person|head)| each| pp| apiece)${GRAIN})`,
);

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
    perNight: /night|ppn/i.test(per),
    said: match[0].trim(),
    index: match.index,
  };
}

const MOST_HEADS = 20;
/** "5 in total" is a party. */
const isHeadCount = (pattern: RegExp, match: RegExpExecArray): boolean =>
  pattern === TAILED && readAmount(match.groups?.amount ?? "") <= MOST_HEADS && !/day|daily|spend/i.test(match[0]);

const NO_LIMIT = phrase(
  "no (?:set |fixed |real )?budget(?: limit| set)?|unlimited budget|(?:(?:my |our |the )?budget(?: is| ?[:=-])? ?(?:not (?:set|fixed|sure|decided)(?: yet)?|(?:quite |very |fairly )?(?:flexible|open|unlimited)|tb[adc]|unknown|undecided|whatever|n/a|none))|any budget",
);
/** Less than nothing, or nothing: a slip of the keyboard, and not to be planned with in silence. */
const NO_MONEY = phrase(
  `(?:(?:budget|spend|max)(?: is| of| ?:)? )?(?:(?:(?:${CURRENCY_SIGN}) ?)?(?<![\\d.,/-])-(?:(?:${CURRENCY_SIGN}) ?)?(?:${NUMBER})k?|minus (?:${NUMBER})k?|(?<![\\d.,/-])0(?:[.,]00)?) ?(?:${CURRENCY})(?![\\p{L}])`,
);
const NO_BUDGET = phrase("budget(?: is| of|:)? (?:0|-\\d+|zero|nothing)(?![\\d.,])");
const NO_MONEY_SIGNED = phrase(
  `(?:-(?:${CURRENCY_SIGN}) ?(?:${NUMBER})|(?:${CURRENCY_SIGN}) ?(?:-(?:${NUMBER})|0(?![\\d.,])))`,
);

/** The word before a code has to be one: "0 day" is no money. */
function readNothing(match: RegExpExecArray): string | null {
  const word = /[\p{L}]+$/u.exec(match[0].trim())?.[0];
  return word === undefined || readCurrency(word) !== undefined ? match[0].trim() : null;
}

/** Takes every sum of money out of the text, so that no later rule meets its digits, and keeps the one that is the budget. */
export function takeMoney(reading: Reading): MoneyFound {
  reading.takeAll(NO_LIMIT);
  const none = [
    ...[NO_MONEY, NO_MONEY_SIGNED].flatMap((pattern) => reading.takeEach(pattern, readNothing)),
    ...reading.takeAll(NO_BUDGET).map(([said]) => said),
  ];
  const all = [
    RANGE,
    SIGNED,
    WITH_CURRENCY,
    CODE_FIRST,
    AFTER_DATE,
    CUED,
    TAILED,
    GRAINED,
    SCALED,
    ABOUT,
    ALONE,
  ].flatMap((pattern) =>
    reading.takeEach(pattern, (match) => (isHeadCount(pattern, match) ? null : readMoney(match, pattern === RANGE))),
  );
  all.sort((a, b) => a.index - b.index);
  const overall = all.filter(({ perNight }) => !perNight);
  const money = overall.find(({ said }) => /budget|total|all in/i.test(said)) ?? overall[0] ?? null;
  const others = all.filter((other) => other !== money).map(({ said }) => said);
  return { money, notUnderstood: [...none, ...others], isNothing: none.length > 0 && money === null };
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
