/** What a name is for, judged by the words around it: where the trip sets out, where it goes, or one more in a list. */
import { BEFORE_NAME } from "./common-words.ts";
import { isStop, type Run } from "./name-run.ts";
import type { Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

export type Role = "origin" | "destination" | "listed" | "guess" | "back" | null;

/** Where in the text the last destination stands. */
export interface Extent {
  start: number;
  end: number;
}

const DESTINATION_CUE =
  /^(?:in|to|visit|visiting|explore|exploring|discover|discovering|around|through|via|into|at|tour|touring|near|toward|towards|between|destination|destinations|then|see|seeing|do|doing)$/i;
/** These introduce a place only when it is written as a name: "an itinerary for Rome", "the best of Rome". */
const WEAK_CUE =
  /^(?:for|of|about|with|and|on|plus|also|city|cities|trip|trips|visit|break|getaway|weekend|plan|planning|me|try|trying|squeeze|combine|combining|cover|covering|hit|hitting|pick|book|booking|include|including|prefer|preferring|choose|choosing|love|like)$/i;
const ORIGIN_CUE = /^(?:from|departing|leaving|ex)$/i;
const HOME_CUE = /^(?:live|lives|living|based|reside|located|am|are|home|start)$/i;
const BACK_CUE = /^(?:back|return|returning|home)$/i;
const MOVING =
  /^(?:go|going|trip|trips|travel|travelling|traveling|fly|flying|flight|flights|head|heading|drive|driving|come|coming|getaway|visit|journey|holiday|vacation|break|escape|move|off|weekend|then|on|over|down|up|transfer|city-break|excursion|honeymoon|from)$/i;
/** A region or kind of place after "in" that no city search can answer: ask instead. */
export const NO_PLACE =
  /^(?:mountains?|beach|nature|countryside|somewhere|anywhere|europe|asia|africa|america|mediterranean|scandinavia|balkans)$/i;
/** "From Rome to Florence" by these means is a route through both; else somebody sets out from Rome. */
export const ROUTE =
  /\b(?:road ?trip|route|overland|interrail|rail trip|train trip|work(?:ing)? (?:our|my) way|(?:by train|by rail|by car|cycling|driving|drive)(?= from \S+(?: \S+)? to\b|,|$)|(?:from|between) \S+(?: \S+)? (?:to|and) .*\b(?:by train|by rail|by car|cycling|driving|drive))\b/i;
/** The word that introduces the name, past "the", "beautiful", "the city of". */
function cueBefore(
  tokens: readonly Token[],
  at: number,
): { cue: Token | null; before: Token | null; isAdjacent: boolean } {
  let index = at;
  while (
    index > 0 &&
    /^[ :]*$/.test(tokens[index]?.gap ?? "x") &&
    BEFORE_NAME.has(tokens[index - 1]?.text.toLowerCase() ?? "")
  ) {
    index -= 1;
  }
  const isAdjacent = /^ ?:? ?$/.test(tokens[index]?.gap ?? "x");
  return {
    cue: isAdjacent ? (tokens[index - 1] ?? null) : null,
    before: tokens[index - 1]?.gap === " " ? (tokens[index - 2] ?? null) : null,
    isAdjacent,
  };
}

const ARRIVAL = /\b(?:land(?:ing)?|arriv(?:e|es|ing)|fly(?:ing)? in(?:to)?) (?:in|at|to)\b|\bfly(?:ing)? into\b/i;

const LIST_GAP =
  /^(?<lead>[\s█():.]*)(?<join>(?:(?:,|&|\+|\/|->|>|;|-|and|then|plus|or|followed by|before|afterwards|after that|also|onto|to|on|finally|maybe|perhaps|in|at|visit|visiting)[\s█():]*)+)(?:the )?$/iu;
const CLAIMED_GAP = /^[\s]*\(?█+\)?[\s]*$/u;

function isListed(reading: Reading, previous: Extent | undefined, run: Run): boolean {
  if (!previous) return false;
  const between = reading.rest.slice(previous.end, run.start);
  return LIST_GAP.test(between) || (run.isName && CLAIMED_GAP.test(between));
}

export const isAlternative = (reading: Reading, previous: Extent | undefined, run: Run): boolean =>
  previous !== undefined && /^[\s,]*or\s*$/i.test(reading.rest.slice(previous.end, run.start));

function isIntroduced(run: Run, cue: Token, before: Token | null): boolean {
  if (DESTINATION_CUE.test(cue.text)) {
    if (/^in$/i.test(cue.text) && /^(?:interested|interest|believe|specialise)$/i.test(before?.text ?? ""))
      return false;
    if (/^(?:to|at|see|seeing|do|doing|then|around|through)$/i.test(cue.text) && !run.isName) {
      return /^to$/i.test(cue.text)
        ? before === null || MOVING.test(before.text)
        : /^(?:then|around|through)$/i.test(cue.text);
    }
    return true;
  }
  return run.isName && WEAK_CUE.test(cue.text);
}

/** "We land in Rome and fly home from Florence": where they leave from is the last place they see. */
function isWayHome(before: Token, { text }: Reading): boolean {
  if (/^(?:home|back)$/i.test(before.text)) return true;
  return /^(?:leave|leaving|depart|departing|out|return|returning)$/i.test(before.text) && ARRIVAL.test(text);
}

/** "We've been to Paris already", "we went to Rome last year": named to be left out. */
function isBeenTo(cue: Token, before: Token | null, reading: Reading): boolean {
  if (
    /\b(?:never|not|haven't|hasn't|yet|first time)\b/i.test(reading.rest.slice(Math.max(0, cue.start - 16), cue.start))
  )
    return false;
  return (
    (/^(?:to|in)$/i.test(cue.text) && /^(?:been|went)$/i.test(before?.text ?? "")) ||
    /^(?:been|visited|seen|saw)$/i.test(cue.text)
  );
}

/** What the word before a name says about it, where it says so for sure. */
function saidRole(cue: Token, before: Token | null, reading: Reading): Role {
  const word = cue.text.toLowerCase();
  if (/^(?:not|no|except|avoid|without|skip|instead|done|did)$/.test(word) || isBeenTo(cue, before, reading))
    return "back";
  if (word === "but" && /^(?:anywhere|everywhere|anything|somewhere|all)$/i.test(before?.text ?? "")) return "back";
  if (word === "from" && before && isWayHome(before, reading)) return "destination";
  if (ORIGIN_CUE.test(word)) return "origin";
  if (word === "in" && before && HOME_CUE.test(before.text) && !/^start$/i.test(before.text)) return "origin";
  return word === "to" && before && BACK_CUE.test(before.text) ? "back" : null;
}

/** "A hotel in Manhattan" names a part of the city where the beds are to be. */
const LODGING =
  /\b(?:hotels?|airbnbs?|apartments?|hostels?|rooms?|accommodation|place) (?:in|near|by|around|close to|next to) (?:the )?$/i;

export function roleOf(
  tokens: readonly Token[],
  at: number,
  run: Run,
  context: { reading: Reading; previous: Extent | undefined },
): Role {
  const { reading, previous } = context;
  const { cue, before } = cueBefore(tokens, at);
  if (/\bout of (?:the )?$/i.test(reading.rest.slice(0, run.start)))
    return previous && ARRIVAL.test(reading.text) ? "destination" : "origin";
  if (/^ (?:is|was|looks|sounds|would be) [^.,;!?]{0,30}\bbut\b/i.test(reading.rest.slice(run.end))) return "back";
  const said = cue && saidRole(cue, before, reading);
  if (said) return said;
  if (previous && LODGING.test(reading.text.slice(0, run.start))) return null;
  if (previous && /^ in[- ]between\b/i.test(reading.rest.slice(run.end))) return "destination";
  if (isListed(reading, previous, run)) return "listed";
  if (cue && isIntroduced(run, cue, before)) return "destination";
  const leads = tokens.slice(0, at).every(isStop);
  const gap = tokens[at]?.gap ?? "";
  return leads || at === 0 || (run.isName && /[,.;:!?█-]/u.test(gap)) ? "guess" : null;
}
