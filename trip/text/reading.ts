/**
 * A text being understood. Rules claim the parts they take; a claimed part is blanked out, so that the
 * next rule cannot read "2000" of "2000 euros" as a year. Offsets never move: claimed characters are
 * replaced one for one.
 */
import { writtenOut } from "./shorthand.ts";

/** Stands for a claimed character: no letter, no digit, no space, so that it ends every word. */
export const CLAIMED = "█";

/** Longer texts are cut: no trip request needs more, and no rule has to fear a novel. */
const MAX_LENGTH = 4_000;

/**
 * Letters and digits of every script, in three ranges instead of \p{L}\p{N}: punctuation, currency signs
 * and other symbols lie between them. Compiling the property classes 300 times would take a second.
 */
const WORD_CHARACTER = "[a-z0-9\\u00c0-\\u1fff\\u2c00-\\uffef]";
const NOT_BEFORE = `(?<!${WORD_CHARACTER})`;
const NOT_AFTER = `(?!${WORD_CHARACTER})`;

/** Whole words only, any case, any script. */
export function phrase(pattern: string): RegExp {
  return new RegExp(`${NOT_BEFORE}(?:${pattern})${NOT_AFTER}`, "giu");
}

export function normalise(text: string): string {
  const straight = text
    .slice(0, MAX_LENGTH)
    .normalize("NFKC")
    .replace(/[‘’ʼ`´]/gu, "'");
  return writtenOut(straight)
    .slice(0, MAX_LENGTH)
    .replace(/\p{Cc}|\p{Cf}|\p{Extended_Pictographic}|[\uFE00-\uFE0F]|█/gu, " ")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, "-")
    .replace(/→/gu, "->")
    .replace(/\s+/gu, " ")
    .trim();
}

export class Reading {
  readonly text: string;
  #rest: string;

  constructor(text: string) {
    this.text = normalise(text);
    this.#rest = this.text;
  }

  /** The text with everything claimed so far blanked out. */
  get rest(): string {
    return this.#rest;
  }

  has(pattern: RegExp): boolean {
    return this.find(pattern) !== null;
  }

  find(pattern: RegExp): RegExpExecArray | null {
    return this.findAll(pattern)[0] ?? null;
  }

  findAll(pattern: RegExp): RegExpExecArray[] {
    return [...this.#rest.matchAll(pattern)];
  }

  claim(start: number, end: number): void {
    this.#rest = this.#rest.slice(0, start) + CLAIMED.repeat(end - start) + this.#rest.slice(end);
  }

  take(pattern: RegExp): RegExpExecArray | null {
    const match = this.find(pattern);
    if (match) this.claim(match.index, match.index + match[0].length);
    return match;
  }

  takeAll(pattern: RegExp): RegExpExecArray[] {
    const matches = this.findAll(pattern);
    for (const match of matches) this.claim(match.index, match.index + match[0].length);
    return matches;
  }

  /** Claims the matches that `read` makes sense of, and leaves the others to later rules. */
  takeEach<Meaning>(pattern: RegExp, read: (match: RegExpExecArray) => Meaning | null): Meaning[] {
    const meanings: Meaning[] = [];
    for (const match of this.findAll(pattern)) {
      const meaning = read(match);
      if (meaning === null) continue;
      meanings.push(meaning);
      this.claim(match.index, match.index + match[0].length);
    }
    return meanings;
  }
}
