/** The exact model must mean what `evaluate` means: on tiny problems its optimum is the best of all plans. */
import { describe, expect, test } from "vitest";
import { optimumOf } from "../../../bench/schedule/exact.ts";
import { generateProblem } from "../../../bench/schedule/generate.ts";
import { evaluate } from "../../../trip/schedule/evaluate.ts";
import type { Problem } from "../../../trip/schedule/problem.ts";
import { seededRandom } from "../../../trip/schedule/random.ts";
import { bestOfEveryPlan } from "./every-plan.ts";

/** Small enough to try every plan, with whatever limits bind drawn anew each time. */
function tinyProblem(seed: number): Problem {
  const random = seededRandom(seed);
  const problem = generateProblem({ visits: 3, days: 2, eateries: 1, seed, hasCrowds: false });
  const flexible = random.below(3);
  const placeless = random.below(6);
  const visits = problem.visits.map((visit, index) => ({
    ...visit,
    point: index === placeless ? null : visit.point,
    group: index % 2,
    leastMinutes: index === flexible ? visit.minutes - 7 : visit.minutes,
  }));
  const days = problem.days.map((day) => ({
    ...day,
    meals: day.meals.slice(0, 1),
    maxVisits: 1 + random.below(3),
    maxVisitMinutes: 90 + random.below(200),
    maxWalkMeters: 500 + random.below(6_000),
    endMinute: day.endMinute - random.below(240),
    bufferMinutes: random.below(13),
  }));
  const limits = [{ category: visits[0]?.categories[0] ?? 0, most: 1, mostPerDay: null, least: random.below(3) }];
  return { ...problem, visits, days, limits, budget: 2_000 + random.below(9_000) };
}

describe("the exact model", () => {
  const seeds = Array.from({ length: 16 }, (_, index) => index + 1);
  test.each(seeds)("finds the best of all plans of tiny problem %i", async (seed) => {
    const problem = tinyProblem(seed);
    const found = await optimumOf(problem);
    const best = bestOfEveryPlan(problem);
    expect(found === null).toBe(best === null);
    expect(found?.score ?? 0).toBeCloseTo(best?.score ?? 0, 4);
  });

  test("the tiny problems are not all alike: some have no plan, most have, and limits bind", () => {
    const bests = seeds.map((seed) => bestOfEveryPlan(tinyProblem(seed)));
    expect(bests.filter((best) => best !== null).length).toBeGreaterThan(8);
    const full = seeds.map((seed) => {
      const problem = tinyProblem(seed);
      return evaluate(problem, bests[seed - 1]?.plan ?? []).days.flat().length;
    });
    expect(new Set(full).size).toBeGreaterThan(2);
  });

  test("refuses a problem in which waiting may pay", async () => {
    const crowded = generateProblem({ visits: 12, days: 1, eateries: 1, seed: 3 });
    await expect(optimumOf(crowded)).rejects.toThrow("without crowds");
  });
});
