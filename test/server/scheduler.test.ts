/** Planning on threads: answers as the search itself would give them, and lets go at once when nobody waits. */
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { generateProblem } from "../../bench/schedule/generate.ts";
import { createScheduler } from "../../server/scheduler.ts";
import { createSearch } from "../../trip/schedule/search.ts";

const problem = generateProblem({ visits: 60, days: 3, eateries: 12, seed: 3 });
const never = new AbortController().signal;

describe("the scheduler's threads", () => {
  it("give the plan that the search gives in so many steps", async () => {
    const search = createSearch(problem, { steps: 300 });
    search.step(300);
    const { solve } = createScheduler({ steps: 300, deadlineMs: 60_000 });
    expect(await solve(problem, { signal: never })).toEqual(search.solution());
  });

  it("answer many at once, and again, and never bound a plan below its worth", async () => {
    const scheduler = createScheduler({ steps: 100, boundSteps: 2, deadlineMs: 60_000 });
    for (let round = 0; round < 2; round++) {
      const tasks = Array.from({ length: 6 }, async (_, index) => {
        const own = { ...problem, seed: index };
        const [{ score }, bound] = await Promise.all([
          scheduler.solve(own, { signal: never }),
          scheduler.bound(own, { signal: never }),
        ]);
        return bound - score;
      });
      expect(Math.min(...(await Promise.all(tasks)))).toBeGreaterThanOrEqual(0);
    }
  });

  it("stop soon after an abort, and work on for the others", async () => {
    const scheduler = createScheduler({ steps: 100_000_000, deadlineMs: 60_000 });
    const controller = new AbortController();
    const solving = scheduler.solve(problem, { signal: controller.signal });
    await wait(300);
    const began = performance.now();
    controller.abort();
    await expect(solving).rejects.toThrow(/abort/i);
    expect(performance.now() - began).toBeLessThan(5_000);
    await expect(scheduler.solve(problem, { signal: controller.signal })).rejects.toThrow(/abort/i);
    expect(
      await scheduler.findConflict(
        { ...problem, visits: [], limits: [], days: problem.days.map((day) => ({ ...day, meals: [] })) },
        { signal: never },
      ),
    ).toBeNull();
  });

  it("meet a deadline with the best plan so far", async () => {
    const { solve } = createScheduler({ steps: 100_000_000, deadlineMs: 200 });
    const { score, steps } = await solve(problem, { signal: never });
    expect(steps).toBeLessThan(100_000_000);
    expect(score).toBeGreaterThan(0);
  });

  it("say so when a problem breaks the search", async () => {
    const { solve } = createScheduler({ steps: 10, deadlineMs: 1_000 });
    const broken = { ...problem, days: null as unknown as typeof problem.days };
    await expect(solve(broken, { signal: never })).rejects.toMatchObject({ code: "internal" });
    expect((await solve(problem, { signal: never })).days.length).toBe(3);
  });
});
