/** The bound against every plan there is, on small problems of the full model. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBound } from "../../../../trip/schedule/bound/bound.ts";
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
