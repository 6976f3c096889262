/** The solver against every route there is, and its promises over larger problems. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CitiesProblem } from "../../../../trip/schedule/cities/problem.ts";
import { isAllowed, type Route, worthOf } from "../../../../trip/schedule/cities/route.ts";
import { type CitiesSolution, solveCities } from "../../../../trip/schedule/cities/solve.ts";
import { allRoutes, type Found } from "./brute-force.ts";
import { problems } from "./generated-problems.ts";

const small = problems({ cities: 4, nights: 6 });

const within = (routes: readonly Found[], budget: number | null): Found[] =>
  routes.filter(({ cost }) => budget === null || cost <= budget);

const cheapestOf = (routes: readonly Found[]): number => Math.min(...routes.map(({ cost }) => cost));

function routesOf(solution: CitiesSolution): readonly (Route & { score: number; cost: number })[] {
  return solution.status === "solved" ? [solution.best, ...solution.alternatives] : [];
}

describe("against every route there is", () => {
  test("the best one and the next three, in order", () => {
    fc.assert(
      fc.property(small, (problem) => {
        const expected = within(allRoutes(problem), problem.budget).slice(0, 4);
        const got = routesOf(solveCities(problem));
        expect(got.map(({ score }) => score.toFixed(6))).toEqual(expected.map(({ score }) => score.toFixed(6)));
        expect(new Set(got.map(({ stays, legHome }) => JSON.stringify([stays, legHome]))).size).toBe(got.length);
      }),
      { numRuns: 1_500, seed: 1 },
    );
  });

  test("the same where the budget is what binds", () => {
    let bound = 0;
    fc.assert(
      fc.property(small, fc.double({ min: 0, max: 1, noNaN: true }), (problem, share) => {
        const all = allRoutes(problem);
        const [first] = all;
        if (!first) return;
        const least = cheapestOf(all);
        const budget = Math.floor(least + share * (first.cost - least));
        const expected = within(all, budget).slice(0, 4);
        const got = routesOf(solveCities({ ...problem, budget }));
        expect(got.map(({ score }) => score.toFixed(6))).toEqual(expected.map(({ score }) => score.toFixed(6)));
        if (budget < first.cost) bound += 1;
      }),
      { numRuns: 1_500, seed: 8 },
    );
    expect(bound).toBeGreaterThan(200);
  });

  test("infeasible only where there is no route, and the smallest budget is the smallest", () => {
    fc.assert(
      fc.property(small, (problem) => {
        const all = allRoutes(problem);
        const solution = solveCities(problem);
        const expected =
          all.length === 0 ? "infeasible" : within(all, problem.budget).length > 0 ? "solved" : "beyond_the_budget";
        expect(solution.status).toBe(expected);
        if (solution.status !== "beyond_the_budget") return;
        expect(solution.smallestBudget).toBe(cheapestOf(all));
        expect(solveCities({ ...problem, budget: solution.smallestBudget }).status).toBe("solved");
        expect(solveCities({ ...problem, budget: solution.smallestBudget - 1 }).status).toBe("beyond_the_budget");
      }),
      { numRuns: 800, seed: 2 },
    );
  });

  test("the reason why a city was skipped", () => {
    fc.assert(
      fc.property(small, (problem) => {
        const solution = solveCities(problem);
        if (solution.status !== "solved") return;
        const all = allRoutes(problem);
        const visited = solution.best.stays.map(({ city }) => city);
        const left = problem.cities.flatMap((_, city) => (visited.includes(city) ? [] : [city]));
        expect(solution.skipped.map(({ city }) => city)).toEqual(left);
        for (const { city, reason } of solution.skipped) {
          const withCity = all.filter(({ route }) => route.stays.some((stay) => stay.city === city));
          const affordable = within(withCity, problem.budget);
          const expected =
            withCity.length === 0 ? "does_not_fit" : affordable.length === 0 ? "beyond_the_budget" : "worth_less";
          expect(reason).toBe(expected);
        }
      }),
      { numRuns: 800, seed: 3 },
    );
  });

  test("what stands in the way: lifted, there is a route", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(small, (problem) => {
        const solution = solveCities(problem);
        if (solution.status !== "infeasible") return;
        const { obstacle } = solution;
        seen.add(obstacle.kind);
        if (obstacle.kind === "several") return;
        const lifted: CitiesProblem = {
          ...problem,
          ...(obstacle.kind === "order" && { firstCity: null, lastCity: null }),
          cities: problem.cities.map((city, index) => ({
            ...city,
            isMandatory: city.isMandatory || index === problem.firstCity || index === problem.lastCity,
            ...(obstacle.kind === "arrival_dates" && { arriveFromNight: 0, arriveByNight: 99 }),
            ...(obstacle.kind === "order" && { rank: null }),
            ...(obstacle.kind === "no_connection" && { latestArrivalMinute: 99_999 }),
          })),
          legs: problem.legs.map((row) =>
            row.map((options) =>
              obstacle.kind === "no_connection" && options.length === 0
                ? [{ mode: "train", departMinute: 0, minutes: 1, cost: 0 }]
                : options,
            ),
          ),
        };
        const isNights = obstacle.kind === "too_few_nights" || obstacle.kind === "too_many_nights";
        expect(allRoutes(lifted).length > 0 || isNights).toBe(true);
      }),
      { numRuns: 1_500, seed: 4 },
    );
    expect([...seen].sort()).toEqual([
      "arrival_dates",
      "no_connection",
      "order",
      "several",
      "too_few_nights",
      "too_many_nights",
    ]);
  });
});

describe("over larger problems", () => {
  const large = problems({ cities: 7, nights: 16 });

  test("every route returned keeps every requirement, and its figures are the route's", () => {
    fc.assert(
      fc.property(large, (problem) => {
        const routes = routesOf(solveCities(problem));
        for (const route of routes) {
          expect(isAllowed(problem, route)).toBe(true);
          expect(route.cost).toBeLessThanOrEqual(problem.budget ?? Number.POSITIVE_INFINITY);
          expect(route).toMatchObject(worthOf(problem, route));
        }
        expect(routes.map(({ score }) => score)).toEqual(routes.map(({ score }) => score).toSorted((a, b) => b - a));
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  test("the same problem always gives the same routes", () => {
    fc.assert(
      fc.property(large, (problem) => {
        expect(solveCities(problem)).toEqual(solveCities(structuredClone(problem)));
      }),
      { numRuns: 30, seed: 6 },
    );
  });

  test("a larger budget is never worth less", () => {
    fc.assert(
      fc.property(large, fc.integer({ min: 0, max: 500 }), (problem, more) => {
        const [poor] = routesOf(solveCities(problem));
        if (!poor || problem.budget === null) return;
        const [rich] = routesOf(solveCities({ ...problem, budget: problem.budget + more }));
        expect(rich?.score).toBeGreaterThanOrEqual(poor.score - 1e-6);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
