/** Who travels: how many, and which of them are children. Every head that was not counted aloud is said in an assumption. */
import { type ChildrenFound, takeChildren } from "./ages.ts";
import { readNumber } from "./numbers.ts";
import {
  ADULTS,
  AND_GRANDPARENT,
  BARE_SPOUSE,
  COUPLES,
  FAMILY,
  FAMILY_OF,
  FOR_NUMBER,
  GENERATIONS,
  IN_TOTAL,
  LISTED_RELATIVES,
  ME_PLUS,
  MY_OTHERS,
  NOT_COMING,
  ONE_RELATIVE,
  PAIRS_OF_RELATIVES,
  PARENT_AND_CHILD,
  PART,
  PETS,
  PLURAL,
  RELATIVES,
  ROMANTIC,
  SENIORS,
  SINGLE_PARENT,
  SOLO,
  SPOUSE,
  THEIR_PARTNER,
  TIMES,
  TOTAL,
  TWO,
  US_COUNT,
  WITH_OTHERS,
} from "./party-words.ts";
import type { Reading } from "./reading.ts";

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

const number = (text: string | undefined): number =>
  readNumber((text ?? "").replace(/^(?:a )?(couple|dozen).*/i, "$1")) ?? 1;

function takeCompanions(reading: Reading): Pick<Heads, "companions" | "relatives"> {
  const others = reading
    .takeAll(WITH_OTHERS)
    .concat(reading.takeAll(MY_OTHERS))
    .map(([, count]) => (/^(?:a|an|another)$/i.test(count ?? "") ? 1 : number(count)));
  const bareSpouses = reading.takeAll(BARE_SPOUSE);
  const spouses = [...bareSpouses, ...reading.takeAll(SPOUSE)].slice(0, 1).length;
  const listed = reading
    .takeAll(LISTED_RELATIVES)
    .reduce((sum, [list]) => sum + [...list.matchAll(ONE_RELATIVE)].length, 0);
  const theirs = reading.takeAll(THEIR_PARTNER).length;
  const relatives =
    listed + theirs + 2 * reading.takeAll(PAIRS_OF_RELATIVES).length + reading.takeAll(RELATIVES).length;
  return { companions: spouses + relatives + others.reduce((sum, count) => sum + count, 0), relatives };
}

/** "For 900" is hardly a party. */
const MOST_WITHOUT_A_NOUN = 60;

function takeFew(reading: Reading): RegExpExecArray | null {
  const match = reading.find(FOR_NUMBER);
  return match && number(match[1]) > 0 && number(match[1]) <= MOST_WITHOUT_A_NOUN ? reading.take(FOR_NUMBER) : null;
}

function takeTotal(
  reading: Reading,
  { companions, relatives }: Pick<Heads, "companions" | "relatives">,
): Pick<Heads, "total" | "isInclusive"> {
  const hasOthers = companions > 0;
  const group = reading.take(FAMILY_OF);
  if (group) return { total: number(group[2]) + (/family/i.test(group[1] ?? "") ? relatives : 0), isInclusive: true };
  if (reading.take(GENERATIONS)) return { total: 4, isInclusive: false };
  const us = reading.take(US_COUNT);
  if (us) return { total: number(us[1]), isInclusive: number(us[1]) > 2 };
  const couples = reading.take(COUPLES);
  if (couples) return { total: 2 * number(couples[1]), isInclusive: false };
  if (!hasOthers && reading.take(TWO)) return { total: 2, isInclusive: false };
  const plus = reading.take(ME_PLUS);
  if (plus) return { total: 1 + number(plus[1]), isInclusive: true };
  const people = reading.take(TOTAL) ?? reading.take(IN_TOTAL) ?? takeFew(reading);
  if (people) return { total: number(people[1]), isInclusive: number(people[1]) > 2 };
  const times = reading.take(TIMES);
  return { total: times ? number(times[1] ?? times[2]) : null, isInclusive: true };
}

function takeHeads(reading: Reading): Heads {
  const isWithPet = reading.takeAll(PETS).some(([said]) => /\b(?:i|me)$|^(?:just )?(?:me|i)\b/i.test(said));
  const isPart = reading.takeAll(PART).length > 0;
  const adults = reading.take(ADULTS) ?? reading.take(SENIORS);
  const extra = adults ? reading.takeAll(AND_GRANDPARENT).length : 0;
  const companions = takeCompanions(reading);
  const total = takeTotal(reading, companions);
  reading.takeAll(TWO);
  return {
    ...total,
    ...companions,
    adults: adults ? number(adults[1] ?? adults[2]) + extra : null,
    isSolo: reading.take(SOLO) !== null || isWithPet,
    isFamily: reading.take(FAMILY) !== null,
    isPlural: isPart || reading.has(PLURAL),
    isRomantic: reading.has(ROMANTIC),
  };
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

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
  const said = [`I counted ${counted(adults, "adult", "adults")} and ${counted(count, "child", "children")}.`];
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
  reading.takeAll(NOT_COMING);
  const pair = reading.take(PARENT_AND_CHILD);
  const isOneParent = reading.takeAll(SINGLE_PARENT).length > 0;
  const inFamily = reading.find(FAMILY_OF);
  const children = takeChildren(reading);
  const said = takeHeads(reading);
  const heads = pair && said.total === null ? { ...said, total: 2, isInclusive: true } : said;
  const party = isOneParent && heads.adults === null && heads.total === null ? { ...heads, adults: 1 } : heads;
  const hasChildren = children.ages.length > 0;
  const { travelers, said: counts } = hasChildren
    ? withChildren(children, party)
    : withoutChildren(party, children.adults);
  const isUncountedFamily =
    !hasChildren && party.isFamily && party.total === null && party.adults === null && party.companions === 0;
  const assumptions = [...children.assumptions, ...counts];
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
