/** Free days: told in words, reckoned with by whoever plans, accepted by whoever judges. */
import { describe, expect, test } from "vitest";
import { admissionAt, freeAdmission } from "../../trip/admission.ts";
import { check } from "../../trip/check/check.ts";
import { freeReason, freeWords } from "../../trip/hours/free-days.ts";
import { parseHours } from "../../trip/hours/parse-hours.ts";
import { hoursContext } from "../../trip/hours/resolve-hours.ts";
import type { Place } from "../../trip/place.ts";
import { plan } from "./planned.ts";
import { euros, factsWith, faultlessWorld, placeWith, tripWith, withItem, withPlace } from "./world.ts";

const facts = factsWith([]);
const tuesday = { date: "2027-05-11", startMinute: 600 };
const sunday = { date: "2027-05-02", startMinute: 600 };
const freeOn = (freeDays: string | null, arrival = tuesday): string | null =>
  freeAdmission(placeWith(1, { freeDays }), arrival, facts);

describe("a visit is free", () => {
  test.each<[string, { date: string; startMinute: number }, string]>([
    ["Su[1]", sunday, "free on the first Sunday of the month"],
    ["Sa[-1]", { date: "2027-05-29", startMinute: 900 }, "free on the last Saturday of the month"],
    ["Tu", tuesday, "free on Tuesdays"],
    ["Tu,Fr", tuesday, "free on Tuesdays and Fridays"],
    ["Mo-Fr 10:00-12:00", tuesday, "free on Mondays to Fridays from 10:00 to 12:00"],
    ["Tu 00:00-11:00", tuesday, "free on Tuesdays until 11:00"],
    ["Tu 09:00-24:00", tuesday, "free on Tuesdays from 09:00"],
    ["09:00-10:30", tuesday, "free every day from 09:00 to 10:30"],
    ["Tu; Su[1]", tuesday, "free on Tuesdays and on the first Sunday of the month"],
    ["Oct-May Tu", tuesday, "free on Tuesdays from October to May"],
    ["May Tu[2]", tuesday, "free on the second Tuesday of the month in May"],
    ["May 11", tuesday, "free at certain times (May 11 open)"],
    ["week 1-53/2 Tu", { date: "2027-05-11", startMinute: 600 }, "free at certain times (week 1-53/2 Tu open)"],
  ])("%s", (freeDays, arrival, reason) => {
    expect(freeOn(freeDays, arrival)).toBe(reason);
  });

  test("only then", () => {
    expect(freeOn("Su[1]")).toBeNull();
    expect(freeOn("Tu 10:30-12:00")).toBeNull();
    expect(freeOn("Tu 08:00-10:00")).toBeNull();
    expect(freeOn(null)).toBeNull();
    expect(freeOn("first Tuesday")).toBeNull();
  });

  test("on a public holiday, where it is known to be one", () => {
    const place = placeWith(1, { freeDays: "PH" });
    const holidays = new Map([[place.cityId, new Map([["2027-05-11", "Some Day"]])]]);
    expect(freeAdmission(place, tuesday, { ...facts, holidays })).toBe("free on public holidays");
    expect(freeAdmission(place, sunday, { ...facts, holidays })).toBeNull();
    expect(freeAdmission(place, tuesday, facts)).toBeNull();
  });

  test("and costs nothing, in its own currency; what was free stays as it was", () => {
    expect(admissionAt(placeWith(1, { freeDays: "Tu" }), tuesday, facts)).toEqual({ ...euros(10), amountMinor: 0 });
    expect(admissionAt(placeWith(1, { freeDays: "Tu" }), sunday, facts)).toEqual(euros(10));
    expect(admissionAt(placeWith(1, { freeDays: "Tu", admission: null }), tuesday, facts)).toBeNull();
    expect(freeAdmission(placeWith(1, { freeDays: "Tu", admission: euros(0) }), tuesday, facts)).toBeNull();
  });
});

test("every reason has words", () => {
  const context = hoursContext(placeWith(1), { timezone: "Europe/Lisbon", holidays: null });
  expect(freeReason("Su[1] 14:00-18:00", { date: "2027-05-02", startMinute: 840 }, context)).toBe(
    "free on the first Sunday of the month from 14:00 to 18:00",
  );
  expect(freeWords(parseHours("Mo; Tu; We").rule ?? [])).toBe("at certain times (Mo open; Tu open; We open)");
});

describe("plans", () => {
  const everyDayFree = "Mo-Su";
  const free: Partial<Place> = { freeDays: everyDayFree };

  test("reckon nothing for a visit on a free day, and say why", () => {
    const places = [placeWith(1, free), placeWith(3)];
    const itinerary = plan(tripWith(), factsWith(places));
    const visits = itinerary.days.flatMap(({ items }) => items.filter(({ type }) => type === "attraction"));
    const visit = (place: Place | undefined) => visits.find(({ placeId }) => placeId === place?.id);
    expect(visit(places[0])).toMatchObject({ cost: { amountMinor: 0, currency: "EUR" } });
    expect(visit(places[0])?.reason).toContain("free every day");
    expect(visit(places[1])).toMatchObject({ cost: { amountMinor: 1_000 } });
    expect(
      check(tripWith(), itinerary, factsWith(places)).violations.filter(({ code }) => code === "unsourced_price"),
    ).toEqual([]);
  });

  test("may say nothing or the usual price for it, and nothing else", () => {
    const world = withPlace(faultlessWorld(), 1, free);
    const faultsAt = (amount: number): string[] => {
      const { trip, itinerary, facts: known } = withItem(world, 0, 0, { cost: euros(amount) });
      return check(trip, itinerary, known).violations.map(({ code }) => code);
    };
    expect([faultsAt(0), faultsAt(10), faultsAt(5)]).toEqual([[], [], ["unsourced_price"]]);
  });

  test("on another day nothing is no price", () => {
    const world = withItem(withPlace(faultlessWorld(), 1, { freeDays: "Su[1]" }), 0, 0, { cost: euros(0) });
    expect(check(world.trip, world.itinerary, world.facts).violations).toMatchObject([{ code: "unsourced_price" }]);
  });

  test("count for the budget as what they cost on that day", () => {
    const dear = faultlessWorld();
    const paid = (freeDays: string | null): string[] => {
      const world = withPlace({ ...dear, trip: tripWith({ budget: { amountMinor: 70_000, currency: "EUR" } }) }, 1, {
        admission: euros(250),
        freeDays,
      });
      return check(world.trip, withItem(world, 0, 0, { cost: euros(250) }).itinerary, world.facts).violations.map(
        ({ code }) => code,
      );
    };
    expect(paid(null)).toContain("budget_exceeded");
    expect(paid("Mo")).not.toContain("budget_exceeded");
  });
});
