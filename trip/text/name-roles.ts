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
  /^(?:for|of|about|with|and|on|plus|also|city|cities|trip|trips|visit|break|getaway|weekend|prefer|preferring|choose|choosing|love|like)$/i;
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
  /\b(?:road ?trip|route|by train|by rail|by car|overland|interrail|rail trip|train trip|work(?:ing)? (?:our|my) way|cycling|driving|drive)\b/i;
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

export function roleOf(
  tokens: readonly Token[],
  at: number,
  run: Run,
  context: { reading: Reading; previous: Extent | undefined },
): Role {
  const { reading, previous } = context;
  const { cue, before } = cueBefore(tokens, at);
  if (cue && /^(?:not|no|except|avoid|without|skip|instead)$/i.test(cue.text)) return "back";
  if (cue && /^from$/i.test(cue.text) && before && isWayHome(before, reading)) return "destination";
  if (cue && ORIGIN_CUE.test(cue.text)) return "origin";
  if (cue && /^of$/i.test(cue.text) && /^out$/i.test(before?.text ?? "")) return "origin";
  if (cue && /^in$/i.test(cue.text) && before && HOME_CUE.test(before.text) && !/^start$/i.test(before.text))
    return "origin";
  if (cue && /^to$/i.test(cue.text) && before && BACK_CUE.test(before.text)) return "back";
  if (isListed(reading, previous, run)) return "listed";
  if (cue && isIntroduced(run, cue, before)) return "destination";
  const leads = tokens.slice(0, at).every(isStop);
  const gap = tokens[at]?.gap ?? "";
  return leads || at === 0 || (run.isName && /[,.;:!?█-]/u.test(gap)) ? "guess" : null;
}
