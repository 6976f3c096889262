/** Names in a text that may be its cities, likeliest first: for a catalogue too large to be read whole. */
import { isCommon, isNationality } from "../common-words.ts";
import { type NameToken, nameTokens } from "./fold-name.ts";
import { CONCEPT_WORDS, FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "./name-words.ts";
import { readSource } from "./source-text.ts";
import { linesOf } from "./text-lines.ts";

const MOST = 12;
const LONGEST = 3;
/** Lines above the days and headings say where; the rest only after these. */
const BEFORE_CITY = /\b(?:in|to|for|around|of|visit(?:ing)?|explor(?:e|ing)|arrive in|leave|from)\s+(?:the )?$/iu;

export function cityCandidates(text: string): string[] {
  const source = readSource(text);
  const hasCase = /\p{Lu}/u.test(source.clean);
  const counts = new Map<string, number>();
  for (const [index, line] of linesOf(source).entries()) {
    const isTelling = line.isHeading || index < 3 || /^day\b/i.test(line.text);
    for (const { name, weight } of namesIn(line.text, { isTelling, hasCase })) {
      counts.set(name, (counts.get(name) ?? 0) + weight);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name)
    .slice(0, MOST);
}

interface LineTraits {
  isTelling: boolean;
  hasCase: boolean;
}

function namesIn(text: string, { isTelling, hasCase }: LineTraits): { name: string; weight: number }[] {
  const tokens = nameTokens(text);
  return tokens.flatMap((first, start) => {
    const isAfter = BEFORE_CITY.test(text.slice(0, first.from));
    if (!isTelling && !isAfter) return [];
    const isWord = ({ isCapital, word, gap }: NameToken, at: number): boolean =>
      (isCapital || (!hasCase && isAfter)) && !isOrdinary(word) && (at === 0 || /^[ -]$/.test(gap));
    const run = tokens.slice(start, start + LONGEST);
    const end = run.findIndex((token, at) => !isWord(token, at));
    return run.slice(0, end === -1 ? run.length : end).map(({ to }, at) => ({
      name: text.slice(first.from, to),
      weight: (isAfter ? 2 : 1) * (isTelling ? 2 : 1) + at * 0.1,
    }));
  });
}

function isOrdinary(word: string): boolean {
  return (
    word.length < 3 ||
    isCommon(word) ||
    isNationality(word) ||
    STOP_WORDS.has(word) ||
    CONCEPT_WORDS.has(word) ||
    KIND_KEYS.has(word) ||
    (FILLER_WORDS.has(word) && word !== "new" && word !== "city")
  );
}
