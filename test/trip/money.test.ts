/** Money keeps every minor unit on its way to the database and back, whatever its currency's decimals. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TripwrightError } from "../../trip/errors.ts";
import { costSchema, formatMoney, formatRange, isPrice, minorDigits, toDecimal, toMinor } from "../../trip/money.ts";
import { euros } from "./world.ts";

describe("minor units", () => {
  it("are two decimals for euros, none for yen, three for dinars", () => {
    expect(["EUR", "JPY", "BHD"].map(minorDigits)).toEqual([2, 0, 3]);
  });

  it("survive the way to a decimal and back", () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).filter((minor) => minor !== 0);
    fc.assert(
      fc.property(amount, fc.constantFrom("EUR", "JPY", "BHD"), (minor, currency) => {
        expect(toMinor(toDecimal(minor, currency), currency)).toBe(minor);
      }),
    );
  });

  it("are written the way PostgreSQL reads them", () => {
    expect(toDecimal(12_345, "EUR")).toBe("123.45");
    expect(toDecimal(5, "EUR")).toBe("0.05");
    expect(toDecimal(-5, "EUR")).toBe("-0.05");
    expect(toDecimal(1200, "JPY")).toBe("1200");
    expect(toDecimal(1, "BHD")).toBe("0.001");
  });

  it("are read from NUMERIC(14,3), which has more decimals than most currencies", () => {
    expect(toMinor("123.450", "EUR")).toBe(12_345);
    expect(toMinor("1200.000", "JPY")).toBe(1200);
    expect(toMinor("1.500", "BHD")).toBe(1500);
    expect(toMinor("7", "EUR")).toBe(700);
    expect(toMinor("99999999999.999", "BHD")).toBe(99_999_999_999_999);
  });

  it("round half up, exactly, where a currency has no place for the rest", () => {
    expect(toMinor("1.005", "EUR")).toBe(101);
    expect(toMinor("1.004", "EUR")).toBe(100);
    expect(toMinor("0.5", "JPY")).toBe(1);
    expect(toMinor(19.99, "EUR")).toBe(1999);
    expect(toMinor(0.1 + 0.2, "EUR")).toBe(30);
  });

  it("are not made from what is no amount", () => {
    for (const text of ["", "12,50", "1e5", "abc", "1.2.3", "€5"]) {
      expect(() => toMinor(text, "EUR")).toThrow(TripwrightError);
    }
  });
});

describe("for people", () => {
  it("drops zero cents and keeps the others", () => {
    expect(formatMoney({ amountMinor: 9600, currency: "EUR" })).toBe("€96");
    expect(formatMoney({ amountMinor: 9650, currency: "EUR" })).toBe("€96.50");
    expect(formatMoney({ amountMinor: 1200, currency: "JPY" })).toBe("¥1,200");
  });

  it("names a currency once in a range", () => {
    expect(formatRange({ lowMinor: 4000, highMinor: 7000, currency: "EUR" })).toBe("€40–70");
    expect(formatRange({ lowMinor: 4000, highMinor: 4000, currency: "EUR" })).toBe("€40");
  });
});

describe("a cost", () => {
  it("is a price or an estimate, and never in between", () => {
    const estimate = { lowMinor: 1, highMinor: 2, currency: "EUR", method: "by hand", asOf: "2026-11-22" };
    expect(isPrice(euros(10))).toBe(true);
    expect(isPrice(estimate)).toBe(false);
    expect(costSchema.safeParse(euros(10)).success).toBe(true);
    expect(costSchema.safeParse(estimate).success).toBe(true);
    expect(costSchema.safeParse({ amountMinor: 100, currency: "EUR" }).success).toBe(false);
    expect(costSchema.safeParse({ ...estimate, currency: "euro" }).success).toBe(false);
  });
});
