/** Conversion goes through the euro, by rates that are named, and not at all where one is missing. */
import { describe, expect, it } from "vitest";
import { convert, convertEstimate, describeRate } from "../../trip/exchange.ts";
import { RATES } from "./world.ts";

describe("convert", () => {
  it("respects the decimals of both currencies", () => {
    expect(convert({ amountMinor: 1000, currency: "EUR" }, "JPY", RATES)).toEqual({
      amountMinor: 1700,
      currency: "JPY",
    });
    expect(convert({ amountMinor: 1700, currency: "JPY" }, "EUR", RATES)).toEqual({
      amountMinor: 1000,
      currency: "EUR",
    });
    expect(convert({ amountMinor: 1700, currency: "JPY" }, "BHD", RATES)).toEqual({
      amountMinor: 4400,
      currency: "BHD",
    });
  });

  it("leaves an amount alone that is in the currency already, rate or no rate", () => {
    expect(convert({ amountMinor: 123, currency: "CHF" }, "CHF", RATES)).toEqual({ amountMinor: 123, currency: "CHF" });
  });

  it("says nothing where a rate is missing", () => {
    expect(convert({ amountMinor: 100, currency: "CHF" }, "EUR", RATES)).toBeNull();
    expect(convert({ amountMinor: 100, currency: "EUR" }, "CHF", RATES)).toBeNull();
  });
});

describe("convertEstimate", () => {
  const estimate = { lowMinor: 1000, highMinor: 2000, currency: "EUR", method: "by hand", asOf: "2026-11-22" };

  it("converts both ends and keeps where the figures come from", () => {
    expect(convertEstimate(estimate, "USD", RATES)).toEqual({
      ...estimate,
      lowMinor: 1150,
      highMinor: 2300,
      currency: "USD",
    });
    expect(convertEstimate(estimate, "CHF", RATES)).toBeNull();
  });
});

describe("describeRate", () => {
  it("names rate and date", () => {
    expect(describeRate("EUR", "JPY", RATES)).toBe("1 EUR = 170 JPY (indicative rate of 2026-11-22)");
    expect(describeRate("EUR", "CHF", RATES)).toBeNull();
  });
});
