/** Only a forecast that is sure enough of enough rain changes a plan; what is usual is said. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outlookWords, rainyDatesIn } from "../../trip/outlook.ts";
import type { DayWeather } from "../../trip/vendor-ports.ts";

type Seen = DayWeather & { provider: string };

const seen = (changes: Partial<Seen>): Seen => ({
  ...{ date: "2027-05-10", basis: "forecast", rainProbability: 0.8, rainMillimetres: 6.4 },
  ...{ lowCelsius: 12, highCelsius: 18, provider: "Sky" },
  ...changes,
});

describe("a rainy day", () => {
  test.each([
    ["likely and wet", seen({}), true],
    ["exactly on both thresholds", seen({ rainProbability: 0.6, rainMillimetres: 2 }), true],
    ["less sure", seen({ rainProbability: 0.59 }), false],
    ["a drizzle", seen({ rainMillimetres: 1.9 }), false],
    ["only usual", seen({ basis: "climate", rainProbability: 1, rainMillimetres: 30 }), false],
  ])("%s", (_says, day, isRainy) => {
    expect(rainyDatesIn([day])).toEqual(isRainy ? ["2027-05-10"] : []);
  });

  test("is named once, though two cities have it", () => {
    expect(rainyDatesIn([seen({}), seen({ date: "2027-05-11" }), seen({})])).toEqual(["2027-05-10", "2027-05-11"]);
  });

  test("is a forecast day at or above both thresholds, and no other", () => {
    const days = fc.array(
      fc.record({
        date: fc.nat({ max: 20 }).map((day) => `2027-05-${String(day + 1).padStart(2, "0")}`),
        basis: fc.constantFrom("forecast" as const, "climate" as const),
        rainProbability: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0.6)),
        rainMillimetres: fc.oneof(fc.double({ min: 0, max: 2000, noNaN: true }), fc.constant(2)),
      }),
    );
    fc.assert(
      fc.property(days, (some) => {
        const all = some.map((day) => seen(day));
        const expected = new Set<string>();
        for (const { date, basis, rainProbability, rainMillimetres } of all) {
          if (basis !== "forecast") continue;
          if (rainProbability < 0.6 || rainMillimetres < 2) continue;
          expected.add(date);
        }
        const rainy = rainyDatesIn(all);
        expect(new Set(rainy)).toEqual(expected);
        expect(rainy).toHaveLength(expected.size);
      }),
    );
  });
});

describe("in words", () => {
  test("a rainy day by its date, how sure, how much and who says so", () => {
    expect(outlookWords([seen({}), seen({ date: "2027-05-11", rainProbability: 0.2 })])).toEqual([
      "Rain is likely on Mon 10 May (80 %, 6 mm by Sky): that day is planned under a roof where it can be.",
    ]);
  });

  test("what is usual is one sentence for all such days, by their mean", () => {
    const usual = [0.2, 0.5].map((rainProbability) => seen({ basis: "climate", rainProbability, provider: "Past" }));
    expect(outlookWords(usual)).toEqual([
      "In past years it rained on 35 % of such days (Past). Nothing is planned for rain yet: say on which day it will rain when a forecast does.",
    ]);
  });

  test("a dry season is not spoken of, nor is nothing", () => {
    expect(outlookWords([seen({ basis: "climate", rainProbability: 0.29 })])).toEqual([]);
    expect(outlookWords([])).toEqual([]);
  });
});
