/** The search against the definition of a plan: whatever it proposes is feasible and worth what it says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../trip/schedule/evaluate.ts";
import { createSearch } from "../../../trip/schedule/search.ts";
import { smallProblems } from "./small-problems.ts";

const problems = smallProblems({ maxDays: 3, maxVisits: 12, maxEateries: 6 });

describe("the search", () => {
  it("breaks no limit, from the first step on", () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 60 }), (problem, steps) => {
        const search = createSearch(problem, { steps: 60 });
        search.step(steps);
        const { broken } = evaluate(problem, search.solution().days);
        expect(broken).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("never gets worse with more steps", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const search = createSearch(problem, { steps: 100 });
        let best = search.solution().score;
        for (let round = 0; round < 10; round++) {
          search.step(10);
          const { score } = search.solution();
          expect(score).toBeGreaterThanOrEqual(best - 1e-6);
          best = score;
        }
      }),
      { numRuns: 200 },
    );
  });

  it("gives the same plan for the same problem, seed and steps", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const [one, other] = [createSearch(problem, { steps: 50 }), createSearch(problem, { steps: 50 })];
        one.step(50);
        for (let step = 0; step < 50; step++) other.step(1);
        expect(other.solution()).toEqual(one.solution());
      }),
      { numRuns: 100 },
    );
  });

  it("begins no worse than the plan it is given", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const first = createSearch(problem, { steps: 80 });
        first.step(80);
        const plan = first.solution();
        const again = createSearch(problem, { steps: 80, start: plan.days });
        expect(again.solution().score).toBeGreaterThanOrEqual(plan.score - 1e-6);
      }),
      { numRuns: 100 },
    );
  });
});
