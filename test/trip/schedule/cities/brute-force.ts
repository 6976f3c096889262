/** Every route there is, by trying them all: the oracle for small problems. */
import type { CitiesProblem } from "../../../../trip/schedule/cities/problem.ts";
import { isAllowed, type Route, type Stay, worthOf } from "../../../../trip/schedule/cities/route.ts";

export interface Found {
  route: Route;
  score: number;
  cost: number;
}

function ordersOf(cities: readonly number[]): number[][] {
  return cities.flatMap((city) => {
    const rest = cities.filter((other) => other !== city);
    return [[city], ...ordersOf(rest).map((order) => [city, ...order])];
  });
}

function splitsOf(nights: number, parts: number): number[][] {
  if (parts === 1) return [[nights]];
  return Array.from({ length: nights + 1 }, (_, first) => first).flatMap((first) =>
    splitsOf(nights - first, parts - 1).map((rest) => [first, ...rest]),
  );
}

const optionsBetween = (problem: CitiesProblem, from: number | null, to: number | null): (number | null)[] =>
  from === null || to === null ? [null] : (problem.legs[from]?.[to] ?? []).map((_, option) => option);

function legChoices(problem: CitiesProblem, order: readonly number[]): (number | null)[][] {
  const points = [problem.startPoint, ...order, problem.endPoint];
  return points
    .slice(1)
    .reduce<(number | null)[][]>(
      (choices, to, index) =>
        choices.flatMap((chosen) => optionsBetween(problem, points[index] ?? null, to).map((leg) => [...chosen, leg])),
      [[]],
    );
}

/** All allowed routes, whatever they cost, best first. */
export function allRoutes(problem: CitiesProblem): Found[] {
  const found: Found[] = [];
  for (const order of ordersOf(problem.cities.map((_, index) => index))) {
    const choices = legChoices(problem, order);
    for (const split of splitsOf(problem.nights, order.length)) {
      for (const legs of choices) {
        const stays: Stay[] = order.map((city, index) => ({
          city,
          nights: split[index] ?? 0,
          leg: legs[index] ?? null,
        }));
        const route = { stays, legHome: legs.at(-1) ?? null };
        if (!isAllowed(problem, route)) continue;
        const { score, cost } = worthOf(problem, route);
        found.push({ route, score, cost });
      }
    }
  }
  return found.sort((a, b) => b.score - a.score);
}
