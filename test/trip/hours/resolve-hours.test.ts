/** Rules as windows of a trip's dates, where the place is: what everybody else then reads with `windowsOn`. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, datesFrom } from "../../../trip/calendar.ts";
import { evaluate } from "../../../trip/hours/evaluate.ts";
import { hoursFromRule } from "../../../trip/hours/hours-from-rule.ts";
import { parseHours } from "../../../trip/hours/parse-hours.ts";
import { hoursContext, type LocalCalendar, resolveHours, saysHolidays } from "../../../trip/hours/resolve-hours.ts";
import { type OpeningHours, openingHoursSchema, wallTimeOf, windowsOn } from "../../../trip/opening-hours.ts";
import { LISBON } from "../world.ts";
import { generatedHours } from "./generated-hours.ts";

const lisbon: LocalCalendar = {
  timezone: "Europe/Lisbon",
  holidays: new Map([
    ["2027-04-25", "Liberty Day"],
    ["2027-05-01", "Labour Day"],
  ]),
};
const MAY = datesFrom("2027-04-24", "2027-05-10");

function read(text: string): OpeningHours {
  const { hours, problem } = hoursFromRule(text);
  if (!hours) throw new Error(`${text}: ${problem}`);
  return hours;
}

function resolved(hours: OpeningHours | null, calendar = lisbon): OpeningHours | null {
  return resolveHours({ hours, location: LISBON.location }, MAY, calendar).hours;
}

function on(text: string, date: string, calendar = lisbon): string {
  const windows = windowsOn(resolved(read(text), calendar), date);
  const said = windows?.map(({ openMinute, closeMinute }) => `${wallTimeOf(openMinute)}-${wallTimeOf(closeMinute)}`);
  return said?.join(",") ?? "unknown";
}

describe("on the dates of a trip", () => {
  test.each<[string, string, string]>([
    ["Tu-Su 10:00-18:00; PH off", "2027-05-01", ""],
    ["Tu-Su 10:00-18:00; PH off", "2027-05-02", "10:00-18:00"],
    ["Mo-Fr 10:00-18:00; PH 12:00-16:00", "2027-04-25", "12:00-16:00"],
    ["Mo-Fr 10:00-18:00; PH -1 day 10:00-14:00", "2027-04-30", "10:00-14:00"],
    ["Mo-Fr 10:00-18:00; Su[1] 09:00-13:00", "2027-05-02", "09:00-13:00"],
    ["Mo-Fr 10:00-18:00; Su[1] 09:00-13:00", "2027-05-09", ""],
    ["09:00-sunset", "2027-05-10", "09:00-20:37"],
    ["Fr-Sa 22:00-sunrise; PH off", "2027-04-30", "22:00-06:41"],
    ["Mo-Fr 10:00-18:00; week 18 Mo-Fr 10:00-20:00", "2027-05-05", "10:00-20:00"],
    ["Mo-Su 10:00-18:00; 2027 May 3-2027 May 5 off", "2027-05-04", ""],
    ['Mo-Fr 10:00-18:00; Sa "by appointment"', "2027-05-08", "unknown"],
    ["Mo-Fr 10:00-18:00; SH off", "2027-05-05", "unknown"],
    ["Mo-Su 18:00+", "2027-05-05", "18:00-21:00"],
  ])("%s on %s: %s", (text, date, hours) => {
    expect(on(text, date)).toBe(hours);
  });

  test("where a country's holidays are not known, days are taken for ordinary ones", () => {
    const unknown = { ...lisbon, holidays: null };
    expect(on("Tu-Su 10:00-18:00; PH off", "2027-05-01", unknown)).toBe("10:00-18:00");
  });

  test("what cannot be read any more is what an ordinary date is", () => {
    expect(on("Tu-Su 10:00-18:00; PH off", "2027-05-05")).toBe("10:00-18:00");
    const broken = { ...read("Tu-Su 10:00-18:00; PH off"), rule: "nonsense" };
    expect(resolved(broken)).toBe(broken);
  });

  test("a single date somebody entered outweighs the rule", () => {
    const hours = { ...read("Mo-Su 10:00-18:00; PH off"), exceptions: [{ date: "2027-05-01", intervals: null }] };
    expect(resolved(hours)?.exceptions).toEqual([
      { date: "2027-05-01", intervals: null },
      { date: "2027-04-25", intervals: [] },
    ]);
  });

  test("hours without a rule are handed back as they are", () => {
    const hours = read("Tu-Su 10:00-18:00");
    expect(resolved(hours)).toBe(hours);
    expect(resolved(null)).toBeNull();
  });
});

test("whatever the rule, its dates read as it evaluates, and the document stays one", { timeout: 60_000 }, () => {
  const place = { location: LISBON.location };
  const context = hoursContext(place, lisbon);
  fc.assert(
    fc.property(generatedHours, (text) => {
      const { rule } = parseHours(text);
      const { hours } = hoursFromRule(text);
      if (!rule || !hours) return;
      const found = resolveHours({ ...place, hours }, MAY, lisbon).hours;
      expect(openingHoursSchema.parse(found)).toEqual(found);
      for (const date of MAY) {
        const spans = evaluate(rule, date, context);
        const windows = windowsOn(found, date);
        const read = windows?.map(({ openMinute, closeMinute }) => ({ openMinute, closeMinute })) ?? "unknown";
        expect([text, date, read]).toEqual([text, date, spans]);
      }
    }),
    { numRuns: 200 },
  );
});

test("whether hours say what holds on holidays", () => {
  expect(saysHolidays(read("Mo-Fr 09:00-17:00"), "2027-05-01")).toBe(false);
  expect(saysHolidays(read("Mo-Fr 09:00-17:00; Mo[1] off"), "2027-05-01")).toBe(false);
  expect(saysHolidays(read("Mo-Fr 09:00-17:00; PH off"), "2027-05-01")).toBe(true);
  expect(saysHolidays(read("Mo-Su,PH 09:00-17:00"), "2027-05-01")).toBe(true);
  expect(saysHolidays(read("Tu-Su 09:00-17:00; Dec 25 off"), "2027-05-01")).toBe(true);
  const strike = { ...read("Mo-Fr 09:00-17:00"), exceptions: [{ date: "2027-05-03", intervals: [] }] };
  expect([saysHolidays(strike, "2027-05-03"), saysHolidays(strike, addDays("2027-05-03", 1))]).toEqual([true, false]);
});
