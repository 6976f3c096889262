/**
 * Where from and where to. Names are found by what stands around them, not by a list of cities: after
 * "in", "to", "visit"; in a list with another name; at the head of the request. What is only probable
 * is marked as a guess, and whoever looks the names up drops the guesses that are no place.
 */
import { isCommon, isNationality } from "./common-words.ts";
import { isInterest } from "./interests.ts";
import { isAlternative, NO_PLACE, ROUTE, type Role, roleOf } from "./name-roles.ts";
import { isNameWord, isStop, type Run, runAt } from "./name-run.ts";
import type { Reading } from "./reading.ts";
import type { Country, NamedPlace } from "./request.ts";
import { type Token, tokensOf } from "./tokens.ts";

export interface PlacedName extends NamedPlace {
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

const isNotPlace = (run: Run): boolean =>
  isInterest(run.text) || NO_PLACE.test(run.text) || (isNationality(run.text) && run.country === null);

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
  found.destinations.push({ text: run.text, hint: run.hint, certainty, start: run.start, end: run.end });
}

function accept(run: Run, role: Exclude<Role, null>, context: { reading: Reading; found: NamesFound }): void {
  const { reading, found } = context;
  const previous = found.destinations.at(-1);
  const other = isAlternative(reading, previous, run)
    ? `You named ${previous?.text} or ${run.text}: I took ${previous?.text}.`
    : null;
  if (role === "origin") {
    const isRoute = ROUTE.test(reading.text);
    if (isRoute) addDestination(found, run, "named", null);
    else found.origin ??= { text: run.text, hint: run.hint, certainty: "named" };
  } else if (role !== "back") {
    const certainty = role === "guess" || (role === "listed" && !run.isName) ? "guess" : "named";
    addDestination(found, run, certainty, other);
  }
  reading.claim(run.start, run.end);
}

/** "London to Lisbon": what stands before the first "to" is where the trip sets out, unless it is a route. */
function headOfJourney(tokens: readonly Token[], run: Run, reading: Reading): boolean {
  const [to, after] = [tokens[run.next], tokens[run.next + 1]];
  if (!to || !after || !/^to$/i.test(to.text) || to.gap !== " " || after.gap !== " ") return false;
  const isChain = (reading.rest.slice(run.start).match(/ to (?=\p{L})/giu) ?? []).length > 1;
  return !isChain && !ROUTE.test(reading.text) && !isCommon(after.text);
}

/** Names written as names. Runs first, so that no synonym eats half of "Palm Beach". */
export function takeWrittenNames(reading: Reading): NamesFound {
  const found = noNames();
  const context = { reading, found };
  const tokens = tokensOf(reading);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || (!isNameWord(token) && !isPrefixed(tokens, at))) continue;
    const run = runAt(tokens, at, reading);
    if (!run || isNotPlace(run) || isHeadOfInterest(tokens, run)) continue;
    const role = roleOf(tokens, at, run, { reading: context.reading, previous: context.found.destinations.at(-1) });
    const isHead = role === "guess" && found.origin === null && headOfJourney(tokens, run, reading);
    if (role !== null) accept(run, isHead ? "origin" : role, context);
    if (isHead) found.assumptions.push(`I took ${run.text} as the place you set out from.`);
    at = Math.max(at, run.next - 1);
  }
  return dropIdleGuesses(found);
}

/** A capital at the head of a sentence is no place when another name was introduced properly; in a list it stays. */
function dropIdleGuesses(found: NamesFound): NamesFound {
  const firstNamed = found.destinations.findIndex(({ certainty }) => certainty === "named");
  if (firstNamed < 0) return found;
  const destinations = found.destinations.filter(({ certainty }, index) => certainty === "named" || index < firstNamed);
  return { ...found, destinations };
}

/** Names in small letters, from what no other rule took. */
export function takeLooseNames(reading: Reading, earlier: NamesFound): NamesFound {
  const found: NamesFound = { ...earlier, destinations: [...earlier.destinations] };
  const context = { reading, found };
  const tokens = tokensOf(reading);
  /** A written name said before outweighs a small one; one said after may be a person. */
  const isNamedBefore = ({ start }: Run): boolean =>
    earlier.countries.length > 0 ||
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
  return next === undefined || next.gap !== " " || isCommon(next.text);
}

/** "new york": "new" is an everyday word before an everyday word only. */
function isNewCity(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return /^new$/i.test(tokens[at]?.text ?? "") && next?.gap === " " && !isCommon(next.text);
}

function looseRole(
  tokens: readonly Token[],
  at: number,
  run: Run,
  context: { reading: Reading; found: NamesFound },
): Role {
  const role = roleOf(tokens, at, run, { reading: context.reading, previous: context.found.destinations.at(-1) });
  if (role === "listed" && !run.isName) {
    const next = tokens[run.next];
    const isClosed = next === undefined || next.gap !== " " || isCommon(next.text);
    return isClosed ? "listed" : null;
  }
  if (role !== null) return role;
  return context.found.destinations.length === 0 ? "guess" : null;
}
