/**
 * The short names people use: "Railway Museum" in Kyoto, "Food Bazaar" in Cape Town, "Quinquela museum".
 * Words that stand alone as a name and that all belong to one place of the city, and to no other, name it.
 */
import { isEatery, type Place } from "../../place.ts";
import { isCommon } from "../common-words.ts";
import type { NameToken } from "./fold-name.ts";
import { CONCEPT_WORDS, FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "./name-words.ts";

export interface NameHolders {
  /** Places with all of these words in their names, or of that kind. */
  holders(keys: readonly string[]): readonly Place[];
  /** Share of the place's shortest name that these words are, by weight. */
  shareOf(place: Place, keys: readonly string[]): number;
  /** The city's own names, which tell nothing in it. */
  ofCity: ReadonlySet<string>;
  /** Whether a name of the place begins with the word. */
  isFirst(place: Place, key: string): boolean;
  isArea(words: readonly NameToken[]): boolean;
}

export interface ShortName {
  place: Place;
  start: number;
  end: number;
  score: number;
  keys: readonly string[];
}

const LONGEST = 6;
/** Of these a city has one, and everybody says only what it is. */
const ONE_A_CITY: ReadonlySet<string> = new Set(["zoo", "aquarium", "planetarium", "catacombs"]);
/** Everybody arrives at one, and few go to see it. */
const NO_SIGHT: ReadonlySet<string> = new Set([
  "station",
  "airport",
  "hotel",
  "street",
  "quarter",
  "restaurant",
  "cafe",
  "bar",
  "house",
  "harbour",
  "waterfront",
]);
const ARTICLE = /^(?:the|el|la|los|las|il|lo|le|les|o|os|da)$/;

export interface Extent {
  start: number;
  end: number;
}

export interface Reading {
  tokens: readonly NameToken[];
  hasCase: boolean;
  isUnbroken(from: number, to: number): boolean;
  /** The words around that a reader takes for parts of the same name. */
  widened(start: number, end: number): Extent;
}

export function shortNames(reading: Reading, names: NameHolders): ShortName[] {
  const { tokens } = reading;
  const found: ShortName[] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    for (let end = start + 1; end <= Math.min(tokens.length, start + LONGEST); end += 1) {
      if (!reading.isUnbroken(start, end - 1)) break;
      const short = shortNameAt(reading, { start, end }, names);
      if (short) found.push(short);
    }
  }
  return found;
}

function shortNameAt(reading: Reading, extent: Extent, names: NameHolders): ShortName | null {
  const said = reading.tokens.slice(extent.start, extent.end);
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last || STOP_WORDS.has(first.word) || STOP_WORDS.has(last.word)) return null;
  const words = said.filter(({ word, key }) => !STOP_WORDS.has(word) && !names.ofCity.has(key));
  const isOfCity = said.some(({ key }) => names.ofCity.has(key));
  const keys = [...new Set(words.map(({ key }) => key))];
  if (keys.length === 0 || names.isArea(said) || !isAlone(reading, extent)) return null;
  const isLong = keys.length > 1 || (isOfCity && !NO_SIGHT.has(keys[0] ?? ""));
  const isName = isLong ? isWrittenAsName(words, reading, extent) : isOneWordName(words[0] ?? first, reading, extent);
  if (!isName) return null;
  const all = isOfCity ? [...new Set(said.filter(({ word }) => !STOP_WORDS.has(word)).map(({ key }) => key))] : keys;
  const place = onlyOne(names.holders(all));
  if (!place || (keys.length === 1 && isAboutRiver(reading, extent.start, place, names))) return null;
  const share = names.shareOf(place, keys);
  const least = isLong ? 0.78 : 0.66;
  return { place, ...extent, keys, score: least + 0.18 * Math.min(1, share) };
}

/** A museum rather than the restaurant in it. */
function onlyOne(places: readonly Place[]): Place | null {
  const [first, ...others] = places;
  if (others.length === 0) return first ?? null;
  const sights = places.filter((place) => !isEatery(place));
  return sights.length === 1 ? (sights[0] ?? null) : null;
}

/** Nothing beside the words belongs to the same name, save an article. */
function isAlone(reading: Reading, { start, end }: Extent): boolean {
  const wide = reading.widened(start, end);
  const before = reading.tokens.slice(wide.start, start);
  return wide.end === end && before.every(({ word }) => ARTICLE.test(word));
}

/** Several words, most of them large where the text writes names large, and not all of them everybody's. */
function isWrittenAsName(words: readonly NameToken[], reading: Reading, { start, end }: Extent): boolean {
  const { hasCase, tokens } = reading;
  const isOrdinary = words.every(({ key, word }) => KIND_KEYS.has(key) || isCommon(word));
  const isCounted = words.length > 1 || KIND_KEYS.has(words[0]?.key ?? "");
  const isLarge = hasCase && isCounted && words.every(({ isCapital }) => isCapital);
  if (isOrdinary && !isLarge) return false;
  if (!hasCase) {
    const isApart =
      (start === 0 || !reading.isUnbroken(start - 1, start)) &&
      (end === tokens.length || !reading.isUnbroken(end - 1, end));
    return isApart || words.some(({ key, word }) => !KIND_KEYS.has(key) && !isCommon(word) && !CONCEPT_WORDS.has(word));
  }
  const large = words.filter(({ isCapital, word }) => isCapital || /^\p{N}/u.test(word)).length;
  return words[0]?.isCapital === true && large * 2 >= words.length;
}

/** One word must be a name by itself, or the only one of its kind. */
function isOneWordName(token: NameToken, { tokens, hasCase }: Reading, { start }: Extent): boolean {
  const { word, key, isCapital } = token;
  if (ONE_A_CITY.has(key)) return isFirstOfName(tokens, start);
  if (isCommon(word) || word.length < 4 || (hasCase && !isCapital)) return false;
  const before = tokens[start - 1];
  const hasArticle = before !== undefined && ARTICLE.test(before.word);
  if (hasArticle && hasCase && (before.isCapital || KIND_KEYS.has(key))) return !NO_SIGHT.has(key);
  return !KIND_KEYS.has(key) && !FILLER_WORDS.has(word) && !CONCEPT_WORDS.has(word);
}

/** "Along the Seine" is not in the park named after it. */
function isAboutRiver({ tokens, hasCase }: Reading, start: number, place: Place, names: NameHolders): boolean {
  const before = tokens[start - 1];
  const hasArticle = before !== undefined && ARTICLE.test(before.word) && !before.isCapital;
  return hasCase && hasArticle && !names.isFirst(place, tokens[start]?.key ?? "");
}

/** "The zoo", not "wildlife zoo". */
function isFirstOfName(tokens: readonly NameToken[], start: number): boolean {
  const before = tokens[start - 1];
  const isApart = before === undefined || !/^[\s-]*$/.test(tokens[start]?.gap ?? "");
  return isApart || STOP_WORDS.has(before.word) || isCommon(before.word);
}
