/** A figure is fine, worth watching or alarming by the design's two numbers. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { judge, type Standing, TARGETS } from "../../../db/monitoring/targets.ts";

test("the numbers are the design's", () => {
  const numbers = Object.values(TARGETS).map(({ target, alert }) => [target, alert]);
  expect(numbers).toEqual([
    [0.1, 0.5],
    [0.99, 0.95],
    [0.8, 0.6],
    [0.7, 0.9],
    [1, 5],
  ]);
});

test.each([
  ["queryP95", 0.099, 0.1, 0.5, 0.501],
  ["indexHitRatio", 0.991, 0.99, 0.95, 0.949],
] as const)("%s is judged at its edges", (metric, fine, onTarget, onAlert, alarming) => {
  const standings = [fine, onTarget, onAlert, alarming].map((value) => judge(TARGETS[metric], value));
  expect(standings).toEqual(["fine", "watch", "watch", "alarming"]);
});

test("a worse value never stands better", () => {
  const order: Standing[] = ["fine", "watch", "alarming"];
  const metrics = fc.constantFrom(...Object.values(TARGETS));
  const values = fc.double({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(metrics, values, values, (metric, a, b) => {
      const [better, worse] = a < b === (metric.isGood === "below") ? [a, b] : [b, a];
      expect(order.indexOf(judge(metric, worse))).toBeGreaterThanOrEqual(order.indexOf(judge(metric, better)));
    }),
  );
});
