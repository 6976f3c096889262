/**
 * How well a name in the catalogue answers what was typed, 0–1. The database only gathers candidates; what
 * they are worth is decided here, where it can be tested without one. Exact names beat beginnings of names,
 * those beat similar spellings, and within each the better known city wins.
 */
import type { CityMatch } from "../../trip/ports.ts";
import { readCountry } from "../../trip/text/countries.ts";
import { editDistance } from "../../trip/text/edit-distance.ts";
import { AMONG_OTHERS, type CityQuery, type CityReading, isNation } from "./city-query.ts";
import { foldText, skeleton, soundKey } from "./fold.ts";

export interface NameCandidate {
  folded: string;
  kind: "name" | "local" | "alias" | "code";
  prominence: number;
  countryCode: string;
  countryName: string;
  region: string | null;
  regionCode: string | null;
}

export interface NameScore {
  match: CityMatch;
  score: number;
}

/** What a name is worth in another place than the one named with it. */
const ELSEWHERE = 0.6;
/** Sounding alike counts as nearly spelled alike. */
const SOUNDS_ALIKE = 0.92;
/** A country that shares its name with a town less known than this is meant itself. */
const OUTSHONE = 0.45;

/** How many slips still leave the same word; a word of three letters with one is another word. */
function slipsForgiven(length: number): number {
  if (length < 4) return 0;
  if (length < 7) return 1;
  return length < 10 ? 2 : 3;
}

const isSlipOf = (said: string, known: string): boolean =>
  said.length > 4 && editDistance(said, known) <= Math.min(2, slipsForgiven(said.length));

function isAt(candidate: NameCandidate, qualifier: string): boolean {
  const country = foldText(candidate.countryName);
  const region = candidate.region === null ? null : foldText(candidate.region);
  return (
    country === qualifier ||
    candidate.countryCode.toLowerCase() === qualifier ||
    (!isNation(qualifier) && readCountry(qualifier) === candidate.countryCode) ||
    region === qualifier ||
    candidate.regionCode?.toLowerCase() === qualifier ||
    isSlipOf(qualifier, country) ||
    (region !== null && isSlipOf(qualifier, region))
  );
}

/** "illinois usa" is two places, and the city lies in both. */
function isIn(candidate: NameCandidate, qualifier: string): boolean {
  if (isAt(candidate, qualifier)) return true;
  const words = qualifier.split(" ");
  return words
    .slice(1)
    .some(
      (_, index) =>
        isAt(candidate, words.slice(0, index + 1).join(" ")) && isAt(candidate, words.slice(index + 1).join(" ")),
    );
}

function scoreSpelling(name: string, { folded, prominence }: NameCandidate, forgivenMore: number): NameScore | null {
  const edits = editDistance(name, folded);
  const longer = Math.max(name.length, folded.length);
  const sound = soundKey(name);
  const isNear = name.length > 3 && edits * 2 <= longer + 1;
  const soundsAlike = isNear && sound !== null && sound === soundKey(folded) ? SOUNDS_ALIKE : 0;
  // The same consonants in the same order: vowels are what ears get wrong.
  const consonants = skeleton(name);
  const vowelsOnly = consonants !== null && consonants.length > 3 && consonants === skeleton(folded) ? 1 : 0;
  const looksAlike = edits <= slipsForgiven(name.length) + Math.max(forgivenMore, vowelsOnly) ? 1 - edits / longer : 0;
  const alike = Math.max(looksAlike, soundsAlike);
  return alike === 0 ? null : { match: "fuzzy", score: 0.45 * alike + 0.3 * prominence };
}

/** `forgivenMore` slips may be made where the country says the rest. */
function scoreName(name: string, candidate: NameCandidate, forgivenMore: number): NameScore | null {
  const { folded, kind, prominence } = candidate;
  if (folded === name) {
    return kind === "name"
      ? { match: "exact", score: 0.8 + 0.2 * prominence }
      : { match: "alias", score: 0.77 + 0.2 * prominence };
  }
  const coverage = Math.min(1, name.length / folded.length);
  if (folded.startsWith(name)) return { match: "prefix", score: 0.5 + 0.25 * coverage + 0.2 * prominence };
  const words = new Set(folded.split(" "));
  if (name.split(" ").every((word) => words.has(word))) {
    return { match: "prefix", score: 0.45 + 0.25 * coverage + 0.2 * prominence };
  }
  return scoreSpelling(name, candidate, forgivenMore);
}

/** A place that the writer marked off and that fits nothing may still be a slip of theirs. */
function scoreReading(query: CityQuery, reading: CityReading, candidate: NameCandidate): NameScore | null {
  const { name, qualifiers, worth } = reading;
  const isWhole = worth > AMONG_OTHERS;
  // Any other part of the text must be a name as it stands: its beginning or its sound is chance.
  const isName = query.slipNames.includes(name) || name === query.folded || name === query.typedName;
  if (!(isWhole && isName) && candidate.folded !== name) return null;
  const isThere = qualifiers.every((qualifier) => isIn(candidate, qualifier));
  const found = scoreName(name, candidate, isThere && qualifiers.length > 0 ? 1 : 0);
  if (found === null) return null;
  const score = found.score * worth;
  if (!isWhole) return { match: "fuzzy", score };
  if (isThere) {
    const isOutshone = query.isPlaceAlone && candidate.prominence < OUTSHONE;
    return { match: found.match, score: isOutshone ? score * ELSEWHERE : score };
  }
  return name === query.typedName ? { match: "fuzzy", score: ELSEWHERE * score } : null;
}

/** In lower case a code may be a word ("sea"), so it is no more than a good guess. */
function scoreCode({ code }: CityQuery, { prominence }: NameCandidate): NameScore {
  return code?.isShouted
    ? { match: "alias", score: 0.75 + 0.2 * prominence }
    : { match: "fuzzy", score: 0.6 + 0.2 * prominence };
}

/** The best reading of the query for one name of one city; `null` when they have nothing to do with each other. */
export function scoreCandidate(query: CityQuery, candidate: NameCandidate): NameScore | null {
  if (candidate.kind === "code") return scoreCode(query, candidate);
  const scores = query.readings.map((reading) => scoreReading(query, reading, candidate));
  if (query.isPlaceAlone && query.place && isIn(candidate, foldText(query.place.text))) {
    scores.push({ match: "country", score: 0.6 + 0.2 * candidate.prominence });
  }
  return scores.reduce((best, score) => (score && score.score > (best?.score ?? 0) ? score : best), null);
}
