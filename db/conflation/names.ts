/**
 * How alike the names of two records are. Every name of one is compared with every name of the other, word by word:
 * what says which place it is weighs most, what says only that it is a church or a café hardly anything, and common
 * words meet across languages.
 */
import { foldText, plainFold, similarity } from "../stores/fold.ts";
import { EMPTY_WORDS, KIN_KINDS, KIND_WORDS, TRANSLATED } from "./name-words.ts";
import { transliterate } from "./transliterate.ts";

export interface Word {
  readonly text: string;
  readonly weight: number;
  /** Says which place it is. */
  readonly isCore: boolean;
  /** Says what kind of place it is. */
  readonly kind: string | null;
}

export interface NameForm {
  readonly folded: string;
  /** In one, without articles. */
  readonly bare: string;
  readonly words: readonly Word[];
  readonly weight: number;
  readonly coreCount: number;
  /** Its core words in one, for names written together here and apart there. */
  readonly joined: string;
  readonly kinds: ReadonlySet<string>;
  readonly numbers: string;
  readonly isLatin: boolean;
}

const tableOf = (groups: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(groups).flatMap(([name, words]) => words.split(" ").map((word) => [word, name] as const)));

const KIND_OF = tableOf(KIND_WORDS);
const CONCEPT_OF = tableOf(TRANSLATED);
const EMPTY = new Set(EMPTY_WORDS.split(" "));
/** Common to so many names that they tell little. */
const FAINT = new Set(
  "national royal municipal old new great small holy saint our lady upper lower central".split(" "),
);
const WEIGHT = { core: 1, concept: 0.9, faint: 0.45, kind: 0.25, eatery: 0.15, letter: 0.3 } as const;
const MAX_NAMES = 12;

const ROMAN: Readonly<Record<string, string>> = { ii: "2", iii: "3", iv: "4", vi: "6", vii: "7", viii: "8", xii: "12" };

/** "peters" of "St. Peter's" is Peter. */
function lookUp(table: ReadonlyMap<string, string>, text: string): string | undefined {
  return table.get(text) ?? (text.length > 3 && text.endsWith("s") ? table.get(text.slice(0, -1)) : undefined);
}

function wordOf(folded: string): Word | null {
  const text = ROMAN[folded] ?? folded;
  const kind = lookUp(KIND_OF, text);
  if (kind !== undefined)
    return { text: kind, weight: kind === "eatery" ? WEIGHT.eatery : WEIGHT.kind, isCore: false, kind };
  const concept = lookUp(CONCEPT_OF, text);
  if (concept !== undefined) {
    const isFaint = FAINT.has(concept);
    return { text: `=${concept}`, weight: isFaint ? WEIGHT.faint : WEIGHT.concept, isCore: !isFaint, kind: null };
  }
  if (EMPTY.has(text)) return null;
  if (text.length === 1 && !/\p{N}/u.test(text)) return { text, weight: WEIGHT.letter, isCore: false, kind: null };
  return { text, weight: WEIGHT.core, isCore: true, kind: null };
}

export function nameForm(name: string): NameForm | null {
  const folded = transliterate(foldText(name));
  if (folded === "") return null;
  const found = folded.split(" ").map(wordOf);
  const words = found.filter((word) => word !== null);
  // "A", "El": nothing but empty words is a name all the same.
  const all = words.length > 0 ? words : [{ text: folded, weight: WEIGHT.core, isCore: true, kind: null }];
  const core = all.filter(({ isCore }) => isCore);
  return {
    folded,
    bare:
      folded
        .split(" ")
        .filter((word) => !EMPTY.has(word))
        .join("") || folded.replaceAll(" ", ""),
    words: all,
    weight: all.reduce((sum, { weight }) => sum + weight, 0),
    coreCount: core.length,
    joined: core.map(({ text }) => text).join(""),
    kinds: new Set(all.flatMap(({ kind }) => kind ?? [])),
    numbers: all.flatMap(({ text }) => /^\d+$/.exec(text)?.[0] ?? []).join(" "),
    isLatin: /^[a-z0-9 ]+$/.test(folded),
  };
}

/** "Belém Tower (Torre de Belém)" is two names, and so is "Bolzano - Bozen". */
function spellings(name: string): string[] {
  const bracketed = /^(.+?)\s*\((.+)\)\s*$/.exec(name);
  const parts = bracketed ? [bracketed[1] ?? "", bracketed[2] ?? ""] : name.split(/\s+[/|]\s+/);
  return parts.length > 1 ? [name, ...parts] : [name];
}

export interface Named {
  readonly name: string;
  readonly nameLocal?: string | undefined;
  readonly otherNames?: readonly string[] | undefined;
  readonly ids?: { readonly wikipedia?: string | undefined } | undefined;
}

export function nameForms({ name, nameLocal, otherNames = [], ids }: Named): NameForm[] {
  const article = ids?.wikipedia?.replace(/^[a-z-]+:/, "").replaceAll("_", " ");
  const names = [name, nameLocal, ...otherNames, article].filter((text) => text !== undefined).flatMap(spellings);
  const forms = new Map<string, NameForm>();
  for (const text of names) {
    if (forms.size >= MAX_NAMES) break;
    const form = nameForm(text);
    if (form && !forms.has(form.folded)) forms.set(form.folded, form);
  }
  return [...forms.values()];
}

const LONG_ENOUGH_FOR_SLIPS = 5;
const SAME_WORD = 0.83;

function wordLikeness(a: Word, b: Word): number {
  if (a.text === b.text) return 1;
  if (a.kind !== null && b.kind !== null) return areKin(a.kind, b.kind) ? 0.5 : 0;
  if (a.text.startsWith("=") || b.text.startsWith("=") || /^\d/.test(a.text) || /^\d/.test(b.text)) return 0;
  if (`${a.text}s` === b.text || `${b.text}s` === a.text) return 0.95;
  if (Math.min(a.text.length, b.text.length) < LONG_ENOUGH_FOR_SLIPS) return 0;
  if (Math.abs(a.text.length - b.text.length) > 3) return 0;
  const likeness = similarity(a.text, b.text);
  return likeness >= SAME_WORD ? likeness : 0;
}

export function areKin(a: string, b: string): boolean {
  return a === b || KIN_KINDS.some((kin) => kin.includes(a) && kin.includes(b));
}

export interface NameLikeness {
  /** 0–1. */
  readonly score: number;
  /** Every word that says which place one of them is stands in the other as well. */
  readonly isContained: boolean;
  /** Every word of one stands in the other. */
  readonly isPart: boolean;
  /** "Pier 39" and "Pier 33", the Upper and the Lower Gardens. */
  readonly isContrary: boolean;
  /** A castle and its garden, a church and its square. */
  readonly hasOtherKind: boolean;
  /** Neither has a word that says which place it is. */
  readonly isGeneric: boolean;
  /** Written alike, but for accents, case, spaces and articles. */
  readonly isEqual: boolean;
}

const NOTHING: NameLikeness = {
  score: 0,
  isContained: false,
  isPart: false,
  isContrary: false,
  hasOtherKind: false,
  isGeneric: false,
  isEqual: false,
};

interface Pairing {
  /** By weight, of both names. */
  matched: number;
  words: number;
  coreOfA: number;
  coreOfB: number;
}

/** Each word with the likest that is still free; names are short, so greed is as good as anything. */
function pairWords(a: NameForm, b: NameForm): Pairing {
  const free = new Set(b.words);
  const pairing: Pairing = { matched: 0, words: 0, coreOfA: 0, coreOfB: 0 };
  for (const word of a.words) {
    let best: Word | null = null;
    let likeness = 0;
    for (const other of free) {
      const found = wordLikeness(word, other);
      if (found > likeness) [best, likeness] = [other, found];
    }
    if (!best) continue;
    free.delete(best);
    pairing.words += 1;
    pairing.matched += likeness * (word.weight + best.weight);
    if (word.isCore) pairing.coreOfA += 1;
    if (best.isCore) pairing.coreOfB += 1;
  }
  return pairing;
}

function otherKind(a: NameForm, b: NameForm): boolean {
  if (a.kinds.size === 0 || b.kinds.size === 0) return false;
  const isStrange = (kind: string, kinds: ReadonlySet<string>): boolean =>
    ![...kinds].some((other) => areKin(kind, other));
  return [...a.kinds].some((kind) => isStrange(kind, b.kinds)) || [...b.kinds].some((kind) => isStrange(kind, a.kinds));
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ["=upper", "=lower"],
  ["=old", "=new"],
  ["=ancient", "=modern"],
  ["=great", "=small"],
  ["=north", "=south"],
  ["=east", "=west"],
];

function areContrary(a: NameForm, b: NameForm): boolean {
  if (a.numbers !== b.numbers && a.numbers !== "" && b.numbers !== "") return true;
  const has = (form: NameForm, word: string): boolean => form.words.some(({ text }) => text === word);
  return OPPOSITES.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]).some(
    ([one, other]) => has(a, one) && !has(a, other) && has(b, other) && !has(b, one),
  );
}

const isWithin = (coreMatched: number, { coreCount }: NameForm): boolean => coreCount > 0 && coreMatched === coreCount;

export function compareNames(a: NameForm, b: NameForm): NameLikeness {
  const isGeneric = a.coreCount === 0 && b.coreCount === 0;
  if (a.bare === b.bare) {
    return { ...NOTHING, score: 1, isContained: true, isPart: true, isGeneric, isEqual: true };
  }
  const hasOtherKind = otherKind(a, b);
  const isContrary = areContrary(a, b);
  if (!isContrary && a.joined.length >= LONG_ENOUGH_FOR_SLIPS && a.joined === b.joined) {
    return { ...NOTHING, score: hasOtherKind ? 0.75 : 0.97, isContained: true, hasOtherKind };
  }
  const { matched, words, coreOfA, coreOfB } = pairWords(a, b);
  const score = matched / (a.weight + b.weight);
  const isPart = words === Math.min(a.words.length, b.words.length);
  const isContained = isGeneric
    ? isPart
    : a.coreCount > 0 && b.coreCount > 0 && (isWithin(coreOfA, a) || isWithin(coreOfB, b));
  const likeness = { ...NOTHING, isContained, isPart: isPart && isContained, isContrary, hasOtherKind, isGeneric };
  return { ...likeness, score: hasOtherKind ? score * 0.75 : score };
}

/** The likest pair of names; `null` where they have no script in common, so that nothing can be said. */
export function compareAllNames(a: readonly NameForm[], b: readonly NameForm[]): NameLikeness | null {
  let best: NameLikeness | null = null;
  for (const one of a) {
    for (const other of b) {
      if (one.isLatin !== other.isLatin) continue;
      const likeness = compareNames(one, other);
      if (!best || likeness.score > best.score || (likeness.score === best.score && !likeness.hasOtherKind))
        best = likeness;
      if (best.score === 1) return best;
    }
  }
  return best;
}

/** For names that are shown side by side: areas of a city. */
export const sameName = (a: string, b: string): boolean => plainFold(a) === plainFold(b);
