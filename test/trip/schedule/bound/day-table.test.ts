/** What a table of a day says at given prices, sharper and less sharp. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaOf } from "../../../../trip/schedule/bound/areas.ts";
import { chargesOf } from "../../../../trip/schedule/bound/charges.ts";
import { dayClasses } from "../../../../trip/schedule/bound/day-classes.ts";
import { type DayGraph, dayGraph } from "../../../../trip/schedule/bound/day-graph.ts";
import { DayTable } from "../../../../trip/schedule/bound/day-table.ts";
import { gainsOf } from "../../../../trip/schedule/bound/gains.ts";
import { widestTick } from "../../../../trip/schedule/bound/ticks.ts";
import { zoned } from "../../../../trip/schedule/bound/zones.ts";
import { bestOfAll } from "./every-plan.ts";
import { problems } from "./small-problems.ts";

const worthOf = (graph: DayGraph, width: number, prices: Float64Array): number =>
  new DayTable(graph, Math.min(width, Math.floor(widestTick(graph))), false).solve(gainsOf(graph, prices));

describe("a day without prices", () => {
  it("is worth no less in zones or on wide ticks, and never less than the best plan without its penalties", () => {
    fc.assert(
      fc.property(problems(1, 4), (problem) => {
        const classes = dayClasses(problem);
        const charges = chargesOf(problem, classes);
        const prices = new Float64Array(charges.couplings.length);
        const [kind] = classes;
        const graph = kind ? dayGraph(problem, kind, 0, charges, areaOf(problem, 0)) : null;
        if (!graph) return;
        const best = bestOfAll(problem);
        const sharp = worthOf(graph, 1, prices);
        expect(sharp).toBeGreaterThanOrEqual(best - 1e-6);
        for (const zones of [1, 2]) {
          for (const width of [1, 5, 15]) {
            expect(worthOf(zoned(graph, zones), width, prices)).toBeGreaterThanOrEqual(sharp - 1e-6);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
