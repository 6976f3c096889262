/** How many travel: counted aloud, in a word for so many, or by who is named beside the one who writes. */
import { NUMBER, readNumber } from "../numbers.ts";
import { takeParty } from "../party.ts";
import { phrase, Reading } from "../reading.ts";
import { afterCorrections } from "./corrections.ts";
import { houseGuests } from "./house-rule.ts";
import { blankOut, type Span } from "./request-text.ts";

interface Heads extends Span {
  count: number;
  /** The lower, the surer. */
  rank: number;
}

interface PartyRule {
  pattern: RegExp;
  count(match: RegExpExecArray): number;
}

const number = (said: string | undefined): number => readNumber(said ?? "") ?? 1;
const heads = (match: RegExpExecArray): number => number(match[1]);

const PEOPLE =
  "people|persons?|individuals?|travell?ers?|adults?|grown-?ups?|guests?|of us|friends|passengers?|members?|tourists?|visitors?|participants?|colleagues|coworkers|pals|buddies|mates|companions|folks|souls|men|women|ladies|guys|students|siblings|sisters|brothers|cousins|explorers|adventurers|vacationers|attendees";
const OTHERS =
  "friends?|colleagues?|coworkers?|others?|pals?|buddies|mates?|companions?|siblings?|sisters?|brothers?|cousins?|family members|relatives|people|children|kids";
const CHILDREN = "(?:children|kids?|child|toddlers?|infants?|teenagers?|teens?|bab(?:y|ies)|little ones)";
const UNIT =
  "days?|nights?|weeks?|cit(?:y|ies)|towns?|different|separate|distinct|unique|hours?|months?|years?|of the|of its|major|more|full|whole|stops?|destinations?|meals?|rooms?|\\p{L}+ (?:cit(?:y|ies)|days?|nights?)";
const CITIES = "(?:\\p{L}+ )?(?:cities|towns|destinations|stops|locations|days|nights|places)";

/** Surest first. */
const RULES: readonly PartyRule[] = [
  {
    pattern: phrase(`(${NUMBER}) adults?(?:,| and| plus|,? with| \\+| &)? (${NUMBER}|a|an) (?:\\p{L}+ )?${CHILDREN}`),
    count: ([, adults, children]) => number(adults) + number(children),
  },
  {
    pattern: phrase(
      `(?:me|myself|i|accompanied by|joined by|along with|together with)(?:,? (?:and|plus|with|\\+|&))?(?: my| our)? (${NUMBER}|a|an|another) (?:other |close |best |good |old |dear )*(?:${OTHERS})|my (${NUMBER}) (?:other |close |best |good |old |dear )*(?:${OTHERS}) and (?:i|me|myself)`,
    ),
    count: ([, first, second]) => 1 + number(first ?? second),
  },
  {
    pattern: phrase(
      `(?:group|party|family|team|crew|band|bunch|company|gang|squad|clan|circle|set|delegation|troop)(?: size)?(?: of| comprising| consisting of| numbering| with| is|:) ?(?:about |exactly |up to |a total of )?(${NUMBER})(?! (?:days?|cities))`,
    ),
    count: heads,
  },
  {
    pattern: phrase(`(?:people|travell?ers?|persons?|guests?|adults|size|headcount|passengers|pax) ?[:=] ?(${NUMBER})`),
    count: heads,
  },
  {
    pattern: phrase(
      `(?<!(?:my|our|other|up to|accommodate|accommodates|host) )(${NUMBER})[- ](?:(?!${UNIT}|${PEOPLE})[\\p{L}-]+ ){0,2}?(?:${PEOPLE})(?! (?:is|prefers?|needs?|likes?|wants?))`,
    ),
    count: heads,
  },
  { pattern: phrase(`(?:we are|we're|there are|us|we'll be|we will be|we) (${NUMBER})(?! (?:${UNIT}))`), count: heads },
  {
    pattern: phrase(
      `both of us|(?:a |the |for |married |young )couple(?:'s)?(?! (?:of|days))|couple(?= (?:from|departing|leaving|starting|to|who|travel\\p{L}*|trip))|newlyweds|honeymoon\\p{L}*`,
    ),
    count: () => 2,
  },
  { pattern: phrase(`(?:pair|duo|twosome)(?! of ${CITIES})`), count: () => 2 },
  { pattern: phrase(`(?:trio|threesome)(?! of ${CITIES})`), count: () => 3 },
  { pattern: phrase(`(?:quartet|foursome)(?! of ${CITIES})`), count: () => 4 },
  { pattern: phrase("quintet|fivesome"), count: () => 5 },
  {
    pattern: phrase(`for (${NUMBER})(?! ?-?(?:${UNIT}|\\d|[,.]\\d|${PEOPLE}))`),
    count: heads,
  },
  {
    pattern: phrase(
      "solo|alone|by myself|on my own|(?:single|lone|sole|only|individual|one|1)[- ](?:person|travell?er|individual|adult|passenger|tourist)|an individual|just (?:me|myself)|for (?:me|myself)(?=[,.]| to| from| depart\\p{L}*| start\\p{L}*| on)|unaccompanied",
    ),
    count: () => 1,
  },
];

function countAloud(text: string): number | null {
  const found: Heads[] = RULES.flatMap(({ pattern, count }, rank) =>
    [...text.matchAll(pattern)].map((match) => ({
      count: count(match),
      rank,
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).filter(({ count }) => count > 0);
  const apart = found.filter(
    (one) => !found.some((other) => other.rank < one.rank && one.start < other.end && one.end > other.start),
  );
  const current = afterCorrections(text, apart);
  return current.toSorted((a, b) => a.rank - b.rank)[0]?.count ?? null;
}

/** What a reader of single trips would have claimed before it counts heads. */
const NOT_HEADS = new RegExp(
  `(?:for )?(?:${NUMBER})[- ]?(?:${UNIT})|(?:the |our |my )?(?:kids|children) are \\d{1,2}(?:(?:,| and|, and) \\d{1,2})*|(?:\\p{L}+[- ])?pets?(?![\\p{L}])`,
  "giu",
);

/** Who is counted nowhere is two where "we" ask, and one otherwise. */
export function readTravelers(text: string): number {
  const own = blankOut(text, houseGuests(text));
  const aloud = countAloud(own);
  if (aloud !== null) return aloud;
  return takeParty(new Reading(own.replaceAll(NOT_HEADS, ", "))).travelers ?? 1;
}
