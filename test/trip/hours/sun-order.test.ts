/** Where the sun sets before four, "16:00-sunset" is no time at all; a night that begins with the sun still ends the next day. */
import { expect, test } from "vitest";
import { hoursFromRule } from "../../../trip/hours/hours-from-rule.ts";
import { resolveHours } from "../../../trip/hours/resolve-hours.ts";
import { type OpenWindow, windowsOn } from "../../../trip/opening-hours.ts";
import { placeWith } from "../world.ts";

function inHelsinki(rule: string, date: string): OpenWindow[] | null {
  const place = placeWith(1, { hours: hoursFromRule(rule).hours, location: { lat: 60.17, lon: 24.94 } });
  return windowsOn(resolveHours(place, [date], { timezone: "Europe/Helsinki", holidays: null }).hours, date);
}

test.each(["16:00-sunset", "sunrise-09:00"])("%s in December", (rule) => {
  expect(inHelsinki(rule, "2026-12-21")).toEqual([]);
});

test("16:00-sunset in June ends in the evening", () => {
  const [window] = inHelsinki("16:00-sunset", "2026-06-21") ?? [];
  expect(window?.openMinute).toBe(960);
  expect(window?.closeMinute).toBeGreaterThan(1_320);
  expect(window?.closeMinute).toBeLessThan(1_440);
});

test("sunset-02:00 ends on the next day", () => {
  const [window] = inHelsinki("sunset-02:00", "2026-12-21") ?? [];
  expect(window?.openMinute).toBeLessThan(960);
  expect(window?.closeMinute).toBe(1_560);
});
