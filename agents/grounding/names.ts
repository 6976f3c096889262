/** What in a text looks like the name of a place: runs of words written large, and what such a run is made of. */
import { nameWords } from "./name-words.ts";

export { nameWords } from "./name-words.ts";

export interface NameRun {
  text: string;
  /** Its first word would be written large anyway: it begins a sentence, a line, or what follows a colon. */
  isAtStart: boolean;
  /** Where a place would be named: after "at" or "visit", a time of day, in quotation marks, in a list of names. */
  isWherePlacesStand: boolean;
  /** What follows it makes it a heading: a colon, or the end of what is printed bold. */
  isLabel: boolean;
}

/** Stand inside names between words written large. */
const LINKS =
  "of|the|de|da|do|dos|das|del|della|dello|dei|di|la|le|les|lo|los|las|el|du|des|d|van|von|der|den|zu|zum|y|e|al|sur|sous|ten|ter";
const WORD = String.raw`(?:St\.|Mt\.|Sta\.|Sto\.|Dr\.|\p{Lu}[\p{L}\p{M}\p{N}'’]*(?:-[\p{L}\p{M}\p{N}'’]+)*)`;
const RUN = new RegExp(String.raw`(?<![\p{L}\p{N}_'’])${WORD}(?:[ ](?:(?:${LINKS})[ ]|d['’]){0,3}${WORD})*`, "gu");
/** What may stand between the beginning of a sentence and its first word. */
const AT_START = /(?:^|[.!?:;…|•·*_>–—\n]|(?:^|\n)\s*\d+[.)])[\s"'“”‘’«»*_>()[\]–—-]*$/u;
const BEFORE_A_PLACE =
  /(?:(?<!listen )\b(?:at|in|to|near|nearby|visit|visits|visiting|see|from|around|through|via|into|towards?|past|opposite|beside|behind|explore|exploring|reach|called|named|add|added|drop|dropped|move|moved|replace|replaced|swap|swapped|skip|skipped|remove|removed|keep|kept|lock|locked)\s+(?:(?:the|your|a|an)\s+)?|\d\d(?:\s?[ap]\.?m\.?)?[\s:,*–—-]+|[“"«‘]|→\s*)$/i;
/** The name before it is no beginning of a sentence. */
const IN_A_LIST = /[^.!?:;\n]\s\p{Lu}[\p{L}'’]*(?:, and|, or|,| and| or| &)\s(?:the\s)?$/u;
const AFTER_A_LABEL = /^\s?(?::|\*\*|__)/;
const HEADING = /^#{1,6}\s.*$/gm;
const LINK_TARGET = /\]\([^)]*\)|https?:\/\/\S+/g;
/** As far as one looks back and ahead. */
const AROUND = 40;

export function runsIn(text: string): NameRun[] {
  const plain = text.replaceAll(HEADING, (line) => "\n".padEnd(line.length)).replaceAll(LINK_TARGET, "] ");
  return [...plain.matchAll(RUN)].map((match) => {
    const before = plain.slice(Math.max(0, match.index - AROUND), match.index);
    const end = match.index + match[0].length;
    return {
      text: match[0],
      isAtStart: match.index === 0 || AT_START.test(before),
      isWherePlacesStand: BEFORE_A_PLACE.test(before) || IN_A_LIST.test(before),
      isLabel: AFTER_A_LABEL.test(plain.slice(end, end + AROUND)),
    };
  });
}

const LINK_WORDS: ReadonlySet<string> = new Set(LINKS.split("|"));

/** The words of a run that carry its meaning, in order. */
export function tellingWords(run: string): string[] {
  return nameWords(run).filter((word) => !LINK_WORDS.has(word));
}

/** Words in capitals throughout are abbreviations, and so are letters and numbers alone. */
export function isAbbreviation(word: string): boolean {
  return word.length < 2 || /^\p{Lu}{2,}\d*$/u.test(word) || /^\d+$/.test(word);
}

/** The share of small words that only English has: in other languages every noun, or none, may be written large. */
const ENGLISH = new Set(
  "the and of to is in for you your with at on it that this are be will from by have not as we can day".split(" "),
);
const ENOUGH_ENGLISH = 0.12;
const TOO_SHORT_TO_TELL = 8;

export function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < TOO_SHORT_TO_TELL) return true;
  return words.filter((word) => ENGLISH.has(word)).length / words.length >= ENOUGH_ENGLISH;
}
