/**
 * A pasted text made readable for rules: Markdown, emoji and fancy punctuation are replaced character
 * for character, so that every position still points into the text as it was pasted.
 */

/** Claimed or removed; no letter, digit or space, so that no name runs across it. */
export const GAP = "\u2588";

const blank = (text: string): string => " ".repeat(text.length);

const LOOKALIKES: readonly [RegExp, string][] = [
  [/[‘’ʼ`´]/gu, "'"],
  [/[“”„«»]/gu, '"'],
  [/[‐‑‒–—―−]/gu, "-"],
  [/[\u00a0\u2007\u202f\t]/gu, " "],
  [/[•‣▪▫◦●○·∙]/gu, "*"],
  [/[➡→⇒➔➜▶►»]/gu, ";"],
];

/** Who wrote a message when, tags, link targets, emoji and control characters say nothing about a plan. */
const NOISE: readonly RegExp[] = [
  /^\[[^\]\n]{0,20}\d[:.]\d{2}[^\]\n]{0,8}\] ?[^:\n]{1,25}: /gmu,
  /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}[^-\n]{0,6} - [^:\n]{1,25}: /gmu,
  /<[a-z/!][^>\n]{0,200}>/giu,
  /\[\d{1,2}\]/gu,
  /\]\([^)\s]{1,500}\)/gu,
  /https?:\/\/\S+/giu,
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\uFE00-\uFE0F]|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]|\u20E3/gu,
  /(?!\n)\p{Cc}/gu,
];

export interface SourceText {
  /** As pasted. */
  original: string;
  /** The same length, without markup. */
  clean: string;
  /** Ranges set in bold. */
  bold: readonly { from: number; to: number }[];
}

function boldRanges(text: string): { from: number; to: number }[] {
  return [...text.matchAll(/\*\*([^*\n]{1,200})\*\*|__([^_\n]{1,200})__/gu)].map((match) => ({
    from: match.index + 2,
    to: match.index + match[0].length - 2,
  }));
}

export function readSource(original: string): SourceText {
  let clean = original;
  for (const pattern of NOISE) clean = clean.replace(pattern, blank);
  for (const [pattern, plain] of LOOKALIKES) clean = clean.replace(pattern, plain);
  const bold = boldRanges(clean);
  clean = clean
    .replace(/\*\*|__/gu, "  ")
    .replace(/(?<=\S)\*|(?<![\s*])_|_(?![\s_])/gu, " ")
    .replace(/\*(?=\S)/gu, " ")
    .replace(/[[\]]/gu, " ");
  return { original, clean, bold };
}
