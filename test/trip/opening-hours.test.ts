/** Opening hours: weekdays, seasons, yearly closures, nights that run past midnight, and not knowing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ALWAYS_OPEN,
  isAlwaysOpen,
  minuteOf,
  openingHoursSchema,
  wallTimeOf,
  windowsOn,
} from "../../trip/opening-hours.ts";
import { everyDay } from "./world.ts";

const museum = openingHoursSchema.parse({
  ...everyDay("10:00", "18:00"),
  monday: [],
  thursday: [
    { open: "10:00", close: "13:00" },
    { open: "14:00", close: "21:00" },
  ],
  seasons: [{ from: "11-01", to: "02-15", week: { ...everyDay("11:00", "16:00"), sunday: [] } }],
  closedDates: ["12-25", "05-01"],
  lastEntryMinutes: 45,
});

describe("windowsOn", () => {
  it("reads the weekday, with last entry before closing", () => {
    expect(windowsOn(museum, "2027-05-11")).toEqual([{ openMinute: 600, closeMinute: 1080, lastEntryMinute: 1035 }]);
    expect(windowsOn(museum, "2027-05-13")).toEqual([
      { openMinute: 600, closeMinute: 780, lastEntryMinute: 735 },
      { openMinute: 840, closeMinute: 1260, lastEntryMinute: 1215 },
    ]);
  });

  it("keeps closed apart from unknown", () => {
    expect(windowsOn(museum, "2027-05-10")).toEqual([]);
    expect(windowsOn(null, "2027-05-10")).toBeNull();
  });

  it("replaces the week in season, over New Year and on both edges", () => {
    const winter = [{ openMinute: 660, closeMinute: 960, lastEntryMinute: 915 }];
    expect(windowsOn(museum, "2027-11-01")).toEqual(winter);
    expect(windowsOn(museum, "2027-01-04")).toEqual(winter);
    expect(windowsOn(museum, "2027-02-15")).toEqual(winter);
    expect(windowsOn(museum, "2027-02-16")?.[0]?.openMinute).toBe(600);
    expect(windowsOn(museum, "2027-10-31")?.[0]?.openMinute).toBe(600);
    expect(windowsOn(museum, "2027-12-05")).toEqual([]);
  });

  it("closes on the yearly closures, in season or out", () => {
    expect(windowsOn(museum, "2027-05-01")).toEqual([]);
    expect(windowsOn(museum, "2027-12-25")).toEqual([]);
  });

  it("gives the hours after midnight to the evening before", () => {
    const bar = everyDay("18:00", "02:00");
    expect(windowsOn(bar, "2027-05-10")).toEqual([{ openMinute: 1080, closeMinute: 1560, lastEntryMinute: 1560 }]);
  });

  it("never shuts the door before it opens", () => {
    const brief = { ...everyDay("10:00", "10:30"), lastEntryMinutes: 60 };
    expect(windowsOn(brief, "2027-05-10")).toEqual([{ openMinute: 600, closeMinute: 630, lastEntryMinute: 600 }]);
  });
});

describe("isAlwaysOpen", () => {
  it("is true of streets and squares, not of what closes, has a season, or is unknown", () => {
    expect(isAlwaysOpen(ALWAYS_OPEN)).toBe(true);
    expect(isAlwaysOpen({ ...ALWAYS_OPEN, closedDates: ["12-25"] })).toBe(false);
    expect(isAlwaysOpen(everyDay("00:00", "23:59"))).toBe(false);
    expect(isAlwaysOpen(null)).toBe(false);
  });
});

describe("wall times", () => {
  it("come back from minutes as they went in", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => minuteOf(wallTimeOf(minute)) === minute));
    expect(wallTimeOf(1500)).toBe("01:00");
    expect(wallTimeOf(-30)).toBe("23:30");
    expect(minuteOf("24:00")).toBe(1440);
  });
});
