/**
 * The text of a request for a journey, made plain: straight quotes and dashes, day numbers in digits. No shorthand is
 * written out here, since "visit 2 cities" is a count. What a rule has read is blanked out one for one, so that
 * offsets never move and no later rule reads it again.
 */
import { MONTH } from "../date-words.ts";
import { CLAIMED } from "../reading.ts";

export interface Span {
  start: number;
  end: number;
}

const MAX_LENGTH = 6_000;

const UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const TEENS =
  "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth".split(
    "|",
  );
const ORDINALS = [
  ...UNITS,
  ...TEENS,
  ...UNITS.map((unit) => `twenty-${unit}`),
  "thirtieth",
  "thirty-first",
] as readonly string[];
const ORDINAL = `(?:${[...ORDINALS].reverse().join("|").replaceAll("-", "[- ]")})`;
const WITH_MONTH = new RegExp(
  `\\b${MONTH} (?:the )?${ORDINAL}\\b|\\b${ORDINAL}(?: (?:to|and|through|until|till) (?:the )?${ORDINAL})? (?:day )?of ${MONTH}\\b`,
  "giu",
);

const inDigits = (said: string): string =>
  said.replace(new RegExp(`\\b${ORDINAL}\\b`, "giu"), (word) => {
    const day = ORDINALS.indexOf(word.toLowerCase().replace(" ", "-")) + 1;
    return `${day}${["th", "st", "nd", "rd"][day > 20 ? day % 10 : day] ?? "th"}`;
  });

const HAS_NAMES = /[^.!?:\s]\s+\p{Lu}\p{Ll}/u;

export function plainText(text: string): string {
  const plain = text
    .slice(0, MAX_LENGTH)
    .normalize("NFKC")
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[“”„«»*_]/gu, " ")
    .replace(/[‐‑‒–—―−]/gu, "-")
    .replace(/→/gu, "->")
    .replace(new RegExp(`\\p{Cc}|\\p{Cf}|\\p{Extended_Pictographic}(?<!\\p{N})|${CLAIMED}`, "gu"), " ")
    .replace(/\s+/gu, " ")
    .trim();
  const spoken = /\p{Ll}/u.test(plain) ? plain : plain.toLowerCase();
  return spoken.replace(WITH_MONTH, inDigits);
}

/** Whether names can be told by their capitals. */
export const hasCapitals = (text: string): boolean =>
  HAS_NAMES.test(text) || /^\p{Lu}\S* (?:to|->|-) \p{Lu}/u.test(text);

export function blankOut(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + CLAIMED.repeat(end - start) + rest.slice(end),
    text,
  );
}
