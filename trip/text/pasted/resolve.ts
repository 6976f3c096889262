/**
 * Which place a name in the text means: the day's city first, the trip's other cities next, and the
 * rest of the catalogue only for a name said in full. Where two places could be meant, both are kept.
 */
import { isEatery, type Place } from "../../place.ts";
import type { NameToken } from "./fold-name.ts";
import type { Gazetteer, Sighting } from "./gazetteer.ts";
import type { NameForm } from "./name-forms.ts";

export interface Candidate {
  placeId: string;
  placeName: string;
  confidence: number;
}

export interface Resolved {
  place: Place;
  cityId: string;
  /** Indices into the tokens, the last one not included. */
  start: number;
  end: number;
  confidence: number;
  alternatives: Candidate[];
  /** Which of the place's names was said. */
  name: string;
  isHalf: boolean;
}

export interface Scope {
  /** The day's city. */
  here: Gazetteer | null;
  onTrip: readonly Gazetteer[];
  /** The rest of the catalogue, as far as it has a name in these words. */
  elsewhere(tokens: readonly NameToken[]): readonly Gazetteer[];
  /** Whether no other city has a place of this name that could be meant. */
  isOneInTheWorld(sighting: { form: NameForm }): boolean;
}

/** From here on a name is taken for a place. */
export const LEAST_CONFIDENCE = 0.6;
const OTHER_CITY = { least: 0.85, times: 0.93 } as const;
const ELSEWHERE = { least: 0.95, times: 0.88 } as const;
const SURE_HERE = 0.8;
const MOST_ALTERNATIVES = 3;
/** Nearer than this in score, two places are both possible. */
const CLOSE = 0.06;
const FAMOUS_BY = 0.12;

/** Out of nowhere only a name that means one place in the world. */
const isWorldFamous = ({ form, place, isTelling }: Sighting): boolean =>
  isTelling && !isEatery(place) && (form.words.length > 1 || place.popularity >= 0.93);

interface Weighed extends Sighting {
  adjusted: number;
}

export interface ResolveOptions {
  /** A table is laid at one, tickets are sold at the other. */
  wantsEatery: (start: number) => boolean | null;
}

export function resolveNames(tokens: readonly NameToken[], scope: Scope, { wantsEatery }: ResolveOptions): Resolved[] {
  const weighed: Weighed[] = [];
  /** A name that the trip's own cities answer to is not looked for in the world. */
  const isHere = (sighting: Sighting): boolean =>
    weighed.some(
      (near) => near.adjusted >= SURE_HERE && overlaps(near, sighting) && near.place.cityId !== sighting.place.cityId,
    );
  const add = (gazetteer: Gazetteer, { least, times }: { least: number; times: number }, isFar: boolean): void => {
    for (const sighting of gazetteer.sightings(tokens, { isExact: isFar })) {
      const isFarSure = (): boolean => isWorldFamous(sighting) && scope.isOneInTheWorld(sighting) && !isHere(sighting);
      const isSure = gazetteer === scope.here || (isFar ? isFarSure() : sighting.isTelling);
      if (sighting.score < least || !isSure) continue;
      const wanted = wantsEatery(sighting.start);
      const fits = wanted === null ? 0 : wanted === isEatery(sighting.place) ? 0.03 : -0.03;
      weighed.push({ ...sighting, adjusted: sighting.score * times + fits });
    }
  };
  if (scope.here) add(scope.here, { least: 0, times: 1 }, false);
  for (const gazetteer of scope.onTrip) add(gazetteer, OTHER_CITY, false);
  for (const gazetteer of scope.elsewhere(tokens)) add(gazetteer, ELSEWHERE, true);
  return choose(weighed.filter(({ adjusted }) => adjusted >= LEAST_CONFIDENCE - 0.05));
}

const value = ({ adjusted, weight, place }: Weighed): number =>
  adjusted + Math.min(0.3, weight * 0.06) + place.popularity * 0.04;

const overlaps = (a: Sighting, b: Sighting): boolean => a.start < b.end && b.start < a.end;

function choose(weighed: Weighed[]): Resolved[] {
  const left = weighed.sort((a, b) => value(b) - value(a));
  const chosen: Resolved[] = [];
  const taken: Weighed[] = [];
  for (const best of left) {
    if (taken.some((other) => overlaps(other, best))) continue;
    const resolved = settle(
      best,
      left.filter((other) => other !== best && overlaps(other, best)),
    );
    taken.push(best);
    if (resolved.confidence >= LEAST_CONFIDENCE) chosen.push(resolved);
  }
  return joinedUp(chosen.sort((a, b) => a.start - b.start));
}

/** "5 e Cinque" is one name, whichever of its words was found. */
function joinedUp(chosen: readonly Resolved[]): Resolved[] {
  const joined: Resolved[] = [];
  for (const next of chosen) {
    const last = joined.at(-1);
    if (last && last.place.id === next.place.id && next.start - last.end <= 1) last.end = next.end;
    else joined.push({ ...next });
  }
  return joined;
}

function settle(best: Weighed, rivals: readonly Weighed[]): Resolved {
  const others = rivals.filter(({ place }) => place.id !== best.place.id);
  const distinct = others.filter(
    (rival, index) => others.findIndex(({ place }) => place.id === rival.place.id) === index,
  );
  const close = distinct.filter(
    ({ adjusted, place, weight }) =>
      best.adjusted - adjusted < CLOSE &&
      best.weight - weight < 0.4 &&
      best.place.popularity - place.popularity < FAMOUS_BY,
  );
  const confidence = Math.min(1, best.adjusted) * (close.length > 0 ? 0.8 : 1);
  return {
    place: best.place,
    cityId: best.place.cityId,
    start: best.start,
    end: best.end,
    confidence: Math.round(Math.max(0, confidence) * 100) / 100,
    alternatives: distinct.slice(0, MOST_ALTERNATIVES).map(({ place, adjusted }) => ({
      placeId: place.id,
      placeName: place.name,
      confidence: Math.round(Math.max(0, Math.min(1, adjusted)) * 100) / 100,
    })),
    name: best.form.joined,
    isHalf: best.form.isHalf,
  };
}
