/**
 * A route as a chain of moves: into a city by one leg, and so many nights there. What a move gains and
 * costs depends on nothing else of the route, which is what makes the problem one for dynamic programming.
 */
import type { CitiesProblem, LegOption } from "./problem.ts";
import { minutesLostOnArrival, minutesLostOnLeaving, worthOfDays } from "./route.ts";

/** One way into a city, and out of it where it is the last. Arrays by nights. */
export interface Move {
  readonly leg: number | null;
  readonly legHome: number | null;
  readonly score: Float64Array;
  readonly cost: Float64Array;
}

export interface Moves {
  /** By where from (the cities, then the start) and to which city. */
  readonly into: readonly (readonly (readonly Move[])[])[];
  /** The same for the city that the route ends in. */
  readonly closing: readonly (readonly (readonly Move[])[])[];
}

interface Way {
  option: number | null;
  leg: LegOption | null;
}
const NO_LEG: readonly Way[] = [{ option: null, leg: null }];

function waysBetween(problem: CitiesProblem, from: number, to: number): readonly Way[] {
  return (problem.legs[from]?.[to] ?? []).map((leg, option) => ({ option, leg }));
}

function waysInto(problem: CitiesProblem, from: number, to: number): readonly Way[] {
  const isStart = from === problem.cities.length;
  if (isStart && problem.startPoint === null) return NO_LEG;
  const latest = problem.cities[to]?.latestArrivalMinute ?? 0;
  return waysBetween(problem, isStart ? (problem.startPoint ?? from) : from, to).filter(
    ({ leg }) => leg !== null && leg.departMinute + leg.minutes <= latest,
  );
}

function moveBy(problem: CitiesProblem, to: number, ways: { into: Way; home: Way | null; isFirst: boolean }): Move {
  const { into, home, isFirst } = ways;
  const city = problem.cities[to];
  const score = new Float64Array(problem.nights + 1);
  const cost = new Float64Array(problem.nights + 1);
  const dayLength = problem.dayEndMinute - problem.dayStartMinute;
  const lost = minutesLostOnArrival(problem, into.leg, isFirst) + (home ? minutesLostOnLeaving(problem, home.leg) : 0);
  const legCost = (into.leg?.cost ?? 0) + (home?.leg?.cost ?? 0);
  const travel = ((into.leg?.minutes ?? 0) + (home?.leg?.minutes ?? 0)) * problem.weights.travelMinute;
  for (let nights = 0; nights <= problem.nights; nights += 1) {
    const days = nights + (home ? 1 : 0);
    const spent = legCost + (city?.nightCost ?? 0) * nights + (city?.dayCost ?? 0) * days;
    cost[nights] = spent;
    score[nights] =
      worthOfDays(city?.dayValues ?? [], days - lost / dayLength) - travel - spent * problem.weights.money;
  }
  return { leg: into.option, legHome: home?.option ?? null, score, cost };
}

export function movesOf(problem: CitiesProblem): Moves {
  const cities = problem.cities.map((_, index) => index);
  const table = (make: (from: number, to: number) => Move[]): Move[][][] =>
    [...cities, cities.length].map((from) => cities.map((to) => (from === to ? [] : make(from, to))));
  const isFirst = (from: number): boolean => from === cities.length;
  const { endPoint } = problem;
  return {
    into: table((from, to) =>
      waysInto(problem, from, to).map((into) => moveBy(problem, to, { into, home: null, isFirst: isFirst(from) })),
    ),
    closing: table((from, to) =>
      waysInto(problem, from, to).flatMap((into) =>
        (endPoint === null ? NO_LEG : waysBetween(problem, to, endPoint)).map((home) =>
          moveBy(problem, to, { into, home, isFirst: isFirst(from) }),
        ),
      ),
    ),
  };
}
