/** Sights asked for by name: "must see the Uffizi", "we want to visit Belém Tower", "British Museum". */
import { INSIDE_NAME, isCommon, isNationality } from "./common-words.ts";
import { readHint } from "./countries.ts";
import { isInterest } from "./interests.ts";
import { takePraisedSights } from "./praised-sights.ts";
import { phrase, type Reading } from "./reading.ts";
import { type Token, tokensOf } from "./tokens.ts";

const MUST =
  "must[- ]sees?(?: (?:is|are|include|for (?:us|me)(?: is| are)?))?|must[- ](?:visit|do|include|go to)|(?:have|need|got) to (?:see|visit)|(?:don't|do not|wouldn't|would not) want to miss(?: out on)?|(?:can't|cannot|won't|not to|not|never) (?:be )?miss(?:ed)?|(?:don't|do not|never|not to) (?:leave out|skip|omit|forget(?: about)?)|(?:top of|on) (?:our|my|the) (?:must[- ]see )?list(?: is| are)?|(?:wish|to[- ]do|sights) ?list|top (?:picks?|sights?|priorit(?:y|ies))(?: is| are)?|(?:would|'d) hate to miss|(?:want|need)s? to tick off|bucket list(?: is| are| includes?)?";
const WISH =
  "(?:want|wants|love|like|hope|keen|hoping|dying|wish|planning|wanting|able|excited) to (?:see|visit|go to)|be sure to (?:include|see|visit)|make sure (?:we |to |you |that we )*(?:include|see|visit)|including|include|see|seeing|visit|visiting|especially|definitely|with (?:a )?(?:visit|trip|stop) (?:to|at)|tickets (?:to|for)|(?:want|love|like|hope|keen|wish|wanting|got) to (?:go up|climb|do|experience|check out|tour)|check(?:ing)? out|go up|going up|a (?:visit|trip|stop) (?:to|at)";
const CUE = phrase(`(?<must>${MUST})|${WISH}`);

const LANDMARK =
  /(?:^|[\s-])(?:towers?|museums?|galler(?:y|ies)|palaces?|castles?|cathedral|church|temples?|shrines?|bridge|park|gardens?|market|square|opera(?: house)?|basilica|fountain|gate|chapel|monastery|abbey|forum|zoo|aquarium|statue|stadium|steps|dome|hall|house|library|pier|quarter|lookout|observatory|mosque|tombs?|crossing|skytree|louvre|colosseum|coliseum|uffizi|accademia|pantheon|sagrada(?: familia| família)?|prado|rijksmuseum|acropolis|moma|musée|museo|museu|palazzo|piazza|plaza|torre|duomo|wat|belvedere|alhambra|taj mahal|big ben|ji|jinja|taisha|hermitage|tate|guggenheim|zócalo|ruins|falls|caves?|memorial|cemetery|catacombs|arena|colosseo|funicular|cable ?car|tram)(?:$|[\s-])/iu;
/** Places on the map that carry an article and are no sights. */
const WITH_ARTICLE =
  /^(?:hague|alps|dolomites|algarve|cotswolds|highlands|city|town|area|region|country|coast|south|north|east|west)$/i;

export interface SightsFound {
  sights: string[];
  /** "Must see Rome": perhaps a sight, perhaps the destination. */
  bare: string[];
}

interface Item {
  text: string;
  start: number;
  end: number;
  hasArticle: boolean;
  isName: boolean;
  next: number;
}

const isInName = (token: Token | undefined, after: Token | undefined): boolean =>
  token !== undefined &&
  token.gap === " " &&
  (token.isName || (INSIDE_NAME.has(token.text.toLowerCase()) && after?.isName === true && after.gap === " "));

/** "Tram 28", "Pier 39". */
const LINE_NUMBER = /^ \d{1,3}(?![\p{L}\p{N}.:/-])(?! (?:days?|nights?|people|adults?|hours?))/u;

/** One name from a token on; a written name may hold small words, any other ends at an everyday word. */
function itemAt(tokens: readonly Token[], from: number, reading: Reading): Item | null {
  const hasArticle = /^the$/i.test(tokens[from]?.text ?? "");
  const first = from + (hasArticle ? 1 : 0);
  const token = tokens[first];
  if (!token || (hasArticle && token.gap !== " ") || (isCommon(token.text) && !token.isName)) return null;
  let next = first + 1;
  const lower = (at: Token | undefined): boolean =>
    at !== undefined && at.gap === " " && !isCommon(at.text) && !token.isName;
  while (isInName(tokens[next], tokens[next + 1]) || lower(tokens[next])) next += 1;
  /** "Belém tower": the kind of sight may be written small. */
  const kind = tokens[next];
  if (token.isName && kind?.gap === " " && !kind.isName && LANDMARK.test(kind.text)) next += 1;
  const last = tokens[next - 1];
  if (!last) return null;
  const end = last.end + (LINE_NUMBER.exec(reading.rest.slice(last.end))?.[0].length ?? 0);
  const text = reading.rest.slice(token.start, end);
  return { text, start: token.start, end, hasArticle, isName: token.isName, next };
}

function isSight({ text, hasArticle, isName }: Item, isMust: boolean): boolean {
  const isWrittenName = isMust && isName && /^\p{Lu}\S* \p{Lu}/u.test(text);
  if ((isInterest(text) && !isWrittenName) || readHint(text) !== null || readHint(`the ${text}`) !== null) return false;
  const isKnownKind = LANDMARK.test(text);
  if (hasArticle) return (isName || isMust || isKnownKind) && !WITH_ARTICLE.test(text);
  return isKnownKind || (isMust && isName);
}

const BETWEEN_ITEMS = /^\s*(?:,|&|\+)?\s*$/;

function itemsAfter(tokens: readonly Token[], from: number, reading: Reading): Item[] {
  const items: Item[] = [];
  let at = from;
  while (at < tokens.length) {
    if (/^(?:and|plus|also|both|or)$/i.test(tokens[at]?.text ?? "")) at += 1;
    const item = itemAt(tokens, at, reading);
    const gap = tokens[at]?.gap ?? "";
    if (!item || (items.length > 0 && !BETWEEN_ITEMS.test(gap))) break;
    items.push(item);
    at = item.next;
  }
  return items;
}

function takeCued(reading: Reading, found: SightsFound): void {
  for (const cue of reading.findAll(CUE)) {
    const end = cue.index + cue[0].length;
    const tokens = tokensOf(reading);
    const from = tokens.findIndex(({ start }) => start >= end);
    if (from < 0 || !/^\s*:?\s*$/.test(reading.rest.slice(end, tokens[from]?.start))) continue;
    const isMust = cue.groups?.must !== undefined;
    const sights = itemsAfter(tokens, from, reading).filter((item) => isSight(item, isMust));
    for (const item of sights) {
      const isSure = LANDMARK.test(item.text) || item.hasArticle;
      (isSure ? found.sights : found.bare).push(item.text);
      reading.claim(item.start, item.end);
    }
    if (sights.length > 0) reading.claim(cue.index, end);
  }
}

/** "Italian markets" is a taste, "British Museum" a building. */
const isKindOnly = (text: string): boolean => {
  const [first = "", second = ""] = text.split(" ");
  return isNationality(first) && !/^\p{Lu}/u.test(second);
};

const PLACE_CUE = /^(?:in|to|from|near|around)$/i;

/** "Eiffel Tower" needs no verb: a kind of sight with a name of its own is a wish to see it. */
function takeFreeStanding(reading: Reading, found: SightsFound): void {
  const tokens = tokensOf(reading);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token?.isName || isCommon(token.text)) continue;
    const item = itemAt(tokens, at, reading);
    if (!item) continue;
    const isNamedSight = LANDMARK.test(item.text) && !isInterest(item.text) && !isKindOnly(item.text);
    if (isNamedSight && !(before && PLACE_CUE.test(before.text) && token.gap === " ")) {
      found.sights.push(item.text);
      reading.claim(item.start, item.end);
    }
    at = item.next - 1;
  }
}

export function takeSights(reading: Reading): SightsFound {
  const found: SightsFound = { sights: takePraisedSights(reading), bare: [] };
  takeCued(reading, found);
  takeFreeStanding(reading, found);
  return { sights: [...new Set(found.sights)], bare: [...new Set(found.bare)] };
}
