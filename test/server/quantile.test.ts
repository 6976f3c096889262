/** A percentile from buckets lies in the bucket where the real one is. */
import fc from "fast-check";
import { Histogram, Registry } from "prom-client";
import { expect, test } from "vitest";
import { quantileOf } from "../../server/quantile.ts";

const BUCKETS = [1, 2, 5, 10];

async function p95(values: readonly number[]): Promise<number | null> {
  const labelNames = ["actor"];
  const histogram = new Histogram({ name: "x", help: "x", labelNames, buckets: BUCKETS, registers: [new Registry()] });
  for (const [index, value] of values.entries()) histogram.observe({ actor: index % 2 ? "user" : "service" }, value);
  return quantileOf((await histogram.get()).values, 0.95, 20);
}

test("too few say nothing", async () => {
  expect(await p95(Array(19).fill(1))).toBeNull();
  expect(await p95([])).toBeNull();
});

test("it is read off within its bucket, over all labels; beyond the last one it is where that begins", async () => {
  expect(await p95(Array(100).fill(1.5))).toBeCloseTo(1.95);
  expect(await p95([...Array(80).fill(0.5), ...Array(20).fill(99)])).toBe(10);
});

test("it is never in another bucket than the percentile itself", async () => {
  const bucketOf = (value: number): number => BUCKETS.findIndex((end) => value <= end);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ min: 0.01, max: 9.99, noNaN: true }), { minLength: 20, maxLength: 60 }),
      async (values) => {
        const exact = values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? 0;
        expect(bucketOf((await p95(values)) ?? 0)).toBe(bucketOf(exact));
      },
    ),
  );
});
