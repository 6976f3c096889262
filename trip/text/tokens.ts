/** Words of what is left of a text, with what a name finder asks of each: where, capital or not, and what stands before. */
import type { Reading } from "./reading.ts";

export interface Token {
  text: string;
  start: number;
  end: number;
  /** Written as a name: with a capital, or in a script without capitals. */
  isName: boolean;
  /** Everything between the word before and this one. */
  gap: string;
}

const WORD = /(?:\b(?:St|Ste|Mt|Ft)\.(?= ))|(?:\p{Lu}\.){2,}|[\p{L}\p{M}](?:[\p{L}\p{M}'-]*[\p{L}\p{M}])?/gu;
const HAS_LOWER_CASE = /\p{Ll}/u;

export function tokensOf(reading: Reading): Token[] {
  const hasCase = HAS_LOWER_CASE.test(reading.text);
  let end = 0;
  return [...reading.rest.matchAll(WORD)].map((match) => {
    const text = match[0];
    const gap = reading.rest.slice(end, match.index);
    end = match.index + text.length;
    const isName = /^\p{Lo}/u.test(text) || (hasCase && /^\p{Lu}/u.test(text));
    return { text, start: match.index, end, isName, gap };
  });
}
