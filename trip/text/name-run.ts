/** How far a name goes: its words, and the country or region said with it. */

import { INSIDE_NAME, isNationality } from "./common-words.ts";
import { readCountry, readHint } from "./countries.ts";
import { isEveryday } from "./everyday-words.ts";
import type { Reading } from "./reading.ts";
import type { PlaceHint } from "./request.ts";
import type { Token } from "./tokens.ts";

/** A name and the words it takes up, its country included. */
export interface Run {
  text: string;
  start: number;
  end: number;
  hint: PlaceHint | null;
  country: string | null;
  isName: boolean;
  next: number;
}

/** Lower-case second halves belong to these: "New york", "San francisco". */
const OPEN_STARTS =
  /^(?:new|san|santa|saint|st\.?|los|las|le|la|el|rio|buenos|cape|mexico|panama|guatemala|kuwait|ho|hong|kuala|tel|abu|port|fort|santo|são|sao|puerto|addis|siem|chiang|luang|phnom|da|nha|bad|baden|palma|salt|den|the|ras|ras al|phu|koh|ko|krakow|saint-)$/i;

/** Everyday words that end a name: "Mexico City", "Cape Town", "Palm Beach". */
const LAST_WORD = /^(?:city|town|islands?|beach|bay|springs|falls|park)$/i;

export const isStop = (token: Token): boolean => isEveryday(token.text) && !/^Nice$/.test(token.text);

export function isNameWord(token: Token | undefined): boolean {
  return token?.isName === true && !isStop(token) && !isNationality(token.text);
}

/** Whether a written name ("Rio de Janeiro", "Cape Town") goes on with the word at `next`. */
function continuesWritten(tokens: readonly Token[], from: number, next: number): boolean {
  const [token, after] = [tokens[next], tokens[next + 1]];
  if (!token) return false;
  if (isNameWord(token) || (token.isName && LAST_WORD.test(token.text))) return true;
  const isSecond = next === from + 1 && OPEN_STARTS.test(tokens[from]?.text ?? "");
  if (isSecond && (!isStop(token) || LAST_WORD.test(token.text))) return true;
  const isSmall = INSIDE_NAME.has(token.text.toLowerCase()) && after?.gap === " ";
  return isSmall && (isNameWord(after) || INSIDE_NAME.has(after.text));
}

/** "new york city": small letters go on until an everyday word, unless that word ends names. */
function continuesLoose(tokens: readonly Token[], from: number, next: number): boolean {
  const token = tokens[next];
  if (!token) return false;
  const isInside = OPEN_STARTS.test(tokens[from]?.text ?? "") || next > from + 1;
  return !isStop(token) || (isInside && LAST_WORD.test(token.text));
}

const MAX_WRITTEN = 7;
const MAX_LOOSE = 4;

function extend(tokens: readonly Token[], from: number): number {
  const isWritten = tokens[from]?.isName === true;
  const limit = from + (isWritten ? MAX_WRITTEN : MAX_LOOSE);
  const continues = isWritten ? continuesWritten : continuesLoose;
  let next = from + 1;
  while (next < limit && tokens[next]?.gap === " " && continues(tokens, from, next)) next += 1;
  while (next > from + 1 && INSIDE_NAME.has(tokens[next - 1]?.text ?? "")) next -= 1;
  return next;
}

/** "Rome, Italy", "Springfield IL", "San José in Costa Rica", "Paris (France)": the country, and where it ends. */
function hintAfter(tokens: readonly Token[], next: number): { hint: PlaceHint; next: number } | null {
  const token = tokens[next];
  if (!token) return null;
  const isIn = token.gap === " " && /^in$/i.test(token.text);
  const from = isIn ? next + 1 : next;
  if (!isIn && !/^ ?,? ?\(?$/.test(token.gap)) return null;
  for (let end = Math.min(from + 4, tokens.length); end > from; end -= 1) {
    const words = tokens.slice(from, end);
    if (words.slice(1).some(({ gap }) => gap !== " ")) continue;
    const text = words.map((word) => word.text).join(" ");
    const hint = readHint(text);
    const isCapitalCode =
      /^[A-Z]{2}$/.test(text) || words.every(({ isName }) => isName) || !/^(?:us|in|or|me|hi|ok|oh)$/i.test(text);
    if (hint && isCapitalCode) return { hint, next: end };
  }
  return null;
}

/** A trailing country inside the run: "Paris France". */
function splitCountry(tokens: readonly Token[], from: number, next: number): number {
  for (let cut = from + 1; cut < next; cut += 1) {
    const text = tokens
      .slice(cut, next)
      .map((token) => token.text)
      .join(" ");
    if (readHint(text) !== null) return cut;
  }
  return next;
}

export function runAt(tokens: readonly Token[], from: number, reading: Reading): Run | null {
  const first = tokens[from];
  if (!first) return null;
  const whole = extend(tokens, from);
  const wholeText = reading.rest.slice(first.start, tokens[whole - 1]?.end);
  const country = readCountry(wholeText) ?? readCountry(`the ${wholeText}`);
  const cut = country ? whole : splitCountry(tokens, from, whole);
  const last = tokens[cut - 1];
  if (!last) return null;
  const hinted = country ? null : hintAfter(tokens, cut);
  const end = hinted ? (tokens[hinted.next - 1]?.end ?? last.end) : last.end;
  const text = reading.rest.slice(first.start, last.end).replace(/'s$/, "");
  return {
    text,
    start: first.start,
    end,
    hint: hinted?.hint ?? null,
    country,
    isName: first.isName,
    next: hinted?.next ?? cut,
  };
}
