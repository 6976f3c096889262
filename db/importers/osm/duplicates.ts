/**
 * The same thing mapped twice, as a point and as the building around it, or a street in pieces: one record stays, the
 * richer, with the other's facts filled in.
 */
import { distanceMeters } from "../../../trip/geo.ts";
import type { CityRecord } from "../source-record.ts";
import { type Candidates, keyOf } from "./candidates.ts";
import type { Point } from "./geometry/rings.ts";
import type { Draft, Group } from "./tags/describe.ts";

/** How far apart two elements of the same name may be and still be one thing. */
const SAME_NAME_METERS: Readonly<Record<Group, number>> = {
  attraction: 100,
  eatery: 60,
  lodging: 100,
  city: 15_000,
  village: 5_000,
  area: 3_000,
};
/** Two points of one name are two branches of a chain unless they are all but on top of each other. */
const TWO_POINTS_METERS = 25;
/** Of the same name and the same Wikidata entity. */
const SAME_ENTITY_METERS = 2_000;
const METERS_A_DEGREE = 111_000;
/** A settlement's point is its centre as people know it; of its outline only the middle is known. */
const KNOWN_BY_POINT: ReadonlySet<Group> = new Set(["city", "village", "area"]);
const CITY_RANK: readonly CityRecord["cityType"][] = ["town", "city", "major_city", "capital"];
const VAGUE_TYPES: ReadonlySet<string> = new Set(["landmark", "other", "viewpoint"]);

export function richness(draft: Draft): number {
  return Object.keys(draft).length + Object.keys(draft.ids).length;
}

function allowedMeters(group: Group, a: Draft, b: Draft): number {
  const [one, other] = [a.ids.wikidata, b.ids.wikidata];
  if (one !== undefined && other !== undefined && one !== other) return -1;
  if (keyOf(a) !== keyOf(b)) return one !== undefined && one === other ? SAME_NAME_METERS[group] : -1;
  if (one !== undefined && one === other) return Math.max(SAME_ENTITY_METERS, SAME_NAME_METERS[group]);
  const areBothPoints = a.externalId.startsWith("node/") && b.externalId.startsWith("node/");
  return areBothPoints && group === "eatery" ? TWO_POINTS_METERS : SAME_NAME_METERS[group];
}

function union<Item>(a: readonly Item[] | undefined, b: readonly Item[] | undefined): Item[] | undefined {
  return a === undefined && b === undefined ? undefined : [...new Set([...(a ?? []), ...(b ?? [])])];
}

/** Fills `kept` with what only `other` says. */
export function joined<Kept extends Draft>(kept: Kept, other: Draft): Kept {
  const both: Kept = { ...other, ...kept, ids: { ...other.ids, ...kept.ids } };
  const names = union(
    kept.otherNames,
    other.name === kept.name ? other.otherNames : [other.name, ...(other.otherNames ?? [])],
  );
  if (names !== undefined) both.otherNames = names.filter((name) => name !== both.name && name !== both.nameLocal);
  both.sourceDate = [kept.sourceDate, other.sourceDate].sort()[1] ?? kept.sourceDate;
  if (both.kind === "place" && kept.kind === "place" && other.kind === "place") {
    if (VAGUE_TYPES.has(kept.type ?? "other") && other.type !== undefined) both.type = other.type;
    for (const list of ["categories", "cuisines", "diets", "tags"] as const) {
      const items = union<string>(kept[list], other[list]);
      if (items !== undefined) Object.assign(both, { [list]: items });
    }
  }
  if (both.kind === "city" && kept.kind === "city" && other.kind === "city") {
    both.cityType = CITY_RANK[Math.max(CITY_RANK.indexOf(kept.cityType), CITY_RANK.indexOf(other.cityType))] ?? "town";
  }
  return both;
}

/** Candidates that share a name or a Wikidata entity within a group, in the order they were found. */
function* bucketsOf(candidates: Candidates, key: readonly number[]): Generator<number[]> {
  const { groups } = candidates;
  const order = Float64Array.from({ length: candidates.size }, (_, at) => at).sort(
    (a, b) => (groups[a] ?? 0) - (groups[b] ?? 0) || (key[a] ?? 0) - (key[b] ?? 0) || a - b,
  );
  let bucket: number[] = [];
  for (const at of order) {
    const last = bucket[0];
    const isSame = last !== undefined && groups[last] === groups[at] && key[last] === key[at];
    if (!isSame) {
      if (bucket.length > 1) yield bucket;
      bucket = [];
    }
    if (key[at] !== 0) bucket.push(at);
  }
  if (bucket.length > 1) yield bucket;
}

/** Without looking at what they are: a chain has thousands of branches of one name. */
function areFarApart(group: Group, a: Point, b: Point): boolean {
  const most = Math.max(SAME_ENTITY_METERS, SAME_NAME_METERS[group]);
  return Math.abs(a.lat - b.lat) * METERS_A_DEGREE > most;
}

/** The one to keep first: of two alike the way before the node, for it is drawn with more care. */
function byWorth(group: Group, a: Draft, b: Draft): number {
  const [one, other] = [a, b].map(({ externalId }) => Number(externalId.startsWith("node/"))) as [number, number];
  return (KNOWN_BY_POINT.has(group) ? other - one : 0) || richness(b) - richness(a) || one - other;
}

export interface Duplicates {
  /** Candidate → the one that stands for it. */
  readonly keeperOf: ReadonlyMap<number, number>;
  /** Keeper → those it stands for, in order. */
  readonly joinedTo: ReadonlyMap<number, readonly number[]>;
}

export function findDuplicates(candidates: Candidates, pointOf: (candidate: number) => Point | null): Duplicates {
  const keeperOf = new Map<number, number>();
  const joinedTo = new Map<number, number[]>();
  const drafts = new Map<number, Draft>();
  const draftOf = (at: number): Draft => {
    const draft = drafts.get(at) ?? candidates.draft(at);
    drafts.set(at, draft);
    return draft;
  };
  const areSame = (a: number, b: number): boolean => {
    const [one, other] = [pointOf(a), pointOf(b)];
    const group = candidates.groupOf(a);
    if (one === null || other === null || areFarApart(group, one, other)) return false;
    const allowed = allowedMeters(group, draftOf(a), draftOf(b));
    return allowed >= 0 && distanceMeters(one, other) <= allowed;
  };
  for (const key of [candidates.nameHashes, candidates.wikidata]) {
    for (const bucket of bucketsOf(candidates, key)) {
      drafts.clear();
      const richest = bucket.toSorted((a, b) => byWorth(candidates.groupOf(a), draftOf(a), draftOf(b)) || a - b);
      const kept: number[] = [];
      for (const at of richest.filter((one) => !keeperOf.has(one))) {
        const keeper = kept.find((one) => areSame(one, at));
        if (keeper === undefined) kept.push(at);
        else {
          keeperOf.set(at, keeper);
          joinedTo.set(keeper, [...(joinedTo.get(keeper) ?? []), at, ...(joinedTo.get(at) ?? [])]);
          joinedTo.delete(at);
        }
      }
    }
  }
  return { keeperOf, joinedTo };
}
