import fc from "fast-check";
import { expect, test } from "vitest";
import { datesOf, type Period, periodSchema, weekOf } from "../../../providers/google-places/google-hours.ts";
import { addDays, WEEKDAYS } from "../../../trip/calendar.ts";
import { ALWAYS_OPEN, windowsOn } from "../../../trip/opening-hours.ts";

const period = (open: object, close?: object): Period => periodSchema.parse({ open, ...(close && { close }) });
const NEVER = Object.fromEntries(WEEKDAYS.map((day) => [day, []]));
const SUNDAY = "2026-11-22";

test.each([
  {
    says: "a night belongs to its evening",
    periods: [period({ day: 5, hour: 18 }, { day: 6, hour: 2 })],
    days: { friday: [{ open: "18:00", close: "02:00" }] },
  },
  {
    says: "Saturday's night runs into the next week",
    periods: [period({ day: 6, hour: 22 }, { day: 0, hour: 4 })],
    days: { saturday: [{ open: "22:00", close: "04:00" }] },
  },
  {
    says: "until midnight",
    periods: [period({ day: 1, hour: 9 }, { day: 2, hour: 0 })],
    days: { monday: [{ open: "09:00", close: "24:00" }] },
  },
  {
    says: "zeros may be left out",
    periods: [period({ day: 1 }, { day: 1, hour: 9 })],
    days: { monday: [{ open: "00:00", close: "09:00" }] },
  },
  {
    says: "several times a day, in order",
    periods: [period({ day: 1, hour: 15 }, { day: 1, hour: 18 }), period({ day: 1, hour: 9 }, { day: 1, hour: 13 })],
    days: {
      monday: [
        { open: "09:00", close: "13:00" },
        { open: "15:00", close: "18:00" },
      ],
    },
  },
  {
    says: "a whole weekend is cut at midnights",
    periods: [period({ day: 6, hour: 10 }, { day: 1, hour: 6 })],
    days: {
      saturday: [{ open: "10:00", close: "24:00" }],
      sunday: [{ open: "00:00", close: "24:00" }],
      monday: [{ open: "00:00", close: "06:00" }],
    },
  },
])("$says", ({ periods, days }) => {
  expect(weekOf(periods)).toEqual({ ...NEVER, ...days });
});

test("always open is a period without an end; another one without is not understood", () => {
  const always = weekOf([period({ day: 0 })]);
  expect(always).toEqual(ALWAYS_OPEN);
  expect(weekOf([period({ day: 3, hour: 9 })])).toBeNull();
  expect(weekOf([])).toBeNull();
  expect(weekOf(undefined)).toBeNull();
  const dates = datesOf([period({ day: 0 })], SUNDAY);
  expect(dates).toHaveLength(7);
  expect(dates.at(-1)).toEqual({ date: "2026-11-28", intervals: [{ open: "00:00", close: "24:00" }] });
});

const on = (date: string, hour: number, minute = 0): object => {
  const [year, month, day] = date.split("-").map(Number);
  return { day: 0, hour, minute, date: { year, month, day } };
};

test("a night that had begun is told from midnight on, one that has no end here until midnight", () => {
  const last = "2026-11-28";
  const dates = datesOf(
    [
      period({ ...on(SUNDAY, 0), truncated: true }, on(SUNDAY, 2)),
      period(on(last, 20), { ...on(last, 23, 59), truncated: true }),
    ],
    SUNDAY,
  );
  expect(dates[0]).toEqual({ date: SUNDAY, intervals: [{ open: "00:00", close: "02:00" }] });
  expect(dates[1]).toEqual({ date: "2026-11-23", intervals: [] });
  expect(dates[6]).toEqual({ date: last, intervals: [{ open: "20:00", close: "24:00" }] });
});

test("without a zone only the days between the first and the last period are known; without dates none", () => {
  const some = [period(on("2026-11-24", 9), on("2026-11-24", 17)), period(on("2026-11-26", 9), on("2026-11-26", 17))];
  expect(datesOf(some, null).map(({ date, intervals }) => [date, intervals?.length])).toEqual([
    ["2026-11-24", 1],
    ["2026-11-25", 0],
    ["2026-11-26", 1],
  ]);
  expect(datesOf([], null)).toEqual([]);
  expect(datesOf(undefined, SUNDAY)).toEqual([]);
  expect(datesOf([period({ day: 1, hour: 9 }, { day: 1, hour: 17 })], SUNDAY)).toEqual([]);
});

/** Open at a minute of the week, counted from Sunday, as Google says it. */
const isOpenThere = (from: number, length: number, minute: number): boolean =>
  [0, 10_080].some((shift) => minute + shift >= from && minute + shift < from + length);

test("a week is open exactly when its period says", () => {
  const pointAt = (minute: number): object => ({
    day: Math.floor(minute / 1440) % 7,
    hour: Math.floor((minute % 1440) / 60),
    minute: minute % 60,
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_079 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 0, max: 10_079 }),
      (from, length, minute) => {
        const week = weekOf([period(pointAt(from), pointAt((from + length) % 10_080))]);
        if (week === null) throw new Error("no week");
        const date = addDays(SUNDAY, Math.floor(minute / 1440));
        const inDay = minute % 1440;
        const isOpen = [0, 1].some((before) =>
          windowsOn(week, addDays(date, -before))?.some(
            ({ openMinute, closeMinute }) => inDay + before * 1440 >= openMinute && inDay + before * 1440 < closeMinute,
          ),
        );
        expect(isOpen).toBe(isOpenThere(from, length, minute));
      },
    ),
    { numRuns: 500 },
  );
});
