/**
 * Where from and where to. Names are found by what stands around them, not by a list of cities: after
 * "in", "to", "visit"; in a list with another name; at the head of the request. What is only probable
 * is marked as a guess, and whoever looks the names up drops the guesses that are no place.
 */

import { isNationality } from "./common-words.ts";
import { isEveryday } from "./everyday-words.ts";
import { isInterest } from "./interests.ts";
import { isAlternative, NO_PLACE, ROUTE, type Role, roleOf } from "./name-roles.ts";
import { isNameWord, isStop, type Run, runAt } from "./name-run.ts";
import type { Reading } from "./reading.ts";
import type { Country, NamedPlace } from "./request.ts";
import { type Token, tokensOf } from "./tokens.ts";

export interface PlacedName extends NamedPlace {
  /** One of several names in a row. */
  isListed?: boolean;
  start: number;
  end: number;
}

export interface NamesFound {
  destinations: PlacedName[];
  countries: Country[];
  origin: NamedPlace | null;
  assumptions: string[];
}

export const noNames = (): NamesFound => ({ destinations: [], countries: [], origin: null, assumptions: [] });

/** "F, 29" is no place; in scripts without capitals one sign may be one. */
const ONE_LETTER = /^[\p{Lu}\p{Ll}]$/u;

const isNotPlace = (run: Run): boolean =>
  ONE_LETTER.test(run.text) ||
  isInterest(run.text) ||
  NO_PLACE.test(run.text) ||
  (isNationality(run.text) && run.country === null);

/** "Street markets", at the head of a sentence. */
function isHeadOfInterest(tokens: readonly Token[], run: Run): boolean {
  const next = tokens[run.next];
  return next?.gap === " " && isInterest(`${run.text} ${next.text}`);
}

function addDestination(
  found: NamesFound,
  run: Run,
  certainty: NamedPlace["certainty"],
  assumptionOf: string | null,
): void {
  if (run.country !== null) {
    if (!found.countries.some(({ code }) => code === run.country)) {
      found.countries.push({ text: run.text, code: run.country });
    }
    return;
  }
  if (assumptionOf) {
    found.assumptions.push(assumptionOf);
    return;
  }
  const folded = run.text.toLowerCase();
  if (found.destinations.some(({ text }) => text.toLowerCase() === folded)) return;
  const isListed = found.destinations.length > 0;
  found.destinations.push({ text: run.text, hint: run.hint, certainty, isListed, start: run.start, end: run.end });
}

/** "Vienna, 11-14 November, concerts, Sachertorte": far from the other names, and nothing is said of a stay there. */
function isAfterOtherThings(reading: Reading, previous: PlacedName | undefined, run: Run): boolean {
  if (!previous) return false;
  const between = reading.rest.slice(previous.end, run.start);
  const isStayed = /^[ (:]*(?:for )?█/.test(reading.rest.slice(run.end));
  return /█/.test(between) && !isStayed && !/[\p{L}>&+/(] ?$/u.test(between);
}

function accept(run: Run, role: Exclude<Role, null>, context: { reading: Reading; found: NamesFound }): void {
  const { reading, found } = context;
  const previous = found.destinations.at(-1);
  const other = isAlternative(reading, previous, run)
    ? `You named ${previous?.text} or ${run.text}: I took ${previous?.text}.`
    : null;
  if (role === "origin") {
    const isChain = /^,? to \S+(?: \S+)?,? (?:and |then )*to \p{L}/iu.test(reading.rest.slice(run.end));
    const isRoute = isChain || ROUTE.test(reading.text);
    if (isRoute) addDestination(found, run, "named", null);
    else found.origin ??= { text: run.text, hint: run.hint, certainty: "named" };
  } else if (role !== "back") {
    const isUnsure =
      role === "guess" || (role === "listed" && (!run.isName || isAfterOtherThings(reading, previous, run)));
    const certainty = isUnsure ? "guess" : "named";
    addDestination(found, run, certainty, other);
  }
  reading.claim(run.start, run.end);
}

/** "London to Lisbon": what stands before the first "to" is where the trip sets out, unless it is a route. */
function headOfJourney(tokens: readonly Token[], run: Run, reading: Reading): boolean {
  const [to, after] = [tokens[run.next], tokens[run.next + 1]];
  if (!to || !after || !/^to$/i.test(to.text) || to.gap !== " " || after.gap !== " ") return false;
  const isChain = (reading.rest.slice(run.start).match(/ to (?=\p{L})/giu) ?? []).length > 1;
  return !isChain && !ROUTE.test(reading.text) && !isEveryday(after.text);
}

function writtenRunAt(tokens: readonly Token[], at: number, reading: Reading): Run | null {
  if (!isNameWord(tokens[at]) && !isPrefixed(tokens, at)) return null;
  const run = runAt(tokens, at, reading);
  return !run || isNotPlace(run) || isHeadOfInterest(tokens, run) ? null : run;
}

/** Names written as names. Runs first, so that no synonym eats half of "Palm Beach". */
export function takeWrittenNames(reading: Reading): NamesFound {
  const found = noNames();
  const context = { reading, found };
  const tokens = tokensOf(reading);
  for (let at = 0; at < tokens.length; at += 1) {
    const run = writtenRunAt(tokens, at, reading);
    if (!run) continue;
    const said = roleOf(tokens, at, run, { reading: context.reading, previous: context.found.destinations.at(-1) });
    const role = said ?? (leadsList(tokens, run) ? "guess" : null);
    const isHead = role === "guess" && found.origin === null && headOfJourney(tokens, run, reading);
    if (role !== null) accept(run, isHead ? "origin" : role, context);
    const latest = found.destinations.at(-1);
    if (role === "guess" && latest?.start === run.start) latest.isListed = false;
    if (isHead) found.assumptions.push(`I took ${run.text} as the place you set out from.`);
    at = Math.max(at, run.next - 1);
  }
  return dropIdleGuesses(found);
}

/** "Squeeze Rome and Naples into five days": the first of a list of names, whatever the verb. */
function leadsList(tokens: readonly Token[], run: Run): boolean {
  const [join, after] = [tokens[run.next], tokens[run.next + 1]];
  if (join?.gap === " " && /^(?:and|then)$/i.test(join.text)) return after?.gap === " " && isNameWord(after);
  return isNameWord(join) && /^ ?[&+/>] ?$/.test(join?.gap ?? "");
}

/** A capital at the head of a sentence is no place when another name was introduced properly; in a list it stays. */
function dropIdleGuesses(found: NamesFound): NamesFound {
  const firstNamed = found.destinations.findIndex(({ certainty }) => certainty === "named");
  if (firstNamed < 0) return found;
  const destinations = found.destinations.filter(
    ({ certainty, isListed }, index) => certainty === "named" || isListed === true || index < firstNamed,
  );
  return { ...found, destinations };
}

/** Names in small letters, from what no other rule took. */
export function takeLooseNames(reading: Reading, earlier: NamesFound): NamesFound {
  const found: NamesFound = { ...earlier, destinations: [...earlier.destinations] };
  const context = { reading, found };
  const tokens = tokensOf(reading);
  /** A written name said before outweighs a small one; one said after may be a person. */
  const isNamedBefore = ({ start }: Run): boolean =>
    earlier.destinations.some((name) => name.certainty === "named" || name.start < start);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || (isStop(token) && !isNiceCity(tokens, at) && !isNewCity(tokens, at))) continue;
    const run = runAt(tokens, at, reading);
    if (!run) continue;
    at = Math.max(at, run.next - 1);
    if (isNotPlace(run)) continue;
    const role = looseRole(tokens, tokens.indexOf(token), run, context);
    const isIdle =
      role === "guess" && (isNamedBefore(run) || found.destinations.some(({ certainty }) => certainty === "named"));
    const isHead = role === "guess" && found.origin === null && headOfJourney(tokens, run, reading);
    if (role !== null && !isIdle) accept(run, isHead ? "origin" : role, context);
  }
  return { ...found, destinations: found.destinations.sort((a, b) => a.start - b.start) };
}

/** "New York", "South Bend", "Old Delhi": an everyday word with a capital before a name. */
function isPrefixed(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const isPrefix = /^(?:New|Old|North|South|East|West|Big|Long|Great|Little|Central|Point|Fort|Sunny)$/.test(
    token?.text ?? "",
  );
  if (!isPrefix || token?.isName !== true || next?.gap !== " ") return false;
  return isNameWord(next) || /^(?:Beach|Island)$/.test(next.text);
}

/** "3 days in nice": the town, when nothing follows that could be nice. */
function isNiceCity(tokens: readonly Token[], at: number): boolean {
  if (!/^nice$/i.test(tokens[at]?.text ?? "") || !/^(?:in|to|visit)$/i.test(tokens[at - 1]?.text ?? "")) return false;
  const next = tokens[at + 1];
  return next === undefined || next.gap !== " " || isEveryday(next.text);
}

/** "new york": "new" is an everyday word before an everyday word only. */
function isNewCity(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return /^new$/i.test(tokens[at]?.text ?? "") && next?.gap === " " && !isEveryday(next.text);
}

/**
 * "Lisbon 9-12 May, hubby": who writes one name with a capital writes the next one so, too, and in small letters
 * something else stands between the places and the wishes.
 */
function isFarFromNames(run: Run, { reading, found }: { reading: Reading; found: NamesFound }): boolean {
  const previous = found.destinations.at(-1);
  if (!previous) return false;
  const between = reading.rest.slice(previous.end, run.start);
  if (/\b(?:in|at|to|then|visit) (?:the )?$/i.test(between)) return false;
  const isWritten = /^\p{Lu}\p{Ll}/u.test(previous.text);
  if (!/█/.test(between)) return isWritten && !/\b(?:and|to|then)\b|[&+/>]/i.test(between);
  const isBeforeLength = /^[ (:]*█/.test(reading.rest.slice(run.end));
  return isWritten || (!isBeforeLength && !/\b(?:then|to)\b|[>]/i.test(between));
}

function looseRole(
  tokens: readonly Token[],
  at: number,
  run: Run,
  context: { reading: Reading; found: NamesFound },
): Role {
  const role = roleOf(tokens, at, run, { reading: context.reading, previous: context.found.destinations.at(-1) });
  if (role === "listed" && !run.isName) {
    if (isFarFromNames(run, context)) return null;
    const next = tokens[run.next];
    const isClosed = next === undefined || next.gap !== " " || isEveryday(next.text);
    return isClosed ? "listed" : null;
  }
  if (role !== null) return role;
  return context.found.destinations.length === 0 ? "guess" : null;
}
