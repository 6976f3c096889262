/**
 * A name that no place of the catalogue answers to: told apart from what names nothing ("a local
 * restaurant", "the old town", "Chiado"), because only a sight can be unknown.
 */
import { isCommon, isNationality } from "../common-words.ts";
import { LEADING_VERB, STROLLING } from "./clause-words.ts";
import type { Clause } from "./clauses.ts";
import { foldWord, type NameToken, nameTokens } from "./fold-name.ts";
import { joinedOf } from "./name-forms.ts";
import { CONCEPT_WORDS, FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "./name-words.ts";

export interface Unnamed {
  from: number;
  to: number;
  text: string;
  /** A building, a park, a square: it must stand somewhere. */
  isSight: boolean;
}

export interface NameSurroundings {
  clean: string;
  bold: readonly { from: number; to: number }[];
  areas: ReadonlySet<string>;
  cityNames: ReadonlySet<string>;
}

/** Kinds that stand for a thing somebody goes to see; a street or a hotel is none. */
const NOT_A_SIGHT: ReadonlySet<string> = new Set([
  "quarter",
  "street",
  "hotel",
  "airport",
  "station",
  "restaurant",
  "cafe",
  "bar",
  "bakery",
  "cruise",
  "tram",
  "waterfront",
  "hill",
  "valley",
]);
const END =
  /[:(,;|\n]|\.(?=\s|$)|\s-\s|\s(?:for|with|where|which|to see|near|close to|overlooking|and then|until|before|by|including|featuring|known|followed|from|on|via|after|while|as|to)\s|\s(?:and|&)\s(?=\p{Ll})/u;
const LABEL =
  /^[\s\d:.,;|)█-]*(?:(?:early|late|mid)[ -]?)?(?:(?:morning|afternoon|evening|night|breakfast|brunch|lunch|dinner|midday|noon|stop \d+|option \d|activity|visit|attraction|place|where|location)\s*[:|-]+\s*)*/iu;
const AT = /^\s*(?:at|in|:|-|@)\s+/iu;

/** What is done, written large at the start of a line. */
const DOINGS: ReadonlySet<string> = new Set(
  (
    "stroll strolling wander wandering roam marvel relax relaxing sip taste tasting sample savor savour indulge soak catch grab unwind ascend descend hop " +
    "board cruise snap browse snack feast dine dining pick watch witness dive immerse rent cycle cycling bike hike hiking swim sunbathe stretch wake " +
    "recharge settle drop meet gather practical information info logistics essentials arriving farewell welcome leisure photo photos viewing panoramic scenic transfer arrival departure pickup session class " +
    "workshop picnic shopping souvenir nap siesta downtime guided skip ticket tickets entry stop optional continue cross crossing climb climbing admire " +
    "finish ferry bus metro taxi uber shuttle airport freshen pack packing head heading proceed pass neighbourhood neighborhood lunchtime café spot session"
  ).split(" "),
);

/** Where the name would stand: what is bold, else what follows the verb, up to the first comma or dash. */
function stretchOf({ from, to }: Clause, { clean, bold }: NameSurroundings): { from: number; to: number } | null {
  const marked = bold.find((range) => range.from >= from && range.to <= to);
  if (marked && !/\d[:h]\d|[ap]m\b/i.test(clean.slice(marked.from, marked.to)) && marked.to - marked.from > 3) {
    const label = LABEL.exec(`${clean.slice(marked.from, marked.to)}`)?.[0].length ?? 0;
    if (marked.from + label < marked.to - 2) return { from: marked.from + label, to: marked.to };
  }
  const text = clean.slice(from, to);
  let at = LABEL.exec(text)?.[0].length ?? 0;
  at += AT.exec(text.slice(at))?.[0].length ?? 0;
  at += LEADING_VERB.exec(text.slice(at))?.[0].length ?? 0;
  at += /^\s*(?:the|a|an|our|your|at)\s+/iu.exec(text.slice(at))?.[0].length ?? 0;
  const rest = text.slice(at);
  const end = END.exec(rest)?.index ?? rest.length;
  return end > 2 ? { from: from + at, to: from + at + end } : null;
}

const isNameWord = ({ word, key, isCapital }: NameToken): boolean =>
  isCapital &&
  word.length > 1 &&
  !/^\p{N}+$/u.test(word) &&
  !isCommon(word) &&
  !DOINGS.has(word) &&
  !isNationality(word) &&
  !KIND_KEYS.has(key) &&
  !FILLER_WORDS.has(key) &&
  !CONCEPT_WORDS.has(word) &&
  !STOP_WORDS.has(word);

export function nameWithoutPlace(clause: Clause, surroundings: NameSurroundings): Unnamed | null {
  const stretch = stretchOf(clause, surroundings);
  if (
    !stretch ||
    /^\W*(?:from|to|in|on|with|is|till|then|via|by|after|before)\b/iu.test(
      surroundings.clean.slice(stretch.from, stretch.to),
    )
  )
    return null;
  const { clean, areas, cityNames } = surroundings;
  const raw = clean.slice(stretch.from, stretch.to);
  const verb = LEADING_VERB.exec(raw)?.[0].length ?? 0;
  const from = stretch.from + verb + (/^[\s*-]*(?:the |a |an )?/iu.exec(raw.slice(verb))?.[0].length ?? 0);
  const text = clean
    .slice(from, stretch.to)
    .replace(/█.*$/su, "")
    .replace(/[\s:,.;-]+$/u, "");
  const tokens = nameTokens(text);
  const telling = tokens.filter(isNameWord).filter(({ word }) => !cityNames.has(word) && !areas.has(word));
  const isCalled = /\p{Lu}\p{L}+ (?:of|de|da|do|di|del|des) (?:the )?\p{Lu}/u.test(text) && !areas.has(foldWord(text));
  if ((telling.length === 0 && !isCalled) || tokens.length > 9) return null;
  const whole = joinedOf(tokens);
  if (areas.has(whole) || cityNames.has(foldWord(text))) return null;
  const kinds = tokens.filter(({ key }) => KIND_KEYS.has(key));
  const isKind = kinds.some(({ key }) => !NOT_A_SIGHT.has(key));
  const said = clean.slice(clause.from, clause.to);
  const isStroll =
    STROLLING.test(said.slice(0, Math.max(0, stretch.to - clause.from))) ||
    kinds.some(({ key }) => NOT_A_SIGHT.has(key));
  const isGoneTo = clause.time !== null || verb > 0 || /\bvisit|\btour of|\bsee\b/iu.test(said);
  const isMarked = surroundings.bold.some((range) => range.from <= from && range.to >= from);
  return {
    from,
    to: from + text.length,
    text,
    isSight: isKind ? isGoneTo || isMarked || tokens.length <= 6 : isGoneTo && !isStroll,
  };
}
