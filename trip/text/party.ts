/** Who travels: how many, and which of them are children. Every head that was not counted aloud is said in an assumption. */
import { type ChildrenFound, takeChildren } from "./ages.ts";
import { NUMBER, readNumber } from "./numbers.ts";
import { phrase, type Reading } from "./reading.ts";

export interface PartyFound {
  travelers: number | null;
  childAges: number[];
  assumptions: string[];
}

/** Who is there besides children, as far as the text says. */
interface Heads {
  /** Everybody, said as one number. */
  total: number | null;
  /** Whether that number already holds the children. */
  isInclusive: boolean;
  adults: number | null;
  /** People beside the one who writes. */
  companions: number;
  /** Those of them whom "our family of four" does not count yet. */
  relatives: number;
  isSolo: boolean;
  isFamily: boolean;
  isPlural: boolean;
  isRomantic: boolean;
}

const COUNT = `${NUMBER}|a couple of|a dozen`;
const PEOPLE =
  "people|persons?|pax|ppl|travell?ers?|guests?|of us|friends|students|women|men|ladies|guys|girls|boys|girlfriends|mates|seniors|pensioners|retirees|colleagues|tourists|visitors|participants|members";

const FAMILY_OF = phrase(
  `(?:for |with |we(?:'re| are) )?(?:a |our |my )*(family|party|group|crew|team|bunch) (?:of|with) (${COUNT})(?: (?:${PEOPLE}|adults))?`,
);
const ADULTS = phrase(`(?:for )?(${COUNT}) (?:adults?|grown[- ]?ups?)(?: only)?`);
const SENIORS = phrase(`(${COUNT}) (?:seniors|pensioners|retirees)`);
const COUPLES = phrase(`(?:for )?(${NUMBER}) couples`);
const OTHERS =
  "friends?|mates?|colleagues?|siblings?|sisters?|brothers?|cousins?|buddies|girlfriends|aunts?|uncles?|others|people|co-workers?|classmates?";
const WITH_OTHERS = phrase(
  `(?:(?:me|i|myself|my wife|my husband|my partner) (?:and|with|\\+|&)|(?:together )?with|and|plus|\\+) (?:my |our )?(${COUNT}|a|an|some|another) (?:\\p{L}+ )?(?:${OTHERS})`,
);
const SPOUSE = phrase(
  "(?:(?:me|i) (?:and|&) )?(?:(?:with|and|for) )?(?:my|the) (?:(?:lovely|dear|new|other|better) )?(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|half|gf|bf|hubby)(?: and (?:i|me|myself)\\b)?",
);
const RELATIVE =
  "mother-in-law|father-in-law|brother-in-law|sister-in-law|mum|mom|mother|dad|father|sister|brother|(?:best |old )?friend|colleague|aunt|uncle|cousin|grandma|grandmother|granny|nan|grandpa|grandfather|grandad|mate|flatmate|roommate|buddy|niece|nephew";
const RELATIVES = phrase(
  `(?:(?:with|and|plus) )?(?:my|our|a) (?:elderly |old |\\d+-year-old )?(${RELATIVE})(?: and (?:i|me)\\b)?`,
);
const PAIRS_OF_RELATIVES = phrase(
  "(?:(?:(?:with|and|plus) )?(?:my |our |both )+|with (?:the )?)(?:elderly |old )?(?:parents|grandparents|in-laws)(?: and (?:i|me)\\b)?",
);
const TWO = phrase(
  "(?:for )?(?:(?:a|as a|us as a|young|old|elderly|retired|romantic|married) )*couple(?! of)|both of us|the two of us|us two|just us two|we both|(?:our )?honeymoon(?:ers)?|newlyweds|for us both|tête-à-tête",
);
const SOLO = phrase(
  "(?:travell?ing |going |i'm |i am )*(?:solo(?: travell?er| trip| female travell?er)?|alone|(?:by|for|just) (?:myself|me)|on my own|just me|for me|single travell?er|one person|1 person|by yourself)(?! and| \\+| &)",
);
const TOTAL = phrase(
  `(?:for |we(?:'re| are| will be|'ll be) |there (?:are|will be) |all )?(?:the |us )?(${NUMBER}) ?(?:${PEOPLE})(?! (?:use|is|need|has|like|eat|love|can))`,
);
const FOR_NUMBER = phrase(
  `(?:for|we(?:'re| are)|there (?:are|will be)) (${NUMBER})(?! ?(?:years?|months?|hours?|minutes?|stars?|[.,:/-]?\\d|%|km|euros?|meals?|museums?|places?|cities|sights?|courses?))`,
);
const TIMES = phrase(`(?:x ?(\\d{1,2})|(\\d{1,2}) ?(?:x|p))`);
const PART = phrase(
  `(?:one|1|(?<!the )(?:two|2)(?= of us (?:are|is|use|need|have|has|eat))|some|none|most|all|either) of (?:us|them|the (?:group|party))|(?:my|our) group`,
);
const FAMILY = phrase(
  "(?:(?:for|with|my|our|the|whole|young|as a|a) )*(?:family|families)(?! (?:restaurants?|run|hotels?|museums?|friendly|-friendly))",
);
const ROMANTIC = phrase("romantic(?:ally)?|romance");
const PLURAL = phrase("we|us|our|we're|we'd|we'll|we've|ourselves");

const number = (text: string | undefined): number =>
  readNumber((text ?? "").replace(/^(?:a )?(couple|dozen).*/i, "$1")) ?? 1;

function takeCompanions(reading: Reading): Pick<Heads, "companions" | "relatives"> {
  const others = reading
    .takeAll(WITH_OTHERS)
    .map(([, count]) => (/^(?:a|an|another)$/i.test(count ?? "") ? 1 : number(count)));
  const spouses = reading.takeAll(SPOUSE).slice(0, 1).length;
  const relatives = 2 * reading.takeAll(PAIRS_OF_RELATIVES).length + reading.takeAll(RELATIVES).length;
  return { companions: spouses + relatives + others.reduce((sum, count) => sum + count, 0), relatives };
}

/** "For 900" is hardly a party. */
const MOST_WITHOUT_A_NOUN = 60;

function takeFew(reading: Reading): RegExpExecArray | null {
  const match = reading.find(FOR_NUMBER);
  return match && number(match[1]) <= MOST_WITHOUT_A_NOUN ? reading.take(FOR_NUMBER) : null;
}

function takeTotal(
  reading: Reading,
  { companions, relatives }: Pick<Heads, "companions" | "relatives">,
): Pick<Heads, "total" | "isInclusive"> {
  const hasOthers = companions > 0;
  const group = reading.take(FAMILY_OF);
  if (group) return { total: number(group[2]) + (/family/i.test(group[1] ?? "") ? relatives : 0), isInclusive: true };
  const couples = reading.take(COUPLES);
  if (couples) return { total: 2 * number(couples[1]), isInclusive: false };
  if (!hasOthers && reading.take(TWO)) return { total: 2, isInclusive: false };
  const people = reading.take(TOTAL) ?? takeFew(reading);
  if (people) return { total: number(people[1]), isInclusive: number(people[1]) > 2 };
  const times = reading.take(TIMES);
  return { total: times ? number(times[1] ?? times[2]) : null, isInclusive: true };
}

function takeHeads(reading: Reading): Heads {
  const isPart = reading.takeAll(PART).length > 0;
  const adults = reading.take(ADULTS) ?? reading.take(SENIORS);
  const companions = takeCompanions(reading);
  const total = takeTotal(reading, companions);
  reading.takeAll(TWO);
  return {
    ...total,
    ...companions,
    adults: adults ? number(adults[1]) : null,
    isSolo: reading.take(SOLO) !== null,
    isFamily: reading.take(FAMILY) !== null,
    isPlural: isPart || reading.has(PLURAL),
    isRomantic: reading.has(ROMANTIC),
  };
}

const heads = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Grown-ups nobody counted: two in a family, the writer and whoever was named beside them. */
function adultsBeside(children: ChildrenFound, { companions, isSolo, isFamily, isPlural }: Heads): number {
  if (companions > 0 || isSolo) return 1 + companions;
  if (isFamily || isPlural) return 2;
  return children.hasOneParent ? 1 : 2;
}

function withChildren(children: ChildrenFound, party: Heads): { travelers: number; said: string[] } {
  const count = children.ages.length;
  if (party.adults !== null) return { travelers: party.adults + count + children.adults, said: [] };
  if (party.total !== null) {
    const total = party.isInclusive && party.total > count ? party.total : party.total + count;
    return { travelers: total, said: [] };
  }
  const adults = adultsBeside(children, party) + children.adults;
  const said = [`I counted ${heads(adults, "adult", "adults")} and ${heads(count, "child", "children")}.`];
  return { travelers: adults + count, said };
}

function withoutChildren(party: Heads, extraAdults: number): { travelers: number | null; said: string[] } {
  if (party.adults !== null) return { travelers: party.adults, said: [] };
  if (party.total !== null) {
    const isFamily = party.isFamily || party.isInclusive;
    return { travelers: party.total + (isFamily ? 0 : party.companions), said: [] };
  }
  const beside = party.companions + extraAdults;
  if (beside > 0) return { travelers: 1 + beside, said: [] };
  if (party.isSolo) return { travelers: 1, said: [] };
  if (party.isFamily) {
    return {
      travelers: 4,
      said: ["You said family and no numbers: I counted four people, two of them children of about 8."],
    };
  }
  if (party.isRomantic) return { travelers: 2, said: ["You said romantic and no number: I counted two people."] };
  if (party.isPlural) return { travelers: 2, said: ["You did not say how many you are: I counted two people."] };
  return { travelers: null, said: [] };
}

export function takeParty(reading: Reading): PartyFound {
  const inFamily = reading.find(FAMILY_OF);
  const children = takeChildren(reading);
  const party = takeHeads(reading);
  const hasChildren = children.ages.length > 0;
  const { travelers, said } = hasChildren ? withChildren(children, party) : withoutChildren(party, children.adults);
  const isUncountedFamily =
    !hasChildren && party.isFamily && party.total === null && party.adults === null && party.companions === 0;
  const assumptions = [...children.assumptions, ...said];
  if (inFamily?.[1]?.toLowerCase() === "family" && !hasChildren) {
    assumptions.push(
      `You said a family of ${travelers}: without ages I planned for ${travelers} grown-ups. Tell me the children's ages.`,
    );
  }
  return {
    travelers,
    childAges: isUncountedFamily ? [8, 8] : children.ages.slice(0, 10),
    assumptions,
  };
}
