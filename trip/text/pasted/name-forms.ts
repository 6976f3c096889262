/**
 * The names a place answers to: the catalogue's two, without what stands in brackets, either half of
 * "A and B", and what people call it. Each word weighs what it tells: "Tower" little, "Clérigos" much.
 */
import { isEatery, type Place } from "../../place.ts";
import { foldWord, keyOf, nameTokens } from "./fold-name.ts";
import { CONCEPT_WORDS, FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "./name-words.ts";
import { NICKNAMES } from "./nicknames.ts";

export interface FormWord {
  key: string;
  weight: number;
}

export interface NameForm {
  place: Place;
  words: readonly FormWord[];
  total: number;
  /** "grandpalace": how the name looks to somebody who leaves out spaces. */
  joined: string;
  /** Other ways to write it in one word: with its small words, without its kind. */
  spellings: readonly string[];
  /** Half of a longer name, or a nickname. */
  isPart: boolean;
  /** Of "A and B" one: a visit of its own, or the same. */
  isHalf: boolean;
  /** "Oceanarium" of "Lisbon Oceanarium": of its kind the city has one. */
  isOnlyOne: boolean;
}

export const WEIGHT = { kind: 0.3, filler: 0.4, city: 0.25, telling: 1 } as const;
/** A word from this weight on tells places apart. */
export const TELLING_FROM = 0.5;

const SEPARATORS = /\s+(?:and|und|et|y|e)\s+|\s*&\s+|\s*[:–—]\s+|\s+-\s+/u;

/** Whether a name says which of its kind, to somebody anywhere: by a word of its own, or its city's. */
export function tellsWhich({ words }: Pick<NameForm, "words">): boolean {
  return words.some(
    ({ key, weight }) =>
      (weight >= TELLING_FROM && !CONCEPT_WORDS.has(key)) || (words.length > 1 && weight === WEIGHT.city),
  );
}

/** Halves that name something themselves: "Roman Forum", "Palatine Hill", but not "Gardens". */
function halvesOf(name: string, { type }: Place): string[] {
  const halves = name.split(SEPARATORS).map((half) => half.trim());
  if (halves.length < 2) return [];
  return halves.filter((half) => {
    const tokens = nameTokens(half).filter(({ word }) => !STOP_WORDS.has(word));
    const telling = tokens.filter(({ key, word }) => isTelling(key, word));
    const isWalkedThrough = type === "neighborhood" || type === "street" || type === "square";
    return telling.length > 0 && (tokens.length > 1 || isWalkedThrough);
  });
}

const isTelling = (key: string, word: string): boolean =>
  !KIND_KEYS.has(key) && !FILLER_WORDS.has(key) && !FILLER_WORDS.has(word) && !CONCEPT_WORDS.has(word);

/** "(Golden Pavilion)" is another name; "(shop)" and "(West 74th Street)" say which of several. */
function bracketed(name: string, place: Place): string[] {
  const inside = /\(([\p{Lu}][^)]+)\)/u.exec(name)?.[1];
  return inside && !isEatery(place) && !/\bBranch\b|street$/i.test(inside) ? [inside] : [];
}

/** "BACC" for the Bangkok Art and Culture Centre. */
function acronymsOf(names: readonly string[], { type }: Place): string[] {
  const least = type === "museum" || type === "gallery" ? 3 : 4;
  return names.flatMap((name) => {
    const letters = [...name.matchAll(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu)].map(([letter]) => letter).join("");
    return letters.length >= least ? [letters] : [];
  });
}

/** Full names first, then parts of names. */
export function namesOf(place: Place): { text: string; isPart: boolean; isHalf: boolean }[] {
  const given = [place.name, ...(place.nameLocal === null ? [] : [place.nameLocal])];
  const bare = given.map((name) =>
    name
      .replace(/\s*\([^)]*\)/g, "")
      .replace(/ from .*$/, "")
      .replace(/[’]/g, "'")
      .trim(),
  );
  const firsts = bare.map((name) => name.replace(/,.*$/, ""));
  const halves = new Set(bare.flatMap((name) => halvesOf(name, place)));
  const parts = [...given.flatMap((name) => bracketed(name, place)), ...halves];
  const nicknames = NICKNAMES.get(place.name) ?? [];
  const hyphened = bare.flatMap((name) => name.split(" ").filter((part) => /^\p{L}{4,}-\p{L}+$/u.test(part)));
  const heads = bare.flatMap((name) => (/^[^:]+ [^:]+:/.test(name) ? [name.replace(/:.*$/, "")] : []));
  return [
    ...[...new Set([...bare, ...firsts])].map((text) => ({ text, isPart: false, isHalf: false })),
    ...[
      ...new Set([...parts, ...heads, ...(isEatery(place) ? [] : hyphened), ...acronymsOf(given, place), ...nicknames]),
    ].map((text) => ({ text, isPart: true, isHalf: halves.has(text) })),
  ];
}

/** Kinds of which a city has one that is called so. */
const ONE_A_CITY: ReadonlySet<string> = new Set(["zoo", "aquarium", "cathedral", "planetarium", "castle"]);

export function joinedOf(words: readonly { word: string }[]): string {
  return words
    .filter(({ word }) => !STOP_WORDS.has(word))
    .map(({ word }) => word)
    .join("");
}

/** The words of the city's own names: "Lisbon Cathedral" tells no more than "Cathedral" does in Lisbon. */
export function cityKeys(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => name.split(/\s+/)).map((word) => keyOf(foldWord(word))));
}

function rawForms(place: Place, ofCity: ReadonlySet<string>): Omit<NameForm, "total">[] {
  return namesOf(place).flatMap(({ text, isPart, isHalf }) => {
    const tokens = nameTokens(text).filter(({ word }) => !STOP_WORDS.has(word));
    const unique = tokens.filter(({ key }, index) => tokens.findIndex((other) => other.key === key) === index);
    if (unique.length === 0) return [];
    const words = unique.map(({ key, word }) => ({
      key,
      weight: KIND_KEYS.has(key)
        ? WEIGHT.kind
        : ofCity.has(key)
          ? WEIGHT.city
          : FILLER_WORDS.has(key) || FILLER_WORDS.has(word)
            ? WEIGHT.filler
            : WEIGHT.telling,
    }));
    const all = nameTokens(text).map(({ word }) => word);
    const own = words.filter(({ key }) => !ofCity.has(key));
    const named = tokens.filter(({ key }) => !KIND_KEYS.has(key));
    const joined = joinedOf(tokens);
    const spellings = [joined, all.join(""), ...(named.length === 1 ? [] : [joinedOf(named)])].filter(
      (spelling) => spelling.length > (spelling === all.join("") ? 3 : 5),
    );
    const form = { place, words, joined, spellings, isPart, isHalf, isOnlyOne: false };
    const [kind] = own;
    if (own.length > 1 && own.length < words.length) {
      return [form, { ...form, words: own, joined: own.map(({ key }) => key).join(""), spellings: [], isPart: true }];
    }
    if (own.length !== 1 || words.length === 1 || !kind || !ONE_A_CITY.has(kind.key)) return [form];
    return [form, { ...form, words: own, joined: kind.key, spellings: [], isPart: true, isOnlyOne: true }];
  });
}

/** "The castle", where the city has one. */
function onlyOnes(forms: readonly Omit<NameForm, "total">[]): Omit<NameForm, "total">[] {
  return [...ONE_A_CITY].flatMap((kind) => {
    const holding = forms.filter(({ place, words }) => !isEatery(place) && words.some(({ key }) => key === kind));
    const [first] = holding;
    const isOne = first && holding.every(({ place }) => place.id === first.place.id);
    const words = [{ key: kind, weight: WEIGHT.kind }];
    return isOne
      ? [{ place: first.place, words, joined: kind, spellings: [], isPart: true, isHalf: false, isOnlyOne: true }]
      : [];
  });
}

/** What several places of a city share tells less. */
const SHARED = [1, 1, 0.85, 0.7, 0.55] as const;

export function formsOf(places: readonly Place[], ofCity: ReadonlySet<string>): NameForm[] {
  const named = places.flatMap((place) => rawForms(place, ofCity));
  const forms = [...named, ...onlyOnes(named)];
  const holders = new Map<string, Set<string>>();
  for (const { place, words } of forms) {
    for (const { key } of words) holders.set(key, (holders.get(key) ?? new Set()).add(place.id));
  }
  return forms.map((form) => {
    const words = form.words.map(({ key, weight }) => ({
      key,
      weight: weight === WEIGHT.telling ? (SHARED[holders.get(key)?.size ?? 1] ?? TELLING_FROM) : weight,
    }));
    return { ...form, words, total: words.reduce((sum, word) => sum + word.weight, 0) };
  });
}
