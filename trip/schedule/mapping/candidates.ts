/**
 * Which places are worth the search's time: the best of each city that suit the party, and whatever the
 * traveller or the plan that is replaced has named.
 */
import type { PlanFacts } from "../../facts.ts";
import { mealScore, visitScore } from "../../interest.ts";
import { isEatery, type Place } from "../../place.ts";
import { suits } from "../../suitability.ts";
import type { Trip } from "../../trip.ts";
import type { Change } from "./change.ts";
import type { Stood } from "./previous.ts";

export const MAX_VISITS_PER_CITY = 240;
export const MAX_EATERIES_PER_CITY = 100;

export interface Candidates {
  /** Best first within a city. */
  readonly visits: readonly Place[];
  readonly eateries: readonly Place[];
}

export interface CandidateContext {
  readonly trip: Trip;
  readonly facts: PlanFacts;
  readonly cityIds: readonly string[];
  readonly stood: readonly Stood[];
  readonly change: Change | undefined;
}

export function mustSees({ wishes }: Pick<Trip, "wishes">, change: Change | undefined): ReadonlySet<string> {
  const avoided = change?.avoid ?? [];
  const wanted = (change?.wanted ?? []).map(({ placeId }) => placeId);
  return new Set([...wishes.mustSee, ...wanted].filter((id) => !avoided.includes(id)));
}

export function candidatesOf(context: CandidateContext): Candidates {
  const { trip, facts, stood, change } = context;
  const mustSee = mustSees(trip, change);
  const kept = new Set(stood.filter(({ isKept }) => isKept).map(({ item }) => item.placeId));
  const visited = new Set(stood.flatMap(({ item, place }) => (item.type === "attraction" && place ? [place.id] : [])));
  const eaten = new Set(stood.flatMap(({ item, place }) => (item.type === "meal" && place ? [place.id] : [])));
  const seen = new Set([...(trip.wishes.alreadySeen ?? []).filter((id) => !mustSee.has(id)), ...(change?.avoid ?? [])]);
  const suitable = [...facts.places.values()].filter(
    (place) => !seen.has(place.id) && !kept.has(place.id) && suits(place, trip),
  );
  // A food hall may be a sight to somebody: then it is one, and no table as well.
  const isVisit = (place: Place): boolean => !isEatery(place) || visited.has(place.id) || mustSee.has(place.id);
  const visits = best(context, suitable.filter(isVisit), {
    score: (place) => visitScore(place, trip),
    isNamed: ({ id }) => mustSee.has(id) || visited.has(id),
    most: MAX_VISITS_PER_CITY,
  });
  const eateries = best(
    context,
    suitable.filter((place) => !isVisit(place) && place.type !== "bar"),
    { score: (place) => mealScore(place, trip), isNamed: ({ id }) => eaten.has(id), most: MAX_EATERIES_PER_CITY },
  );
  return { visits, eateries };
}

interface Ranking {
  score: (place: Place) => number;
  isNamed: (place: Place) => boolean;
  most: number;
}

function best({ cityIds }: CandidateContext, places: readonly Place[], { score, isNamed, most }: Ranking): Place[] {
  const scores = new Map(places.map((place) => [place, score(place)]));
  const scoreOf = (place: Place): number => scores.get(place) ?? 0;
  return cityIds.flatMap((cityId) =>
    places
      .filter((place) => place.cityId === cityId)
      .sort((a, b) => scoreOf(b) - scoreOf(a) || a.id.localeCompare(b.id))
      .filter((place, rank) => rank < most || isNamed(place)),
  );
}
