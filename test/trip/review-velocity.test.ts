/** How soon reviews are read again, in any history of a place. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../trip/calendar.ts";
import { nextReviewCheck } from "../../trip/review-velocity.ts";

const READ = new Date("2026-11-22T00:00:00Z");
const daysAhead = (dates: readonly string[], read = READ): number =>
  (nextReviewCheck(dates, read).getTime() - read.getTime()) / 86_400_000;
const ago = (days: number): string => addDays("2026-11-22", -days);

test.each([
  ["one every four days", [0, 4, 8, 12].map(ago), 2],
  ["several a day", [0, 0, 0, 0, 0].map(ago), 1],
  ["one a year", [0, 365, 730].map(ago), 30],
  ["none", [], 30],
  ["a single one", [ago(3)], 30],
  ["one every two days, and none for twenty", [20, 22, 24].map(ago), 10],
  ["as usual of late, whatever was before", [...Array.from({ length: 10 }, (_, at) => ago(at * 6)), ago(4_000)], 3],
])("%s", (_, dates, days) => expect(daysAhead(dates)).toBe(days));

const history = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 30 });

test("never within the day, never beyond a month, and whatever the order", () => {
  fc.assert(
    fc.property(history, (days) => {
      const ahead = daysAhead(days.map(ago));
      expect(ahead).toBeGreaterThanOrEqual(1);
      expect(ahead).toBeLessThanOrEqual(30);
      expect(daysAhead(days.toReversed().map(ago))).toBe(ahead);
    }),
  );
});

test("where people write twice as often, reviews are read no later", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 2, max: 10 }), (gap, count) => {
      const every = (days: number): string[] => Array.from({ length: count }, (_, at) => ago(at * days));
      expect(daysAhead(every(gap))).toBeLessThanOrEqual(daysAhead(every(gap * 2)));
    }),
  );
});

test("the longer nobody writes, the later they are read", () => {
  fc.assert(
    fc.property(history, fc.nat({ max: 500 }), (days, later) => {
      const dates = days.map(ago);
      const then = new Date(READ.getTime() + later * 86_400_000);
      expect(daysAhead(dates, then)).toBeGreaterThanOrEqual(daysAhead(dates));
    }),
  );
});
