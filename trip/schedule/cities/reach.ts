/** Which city may follow which set of cities: order, dates, nights still needed by those that must be visited. */
import type { CitiesProblem } from "./problem.ts";

export interface Reach {
  /** The cities that must be part of every route, as a bit set. */
  readonly mandatory: number;
  /** By city: the cities that may not have been visited before it. */
  readonly notBefore: readonly number[];
  readonly mayClose: readonly boolean[];
  readonly mayPrecede: readonly boolean[];
  /** By set of cities visited: the nights they may have taken, with enough left for the rest that must be visited. */
  readonly mostNightsUsed: Int32Array;
}

function rankedAfter({ cities }: CitiesProblem, rank: number | null): number {
  return cities.reduce((set, city, index) => {
    const isAfter = rank !== null && city.rank !== null && city.rank > rank;
    return isAfter ? set | (1 << index) : set;
  }, 0);
}

export function reachOf(problem: CitiesProblem): Reach {
  const { cities, firstCity, lastCity, nights } = problem;
  const isNeeded = (index: number): boolean => index === firstCity || index === lastCity;
  const mandatory = cities.reduce(
    (set, city, index) => (city.isMandatory || isNeeded(index) ? set | (1 << index) : set),
    0,
  );
  const others = (index: number): number => ((1 << cities.length) - 1) & ~(1 << index);
  return {
    mandatory,
    notBefore: cities.map(({ rank }, index) => (index === firstCity ? others(index) : rankedAfter(problem, rank))),
    mayClose: cities.map((_, index) => lastCity === null || index === lastCity),
    mayPrecede: cities.map((_, index) => lastCity === null || index !== lastCity),
    mostNightsUsed: Int32Array.from({ length: 1 << cities.length }, (_, visited) =>
      cities.reduce(
        (left, city, index) => (mandatory & ~visited & (1 << index) ? left - city.minNights : left),
        nights,
      ),
    ),
  };
}

/** The first city of a route has only to be the one asked for. */
export function mayOpen({ firstCity }: CitiesProblem, city: number): boolean {
  return firstCity === null || city === firstCity;
}
