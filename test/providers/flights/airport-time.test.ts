import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flightTimes, minutesOfIsoDuration } from "../../../providers/flights/airport-time.ts";

const at = (local: string, zone: string, utc: string | null = null) => ({ local, zone, utc });

describe("times of flights", () => {
  test.for([
    {
      says: "a night in which clocks go forward",
      from: at("2027-03-27T23:30:00", "Europe/Vienna"),
      to: at("2027-03-28T04:30:00", "Europe/Vienna"),
      finds: ["2027-03-27T23:30:00+01:00", "2027-03-28T04:30:00+02:00", 240],
    },
    {
      says: "a night in which clocks go back",
      from: at("2027-10-30T23:30:00", "Europe/Vienna"),
      to: at("2027-10-31T04:30:00", "Europe/Vienna"),
      finds: ["2027-10-30T23:30:00+02:00", "2027-10-31T04:30:00+01:00", 360],
    },
    {
      says: "the day before, across the date line",
      from: at("2027-05-10T09:00:00", "Pacific/Auckland"),
      to: at("2027-05-09T19:30:00", "Pacific/Honolulu"),
      finds: ["2027-05-10T09:00:00+12:00", "2027-05-09T19:30:00-10:00", 510],
    },
    {
      says: "two dates later, across the date line",
      from: at("2027-05-10T22:30:00", "America/Los_Angeles"),
      to: at("2027-05-12T06:30:00", "Australia/Sydney"),
      finds: ["2027-05-10T22:30:00-07:00", "2027-05-12T06:30:00+10:00", 900],
    },
    {
      says: "a zone of three quarters of an hour",
      from: at("2027-05-10T10:00", "Asia/Kathmandu"),
      to: at("2027-05-10T11:30:00", "Asia/Kolkata"),
      finds: ["2027-05-10T10:00:00+05:45", "2027-05-10T11:30:00+05:30", 105],
    },
    {
      says: "a departure that no clock shows is told as clocks then show it",
      from: at("2027-03-28T02:30:00", "Europe/Vienna"),
      to: at("2027-03-28T05:00:00", "Europe/Vienna"),
      finds: ["2027-03-28T03:30:00+02:00", "2027-03-28T05:00:00+02:00", 90],
    },
  ])("$says", ({ from, to, finds }) => {
    const found = flightTimes(from, to);
    expect([found?.departureAt, found?.arrivalAt, found?.durationMinutes]).toEqual(finds);
  });

  test("an hour that comes twice is settled by how long the flight takes, or by the vendor's UTC", () => {
    const from = at("2027-10-31T00:30:00", "Europe/London");
    const to = (utc: string | null = null) => at("2027-10-31T02:30:00", "Europe/Vienna", utc);
    expect(flightTimes(from, to(), 60)?.arrivalAt).toBe("2027-10-31T02:30:00+02:00");
    expect(flightTimes(from, to(), 120)?.arrivalAt).toBe("2027-10-31T02:30:00+01:00");
    expect(flightTimes(from, to("2027-10-31T00:30:00Z"))?.arrivalAt).toBe("2027-10-31T02:30:00+02:00");
    expect(flightTimes(from, to("2027-10-31T01:30:00Z"))?.arrivalAt).toBe("2027-10-31T02:30:00+01:00");
  });

  test("where nothing settles it, nobody misses the flight: the earlier departure, the later arrival", () => {
    const twice = at("2027-10-31T02:30:00", "Europe/Vienna");
    expect(flightTimes(twice, at("2027-10-31T06:00:00", "Europe/Vienna"))?.departureAt).toContain("+02:00");
    expect(flightTimes(at("2027-10-30T23:00:00", "Europe/Vienna"), twice)?.arrivalAt).toContain("+01:00");
    expect(flightTimes(twice, twice)).toMatchObject({ durationMinutes: 60 });
  });

  test.for([
    [at("2027-05-10T09:00:00", "Europe/Vienna"), at("2027-05-10T08:00:00", "Europe/Vienna")],
    [at("2027-05-10T09:00:00", "Europe/Vienna"), at("2027-05-10T09:00:00", "Europe/Vienna")],
    [at("2027-02-29T09:00:00", "Europe/Vienna"), at("2027-03-01T09:00:00", "Europe/Vienna")],
    [at("2027-05-10T25:00:00", "Europe/Vienna"), at("2027-05-12T09:00:00", "Europe/Vienna")],
    [at("2027-05-10T09:00:00Z", "Europe/Vienna"), at("2027-05-10T10:00:00", "Europe/Vienna")],
    [at("2027-05-10T09:00:00", "Europe/Atlantis"), at("2027-05-10T10:00:00", "Europe/Vienna")],
    [at("tomorrow", "Europe/Vienna"), at("2027-05-10T10:00:00", "Europe/Vienna")],
  ] as const)("what is no flight is none: %j", ([from, to]) => {
    expect(flightTimes(from, to)).toBeNull();
  });

  test("whatever the clocks do, the minutes between the two told times are the duration", () => {
    const zone = fc.constantFrom("Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "UTC");
    const minute = fc.integer({ min: 0, max: 525_599 });
    const local = minute.map((one) => new Date(Date.UTC(2027, 0, 1) + one * 60_000).toISOString().slice(0, 19));
    fc.assert(
      fc.property(local, zone, local, zone, (from, fromZone, to, toZone) => {
        const found = flightTimes(at(from, fromZone), at(to, toZone));
        if (found === null) return;
        const minutes = (Date.parse(found.arrivalAt) - Date.parse(found.departureAt)) / 60_000;
        expect(found.durationMinutes).toBe(minutes);
        expect(found.durationMinutes).toBeGreaterThan(0);
      }),
    );
  });
});

test("durations as vendors write them", () => {
  expect(["PT2H10M", "P1DT2H10M", "PT26H10M", "PT45M", "P1D"].map(minutesOfIsoDuration)).toEqual([
    130, 1570, 1570, 45, 1440,
  ]);
  expect(["", "2:10", "P1M", "PT", null, `PT${"9".repeat(50)}H`].map(minutesOfIsoDuration)).toEqual(
    Array(6).fill(null),
  );
});
