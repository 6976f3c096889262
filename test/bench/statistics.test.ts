/** The figures a benchmark prints are worth what these few functions are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthExponent, logGrowthLimit, percentile, percentilesOf } from "../../bench/db/statistics.ts";

describe("percentiles", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  test("by nearest rank: of 1 to 100 the 95th is 95", () => {
    expect(percentilesOf(hundred)).toEqual({ p50Ms: 50, p95Ms: 95, p99Ms: 99 });
  });

  test("of one sample, that sample; of none, an error that says so", () => {
    expect(percentilesOf([7])).toEqual({ p50Ms: 7, p95Ms: 7, p99Ms: 7 });
    expect(() => percentile([], 0.5)).toThrow("at least one sample");
  });

  test("the samples are left in their order", () => {
    const samples = [3, 1, 2];
    percentile(samples, 0.5);
    expect(samples).toEqual([3, 1, 2]);
  });

  test("always a sample, and enough of them do not exceed it", () => {
    const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const found = percentile(values, share);
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * values.length - 1e-9);
      }),
    );
  });
});

describe("growth", () => {
  test("a hand-computed case: 1, 2 and 8 ms at 10, 100 and 1,000 rows", () => {
    // log10: x = 1, 2, 3; y = 0, 0.30103, 0.90309; slope = (y3 - y1) / 2.
    const points = [
      { rows: 10, ms: 1 },
      { rows: 100, ms: 2 },
      { rows: 1_000, ms: 8 },
    ];
    expect(growthExponent(points)).toBeCloseTo(0.451545, 6);
  });

  test("any power law comes back as its power", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 2, noNaN: true }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        (b, a) => {
          const points = [10_000, 100_000, 1_000_000].map((rows) => ({ rows, ms: a * rows ** b }));
          expect(growthExponent(points)).toBeCloseTo(b, 6);
        },
      ),
    );
  });

  test("one size says nothing about growth", () => {
    const point = { rows: 10, ms: 1 };
    expect(() => growthExponent([point, point])).toThrow("two sizes");
  });

  test("from ten thousand to a million rows, log n grows by half", () => {
    expect(logGrowthLimit(10_000, 1_000_000)).toBeCloseTo(1.5, 10);
  });
});
