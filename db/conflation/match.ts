/**
 * Do two records describe one place? Identifiers decide first, then distance and names together. Rather twice in the
 * catalogue than two places in one: what is unsure stays apart, and is counted.
 */
import { distanceMeters } from "../../trip/geo.ts";
import { compareAllNames, type NameForm, type NameLikeness, nameForms } from "./names.ts";
import { isEatery, type Relation, reachOf, relationOf } from "./place-kinds.ts";
import { BUILT_IN, CITY_FILE_PREFIX, identifiersOf, keyOf, PERSON, type SourcedRecord } from "./stored-record.ts";

/** A record made ready for many comparisons. */
export interface Candidate {
  readonly sourced: SourcedRecord;
  readonly key: string;
  readonly identifiers: readonly string[];
  readonly names: readonly NameForm[];
}

export interface Decision {
  readonly verdict: "same" | "different" | "unsure";
  /** 0–1: which of several is the likest. */
  readonly score: number;
  readonly reason: string;
  /** Whoever else says they are one, these two are not. */
  readonly isFinal: boolean;
}

export function candidateOf(sourced: SourcedRecord): Candidate {
  return { sourced, key: keyOf(sourced), identifiers: identifiersOf(sourced), names: nameForms(sourced.record) };
}

const same = (score: number, reason: string): Decision => ({ verdict: "same", score, reason, isFinal: false });
const unsure = (score: number, reason: string): Decision => ({ verdict: "unsure", score, reason, isFinal: false });
const different = (score: number, reason: string, isFinal = false): Decision => ({
  verdict: "different",
  score,
  reason,
  isFinal,
});

/** Of these, a thing has one; a second one is another thing. */
const UNIQUE_SPACES = ["wikidata", "geonames"];
/** Farther apart than this, a shared id is somebody's slip. */
export const SHARED_ID_METERS = 5_000;

const idIn = (space: string, { identifiers }: Candidate): string | undefined =>
  identifiers.find((id) => id.startsWith(`${space}:`));

function byIdentifiers(a: Candidate, b: Candidate, meters: number): Decision | null {
  for (const space of UNIQUE_SPACES) {
    const [one, other] = [idIn(space, a), idIn(space, b)];
    if (one !== undefined && other !== undefined && one !== other) {
      return different(0, `two of ${space}`, true);
    }
  }
  const shared = a.identifiers.find((id) => b.identifiers.includes(id));
  if (shared === undefined) return null;
  if (meters > SHARED_ID_METERS) return unsure(0.5, `${shared}, but ${Math.round(meters)} m apart`);
  if (relationOf(a.sourced.record.type, b.sourced.record.type) === "none" && !shared.startsWith("osm:")) {
    return unsure(0.6, `${shared}, but of types that do not go together`);
  }
  return same(1, shared);
}

/** Lists of somebody's choosing name a place once. */
function isHandPicked(source: string): boolean {
  return source === BUILT_IN || source === PERSON || source.startsWith(CITY_FILE_PREFIX);
}

interface Closeness {
  /** Part of what may lie between two such records. */
  readonly share: number;
  readonly relation: Relation;
  readonly isOneSource: boolean;
  readonly isOfSaint: boolean;
}

/** Digits of a telephone number without the way there: nine are enough to be one place's. */
function phoneOf(phone: string | undefined): string | null {
  const digits = phone?.replace(/\D/g, "") ?? "";
  return digits.length >= 7 ? digits.slice(-9) : null;
}

/** Says that two unlike names are of one house: not of a castle and its garden, nor of two bars of one hotel. */
function isOneNumber(a: Candidate, b: Candidate, names: NameLikeness | null, closeness: Closeness): boolean {
  const phone = phoneOf(a.sourced.record.phone);
  if (phone === null || phone !== phoneOf(b.sourced.record.phone)) return false;
  const { isOneSource, relation, share } = closeness;
  if (isOneSource || share > 0.5 || (relation !== "equal" && relation !== "kin")) return false;
  return names === null || (names.score >= 0.4 && !names.hasOtherKind && !names.isContrary);
}

const CERTAIN = 0.9;
const LIKELY = 0.72;
const POSSIBLE = 0.55;

/** A source that has a thing twice has it twice under one name, as a point and as an outline. */
function withinOneSource({ score, isEqual, isGeneric }: NameLikeness, { share, relation }: Closeness): Decision {
  const isTwice = isEqual && !isGeneric && share <= 0.5 && (relation === "equal" || relation === "kin");
  return isTwice ? same(score, "twice in one source") : different(score, "two of one source", true);
}

/** "Museum", "Old Town Hall": many have the name, so it must be the very same, or nearly so and close by. */
function byGenericNames({ score, isContained, isEqual }: NameLikeness, share: number): Decision {
  if (isEqual && share <= 0.7) return same(score - share * 0.1, "name");
  if (isContained && score >= 0.75 && score < 1 && share <= 0.35) return same(score - share * 0.1, "name, close by");
  return score >= POSSIBLE ? unsure(score, "a name that many have") : different(score, "name");
}

function byNames(names: NameLikeness, closeness: Closeness): Decision {
  const { score, isContained, isPart, isContrary, hasOtherKind, isGeneric } = names;
  const { share, relation, isOneSource, isOfSaint } = closeness;
  if (isContrary) return different(score, "names that contradict each other", true);
  if (isOneSource) return withinOneSource(names, closeness);
  if (hasOtherKind) return score >= POSSIBLE ? unsure(score, "names of two kinds") : different(score, "name");
  if (isGeneric) return byGenericNames(names, share);
  const closer = score - share * 0.05;
  if (score >= CERTAIN) return same(closer, "name");
  const isAlike = relation === "equal" || relation === "kin";
  // One more word tells one saint from another, elsewhere it is the owner, the street or the city.
  if (isPart && !isOfSaint && score >= 0.45 && share <= (isAlike ? 0.55 : 0.3))
    return same(closer, "shorter name, near by");
  if (isContained && !isOfSaint && score >= LIKELY) return same(closer, "shorter name");
  return score >= POSSIBLE && (isContained || score >= LIKELY)
    ? unsure(score, "names somewhat alike")
    : different(score, "name");
}

const isOfSaint = ({ names, sourced }: Candidate): boolean =>
  !isEatery(sourced.record.type) && names.some(({ words }) => words.some(({ text }) => text === "=saint"));

/** Symmetric, and about these two records alone: so that who came first never matters. */
export function decide(a: Candidate, b: Candidate): Decision {
  const [one, other] = [a.sourced, b.sourced];
  const meters = distanceMeters(one.record.location, other.record.location);
  const isOneSource = one.source === other.source;
  if (isOneSource && isHandPicked(one.source)) return different(0, "two entries of one list", true);
  const said = byIdentifiers(a, b, meters);
  if (said) return said;
  const relation = relationOf(one.record.type, other.record.type);
  if (relation === "none") return different(0, "types that do not go together", true);
  const reach = reachOf(one.record.type, other.record.type);
  if (meters > reach) return different(0, "too far apart", isOneSource || meters > 2 * reach);
  const closeness: Closeness = {
    share: meters / reach,
    relation,
    isOneSource,
    isOfSaint: isOfSaint(a) && isOfSaint(b),
  };
  const names = compareAllNames(a.names, b.names);
  const decision = names ? byNames(names, closeness) : unsure(0.3, "no script in common");
  if (decision.verdict !== "same" && isOneNumber(a, b, names, closeness)) return same(0.85, "telephone number");
  return decision.score === 0.3 && closeness.share > 0.3 ? different(0.2, "no script in common") : decision;
}
