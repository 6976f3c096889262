/** A weekday counts where it stands as a date, in the ways people write one, and not inside a name. */
import { describe, expect, it } from "vitest";
import { weekdaySaid } from "../../../trip/check/weekdays.ts";

describe("weekdaySaid", () => {
  it.each([
    ["Tuesday", "tuesday"],
    ["Tuesday: Belém", "tuesday"],
    ["Day 2 (Tuesday): Belém", "tuesday"],
    ["Day 2 - Tuesday", "tuesday"],
    ["Day 2: Tuesday, the hills", "tuesday"],
    ["Tue: Belém", "tuesday"],
    ["Lunch at Ramiro (Sat)", "saturday"],
    ["Sat 15 May", "saturday"],
    ["Saturday, May 15", "saturday"],
    ["Dinner, Thu. 13th", "thursday"],
    ["Visit the Prado on Monday morning", "monday"],
    ["Dinner on Friday", "friday"],
    ["Dinner on friday at eight", "friday"],
    ["Wednesday evening: fado", "wednesday"],
  ])("%s", (title, weekday) => expect(weekdaySaid(title)).toBe(weekday));

  it.each([
    "Friday Mosque",
    "Sunday market",
    "Thursday night market",
    "Closed on Mondays",
    "Sun, sea and sand",
    "Sun – 2 Bars",
    "Sat down at last",
    "Mon Ami Gabi",
    "Man Friday",
    "Friday-Saturday: anything",
    "Monument (Monserrate)",
    "Monday: or was it Tuesday 11 May",
    "",
  ])("nothing in %j", (title) => expect(weekdaySaid(title)).toBeNull());
});
