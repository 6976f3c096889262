/**
 * How names are compared: folded to lower case without accents, by the program rather than the database,
 * because the embedded engine runs in the C locale and a server in any. `soundKey` and `skeleton` find
 * what spelling hides ("Paree", "Kioto", "Lisobn"); they mean nothing outside Latin letters.
 */

import { editDistance } from "../../trip/text/edit-distance.ts";

const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const ABBREVIATIONS: Record<string, string> = { st: "saint", ste: "sainte", mt: "mount", ft: "fort" };

/** Combining marks of Latin, Greek and Cyrillic, Hebrew and Arabic. Not of Japanese: バ is not ハ. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g;
const APOSTROPHES = /['’‘ʻʼ`´]/g;

/** Letters and digits in lower case, one space between words: "Sacré-Cœur" → "sacre coeur". */
export function plainFold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** "São Paulo" → "sao paulo", "St. John's" → "saint johns". */
export function foldText(text: string): string {
  return plainFold(text)
    .split(" ")
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(" ");
}

const isLatin = (folded: string): boolean => /^[a-z0-9 ]+$/.test(folded);
const collapseDoubles = (text: string): string => text.replace(/(.)\1+/g, "$1");

const CONSONANTS: readonly [RegExp, string][] = [
  [/ph/g, "f"],
  [/sch|sh/g, "s"],
  [/c(?=[eiy])/g, "s"],
  [/ck|ch|c|qu|q|kh/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/w/g, "v"],
  [/h/g, ""],
];
const VOWELS: readonly [RegExp, string][] = [
  [/eau|au/g, "o"],
  [/ee|ie|ei|ey|y/g, "i"],
  [/oo|ou/g, "u"],
  [/ae|oe/g, "e"],
];

function spelledAlike(folded: string): string {
  return CONSONANTS.reduce((text, [pattern, letter]) => text.replace(pattern, letter), folded.replaceAll(" ", ""));
}

/** What a name sounds like to somebody who never saw it written; final silent letters are dropped. */
export function soundKey(folded: string): string | null {
  if (!isLatin(folded)) return null;
  const spoken = VOWELS.reduce((text, [pattern, letter]) => text.replace(pattern, letter), spelledAlike(folded));
  const key = collapseDoubles(spoken).replace(/(?<=..)[stxe]+$/, "");
  return key.length >= 3 ? key : null;
}

/** First letter and consonants: survives wrong vowels and a swap with a vowel. */
export function skeleton(folded: string): string | null {
  if (!isLatin(folded)) return null;
  const alike = spelledAlike(folded);
  const key = collapseDoubles(alike.slice(0, 1) + alike.slice(1).replace(/[aeiouy]/g, ""));
  return key.length >= 2 ? key.slice(0, 60) : null;
}

/** 1 for equal, 0 for nothing in common: edits (a swap of neighbours is one) against the longer text. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer;
}
