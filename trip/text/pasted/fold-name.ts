/**
 * Names as they are compared: lower case, no accents, and the words that differ only by language made
 * one ("Museu", "Musée" and "Museum"; "São", "San" and "St"). Numbers stay.
 */
import { isCommon } from "../common-words.ts";
import { KIND_OF_WORD, SAME_WORD } from "./name-words.ts";

export interface NameToken {
  /** Folded, before languages are made one. */
  word: string;
  /** What is compared. */
  key: string;
  from: number;
  to: number;
  isCapital: boolean;
  /** What stands between this token and the one before. */
  gap: string;
}

const TOKEN =
  /\p{L}&\p{L}(?!\p{L})|(?:d|l|dell|all|nell|sull|dall|dels|s)'(?=\p{L})|[\p{L}\p{M}\p{N}]+(?:'s(?!\p{L}))?/giu;
const LIGATURES: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

export function foldWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/'s$/, "")
    .replace(/['&]/g, "");
}

export function keyOf(word: string): string {
  return KIND_OF_WORD.get(word) ?? SAME_WORD.get(word) ?? word;
}

/** `text` must have plain apostrophes, as `readSource` leaves it. */
export function nameTokens(text: string, offset = 0): NameToken[] {
  let end = 0;
  return [...text.matchAll(TOKEN)].map((match) => {
    const word = foldWord(match[0]);
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    return {
      word,
      key: keyOf(word),
      from: offset + match.index,
      to: offset + end,
      isCapital: /^[\p{Lu}\p{Lo}]/u.test(match[0]),
      gap,
    };
  });
}

/** Whether these words were written with care for capitals: one at the start of a line is no sign of it. */
export function writesCase(tokens: readonly NameToken[]): boolean {
  return tokens.some(({ isCapital, word }, index) => index > 0 && isCapital && !isCommon(word));
}
