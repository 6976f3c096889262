/** The exact model must mean what `evaluate` means: on tiny problems its optimum is the best of all plans. */
import { describe, expect, test } from "vitest";
import { optimumOf } from "../../../bench/schedule/exact.ts";
import { generateProblem } from "../../../bench/schedule/generate.ts";
import { evaluate } from "../../../trip/schedule/evaluate.ts";
import type { Problem, Visit } from "../../../trip/schedule/problem.ts";
import { seededRandom } from "../../../trip/schedule/random.ts";
import { bestOfEveryPlan } from "./every-plan.ts";

/** Small enough to try every plan, with whatever limits bind drawn anew each time. */
function tinyProblem(seed: number): Problem {
  const random = seededRandom(seed);
  const problem = generateProblem({ visits: 3, days: 2, eateries: 1, seed, hasCrowds: false });
  const isCrowded = seed % 2 === 0;
  const flexible = random.below(3);
  const placeless = random.below(6);
  const visits = problem.visits.map((visit, index) => ({
    ...visit,
    point: index === placeless ? null : visit.point,
    group: index % 2,
    leastMinutes: index === flexible && !hasTwoWindows(visit) ? visit.minutes - 7 : visit.minutes,
    // Dear until three, so that a plan would wait if it could.
    crowd: isCrowded ? Array.from({ length: 24 }, (_, hour) => (hour < 15 ? 5 * (index + 1) : hour % 3)) : null,
  }));
  const tightOr = (tight: number, loose: number): number => (random.next() < 0.3 ? tight : loose);
  const days = problem.days.map((day) => ({
    ...day,
    meals: day.meals.slice(0, 1),
    maxVisits: tightOr(1, 6),
    maxVisitMinutes: tightOr(70 + random.below(120), 600),
    maxWalkMeters: tightOr(400 + random.below(3_000), 20_000),
    endMinute: day.endMinute - tightOr(random.below(300), 0),
    bufferMinutes: random.below(13),
  }));
  const limits = [
    { category: visits[0]?.categories[0] ?? 0, most: tightOr(0, 3), mostPerDay: null, least: random.below(3) },
    { category: 100, most: null, mostPerDay: tightOr(1, 3), least: 0 },
  ];
  const inHundred = visits.map((visit) =>
    visit.isErrand ? visit : { ...visit, categories: [...visit.categories, 100] },
  );
  return { ...problem, visits: inHundred, days, limits, budget: tightOr(3_000 + random.below(5_000), 30_000) };
}

const hasTwoWindows = ({ windows }: Visit): boolean => windows.some((ofDay) => ofDay.length > 1);

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

  test("refuses a problem with a plan before: stability is not modelled", async () => {
    const problem = tinyProblem(1);
    const visits = problem.visits.map((visit) => ({ ...visit, before: { day: 0, startMinute: 600 } }));
    await expect(optimumOf({ ...problem, visits })).rejects.toThrow("without a plan before");
  });
});
