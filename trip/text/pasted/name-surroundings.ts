/** What stands around the words of a name: whether it goes on, is alone, or follows what makes it one. */
import { isEatery } from "../../place.ts";
import { isCommon } from "../common-words.ts";
import type { NameToken } from "./fold-name.ts";
import type { NameForm } from "./name-forms.ts";
import { FILLER_WORDS, KIND_KEYS, STOP_WORDS } from "./name-words.ts";

/** A word of a name, found among the tokens. */
interface Found {
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
function isCapitalInside(tokens: readonly NameToken[], hits: readonly Found[]): boolean {
  const at = hits[0]?.at ?? 0;
  return at > 0 && isJoined(tokens[at], tokens[at - 1]) && !(tokens[at - 1]?.isCapital ?? false);
}

/** One word that means many things, and is this place's whole name. */
export function isSingleTold(
  form: NameForm,
  tokens: readonly NameToken[],
  hits: readonly Found[],
  { hasCase, isWritten }: { hasCase: boolean; isWritten: boolean },
): boolean {
  if (form.isOnlyOne) return (hasCase && isWritten) || isOnItsOwn(tokens, hits, hasCase);
  if (isEatery(form.place) && isAfterMeal(tokens, hits)) return true;
  return isWritten && (isAlone(tokens, hits) || (hasCase && isCapitalInside(tokens, hits)));
}

/** "12:00 Nomad": nothing beside it. */
function isAlone(tokens: readonly NameToken[], hits: readonly Found[]): boolean {
  const at = hits[0]?.at ?? 0;
  return !isJoined(tokens[at], tokens[at - 1]) && !isJoined(tokens[at + 1], tokens[at]);
}

const isAfterMeal = (tokens: readonly NameToken[], hits: readonly Found[]): boolean =>
  /^(?:breakfast|brunch|lunch|dinner|supper)$/.test(tokens[(hits[0]?.at ?? 0) - 1]?.word ?? "");

/** "The castle", and not "the castle of"; in a text without capitals also "10:00 castle". */
function isOnItsOwn(tokens: readonly NameToken[], hits: readonly Found[], hasCase: boolean): boolean {
  const at = hits[0]?.at ?? 0;
  const before = tokens[at - 1];
  const isFree =
    !isJoined(tokens[at], before) ||
    (before !== undefined && (STOP_WORDS.has(before.word) || isCommon(before.word) || /^\p{N}/u.test(before.word)));
  return isFree && tokens[at + 1]?.word !== "of" && (!hasCase || before?.word === "the");
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
