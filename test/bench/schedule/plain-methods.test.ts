/** The generated world is one that can be planned in, and the methods to compare with plan in it soundly. */
import { describe, expect, test } from "vitest";
import { generateProblem } from "../../../bench/schedule/generate.ts";
import { greedyPlan } from "../../../bench/schedule/greedy.ts";
import { nearestPlan } from "../../../bench/schedule/nearest.ts";
import { evaluate } from "../../../trip/schedule/evaluate.ts";

const seeds = [1, 2, 3, 4, 5];
const worldOf = (seed: number) => generateProblem({ visits: 40, days: 4, eateries: 12, seed });

describe("the generated world", () => {
  test("is the same for a seed and another for another", () => {
    expect(worldOf(1)).toEqual(worldOf(1));
    expect(worldOf(1).visits).not.toEqual(worldOf(2).visits);
  });

  test("has everything the model knows", () => {
    const problem = generateProblem({ visits: 200, days: 7, eateries: 40, seed: 1 });
    const { visits, days } = problem;
    const count = (isOne: (visit: (typeof visits)[number]) => boolean): number => visits.filter(isOne).length;
    const windowsOf = (visit: (typeof visits)[number]): number[] => visit.windows.map(({ length }) => length);
    expect(count((visit) => windowsOf(visit).includes(0) && windowsOf(visit).includes(1))).toBeGreaterThan(20);
    expect(count((visit) => windowsOf(visit).includes(2))).toBeGreaterThan(10);
    expect(count(({ windows }) => windows.flat().some((w) => w.lastEntryMinute < w.closeMinute))).toBeGreaterThan(50);
    expect(count(({ minutes, leastMinutes }) => leastMinutes < minutes)).toBeGreaterThan(30);
    expect(count(({ crowd }) => crowd !== null)).toBeGreaterThan(30);
    expect(count(({ isMustSee }) => isMustSee)).toBe(2);
    expect(count(({ isFixed }) => isFixed)).toBe(2);
    expect(days.flatMap(({ meals }) => meals).length).toBeGreaterThan(10);
    expect(visits.every(({ windows }) => windows.length === days.length)).toBe(true);
  });
});

describe("the plain methods", () => {
  test.each(seeds)("keep every limit of world %i, and greed pays better than nearness", (seed) => {
    const problem = worldOf(seed);
    const nearest = evaluate(problem, nearestPlan(problem));
    const greedy = evaluate(problem, greedyPlan(problem));
    expect(nearest.broken).toEqual([]);
    expect(greedy.broken).toEqual([]);
    expect(nearest.days.flat().length).toBeGreaterThan(8);
    expect(greedy.score).toBeGreaterThan(nearest.score);
  });

  test.each(seeds)("money is short in world %i: what is best loved costs more than there is", (seed) => {
    const problem = worldOf(seed);
    const free = { ...problem, budget: null };
    expect(evaluate(free, greedyPlan(free)).spent).toBeGreaterThan(problem.budget ?? 0);
  });
});
