/** Where a name begins and ends in running text: which words around it belong to it, and how it is written. */
import { isCommon } from "../common-words.ts";
import type { NameToken } from "./fold-name.ts";
import { FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "./name-words.ts";

interface At {
  /** Index of a token. */
  at: number;
}

/** A name does not run across a bracket, a colon or the end of a sentence. */
export function isUnbroken(tokens: readonly NameToken[], from: number, to: number): boolean {
  for (let index = from + 1; index <= to; index += 1) if (!isJoined(tokens[index], tokens[index - 1])) return false;
  return true;
}

export function isJoined(token: NameToken | undefined, before: NameToken | undefined): boolean {
  if (!token || !before) return false;
  return (
    /^(?:\s*|\s?[-'&/]\s?)$/u.test(token.gap) ||
    (/^\.\s$/.test(token.gap) && /^(?:st|ste|mt|dr|no|s|d)$/.test(before.word))
  );
}

/** A capital that is not merely the first letter of a sentence. */
export function isCapitalInside(tokens: readonly NameToken[], hits: readonly At[]): boolean {
  const at = hits[0]?.at ?? 0;
  return at > 0 && isJoined(tokens[at], tokens[at - 1]) && !(tokens[at - 1]?.isCapital ?? false);
}

/** "The opera house": of these there is one. */
export function isDefinite(tokens: readonly NameToken[], hits: readonly At[]): boolean {
  const [first, last] = [hits[0]?.at ?? 0, hits.at(-1)?.at ?? 0];
  return last - first < hits.length && tokens[first - 1]?.word === "the";
}

/** "Dinner: Nomad", "19:30 Nomad": nothing else stands there. */
export function isAlone(tokens: readonly NameToken[], hits: readonly At[]): boolean {
  const at = hits[0]?.at ?? 0;
  const isApart = at === 0 || !isJoined(tokens[at], tokens[at - 1]);
  return isApart && (at + 1 >= tokens.length || !isJoined(tokens[at + 1], tokens[at]));
}

/** The words around a match that a reader takes for parts of the same name: "Belém *Palace*", "*National Museum of* Carmo". */
export function widened(tokens: readonly NameToken[], start: number, end: number): { start: number; end: number } {
  const isNameWord = (at: number): boolean => {
    const token = tokens[at];
    if (!token || STOP_WORDS.has(token.word)) return false;
    if (KIND_KEYS.has(token.key)) return true;
    return token.isCapital && !/^\p{N}/u.test(token.word) && !isCommon(token.word);
  };
  let from = start;
  let to = end;
  for (let at = end; at < tokens.length && at < end + 3 && isJoined(tokens[at], tokens[at - 1]); at += 1) {
    if (isConnector(tokens[at])) break;
    if (isNameWord(at)) to = at + 1;
    else if (!isLink(tokens[at])) break;
  }
  for (let at = start - 1; at >= 0 && at > start - 4 && isJoined(tokens[at + 1], tokens[at]); at -= 1) {
    if (isConnector(tokens[at])) break;
    if (isNameWord(at)) from = at;
    else if (!isLink(tokens[at])) break;
  }
  return { start: from, end: to };
}

const isLink = (token: NameToken | undefined): boolean =>
  token !== undefined &&
  (/^(?:de|of|do|da|di|del|des|du|dos|das|the|la|l|d)$/.test(token.word) || FILLER_WORDS.has(token.word));

const isConnector = (token: NameToken | undefined): boolean =>
  token !== undefined && (/^(?:and|e|y|et|und|to|in|at|on|by)$/.test(token.word) || /[&/+]/.test(token.gap));
