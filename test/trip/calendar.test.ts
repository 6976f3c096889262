/** Dates are dates: no zone shifts them, no summer time loses one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dateInZone,
  datesFrom,
  daysBetween,
  formatDateLong,
  formatDateShort,
  instantOf,
  isDate,
  WEEKDAYS,
  weekdayOf,
} from "../../trip/calendar.ts";
import { TripwrightError } from "../../trip/errors.ts";

const date = fc
  .date({ min: new Date("0020-01-01"), max: new Date("9980-01-01"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe("calendar dates", () => {
  it("know their weekday", () => {
    expect(weekdayOf("2027-05-10")).toBe("monday");
    expect(weekdayOf("2028-02-29")).toBe("tuesday");
    fc.assert(
      fc.property(date, (day) => weekdayOf(day) === WEEKDAYS[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7]),
    );
  });

  it("count forwards and back", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-12-31", 1)).toBe("2028-01-01");
    expect(daysBetween("2027-05-12", "2027-05-10")).toBe(-2);
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: -5000, max: 5000 }),
        (day, days) => daysBetween(day, addDays(day, days)) === days,
      ),
    );
  });

  it("make runs with both ends, and none backwards", () => {
    expect(datesFrom("2027-02-27", "2027-03-01")).toEqual(["2027-02-27", "2027-02-28", "2027-03-01"]);
    expect(datesFrom("2027-05-10", "2027-05-10")).toEqual(["2027-05-10"]);
    expect(datesFrom("2027-05-10", "2027-05-09")).toEqual([]);
  });

  it("exist, or are refused", () => {
    expect(["2027-02-29", "2027-13-01", "10.05.2027", "2027-5-1"].map(isDate)).toEqual([false, false, false, false]);
    expect(isDate("2028-02-29")).toBe(true);
    expect(() => addDays("2027-02-29", 1)).toThrow(TripwrightError);
  });

  it("read well", () => {
    expect(formatDateLong("2027-05-10")).toBe("Monday, 10 May 2027");
    expect(formatDateShort("2027-05-10")).toBe("Mon 10 May");
  });
});

describe("instants", () => {
  it("fall on another date in another zone", () => {
    const instant = new Date("2027-05-10T20:00:00Z");
    expect(dateInZone(instant, "Asia/Tokyo")).toBe("2027-05-11");
    expect(dateInZone(instant, "Pacific/Honolulu")).toBe("2027-05-10");
  });

  it("are wall times in a zone, in summer and in winter", () => {
    expect(instantOf("2027-05-10", 600, "Europe/Lisbon").toISOString()).toBe("2027-05-10T09:00:00.000Z");
    expect(instantOf("2027-01-10", 600, "Europe/Lisbon").toISOString()).toBe("2027-01-10T10:00:00.000Z");
    expect(instantOf("2027-05-10", 1500, "Asia/Tokyo").toISOString()).toBe("2027-05-10T16:00:00.000Z");
  });

  it("move forward over the hour that daylight saving skips", () => {
    expect(instantOf("2027-03-28", 90, "Europe/Lisbon").toISOString()).toBe("2027-03-28T01:30:00.000Z");
    expect(instantOf("2027-03-28", 150, "Europe/Lisbon").toISOString()).toBe("2027-03-28T01:30:00.000Z");
  });

  it("come back as the date they were made from", () => {
    const zone = fc.constantFrom("Europe/Lisbon", "Asia/Tokyo", "America/New_York", "Asia/Kathmandu");
    const minute = fc.integer({ min: 180, max: 1439 });
    fc.assert(
      fc.property(date, minute, zone, (day, at, where) => dateInZone(instantOf(day, at, where), where) === day),
    );
  });
});
