/** The phrases themselves: what is rounded, what is joined, what is left out. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  costText,
  dateRangeText,
  distanceText,
  durationText,
  estimateText,
  listed,
  partyText,
  plainText,
  travelText,
} from "../../../trip/export/words.ts";
import { estimate, price } from "../../plan-builders.ts";

test("dates share what they have in common", () => {
  expect(dateRangeText("2027-05-10", "2027-05-10")).toBe("Monday 10 May 2027");
  expect(dateRangeText("2027-05-10", "2027-05-13")).toBe("10–13 May 2027");
  expect(dateRangeText("2027-04-30", "2027-05-02")).toBe("30 April – 2 May 2027");
  expect(dateRangeText("2027-12-30", "2028-01-02")).toBe("30 December 2027 – 2 January 2028");
});

test("a party is told by its children", () => {
  expect(partyText({ travelers: 1, childAges: [] })).toBe("one traveller");
  expect(partyText({ travelers: 12, childAges: [] })).toBe("12 travellers");
  expect(partyText({ travelers: 3, childAges: [6] })).toBe("two adults and one child (6)");
  expect(partyText({ travelers: 4, childAges: [0, 4] })).toBe("two adults and two children (under 1 and 4)");
  expect(partyText({ travelers: 2, childAges: [15, 17] })).toBe("two children (15 and 17)");
});

test("distances and durations are as exact as they are useful", () => {
  expect([4, 640, 994, 996, 2_440, 9_960, 455_000].map(distanceText)).toEqual([
    "10 m",
    "640 m",
    "990 m",
    "1 km",
    "2.4 km",
    "10 km",
    "455 km",
  ]);
  expect([1, 59, 60, 309].map(durationText)).toEqual(["1 min", "59 min", "1 h", "5 h 9 min"]);
  expect(travelText({ mode: "walk", durationMinutes: 12, distanceMeters: 900 })).toBe("12 min walk, 900 m");
  expect(travelText({ mode: "walk", durationMinutes: 0, distanceMeters: 0 })).toBeNull();
});

test("a price names whom it is for, an estimate says that it is one", () => {
  expect(costText(price(1_800), 2)).toBe("€18 each");
  expect(costText(price(1_800), 1)).toBe("€18");
  expect(costText(price(0), 2)).toBe("free");
  expect(costText(price(4_050, "EUR", { per: "party" }), 2)).toBe("€40.50 together");
  expect(costText(price(14_000, "JPY", { per: "night" }), 2)).toBe("¥14,000 a night");
  expect(costText(estimate(1_386, 2_166), 2)).toBe("about €13–22 for two");
  expect(costText(estimate(1_386, 2_166), 1)).toBe("about €13–22");
  expect(costText(estimate(4_512, 7_051, "JPY"), 3)).toBe("about ¥4,500–7,100 for three");
});

test("a rounded estimate never leaves out what it held", () => {
  const numbersIn = (text: string): number[] =>
    [...text.matchAll(/[\d,]+/g)].map(([n]) => Number(n.replaceAll(",", "")));
  fc.assert(
    fc.property(fc.nat(5_000_000), fc.nat(5_000_000), (low, more) => {
      const [from = 0, to = from] = numbersIn(estimateText({ lowMinor: low, highMinor: low + more, currency: "EUR" }));
      expect(from * 100).toBeLessThanOrEqual(low);
      expect(to * 100).toBeGreaterThanOrEqual(low + more);
    }),
  );
});

test("names keep their scripts and lose what moves a cursor", () => {
  expect(plainText("東京 \u001b[31mred\u001b[0m\r\n next")).toBe("東京 [31mred [0m next");
  expect(plainText("a\u202eb\u2066c \ud800")).toBe("a b c \ufffd");
});

test("a list reads as a sentence", () => {
  expect(listed(["A"])).toBe("A");
  expect(listed(["A", "B", "C"])).toBe("A, B and C");
});
