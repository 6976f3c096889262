/** The quick clock against the slow one, on every kind of day there is. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, instantOf } from "../../../trip/calendar.ts";
import { clockIn } from "../../../trip/check/clocks.ts";

const ZONES = [
  "Europe/Lisbon",
  "America/New_York",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Asia/Beirut",
  "America/Santiago",
];

it("tells the instant of any minute, clock changes at any hour included", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.oneof(fc.integer({ min: 0, max: 800 }), fc.constantFrom(85, 86, 87, 91, 94, 252, 302, 303, 304)),
      fc.array(fc.integer({ min: 0, max: 2879 }), { minLength: 1, maxLength: 5 }),
      (zone, offset, minutes) => {
        const date = addDays("2027-01-01", offset);
        const clock = clockIn(zone);
        for (const minute of minutes) expect(clock(date, minute)).toBe(instantOf(date, minute, zone).getTime());
      },
    ),
    { numRuns: 300 },
  );
});
