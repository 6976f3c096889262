/** The verification of routes shares no code with the solver, and says the same: a route holds in both or in neither. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { greedyPlan } from "../../../bench/schedule/greedy.ts";
import { problemOf, readInstance } from "../../../bench/toptw/instance.ts";
import { type Claim, faultsOf } from "../../../bench/toptw/verify.ts";
import { evaluate } from "../../../trip/schedule/evaluate.ts";
import type { Plan } from "../../../trip/schedule/plan.ts";
import { instanceText } from "./instance-text.ts";

const folder = mkdtempSync(join(tmpdir(), "toptw-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Three in a row east of the depot, ten apart; 2 opens late, 3 closes early. */
const LINE = written(
  "line.txt",
  [
    "4 2 3 1",
    "0 0",
    "0 0.00 0.00 0 0 0 0 0 100",
    "1 10.00 0.00 5 3 1 1 1 0 50",
    "2 20.00 0.00 5 4 1 2 1 7 40 60",
    "3 30.00 0.00 5 5 1 1 1 0 54",
  ].join("\n"),
);
const claim = (routes: number[][], score: number, paths = 1): Claim => ({
  file: LINE,
  decimals: 1,
  paths,
  routes,
  score,
});

describe("routes by hand", () => {
  test("those that hold", () => {
    // 10 + 5, 10 more, wait until 40, 5, back by 65.
    expect(faultsOf(claim([[1, 2]], 7))).toEqual([]);
    expect(faultsOf(claim([[1, 3]], 8))).toEqual([]);
    expect(faultsOf(claim([[1], [3, 2]], 12, 2))).toEqual([]);
    expect(faultsOf(claim([], 0))).toEqual([]);
  });

  test.each([
    ["a vertex twice", claim([[1, 1]], 6), "visits 1 again"],
    ["a vertex on two routes", claim([[1], [1]], 6, 2), "visits 1 again"],
    ["one more route than there are paths", claim([[1], [2]], 7), "2 routes where 1 are allowed"],
    ["a vertex that is not there", claim([[4]], 0), "visits 4"],
    ["the depot as a stop", claim([[0]], 0), "visits 0"],
    ["after closing", claim([[1, 2, 3]], 12), "reaches 3 at 55, after it closes at 54"],
    ["another score", claim([[1, 2]], 8), "the score is 7, not 8"],
  ])("%s is a fault", (_, claimed, fault) => {
    expect(faultsOf(claimed).join()).toContain(fault);
  });

  test("back after the depot has closed is a fault", () => {
    const short = written("short.txt", ["4 2 1 1", "0 0", "0 0 0 0 0 0 0 0 64", "2 20 0 5 4 1 2 1 7 40 60"].join("\n"));
    expect(faultsOf({ ...claim([[2]], 4), file: short })).toEqual([
      "route 1 is back at 65, after the depot closes at 64",
    ]);
  });

  test("distances are cut off, not rounded: the root of 2 is 1.4 and 1.41", () => {
    const near = written("near.txt", ["4 2 1 1", "0 0", "0 0 0 0 0 0 0 0 2.8", "1 1 1 0 1 1 1 1 0 9"].join("\n"));
    expect(faultsOf({ ...claim([[1]], 1), file: near })).toEqual([]);
    expect(faultsOf({ ...claim([[1]], 1), file: near, decimals: 2 }).join()).toContain("is back at 2.82");
  });
});

describe("against the scheduler's own reckoning", () => {
  const shapes = [
    { vertices: 40, isClustered: false, isNarrow: false },
    { vertices: 40, isClustered: true, isNarrow: true },
  ];

  test.each(shapes)("a route holds in both or in neither: %o", (shape) => {
    const file = written(`${shape.isNarrow}.txt`, instanceText({ ...shape, seed: 5 }));
    const verdicts = new Set<boolean>();
    for (const decimals of [1, 2] as const) {
      const instance = readInstance(file, decimals);
      const problem = problemOf(instance, 2, 1);
      const routes = fc.uniqueArray(fc.integer({ min: 1, max: shape.vertices }), { maxLength: 7 });
      fc.assert(
        fc.property(routes, fc.nat(6), (vertices, cut) => {
          const split = [vertices.slice(0, cut), vertices.slice(cut)];
          const plan: Plan = split.map((route) =>
            route.map((vertex) => ({ kind: "visit", visit: vertex - 1, minutes: 10 * instance.scale })),
          );
          const { broken, score } = evaluate(problem, plan);
          const faults = faultsOf({ file, decimals, paths: 2, routes: split, score });
          verdicts.add(faults.length === 0);
          expect(faults.length === 0).toBe(broken.length === 0);
        }),
        { numRuns: 300, seed: 7 },
      );
    }
    expect(verdicts.size).toBe(2);
  });

  test("what a method made of the evaluator finds is verified", () => {
    const file = written("greedy.txt", instanceText({ vertices: 60, seed: 2, isClustered: true, isNarrow: false }));
    const problem = problemOf(readInstance(file, 1), 3, 1);
    const plan = greedyPlan(problem);
    const routes = plan.map((stops) => stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visit + 1] : [])));
    const { score } = evaluate(problem, plan);
    expect(score).toBeGreaterThan(100);
    expect(faultsOf({ file, decimals: 1, paths: 3, routes, score })).toEqual([]);
  });
});
