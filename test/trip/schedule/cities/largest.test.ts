/** The largest problems there are: ten cities, thirty nights, money short or not, proven best in a moment. */
import { expect, test } from "vitest";
import { type CitiesProblem, MAX_CITIES, MAX_NIGHTS } from "../../../../trip/schedule/cities/problem.ts";
import { isAllowed, worthOf } from "../../../../trip/schedule/cities/route.ts";
import { type CitiesSolution, solveCities } from "../../../../trip/schedule/cities/solve.ts";
import { seededRandom } from "../../../../trip/schedule/random.ts";

/** On a busy machine; it takes a twentieth of it on an idle one. */
const MOST_CPU_MS = 2_000;

function largest(seed: number, isMandatory: boolean): CitiesProblem {
  const random = seededRandom(seed);
  const points = Array.from({ length: MAX_CITIES + 1 }, () => [random.next() * 1_500, random.next() * 1_500] as const);
  const cities = Array.from({ length: MAX_CITIES }, () => {
    const [first, decay] = [150 + random.next() * 200, 0.6 + 0.35 * random.next()];
    return {
      ...{ minNights: 1, maxNights: MAX_NIGHTS, isMandatory, rank: null },
      ...{ arriveFromNight: 0, arriveByNight: MAX_NIGHTS, latestArrivalMinute: 3_000 },
      nightCost: 4_000 + random.below(8_000),
      dayCost: 3_000 + random.below(5_000),
      dayValues: Array.from({ length: MAX_NIGHTS + 1 }, (_, day) => (first * (1 - decay ** (day + 1))) / (1 - decay)),
    };
  });
  const legs = points.map(([x, y]) =>
    points.map(([otherX, otherY]) => {
      const km = Math.hypot(x - otherX, y - otherY);
      const byTrain = { minutes: Math.ceil(60 + km / 1.8), cost: Math.round(2_000 + km * 26) };
      const byAir = { minutes: Math.ceil(240 + km / 13), cost: Math.round(12_000 + km * 16) };
      return [
        { mode: "train" as const, departMinute: 540, ...byTrain },
        { mode: "flight" as const, departMinute: 540, ...byAir },
      ];
    }),
  );
  return {
    ...{
      cities,
      legs,
      nights: MAX_NIGHTS,
      startPoint: MAX_CITIES,
      endPoint: MAX_CITIES,
      firstCity: null,
      lastCity: null,
    },
    ...{ dayStartMinute: 570, dayEndMinute: 1_290, firstDayStartMinute: 660, lastDayEndMinute: 1_080 },
    ...{ settleMinutes: 45, budget: null, weights: { travelMinute: 0.15, money: 0.0002 } },
  };
}

function solvedWithin(problem: CitiesProblem): CitiesSolution & { status: "solved" } {
  const before = process.cpuUsage();
  const solution = solveCities(problem);
  const { user, system } = process.cpuUsage(before);
  if (solution.status !== "solved") throw new Error(`Expected a solution, got ${solution.status}.`);
  expect(solution.isProven).toBe(true);
  expect((user + system) / 1_000).toBeLessThan(MOST_CPU_MS);
  return solution;
}

test.each([
  ["all cities", true],
  ["those that are worth it", false],
])("%s", (_, isMandatory) => {
  const problem = largest(7, isMandatory);
  const free = solvedWithin(problem);
  const none = solveCities({ ...problem, budget: 0 });
  const least = none.status === "beyond_the_budget" ? none.smallestBudget : 0;
  expect(least).toBeGreaterThan(0);
  for (const share of [0.02, 0.3, 0.8]) {
    const budget = Math.round(least + share * (free.best.cost - least));
    const { best, alternatives } = solvedWithin({ ...problem, budget });
    for (const route of [best, ...alternatives]) {
      expect(isAllowed(problem, route)).toBe(true);
      expect(worthOf(problem, route).cost).toBeLessThanOrEqual(budget);
    }
    expect(best.score).toBeLessThan(free.best.score);
  }
});

test("more than that is refused, saying what to do", () => {
  const problem = largest(1, true);
  expect(() => solveCities({ ...problem, nights: MAX_NIGHTS + 1 })).toThrow("Plan the trip in parts.");
});
