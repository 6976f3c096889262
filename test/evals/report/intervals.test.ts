/** Intervals against figures worked out by hand and against published ones. */
import { expect, test } from "vitest";
import { areApart, bootstrap, quantile, ratioOf, wilson } from "../../../evals/report/intervals.ts";

test("Wilson: 8 of 10, and both ends", () => {
  // z² = 3.841459: middle (0.8 + 0.192073) / 1.384146 = 0.716740, half 1.959964·√(0.016 + 0.009604) / 1.384146 = 0.226577.
  const { low, high } = wilson(8, 10);
  expect(low).toBeCloseTo(0.4902, 4);
  expect(high).toBeCloseTo(0.9433, 4);
  // At the ends: z² / (n + z²) = 3.841459 / 13.841459.
  expect(wilson(0, 10).low).toBe(0);
  expect(wilson(0, 10).high).toBeCloseTo(0.27753, 5);
  expect(wilson(10, 10).low).toBeCloseTo(1 - 0.27753, 5);
  expect(() => wilson(0, 0)).toThrow("at least one, got 0 of 0");
});

test("quantiles are interpolated between neighbours", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
  expect(quantile([7], 0.975)).toBe(7);
});

test("sum over sum is no mean of shares", () => {
  const parts = [
    { passed: 1, of: 1 },
    { passed: 1, of: 9 },
  ];
  expect(ratioOf(parts)).toBe(0.2);
});

test("the bootstrap is the same for the same seed, and near the normal interval where that holds", () => {
  const parts = Array.from({ length: 400 }, (_, index) => ({ passed: (index % 20) / 19, of: 1 }));
  const interval = bootstrap(parts, 7);
  expect(bootstrap(parts, 7)).toEqual(interval);
  expect(bootstrap(parts, 8)).not.toEqual(interval);
  // Uniform on 20 steps: mean 0.5, deviation √((20² − 1) / 12) / 19 = 0.30349, so 0.5 ± 1.96 · 0.30349 / 20.
  expect(interval.low).toBeCloseTo(0.4703, 2);
  expect(interval.high).toBeCloseTo(0.5297, 2);
});

test("what is all the same has no width", () => {
  const parts = [3, 3, 3].map((passed) => ({ passed, of: 1 }));
  expect(bootstrap(parts, 1)).toEqual({ low: 3, high: 3 });
});

test("intervals that touch are not apart", () => {
  expect(areApart({ low: 0, high: 0.4 }, { low: 0.4, high: 1 })).toBe(false);
  expect(areApart({ low: 0.5, high: 0.6 }, { low: 0.1, high: 0.4 })).toBe(true);
});
