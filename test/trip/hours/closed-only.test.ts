/** Somebody says that a museum is closed on Mondays and not when it opens: closed and unknown stay apart on every date. */
import { expect, test } from "vitest";
import { weekText } from "../../../server/render/week-text.ts";
import { addDays, weekdayOf } from "../../../trip/calendar.ts";
import { resolveHours } from "../../../trip/hours/resolve-hours.ts";
import {
  ALWAYS_OPEN,
  closedOnly,
  isAlwaysOpen,
  knowsHours,
  openingHoursSchema,
  windowsOn,
} from "../../../trip/opening-hours.ts";
import { placeWith } from "../world.ts";

const dates = Array.from({ length: 28 }, (_, day) => addDays("2027-05-03", day));

test("closed on its weekdays, unknown on all others", () => {
  const hours = openingHoursSchema.parse(closedOnly(["Mo", "Fr"]));
  const museum = resolveHours(placeWith(1, { hours }), dates, {
    timezone: "Europe/Berlin",
    holidays: null,
  });
  for (const date of dates) {
    const isClosed = ["monday", "friday"].includes(weekdayOf(date));
    expect(windowsOn(museum.hours, date), date).toEqual(isClosed ? [] : null);
  }
});

test("that is no knowledge of hours", () => {
  expect(knowsHours(closedOnly(["Mo"]))).toBe(false);
  expect(knowsHours(null)).toBe(false);
  expect(knowsHours(ALWAYS_OPEN)).toBe(true);
  expect(isAlwaysOpen(closedOnly(["Mo"]))).toBe(false);
  expect(weekText(closedOnly(["Mo"]))).toContain("unknown");
});
