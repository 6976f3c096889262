import { expect, test } from "vitest";
import { cabinClassOf, fewestBags, lowestCabin } from "../../../providers/flights/comforts.ts";

test("cabins, however they are spelt", () => {
  expect(["ECONOMY", "Premium economy", "premium-economy", " first ", "steerage", null].map(cabinClassOf)).toEqual([
    ...["economy", "premium_economy", "premium_economy", "first", null, null],
  ]);
});

test("a journey is in the lowest of its cabins, and in none that is not known", () => {
  expect(lowestCabin(["business", "premium_economy", "business"])).toBe("premium_economy");
  expect(lowestCabin(["business", null])).toBeNull();
  expect(lowestCabin([])).toBeNull();
});

test("what may come along comes along on every flight", () => {
  const generous = { cabin: 1, checked: 2 };
  expect(fewestBags([generous, { cabin: 1, checked: 0 }])).toEqual({ cabin: 1, checked: 0 });
  expect(fewestBags([generous, { cabin: null, checked: 1 }])).toEqual({ cabin: null, checked: 1 });
  expect(fewestBags([{ cabin: -1, checked: 1e9 }])).toBeNull();
  expect(fewestBags([])).toBeNull();
});
