/** The name of a city or a state at a place in the text, however many words, dots and apostrophes it has. */
import { isCuisine } from "./cuisines.ts";
import { hasCapitals, type Span } from "./request-text.ts";
import { isUsState, stateOfCode, US_STATE, US_STATE_CODE } from "./us-states.ts";

/** Which names there are, where the one who asks knows. */
export interface KnownPlaces {
  isCity(name: string): boolean;
  isState(name: string): boolean;
}

export interface PlaceName extends Span {
  name: string;
  isState: boolean;
  /** Somebody knows it, be it the built-in list of states. */
  isKnown: boolean;
}

const WORD =
  "(?:(?:St|Ste|Mt|Ft|Pt)\\.(?= )|(?:\\p{Lu}\\.){2,}|(?:[dDlLO]'|Mc|Mac)?\\p{Lu}[\\p{L}\\p{M}]*(?:['-][\\p{L}\\p{M}]+)*)";
const RUN = new RegExp(
  `(?:(?:the|downtown|sunny|beautiful) )?(${WORD}(?: (?:(?:of|de|la|le|du|del|da|los|las) )*${WORD})*)`,
  "uy",
);
const LOWER_RUN = /(?:the )?([\p{L}][\p{L}.'-]*(?: [\p{L}][\p{L}.'-]*){0,3})/uy;
const NO_PLACE =
  /^(?:i|we|our|my|us|please|budget|dates?|travell?ers?|people|for|with|the|a|an|on|at|in|to|from|by|and|or|but|days?|it|this|that|there|they|could|can|would|also|additionally|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|usd|us|usa|accommodations?|airbnb|taxi|trip|travel|journey|help|plan|three|two|one|all|no|not|if|so|as|departure|destination|origin|return|total|home)$/iu;
const LOWER_END =
  /^(?:for|with|and|to|from|in|on|at|over|via|we|i|the|my|our|a|an|by|during|between|starting|leaving|visiting|departing|going|budget|around|under|is|are|then|or|but|where|who|that|across|within|this|next|as|of|please|solo|alone|spanning|heading|through|throughout|one|two|three|four|five|six|seven)$/iu;
const QUALIFIER = new RegExp(
  `(?:,? \\((?:the state of |in |the )?(?:${US_STATE}|${US_STATE_CODE}|USA)(?:,? USA)?\\)|, ?(?:${US_STATE}|${US_STATE_CODE}|D\\.?C\\.?|USA|U\\.S\\.)(?! (?:cities|state|trip)\\b)(?![\\p{L}]))`,
  "uy",
);
const STATE_SUFFIX = /(?: [Ss]tate(?![\p{L}])(?! [A-Z]))/uy;

const NICKNAMES: Record<string, string> = {
  nyc: "New York",
  "new york city": "New York",
  "washington dc": "Washington",
  "washington d.c.": "Washington",
  dc: "Washington",
  "d.c.": "Washington",
  vegas: "Las Vegas",
  philly: "Philadelphia",
  sf: "San Francisco",
  nola: "New Orleans",
  slc: "Salt Lake City",
};

/** The ways a name is written, the plainest first. */
function spellingsOf(name: string): string[] {
  const bare = name.replace(/(?:'s|')$/u, "");
  const dotted = bare.replace(/\b(St|Ste|Mt|Ft) (?=\p{Lu})/gu, "$1. ");
  const nickname = NICKNAMES[bare.toLowerCase()];
  const forms = [nickname ?? dotted, dotted, bare, name];
  const pairs = [
    ["St.", "Saint"],
    ["Ft.", "Fort"],
    ["Mt.", "Mount"],
    ["Ste.", "Sainte"],
  ] as const;
  for (const [short, long] of pairs) {
    forms.push(dotted.replace(new RegExp(`(?<!\\p{L})${short.replace(".", "\\.")}`, "gu"), long));
    forms.push(dotted.replace(new RegExp(`(?<!\\p{L})${long}(?= )`, "gu"), short));
  }
  forms.push(`${dotted} City`, dotted.replace(/ City$/u, ""), dotted.replace(/^The /u, ""));
  return [...new Set(forms)];
}

const titled = (words: string): string =>
  words.replace(/(?<![\p{L}\p{M}'])(?!(?:of|de|la|du) )\p{Ll}/gu, (letter) => letter.toUpperCase());

function identify(
  name: string,
  known: KnownPlaces | undefined,
): { name: string; isState: boolean; isKnown: boolean } | null {
  /** Oklahoma City is not the state. */
  const isState = (form: string): boolean =>
    (known?.isState(form) ?? isUsState(form)) && (!name.endsWith(" City") || form === NICKNAMES[name.toLowerCase()]);
  const forms = spellingsOf(name);
  const found = forms.find((form) => isState(form) || known?.isCity(form));
  if (found !== undefined) return { name: found, isState: isState(found), isKnown: true };
  const code = stateOfCode(name);
  return code !== null && isState(code) ? { name: code, isState: true, isKnown: true } : null;
}

/** Words up to the first that is part of no name. */
function wordsAt(text: string, index: number): { words: string; start: number; isLower: boolean } | null {
  RUN.lastIndex = index;
  const run = RUN.exec(text);
  LOWER_RUN.lastIndex = index;
  const match = run ?? LOWER_RUN.exec(text);
  if (!match?.[1]) return null;
  const isLower = run === null;
  const words = match[1].split(" ");
  const end = words.findIndex((word) => NO_PLACE.test(word) || (isLower && LOWER_END.test(word.replace(/\.$/u, ""))));
  const kept = (end < 0 ? words : words.slice(0, end)).join(" ").replace(/(?: (?:of|de|la|le|du|del|da))+$/u, "");
  const start = index + match[0].length - match[1].length;
  return kept === "" ? null : { words: isLower ? kept.replace(/\.$/u, "") : kept, start, isLower };
}

const isFood = (words: string): boolean =>
  words.split(" ").every((word) => isCuisine(word) || /^(?:food|cuisine)s?$/iu.test(word));

function withQualifier(text: string, place: PlaceName): PlaceName {
  QUALIFIER.lastIndex = place.end;
  const qualifier = QUALIFIER.exec(text);
  if (qualifier) return { ...place, end: place.end + qualifier[0].length, isState: false };
  STATE_SUFFIX.lastIndex = place.end;
  const suffix = STATE_SUFFIX.exec(text);
  return suffix ? { ...place, end: place.end + suffix[0].length, isState: true } : place;
}

export function nameAt(text: string, index: number, known?: KnownPlaces): PlaceName | null {
  const found = wordsAt(text, index);
  if (found === null || isFood(found.words)) return null;
  const { start, isLower } = found;
  const words = found.words.split(" ");
  for (let count = words.length; count > 0; count -= 1) {
    const said = words.slice(0, count).join(" ");
    const place = identify(isLower ? titled(said) : said, known);
    /** Kansas City is not in Kansas. */
    const isWhole = isLower || count === words.length || words[count] === "State";
    if (place && (isWhole || !place.isState)) return withQualifier(text, { ...place, start, end: start + said.length });
  }
  if (isLower && (known !== undefined || hasCapitals(text))) return null;
  const name = (spellingsOf(isLower ? titled(found.words) : found.words)[0] ?? found.words).replace(
    /(?<=\p{L}) State$/u,
    "",
  );
  return withQualifier(text, { name, isState: false, isKnown: false, start, end: start + found.words.length });
}

const NAME_START = new RegExp(`(?<![\\p{L}\\p{N}'.-])${WORD}`, "gu");

/** Every name written with capitals, whatever stands before it. */
export function allNames(text: string, known?: KnownPlaces): PlaceName[] {
  const names: PlaceName[] = [];
  for (const { index } of text.matchAll(NAME_START)) {
    const isInside = names.some(({ start, end }) => index >= start && index < end);
    const place = isInside ? null : nameAt(text, index, known);
    if (place) names.push(place);
  }
  return names;
}
