/** What holds for any words at all: no text breaks the rules, and a chosen date lies where the traveller said. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../../trip/calendar.ts";
import { firstOfMonth, lastOfMonth } from "../../../trip/text/date-words.ts";
import { easterSunday } from "../../../trip/text/holidays.ts";
import { normalise } from "../../../trip/text/reading.ts";
import { understandRequest } from "../../../trip/text/understand-request.ts";

const today = fc.integer({ min: 0, max: 3_650 }).map((days) => addDays("2024-01-01", days));
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const month = fc.integer({ min: 1, max: 12 });
const LENGTHS = ["2 days", "3 days", "4 days", "5 nights", "a week", "a weekend", "a long weekend", "ten days"];

const WORDS = [
  "Lisbon",
  "rome",
  "from",
  "to",
  "in",
  "and",
  "May",
  "10",
  "2027-05-10",
  "next",
  "weekend",
  "3",
  "days",
  "for",
  "two",
  "kids",
  "aged",
  "€",
  "900",
  "under",
  "vegan",
  "the",
  "Uffizi",
  "museums",
  "京都",
  "no",
  ",",
  "(",
  ")",
  "-",
  "of",
  "Friday",
  "per",
  "day",
];

describe("any text", () => {
  test("is understood without an error, the same way twice", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
    );
    const wordSalad = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.oneof(anyText, wordSalad), today, (text, day) => {
        const request = understandRequest(text, { today: day });
        expect(understandRequest(text, { today: day })).toEqual(request);
        for (const { text: name } of request.destinations) expect(normalise(text)).toContain(name);
        expect((request.startDate === null) === request.missing.includes("dates")).toBe(true);
        expect((request.destinations.length === 0) === request.missing.includes("destination")).toBe(true);
        if (request.travelers !== null) expect(request.travelers).toBeGreaterThanOrEqual(1);
        for (const age of request.childAges) expect(age).toBeLessThanOrEqual(17);
        for (const sentence of request.assumptions) expect(sentence.length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 400 },
    );
  });
});

describe("dates chosen inside a window", () => {
  test("lie in the month said, and never before today", () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...LENGTHS), today, (number, length, day) => {
        const name = MONTHS[number - 1];
        const { startDate, endDate } = understandRequest(`${length} in Lisbon in ${name}`, { today: day });
        const year = Number(startDate?.slice(0, 4));
        expect(startDate && startDate >= day).toBe(true);
        expect(startDate && startDate >= firstOfMonth(year, number)).toBe(true);
        expect(endDate && endDate <= lastOfMonth(year, number)).toBe(true);
        expect(daysBetween(day, startDate ?? "")).toBeLessThanOrEqual(366 + 31);
      }),
    );
  });

  test("are the weekend said", () => {
    fc.assert(
      fc.property(fc.constantFrom("this weekend", "next weekend", "the weekend after next"), today, (which, day) => {
        const { startDate, endDate } = understandRequest(`Lisbon ${which}`, { today: day });
        const length = daysBetween(startDate ?? "", endDate ?? "") + 1;
        expect(length).toBeGreaterThanOrEqual(2);
        expect(length).toBeLessThanOrEqual(3);
        expect(new Date(`${endDate}T00:00:00Z`).getUTCDay()).toBe(0);
        expect(startDate && startDate >= day).toBe(true);
        expect(daysBetween(day, startDate ?? "")).toBeLessThanOrEqual(19);
      }),
    );
  });

  test("have the length said, whatever the day", () => {
    const starts = [
      "tomorrow",
      "next Friday",
      "in two weeks",
      "in summer",
      "next month",
      "over Easter",
      "early October",
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...starts), today, (days, when, day) => {
        const { startDate, endDate } = understandRequest(`${days} days in Lisbon ${when}`, { today: day });
        expect(daysBetween(startDate ?? "", endDate ?? "") + 1).toBe(days);
        expect(startDate && startDate >= day).toBe(true);
      }),
    );
  });
});

test.each([
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
])("Easter %i", (year, date) => {
  expect(easterSunday(year)).toBe(date);
});
