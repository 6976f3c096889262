/** Intervals against cases worked out by hand, and what must hold of any. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceInterval, differenceOf, intervalOf, totalOf, wilson } from "../../../evals/compare/bootstrap.ts";

test("a total is a quotient of sums: means of values, micro rates of counts", () => {
  expect(totalOf([1, 2, 6].map((sum) => ({ sum, of: 1 })))).toBe(3);
  // 9 of 10 and 0 of 2: 9/12, not the mean of 0.9 and 0.
  expect(
    totalOf([
      { sum: 9, of: 10 },
      { sum: 0, of: 2 },
    ]),
  ).toBe(0.75);
  expect(totalOf([])).toBeNull();
});

test("Wilson's interval as in the literature", () => {
  // 5 of 10: centre 0.5, half width 1.96/(1+0.38415) × sqrt(0.025 + 0.0096) = 0.2634.
  expect(wilson(5, 10)?.low).toBeCloseTo(0.2366, 4);
  expect(wilson(5, 10)?.high).toBeCloseTo(0.7634, 4);
  // All of n: the lower end is n / (n + z²) = 20 / 23.8415.
  expect(wilson(20, 20)?.low).toBeCloseTo(20 / 23.841459, 6);
  expect(wilson(20, 20)?.high).toBe(1);
  expect(wilson(0, 20)?.low).toBe(0);
  expect(wilson(0, 0)).toBeNull();
});

test("samples that agree leave nothing open; one sample says nothing", () => {
  const same = Array.from({ length: 8 }, () => ({ sum: 0.5, of: 1 }));
  expect(intervalOf(same)).toEqual({ low: 0.5, high: 0.5 });
  expect(intervalOf(same.slice(0, 1))).toBeNull();
  expect(intervalOf([])).toBeNull();
});

test("two samples are drawn as they must be: both, or one of them twice", () => {
  const shares = [
    { sum: 0, of: 1 },
    { sum: 1, of: 1 },
  ];
  // Means of 0, 0.5 and 1 with shares 1/4, 1/2 and 1/4: the outer 2.5 % lie within the quarters.
  expect(intervalOf(shares)).toEqual({ low: 0, high: 1 });
});

test("many samples: as wide as the normal approximation says", () => {
  // 400 shares, half of them 1: standard error 0.025, so 0.5 ± 0.049.
  const interval = intervalOf(Array.from({ length: 400 }, (_, index) => ({ sum: index % 2, of: 1 })));
  expect(interval?.low).toBeCloseTo(0.451, 1.6);
  expect(interval?.high).toBeCloseTo(0.549, 1.6);
});

test("pairing takes out what both runs share", () => {
  const pairs = Array.from({ length: 30 }, (_, index) => ({
    a: { sum: index, of: 1 },
    b: { sum: index + 1, of: 1 },
  }));
  expect(differenceOf(pairs)).toBe(1);
  const interval = differenceInterval(pairs);
  expect(interval?.low).toBeCloseTo(1, 9);
  expect(interval?.high).toBeCloseTo(1, 9);
});

test("trials of a sample are drawn together: ten copies of each make an interval no narrower", () => {
  const values = [0.1, 0.4, 0.5, 0.8, 0.9];
  const once = intervalOf(values.map((sum) => ({ sum, of: 1 })));
  const tenfold = intervalOf(values.map((sum) => ({ sum: sum * 10, of: 10 })));
  expect(tenfold?.low).toBeCloseTo(once?.low ?? 0, 9);
  expect(tenfold?.high).toBeCloseTo(once?.high ?? 0, 9);
});

test("whatever the shares: within their least and most, the same again, another with another seed", () => {
  const share = fc.record({ sum: fc.integer({ min: 0, max: 20 }), of: fc.integer({ min: 20, max: 40 }) });
  fc.assert(
    fc.property(fc.array(share, { minLength: 2, maxLength: 30 }), fc.integer(), (shares, seed) => {
      const options = { seed, resamples: 200 };
      const interval = intervalOf(shares, options);
      expect(intervalOf(shares, options)).toEqual(interval);
      const rates = shares.map(({ sum, of }) => sum / of);
      expect(interval?.low).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
      expect(interval?.high).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
      expect(interval?.low).toBeLessThanOrEqual(interval?.high ?? 0);
    }),
    { numRuns: 50 },
  );
});
