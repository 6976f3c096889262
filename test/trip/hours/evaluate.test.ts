/** The hours of single dates: what the package cannot be asked about, and what nobody knows. */
import { describe, expect, test } from "vitest";
import { evaluate, type HoursContext } from "../../../trip/hours/evaluate.ts";
import { parseHours } from "../../../trip/hours/parse-hours.ts";
import { OURS, REFUSED } from "./corpus.ts";

const berlin: HoursContext = {
  sun: { location: { lat: 52.5, lon: 13.4 }, timezone: "UTC" },
  isPublicHoliday: (date) => ["12-25", "12-26", "01-01"].includes(date.slice(5)),
  isSchoolHoliday: () => null,
};
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

function hoursOn(value: string, date: string, context: HoursContext = berlin): string {
  const { rule, problem } = parseHours(value);
  if (!rule) return problem;
  const spans = evaluate(rule, date, context);
  if (spans === "unknown") return spans;
  return spans.map(({ openMinute, closeMinute }) => `${clock(openMinute)}-${clock(closeMinute)}`).join(",");
}

test.each(OURS)("%s (%s)", (value, _, date, windows) => {
  expect(hoursOn(value, date)).toBe(windows);
});

test.each(REFUSED)("refuses %s, for the reason", (value, reason) => {
  const { rule, problem } = parseHours(value);
  expect(rule).toBeNull();
  expect(problem).toContain(reason);
});

describe("unknown is not closed", () => {
  test.each<[string, string, string]>([
    ['Mo-Fr 09:00-17:00; Sa "by appointment"', "2027-05-08", "unknown"],
    ['Mo-Fr 09:00-17:00; Sa "by appointment"', "2027-05-09", ""],
    ['Mo-Fr 09:00-17:00 || "by appointment"', "2027-05-09", "unknown"],
    ['Mo-Fr 09:00-12:00; We 14:00-16:00 "by appointment"', "2027-05-12", "unknown"],
    ['Mo-Fr 09:00-12:00, We 14:00-16:00 "by appointment"', "2027-05-12", "09:00-12:00"],
  ])("%s on %s: %s", (value, date, windows) => {
    expect(hoursOn(value, date)).toBe(windows);
  });

  test("of an open end only what is safe counts, and nothing where more is known", () => {
    expect(hoursOn("Mo-Su 18:00+", "2027-05-10")).toBe("18:00-21:00");
    expect(hoursOn("Mo-Su 10:00-18:00+", "2027-05-10")).toBe("10:00-18:00");
    expect(hoursOn("Mo-Su 11:30-14:30,17:30+", "2027-05-10")).toBe("11:30-14:30");
  });
});

describe("holidays nobody knows of", () => {
  test("leave open only what is open either way", () => {
    expect(hoursOn("Mo-Fr 14:00-18:00; SH Mo-Fr 10:00-16:00", "2027-05-10")).toBe("14:00-16:00");
    expect(hoursOn("Mo-Fr 14:00-18:00; SH off", "2027-05-10")).toBe("unknown");
    expect(hoursOn("Mo-Fr 14:00-18:00; SH off", "2027-05-09")).toBe("");
    expect(hoursOn("Mo-Su,SH 14:00-18:00", "2027-05-09")).toBe("14:00-18:00");
  });

  const nowhere: HoursContext = { ...berlin, isPublicHoliday: () => null };
  test("public ones likewise, where the country is not known", () => {
    expect(hoursOn("Mo-Fr 10:00-18:00; PH off", "2027-05-10", nowhere)).toBe("unknown");
    expect(hoursOn("Mo-Fr 10:00-18:00; PH off", "2027-05-09", nowhere)).toBe("");
    expect(hoursOn("Mo-Fr 10:00-18:00; PH 12:00-18:00", "2027-05-10", nowhere)).toBe("12:00-18:00");
    expect(hoursOn("Mo-Fr 10:00-18:00; PH,SH off", "2027-05-10", nowhere)).toBe("unknown");
  });

  test("known ones count, and the days around them", () => {
    expect(hoursOn("Mo-Su 10:00-18:00; PH off", "2027-12-25")).toBe("");
    expect(hoursOn("Mo-Su 10:00-18:00; PH -1 day 10:00-14:00", "2027-12-24")).toBe("10:00-14:00");
    expect(hoursOn("PH Mo-Fr 10:00-14:00", "2027-12-25")).toBe("");
    expect(hoursOn("PH Sa 10:00-14:00", "2027-12-25")).toBe("10:00-14:00");
  });
});

describe("the sun", () => {
  test("is told by the clocks of its place, summer time too", () => {
    const lisbon = { ...berlin, sun: { location: { lat: 38.7139, lon: -9.1394 }, timezone: "Europe/Lisbon" } };
    expect(hoursOn("sunrise-sunset", "2027-06-21", lisbon)).toBe("06:12-21:05");
    expect(hoursOn("sunrise-sunset", "2027-12-21", lisbon)).toBe("07:51-17:18");
    const tokyo = { ...berlin, sun: { location: { lat: 35.6812, lon: 139.7671 }, timezone: "Asia/Tokyo" } };
    expect(hoursOn("sunrise-sunset", "2027-06-21", tokyo)).toBe("04:25-19:00");
    const auckland = { ...berlin, sun: { location: { lat: -36.85, lon: 174.76 }, timezone: "Pacific/Auckland" } };
    expect(hoursOn("sunrise-sunset", "2027-12-21", auckland)).toBe("05:58-20:39");
  });

  test("is unknown without a place, and where it does not set", () => {
    const nowhere = { ...berlin, sun: null };
    expect(hoursOn("09:00-sunset", "2027-06-21", nowhere)).toBe("unknown");
    expect(hoursOn("09:00-12:00,14:00-sunset", "2027-06-21", nowhere)).toBe("09:00-12:00");
    const tromso = { ...berlin, sun: { location: { lat: 69.65, lon: 18.96 }, timezone: "Europe/Oslo" } };
    expect(hoursOn("09:00-sunset", "2027-06-21", tromso)).toBe("unknown");
  });
});

test("a text is read once", () => {
  expect(parseHours("Mo 10:00-12:00")).toBe(parseHours("Mo 10:00-12:00"));
});
