/** What to do about a fault is worked out from the facts: another hour, day, table, bed or order that really is there. */
import { describe, expect, it } from "vitest";
import { check } from "../../../trip/check/check.ts";
import {
  eateryWith,
  everyDay,
  faultlessWorld,
  itemWith,
  LISBON,
  near,
  placeWith,
  stayWith,
  TOKYO,
  tripWith,
  type World,
  withDayChanged,
  withFacts,
  withItem,
  withMorePlaces,
  withPlace,
} from "../world.ts";

const good = faultlessWorld();
const errors = ({ trip, itinerary, facts }: World): string[] =>
  check(trip, itinerary, facts)
    .violations.filter(({ severity }) => severity === "error")
    .map(({ code, path }) => `${code} ${path}`);

describe("what to do", () => {
  const fixOf = (world: World, code: string): string | null | undefined =>
    check(world.trip, world.itinerary, world.facts).violations.find((violation) => violation.code === code)?.fix;
  const monday = { ...everyDay("09:00", "18:00"), monday: [] };

  it("is the nearest day of the trip on which the door is open", () => {
    expect(fixOf(withPlace(good, 1, { hours: monday }), "closed_day")).toBe(
      "move it to Tuesday 11 May, open 09:00–18:00",
    );
    const weekend = { ...monday, tuesday: [], wednesday: [{ open: "10:00", close: "12:00" }] };
    expect(fixOf(withPlace(good, 1, { hours: weekend }), "closed_day")).toBe(
      "move it to Wednesday 12 May, open 10:00–12:00",
    );
    const never = { ...weekend, wednesday: [{ open: "10:00", close: "10:30" }] };
    expect(fixOf(withPlace(good, 1, { hours: never }), "closed_day")).toBe(
      "drop it: it is closed on every day you could go",
    );
  });

  it("is the nearest hour of the day at which the visit fits", () => {
    const at = (startTime: string, endTime: string): World => withItem(good, 0, 0, { startTime, endTime });
    expect(fixOf(at("08:30", "09:30"), "outside_hours")).toBe("start at 09:00");
    expect(fixOf(withItem(good, 0, 2, { startTime: "17:30", endTime: "18:30" }), "outside_hours")).toBe(
      "start by 17:00",
    );
  });

  it("is the time that is missing", () => {
    const far = placeWith(78, { location: near(LISBON, 9_000, 0) });
    const world = withItem(withMorePlaces(good, far), 0, 2, { placeId: far.id, startTime: "13:50", endTime: "14:50" });
    expect(fixOf(world, "travel_too_short")).toBe("leave 49 minutes: start Museum 78 at 14:20 or later");
    expect(fixOf(withItem(good, 0, 0, { startTime: "12:00", endTime: "13:00" }), "overlap")).toBe(
      "start Tasca 22 at 13:00, or drop one of the two",
    );
  });

  it("is another table that is open then, near by, and not in the plan", () => {
    const shut = withPlace(good, 22, { hours: { ...everyDay("12:00", "23:00"), monday: [] } });
    expect(fixOf(shut, "closed_day")).toBe("drop it: it is closed on every day you could go");
    const tables = [
      eateryWith(41, { location: near(LISBON, 600, 0) }),
      eateryWith(42, { location: near(LISBON, 400, 0), hours: everyDay("18:00", "23:00") }),
      eateryWith(43, { location: near(LISBON, 900, 0) }),
    ];
    expect(fixOf(withMorePlaces(shut, ...tables), "closed_day")).toBe("eat elsewhere, for example at Tasca 41");
  });

  it("is the date that has no day yet", () => {
    const astray = withDayChanged(good, 2, { date: "2027-06-20" });
    expect(fixOf(astray, "outside_trip_dates")).toBe("date it Wednesday 12 May, or drop it");
  });

  it("says when a way takes the whole day", () => {
    const trip = tripWith({
      destinations: [
        {
          cityId: LISBON.id,
          name: "Lisbon",
          countryCode: "PT",
          arrivalDate: "2027-05-10",
          departureDate: "2027-05-12",
        },
        { cityId: TOKYO.id, name: "Tokyo", countryCode: "JP", arrivalDate: "2027-05-12", departureDate: "2027-05-12" },
      ],
    });
    const items = [itemWith({ type: "rest", title: "Sleep", startTime: "20:00", endTime: "22:00" })];
    const world = withDayChanged({ ...good, trip }, 2, { city: { id: TOKYO.id, name: "Tokyo" }, items });
    expect(errors(world)).toEqual(["travel_too_short days[2].items[0]"]);
    expect(fixOf(world, "travel_too_short")).toMatch(/^add the leg, and move Sleep to another day/);
  });

  it("is another table, bed or order", () => {
    const table = eateryWith(40, { diets: ["vegan"] });
    const vegan = { ...withMorePlaces(good, table), trip: tripWith({ wishes: { diets: ["vegan"] } }) };
    expect(fixOf(vegan, "diet_unmet")).toBe("eat elsewhere, for example at Tasca 40");
    expect(fixOf(withFacts(good, { stays: [stayWith(1, { minimumNights: 3 })] }), "minimum_nights")).toBe(
      "stay until Thursday 13 May, or choose another bed",
    );
    expect(fixOf(withDayChanged(good, 1, { title: "Wednesday: hills" }), "weekday_mismatch")).toBe(
      "move it to Wednesday 12 May, or call it Tuesday",
    );
  });
});
