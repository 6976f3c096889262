/** The bound against every plan there is, on small problems of the full model. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBound } from "../../../../trip/schedule/bound/bound.ts";
import type { Problem } from "../../../../trip/schedule/problem.ts";
import { seededRandom } from "../../../../trip/schedule/random.ts";
import { bestOfAll } from "./every-plan.ts";
import { problems } from "./small-problems.ts";

const STEPS = 40;
const BLUR = 1e-6;

describe("the bound, on problems small enough to try every plan", () => {
  it.each([
    { days: 1, visits: 4, isAlike: false, runs: 150 },
    { days: 2, visits: 3, isAlike: false, runs: 150 },
    { days: 2, visits: 3, isAlike: true, runs: 100 },
    { days: 3, visits: 2, isAlike: false, runs: 50 },
  ])("is never below the best: $days days, $visits visits, alike $isAlike", ({ days, visits, isAlike, runs }) => {
    fc.assert(
      fc.property(problems(days, visits, isAlike), (problem) => {
        const best = bestOfAll(problem);
        const bound = createBound(problem);
        let last = Number.POSITIVE_INFINITY;
        for (let step = 0; step < STEPS; step++) {
          bound.step(1);
          expect(bound.value).toBeGreaterThanOrEqual(best - BLUR);
          expect(bound.value).toBeLessThanOrEqual(last);
          last = bound.value;
        }
      }),
      { numRuns: runs },
    );
  });
});

const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** Visits of an hour, scattered over a square, all open all day; days from nine to six. */
function square(visits: number, days: number, seed: number): Problem {
  const random = seededRandom(seed);
  const at = Array.from({ length: visits + 1 }, () => ({ x: random.next() * 60, y: random.next() * 60 }));
  const minutes = at.flatMap((one) => at.map((other) => Math.ceil(Math.hypot(one.x - other.x, one.y - other.y))));
  const hours = [{ openMinute: 540, lastEntryMinute: 1020, closeMinute: 1080 }];
  const day = {
    area: 0,
    startPoint: 0,
    endPoint: 0,
    startMinute: 540,
    endMinute: 1080,
    maxVisits: UNLIMITED,
    maxVisitMinutes: UNLIMITED,
    maxWalkMeters: UNLIMITED,
    bufferMinutes: 0,
    meals: [],
  };
  const nothing = new Int32Array(minutes.length);
  return {
    days: Array.from({ length: days }, () => day),
    visits: Array.from({ length: visits }, (_, index) => ({
      id: String(index),
      area: 0,
      point: index + 1,
      score: 10 + random.below(40),
      minutes: 60,
      leastMinutes: 60,
      shortWorth: 1,
      cost: 0,
      windows: Array.from({ length: days }, () => hours),
      group: index,
      categories: [],
      crowd: null,
      isMustSee: false,
      isFixed: false,
      isErrand: false,
      before: null,
    })),
    eateries: [],
    limits: [],
    travel: { points: at.length, minutes: Int32Array.from(minutes), meters: nothing, walkMeters: nothing },
    budget: null,
    gridMinutes: 5,
    weights: {
      travelMinute: 0,
      travelKilometer: 0,
      spanMinute: 0,
      repeat: 0,
      dayOut: 0,
      missedMeal: 0,
      missedMustSee: 0,
      shortfall: 0,
      dropped: 0,
      otherDay: 0,
      movedMinute: 0,
    },
    seed,
  };
}

describe("the bound, on days that cannot hold every visit", () => {
  // Nine hours hold eight visits of an hour at the most, and the ways between them take time as well.
  const hours = (problem: Problem, room: number): number =>
    problem.visits
      .map(({ score }) => score)
      .sort((one, other) => other - one)
      .slice(0, room)
      .reduce((sum, score) => sum + score, 0);

  it.each([1, 2, 3])("is well below the sum of scores, and below what fits without ways (%i days)", (days) => {
    const problem = square(40, days, days);
    const bound = createBound(problem);
    bound.step(80);
    expect(bound.value).toBeLessThan(hours(problem, 8 * days));
  });

  it("is the same number for the same steps, however they are counted out", () => {
    const [one, other] = [createBound(square(30, 2, 7)), createBound(square(30, 2, 7))];
    one.step(45);
    for (let step = 0; step < 45; step++) other.step(1);
    expect(one.value).toBe(other.value);
  });

  it("begins with every gain there is", () => {
    const problem = square(12, 1, 3);
    expect(createBound(problem).value).toBe(problem.visits.reduce((sum, { score }) => sum + score, 0));
  });

  it("is done when it meets a plan's score", () => {
    const problem = square(1, 1, 5);
    const score = problem.visits[0]?.score ?? 0;
    const bound = createBound(problem, score);
    bound.step(20);
    expect(bound).toMatchObject({ isDone: true });
    expect(bound.value).toBeCloseTo(score);
  });

  it("says that a day cannot be kept at all", () => {
    const problem = square(2, 1, 5);
    const [day] = problem.days;
    const bound = createBound({ ...problem, days: day ? [{ ...day, endMinute: day.startMinute - 10 }] : [] });
    bound.step(5);
    expect(bound).toMatchObject({ value: Number.NEGATIVE_INFINITY, isDone: true });
  });
});

describe("the bound, on problems small enough for it to be exact", () => {
  it("is mostly within a tenth of the best plan", () => {
    const gaps: number[] = [];
    for (let seed = 1; seed <= 12; seed++) {
      const problem = square(5, 1, seed);
      const short = { ...problem, days: problem.days.map((day) => ({ ...day, endMinute: 540 + 200 })) };
      const best = bestOfAll(short);
      const bound = createBound(short);
      bound.step(100);
      expect(bound.value).toBeGreaterThanOrEqual(best - BLUR);
      gaps.push((bound.value - best) / bound.value);
    }
    const sorted = gaps.toSorted((one, other) => one - other);
    expect(sorted[6]).toBeLessThan(0.1);
  });
});
