/** A slice of `npm run bench -- check`: the judge stays quick, and the fortnights are what they are called. */
import { expect, test } from "vitest";
import { fortnight, PLANS } from "../../bench/check/fortnight.ts";
import { measure } from "../../bench/check.ts";
import { check } from "../../trip/check/check.ts";
import { itineraryDraftSchema } from "../../trip/itinerary.ts";
import { placeSchema } from "../../trip/place.ts";
import { tripSchema } from "../../trip/trip.ts";

const codesOf = (plan: (typeof PLANS)[number]): string[] => {
  const { trip, itinerary, facts } = fortnight(plan);
  return [...new Set(check(trip, itinerary, facts).violations.map(({ code }) => code))].sort();
};

test("the fortnights are of the domain's shape", () => {
  for (const plan of PLANS) {
    const { trip, itinerary, facts } = fortnight(plan);
    tripSchema.parse(trip);
    expect(itineraryDraftSchema.parse(itinerary).days).toHaveLength(14);
    for (const place of facts.places.values()) placeSchema.parse(place);
  }
});

test("one holds, one zigzags, one is broken in a dozen ways", () => {
  expect(codesOf("holds")).toEqual([]);
  expect(codesOf("zigzags")).toEqual(["backtracking"]);
  expect(codesOf("broken").length).toBeGreaterThan(11);
});

// Under 5 ms on a quiet machine, and 1 to 2 as measured; five times that is no accident of the machine's.
test.each(PLANS)("a fortnight that %s is judged in milliseconds of CPU", (plan) => {
  expect(measure(plan, 30).medianMs).toBeLessThan(25);
});
