/**
 * Whether an answer keeps to what the conversation knows. It looks for what can be told apart with certainty, and
 * would rather miss a claim than accuse an honest answer: a flag that is wrong makes the right ones worthless.
 */
import type { UngroundedClaim } from "../events.ts";
import { amountsIn, isSameAmount } from "./amounts.ts";
import { AREAS, COMMON_WORDS, KINDS_OF_PLACE } from "./common-words.ts";
import type { KnownFacts } from "./known-facts.ts";
import { isAbbreviation, isEnglish, type NameRun, nameWords, runsIn, tellingWords } from "./names.ts";
import { timesIn } from "./times.ts";

/** Known names by each of their words. */
type NameIndex = ReadonlyMap<string, readonly ReadonlySet<string>[]>;

function indexOf(names: readonly string[]): NameIndex {
  const index = new Map<string, ReadonlySet<string>[]>();
  for (const name of names) {
    const words = new Set(name.split(" "));
    for (const word of words) {
      const units = index.get(word);
      if (units) units.push(words);
      else index.set(word, [words]);
    }
  }
  return index;
}

/** The smallest known name that has all of the words; `null` when none does. */
function unitWith(words: readonly string[], index: NameIndex): ReadonlySet<string> | null {
  const [first, ...others] = words;
  const units = (first && index.get(first)) || [];
  const matching = units.filter((unit) => others.every((word) => unit.has(word)));
  return matching.reduce<ReadonlySet<string> | null>(
    (least, unit) => (least && least.size <= unit.size ? least : unit),
    null,
  );
}

/**
 * One name: as it is known, or with the kind of place in English added to a name in another language. A city's name
 * with "Museum" behind it is another matter: that is how museums are invented.
 */
function isOneName(words: readonly string[], index: NameIndex): boolean {
  if (unitWith(words, index)) return true;
  const rest = words.filter((word) => !KINDS_OF_PLACE.has(word));
  if (rest.length === 0 || rest.length === words.length) return false;
  const unit = unitWith(rest, index);
  const isAnArea = words.every((word) => AREAS.has(word) || !KINDS_OF_PLACE.has(word));
  return unit !== null && (rest.length > 1 || unit.size > 1 || isAnArea);
}

/** In words that tell something. */
const LONGEST_NAME = 8;

/** One name, or several in a row. */
function isKnown(words: readonly string[], index: NameIndex): boolean {
  const reachable = [true, ...words.map(() => false)];
  for (let end = 1; end <= words.length; end++) {
    for (let start = Math.max(0, end - LONGEST_NAME); start < end && !reachable[end]; start++) {
      const part = words.slice(start, end);
      const isAKindAlone = part.length === 1 && KINDS_OF_PLACE.has(part[0] ?? "");
      reachable[end] = reachable[start] === true && !isAKindAlone && isOneName(part, index);
    }
  }
  return reachable[words.length] === true;
}

interface Reading {
  index: NameIndex;
  /** Written small somewhere in the same answer: ordinary words, whatever they begin. */
  ordinary: ReadonlySet<string>;
}

function significantWords(run: string, { ordinary }: Reading): string[] {
  const abbreviations = new Set(run.split(/\s+/).filter(isAbbreviation).flatMap(nameWords));
  return tellingWords(run).filter(
    (word) => !COMMON_WORDS.has(word) && !abbreviations.has(word) && (KINDS_OF_PLACE.has(word) || !ordinary.has(word)),
  );
}

/** Whether it is said in a way that only places are spoken of. */
function claimsAPlace(run: NameRun, words: readonly string[]): boolean {
  const kinds = words.filter((word) => KINDS_OF_PLACE.has(word)).length;
  if (kinds === words.length) return false;
  if (run.isLabel && kinds === 0) return false;
  if (run.isAtStart && !run.isWherePlacesStand) return words.length > 1;
  return kinds > 0 || run.isWherePlacesStand;
}

function isUngrounded(run: NameRun, reading: Reading): boolean {
  const words = significantWords(run.text, reading);
  if (!claimsAPlace(run, words) || isKnown(words, reading.index)) return false;
  if (!run.isAtStart) return true;
  // "Wander Alfama": the first word may be large for where it stands.
  const [, ...rest] = run.text.split(/\s+/);
  const others = significantWords(rest.join(" "), reading);
  const isNothingLeft = others.every((word) => KINDS_OF_PLACE.has(word));
  return !(isNothingLeft ? words.length <= 1 : isKnown(others, reading.index));
}

/** "Visit Zorblax Tower" claims the tower. */
function withoutOpening(text: string): string {
  const words = text.split(" ");
  const first = words.findIndex(
    (word) => !nameWords(word).every((part) => COMMON_WORDS.has(part) && !KINDS_OF_PLACE.has(part)),
  );
  return words.slice(Math.max(0, first)).join(" ");
}

/** A way of asking, and no word about the world: "Name a city, for example Lisbon." */
const EXAMPLE = /\b(?:for example|for instance|such as|e\.g\.|say,)/i;
const SENTENCE = /[^.!?\n]+(?:[.!?](?=\d|\w\.)[^.!?\n]*)*[.!?]*|\n/g;

function withoutExamples(answer: string): string {
  return answer.replaceAll(SENTENCE, (sentence) => (EXAMPLE.test(sentence) ? " " : sentence));
}

/** What is offered in a question is for the traveller to take up; then a tool looks it up. */
function withoutQuestions(answer: string): string {
  return answer.replaceAll(SENTENCE, (sentence) => (/\?\s*$/.test(sentence) ? " " : sentence));
}

function ungroundedNames(answer: string, known: KnownFacts): UngroundedClaim[] {
  if (!isEnglish(answer)) return [];
  const small = answer.match(/(?<![\p{L}\p{N}'’-])\p{Ll}[\p{L}\p{M}]*/gu) ?? [];
  const reading = { index: indexOf(known.names), ordinary: new Set(small.flatMap(nameWords)) };
  return runsIn(withoutQuestions(answer))
    .filter((run) => isUngrounded(run, reading))
    .map(({ text }) => ({ kind: "place", text: withoutOpening(text) }));
}

function ungroundedTimes(answer: string, { times }: KnownFacts): UngroundedClaim[] {
  const known = new Set(times);
  return timesIn(answer)
    .filter(({ time, orElse }) => !known.has(time) && !(orElse !== null && known.has(orElse)))
    .map(({ text }) => ({ kind: "time", text }));
}

interface KnownAmount {
  currency: string | null;
  amount: number;
}

function knownAmount(key: string): KnownAmount {
  const [first = "", second] = key.split(" ");
  return second === undefined ? { currency: null, amount: Number(first) } : { currency: first, amount: Number(second) };
}

function ungroundedPrices(answer: string, { amounts, times }: KnownFacts): UngroundedClaim[] {
  const known = amounts.map(knownAmount);
  const isTime = (text: string): boolean => times.includes(text.replace(/[.,]/, ":").padStart(5, "0"));
  return amountsIn(answer)
    .filter(({ text, currencies, amount }) => {
      const isSaid = known.some(
        (other) =>
          isSameAmount(amount, other.amount) &&
          (currencies.length === 0 || other.currency === null || currencies.includes(other.currency)),
      );
      return !isSaid && amount !== 0 && !isTime(text);
    })
    .map(({ text }) => ({ kind: "price", text }));
}

/** Each once, in the order of names, times, prices. */
export function ungroundedClaims(text: string, known: KnownFacts): UngroundedClaim[] {
  const answer = withoutExamples(text);
  const all = [
    ...ungroundedNames(answer, known),
    ...ungroundedTimes(answer, known),
    ...ungroundedPrices(answer, known),
  ];
  return [...new Map(all.map((claim) => [`${claim.kind} ${claim.text}`, claim])).values()];
}
