import { expect, test } from "vitest";
import { offeredPrice } from "../../../providers/offers/offered-price.ts";

const NOW = new Date("2026-11-22T09:00:00Z");
const TERMS = { contentSeconds: 900, priceSeconds: 900, keepsIds: true, isForModels: true };

function priceOf(amount: string | number, currency = "EUR", expiresAt: string | null = null) {
  const said = { amount, currency, per: "party" as const, wanted: "EUR", expiresAt };
  return offeredPrice(said, { name: "Testair", terms: TERMS }, { basis: "live", now: () => NOW });
}

test("a price is exact, and somebody's for a while", () => {
  expect(priceOf("163.66")).toEqual({
    ...{ amountMinor: 16_366, currency: "EUR", per: "party", basis: "live", provider: "Testair" },
    ...{ fetchedAt: "2026-11-22T09:00:00.000Z", expiresAt: "2026-11-22T09:15:00.000Z" },
  });
  expect(priceOf(0.1 + 0.2)?.amountMinor).toBe(30);
});

test.for(["NaN", "-1.00", "0", "1e308", "12,50", "", "9".repeat(30), 1e308, Number.NaN, -3, 0])(
  "%j is no price",
  (amount) => {
    expect(priceOf(amount)).toBeNull();
  },
);

test("another currency is another price", () => {
  expect(priceOf("163.66", "USD")).toBeNull();
  expect(priceOf("163.66", "nonsense")).toBeNull();
});

test("it ends when the vendor says, never later than its terms let it be kept, and not in the past", () => {
  expect(priceOf("1", "EUR", "2026-11-22T10:05:00+01:00")?.expiresAt).toBe("2026-11-22T09:05:00.000Z");
  expect(priceOf("1", "EUR", "2027-11-22T09:05:00Z")?.expiresAt).toBe("2026-11-22T09:15:00.000Z");
  expect(priceOf("1", "EUR", "whenever")?.expiresAt).toBe("2026-11-22T09:15:00.000Z");
  expect(priceOf("1", "EUR", "2026-11-22T08:59:00Z")).toBeNull();
});
