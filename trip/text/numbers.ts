/** Numbers as people write them: digits, words, and the vague ones. */

const WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  couple: 2,
  few: 3,
  several: 5,
  dozen: 12,
};

/** A number that is certain, in digits or a word; no article. */
export const NUMBER =
  "\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty";

export function readNumber(text: string): number | null {
  const word = text.trim().toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  return WORDS[word] ?? null;
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
export const ORDINAL = `${ORDINALS.join("|")}|1st|2nd|3rd|4th|5th|last`;

/** 1 to 5, or -1 for "last". */
export function readOrdinal(text: string): number {
  const word = text.toLowerCase();
  if (word === "last") return -1;
  const index = ORDINALS.indexOf(word);
  return index >= 0 ? index + 1 : Number.parseInt(word, 10);
}
