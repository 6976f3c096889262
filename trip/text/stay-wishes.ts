/** What is said about stays beside their length: where to begin and to end, what only if there is time, whether the order is open. */
import type { PlacedName } from "./place-names.ts";
import { phrase, type Reading } from "./reading.ts";
import type { StayEnd } from "./request.ts";

const MATTERS = "(?:is|'s) (?:up to you|open|flexible|not important|unimportant|irrelevant|your (?:choice|call))";
const OPEN_ORDER = phrase(
  [
    "(?:visited |visiting )?in (?:any|whatever|whichever|no particular|the (?:best|most sensible|most efficient|most logical|optimal)) (?:order|sequence)(?: (?:is best|works(?: best)?|makes (?:the )?most sense|makes sense|you (?:like|want|prefer|think(?: is)? best)|suits(?: best)?|possible|necessary))?",
    "any order(?: (?:is fine|will do|works))?",
    `(?:the )?order (?:${MATTERS}|(?:does not|doesn't)(?: really)? matter)`,
    "(?:but )?not necessarily in (?:this|that) order",
    "(?:you|please) (?:can )?(?:choose|decide|pick)(?: on)? the (?:best )?order",
  ].join("|"),
);

/** "10 days split between Rome and Florence"; not the town of Split. */
const SHARED = phrase("(?:split|splitting|divided?|dividing|spread)(?: █+)?(?= (?:between|across|among)\\b)");
const OWN_WAY = phrase("(?:finish|end|begin|start|conclud)(?:e|es|s|ed|ing|ning)?(?: (?:off|up))?");

/** Before names are looked for: what is said about the order holds no name. */
export function takeOpenOrder(reading: Reading): boolean {
  reading.takeEach(SHARED, ([said]) => (/^\p{Ll}/u.test(said) ? said : null));
  return reading.takeAll(OPEN_ORDER).length > 0;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
const FIRST = "(?:land(?:ing)?|fly(?:ing)? in(?:to)?|arriv(?:e|ing)|start(?:ing|s)?|begin(?:ning|s)?|first stop)";
const LAST =
  "(?:(?:fly(?:ing)?|flights?|and|,) (?:out|home|back)(?: of| from)?|leav(?:e|ing) from|depart(?:ing)? from|end(?:ing|s)?|finish(?:ing|es)?|last stop|final stop|conclud(?:e|ing))";

function isSaidWith(words: string, name: PlacedName, text: string): boolean {
  const between = "(?: (?:off|up|it|the trip|our trip|my trip))?(?::| in| at| from| with| of)? (?:the )?";
  return new RegExp(`(?<!\\p{L})${words}${between}${escaped(name.text)}(?!\\p{L})`, "iu").test(text);
}

export function endOf(name: PlacedName, text: string): StayEnd {
  if (isSaidWith(LAST, name, text)) return "last";
  return isSaidWith(FIRST, name, text) ? "first" : null;
}

const IF_TIME =
  /^[\s,(]*(?:too,? |as well,? )?(?:but )?(?:only )?(?:if (?:there(?:'s| is| was)|we have|we've got|i have|i've got)(?: still)?(?: enough| any| some)? time|if time (?:allows|permits)|time permitting)/i;

export function isOptional({ end }: PlacedName, text: string): boolean {
  return IF_TIME.test(text.slice(end));
}

/** Words that were read with a name; nobody need be told about them. */
export function takeEndWords(reading: Reading): void {
  reading.takeAll(OWN_WAY);
}
