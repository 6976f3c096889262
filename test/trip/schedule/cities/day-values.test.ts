/** What days in a city are worth: more sights more, ever less for each next day. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datesFrom } from "../../../../trip/calendar.ts";
import type { Place } from "../../../../trip/place.ts";
import { concave, dayValuesOf, shareOfDays } from "../../../../trip/schedule/cities/day-values.ts";
import { worlds } from "../../generated-worlds.ts";
import { everyDay, factsWith, idOf, LISBON, PORTO, placeWith, tripWith } from "../../world.ts";

const dates = datesFrom("2027-05-10", "2027-05-14");
const gainsOf = (values: readonly number[]): number[] => values.map((value, at) => value - (values[at - 1] ?? 0));

function valuesWith(places: readonly Place[], over: Parameters<typeof tripWith>[0] = {}): number[] {
  return dayValuesOf(LISBON.id, { trip: tripWith(over), facts: factsWith(places), dates });
}

const museums = (count: number, over: Partial<Place> = {}): Place[] =>
  Array.from({ length: count }, (_, index) => placeWith(index + 1, { visitMinutes: 120, ...over }));

describe("the days of a city", () => {
  test("hold what the pace holds: four visits of two hours do not fit into a relaxed day", () => {
    const relaxed = gainsOf(valuesWith(museums(6), { wishes: { pace: "relaxed" } }));
    const fast = gainsOf(valuesWith(museums(6), { wishes: { pace: "fast" } }));
    expect(fast[0]).toBeGreaterThan(relaxed[0] ?? 0);
    expect(fast[4]).toBeLessThan(relaxed[2] ?? 0);
  });

  test("are worth little once the sights are seen, and never nothing", () => {
    const gains = gainsOf(valuesWith(museums(2)));
    expect(gains[0]).toBeGreaterThan(3 * (gains[1] ?? 0));
    expect(Math.min(...gains)).toBeGreaterThan(0);
  });

  test("count no sight that is closed on every date, in another city, or not step-free for a wheelchair", () => {
    const none = valuesWith([]);
    const closed = { ...everyDay("09:00", "18:00"), closedDates: dates.map((date) => date.slice(5)) };
    expect(valuesWith(museums(4, { hours: closed }))).toEqual(none);
    expect(valuesWith(museums(4, { cityId: PORTO.id }))).toEqual(none);
    expect(valuesWith(museums(4, { wheelchair: "no" }), { wishes: { accessibility: ["wheelchair"] } })).toEqual(none);
  });

  test("are worth more with a sight that was asked for by name", () => {
    const mustSee = [idOf(2, 1)];
    expect(valuesWith(museums(1), { wishes: { mustSee } })[0]).toBeGreaterThan(valuesWith(museums(1))[0] ?? 0);
  });

  test("are worth no more for coming later, in any world", () => {
    fc.assert(
      fc.property(worlds, ({ trip, facts }) => {
        for (const { cityId } of trip.destinations) {
          const gains = gainsOf(dayValuesOf(cityId, { trip, facts, dates }));
          expect(gains.every((gain, at) => gain >= 0 && gain <= (gains[at - 1] ?? gain) + 1e-9)).toBe(true);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

test("the concave curve is the least one above the values", () => {
  expect(concave([1, 5, 6, 6.5, 8])).toEqual([2.5, 5, 6, 7, 8]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 }), (gains) => {
      const values = gains.map((_, at) => gains.slice(0, at + 1).reduce((sum, gain) => sum + gain, 0));
      const curve = concave(values);
      const slopes = gainsOf(curve);
      expect(curve.every((value, at) => value >= (values[at] ?? 0) - 1e-9)).toBe(true);
      expect(slopes.every((slope, at) => slope <= (slopes[at - 1] ?? slope) + 1e-9)).toBe(true);
      expect(concave(curve).every((value, at) => Math.abs(value - (curve[at] ?? 0)) < 1e-9)).toBe(true);
      expect(curve.at(-1) ?? 0).toBeCloseTo(values.at(-1) ?? 0);
    }),
    { seed: 1 },
  );
});

test("two stays in one city share its days", () => {
  const values = [10, 18, 24, 28, 30];
  expect(shareOfDays(values, 0, 1)).toEqual(values);
  expect(shareOfDays(values, 0, 2)).toEqual([10, 16, 18]);
  expect(shareOfDays(values, 1, 2)).toEqual([8, 12]);
});
