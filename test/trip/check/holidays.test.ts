/** What the judge says of hours on holidays, and of dates on which hours are unknown. */
import { describe, expect, test } from "vitest";
import { check } from "../../../trip/check/check.ts";
import type { PlanFacts } from "../../../trip/facts.ts";
import { hoursFromRule } from "../../../trip/hours/hours-from-rule.ts";
import { resolveHours } from "../../../trip/hours/resolve-hours.ts";
import { ALWAYS_OPEN, type OpeningHours } from "../../../trip/opening-hours.ts";
import type { Violation } from "../../../trip/verdict.ts";
import { everyDay, faultlessWorld, LISBON, type World, withFacts, withPlace } from "../world.ts";

const holidays: NonNullable<PlanFacts["holidays"]> = new Map([
  [LISBON.id, new Map([["2027-05-11", "Saint Nobody's Day"]])],
]);
const onHoliday = withFacts(faultlessWorld(), { holidays });
const judged = ({ trip, itinerary, facts }: World): Violation[] => check(trip, itinerary, facts).violations;

/** The second day's places with these hours. */
const withHours = (hours: OpeningHours | null): World =>
  [5, 7, 26, 28].reduce((world, number) => withPlace(world, number, { hours }), onHoliday);

function rule(text: string): OpeningHours | null {
  const calendar = { timezone: "Europe/Lisbon", holidays: holidays.get(LISBON.id) ?? null };
  const place = { hours: hoursFromRule(text).hours, location: LISBON.location };
  return resolveHours(place, ["2027-05-10", "2027-05-11", "2027-05-12"], calendar).hours;
}

describe("on a public holiday", () => {
  test("plain weekly hours hold, with one warning for the day that names whom to ask", () => {
    expect(judged(onHoliday)).toEqual([
      {
        code: "unknown_hours",
        severity: "warning",
        path: "days[1]",
        message:
          "Tuesday 11 May is a public holiday in Portugal (Saint Nobody's Day); whether the usual hours hold then is not known of Museum 5, Tasca 26, Museum 7 and Tasca 28.",
        expected: "known hours on public holidays",
        actual: "the usual hours of a Tuesday",
        fix: "ask whether they are open on Tuesday 11 May",
      },
    ]);
  });

  test.each<[string, OpeningHours | null]>([
    ["at all times", ALWAYS_OPEN],
    ["by a word on holidays", rule("Mo-Su,PH 09:00-23:00")],
    ["by naming the dates they are closed on", { ...everyDay("09:00", "23:00"), closedDates: ["12-25"] }],
    [
      "by an entry for that date",
      {
        ...everyDay("10:00", "11:00"),
        exceptions: [{ date: "2027-05-11", intervals: [{ open: "09:00", close: "23:00" }] }],
      },
    ],
  ])("there is nothing to say of what is open %s", (_, hours) => {
    expect(judged(withHours(hours))).toEqual([]);
  });

  test("what closes on holidays is closed", () => {
    const found = judged(withPlace(onHoliday, 5, { hours: rule("Mo-Su 09:00-23:00; PH off") }));
    expect(found[0]).toMatchObject({ code: "closed_day", path: "days[1].items[0]" });
    expect(found[0]?.message).toContain("Museum 5 is closed on Tuesday 11 May;");
    expect(found[0]?.fix).toContain("move it to");
  });

  test("an ordinary day is an ordinary day", () => {
    expect(judged(withFacts(onHoliday, { holidays: new Map() }))).toEqual([]);
    expect(
      judged(withFacts(onHoliday, { holidays: new Map([[LISBON.id, new Map([["2027-05-20", "Later"]])]]) })),
    ).toEqual([]);
  });
});

describe("a date on which hours are unknown", () => {
  test("is a warning, and no closed day", () => {
    const world = withPlace(faultlessWorld(), 5, { hours: rule('Mo 09:00-18:00; Tu "by appointment"') });
    expect(judged(world)).toMatchObject([{ code: "unknown_hours", severity: "warning", path: "days[1].items[0]" }]);
  });

  test("is no matter where the night before is still on", () => {
    const late = withPlace(faultlessWorld(), 5, { hours: rule('Mo 20:00-12:00; Tu "by appointment"') });
    expect(judged(late)).toEqual([]);
  });

  test("is nothing to move a visit to", () => {
    const hours = rule('Mo off; Tu "by appointment"; We 09:00-18:00');
    const found = judged(withPlace(faultlessWorld(), 1, { hours }));
    expect(found).toMatchObject([{ code: "closed_day", fix: expect.stringContaining("Wednesday 12 May") }]);
  });
});
