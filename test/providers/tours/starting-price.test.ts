/** Whatever a seller writes for a price is a price or none: it never takes the other products with it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { startingPrice } from "../../../providers/tours/starting-price.ts";

const NOW = new Date("2026-11-22T09:00:00.000Z");
const terms = { provider: "Viator", priceSeconds: 86_400, basis: "live", now: () => NOW } as const;
const priceOf = (amount: number | null): number | null =>
  startingPrice({ amount, currency: "EUR", asked: "EUR", per: "person" }, terms)?.amountMinor ?? null;

test.each([
  [19.9, 1_990],
  [0, 0],
  [1e-7, 0],
  [1e9, 100_000_000_000],
  [1e9 + 1, null],
  [1e21, null],
  [Number.MAX_VALUE, null],
  [Number.POSITIVE_INFINITY, null],
  [Number.NaN, null],
  [-1, null],
  [null, null],
])("%s is %s", (amount, minor) => {
  expect(priceOf(amount)).toBe(minor);
});

test("no number throws, and what comes of one is whole and bounded", () => {
  fc.assert(
    fc.property(fc.double(), (amount) => {
      const minor = priceOf(amount);
      expect(minor === null || (Number.isSafeInteger(minor) && minor >= 0 && minor <= 100_000_000_000)).toBe(true);
    }),
  );
});
