/**
 * How well a name in the catalogue answers what was typed, 0–1. The database only gathers candidates; what
 * they are worth is decided here, where it can be tested without one. Exact names beat beginnings of names,
 * those beat similar spellings, and within each the better known city wins.
 */
import type { CityMatch } from "../../trip/ports.ts";
import { foldText, similarity, soundKey } from "./fold.ts";

/** One way to read what was typed: a name, and what is said about where it is. */
export interface CityReading {
  name: string;
  qualifiers: string[];
}

/** What was typed: "Paris", "Paris, Texas", "florence italy". */
export interface CityQuery {
  folded: string;
  /** The part of the text that names a city, as its writer marked it: all of it, or what stands before a comma. */
  typedName: string;
  /** The whole text as a name comes first. */
  readings: CityReading[];
}

export interface NameCandidate {
  folded: string;
  kind: "name" | "local" | "alias";
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

const COUNTRY_NICKNAMES: Record<string, string> = {
  usa: "US",
  america: "US",
  "united states of america": "US",
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  britain: "GB",
  "great britain": "GB",
  uae: "AE",
  holland: "NL",
  korea: "KR",
  czechia: "CZ",
  turkey: "TR",
};

/** Below this a spelling is another word, not a slip. */
const MIN_SIMILARITY = 0.55;
/** What a name is worth in another place than the one named with it. */
const ELSEWHERE = 0.6;
/** Sounding alike counts as nearly spelled alike. */
const SOUNDS_ALIKE = 0.92;

export function readCityQuery(text: string): CityQuery {
  const folded = foldText(text);
  const whole: CityReading = { name: folded, qualifiers: [] };
  const [name = "", ...qualifiers] = text
    .split(",")
    .map(foldText)
    .filter((part) => part !== "");
  if (qualifiers.length > 0) return { folded, typedName: name, readings: [whole, { name, qualifiers }] };
  const words = folded.split(" ");
  const splits = words.slice(1).map((_, index) => ({
    name: words.slice(0, index + 1).join(" "),
    qualifiers: [words.slice(index + 1).join(" ")],
  }));
  return { folded, typedName: folded, readings: [whole, ...splits] };
}

function isIn(candidate: NameCandidate, qualifier: string): boolean {
  return (
    foldText(candidate.countryName) === qualifier ||
    candidate.countryCode.toLowerCase() === qualifier ||
    COUNTRY_NICKNAMES[qualifier] === candidate.countryCode ||
    (candidate.region !== null && foldText(candidate.region) === qualifier) ||
    candidate.regionCode?.toLowerCase() === qualifier
  );
}

function scoreName(name: string, candidate: NameCandidate): NameScore | null {
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
  const sound = soundKey(name);
  const soundsAlike = sound !== null && sound === soundKey(folded) ? SOUNDS_ALIKE : 0;
  const alike = Math.max(similarity(name, folded), soundsAlike);
  return alike < MIN_SIMILARITY ? null : { match: "fuzzy", score: 0.45 * alike + 0.3 * prominence };
}

/** A place that the writer marked off with a comma and that fits nothing may still be a slip of theirs. */
function scoreReading(query: CityQuery, { name, qualifiers }: CityReading, candidate: NameCandidate): NameScore | null {
  const score = scoreName(name, candidate);
  if (score === null || qualifiers.every((qualifier) => isIn(candidate, qualifier))) return score;
  return name === query.typedName ? { match: "fuzzy", score: ELSEWHERE * score.score } : null;
}

/** The best reading of the query for one name of one city; `null` when they have nothing to do with each other. */
export function scoreCandidate(query: CityQuery, candidate: NameCandidate): NameScore | null {
  const scores = query.readings.map((reading) => scoreReading(query, reading, candidate));
  return scores.reduce((best, score) => (score && score.score > (best?.score ?? 0) ? score : best), null);
}
