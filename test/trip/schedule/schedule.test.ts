/** Whatever world the scheduler is given, the judge finds no error in what it proposes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../trip/calendar.ts";
import { check } from "../../../trip/check/check.ts";
import { itineraryDraftSchema } from "../../../trip/itinerary.ts";
import { windowsOn } from "../../../trip/opening-hours.ts";
import { needsStepFree } from "../../../trip/suitability.ts";
import { tripSchema } from "../../../trip/trip.ts";
import { worlds } from "../generated-worlds.ts";
import { plan, planned, visitsOf } from "../planned.ts";
import { factsWith, placeWith, tripWith } from "../world.ts";

describe("a stay longer than the sights last", () => {
  it("has something on every day", () => {
    const days = 12;
    const endDate = addDays("2027-05-10", days - 1);
    const [destination] = tripWith().destinations;
    const destinations = destination ? [{ ...destination, departureDate: endDate }] : [];
    const trip = tripWith({ endDate, destinations, budget: null });
    const sights = Array.from({ length: 2 * days - 2 }, (_, index) => placeWith(index + 1));
    const itinerary = plan(trip, factsWith(sights));
    const visits = itinerary.days.map(({ items }) => items.filter(({ type }) => type === "attraction").length);
    expect(Math.min(...visits)).toBeGreaterThanOrEqual(1);
  });
});

describe("a meal without a place", () => {
  it("is reckoned in the money of the country, whatever its indicators are kept in", () => {
    const world = factsWith([placeWith(1)]);
    const portugal = world.countries.get("PT");
    const countries = new Map(portugal ? [["PT", { ...portugal, currencyCode: "JPY" }]] : []);
    const meals = plan(tripWith(), { ...world, countries }).days.flatMap(({ items }) =>
      items.flatMap(({ type, cost }) => (type === "meal" && cost ? [cost.currency] : [])),
    );
    expect(new Set(meals)).toEqual(new Set(["JPY"]));
  });
});

describe("the scheduler, over generated worlds", () => {
  it("proposes nothing the judge calls an error", () => {
    fc.assert(
      fc.property(planned, ({ trip, facts, itinerary }) => {
        const errors = check(trip, itinerary, facts).violations.filter(({ severity }) => severity === "error");
        expect(errors).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps every meal of a full day, unless what must be seen leaves no time or no money for it", () => {
    fc.assert(
      fc.property(planned, ({ trip, facts, itinerary }) => {
        const { violations } = check(trip, itinerary, facts);
        const isInsistedOn = ({ placeId }: { placeId: string | null }): boolean =>
          placeId !== null && trip.wishes.mustSee.includes(placeId);
        const insistedOn = itinerary.days.flatMap(({ items }) => items.filter(isInsistedOn));
        const isPaid = insistedOn.some(({ placeId }) => facts.places.get(placeId ?? "")?.admission?.amountMinor !== 0);
        if (trip.budget !== null && isPaid) return;
        const spared = itinerary.days.flatMap(({ items }, index) =>
          items.some(isInsistedOn) ? [`days[${index}]`] : [],
        );
        const hungry = violations.filter(({ code }) => code === "meal_missing" || code === "meal_time_odd");
        expect(hungry.filter(({ path }) => !spared.includes(path))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("gives every visit its time and every day its rest", () => {
    fc.assert(
      fc.property(planned, ({ trip, facts, itinerary }) => {
        const { violations } = check(trip, itinerary, facts);
        expect(violations.filter(({ code }) => code === "visit_short" || code === "pace_exceeded")).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("returns a plan of the schema for a trip of the schema", () => {
    fc.assert(
      fc.property(planned, ({ trip, itinerary }) => {
        tripSchema.parse(trip);
        expect(itineraryDraftSchema.parse(itinerary)).toEqual(itinerary);
      }),
      { numRuns: 50 },
    );
  });

  it("gives the same plan for the same trip", () => {
    fc.assert(
      fc.property(worlds, ({ trip, facts }) => {
        expect(plan(trip, facts)).toEqual(plan(trip, facts));
      }),
      { numRuns: 50 },
    );
  });

  it("never visits a place on a day it is closed", () => {
    fc.assert(
      fc.property(planned, (found) => {
        for (const { day, place } of visitsOf(found)) expect(windowsOn(place.hours, day.date)).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("fills a city's days with that city's places only", () => {
    fc.assert(
      fc.property(planned, (found) => {
        for (const { day, place } of visitsOf(found)) expect(place.cityId).toBe(day.city.id);
      }),
      { numRuns: 100 },
    );
  });

  it("never takes a wheelchair to a place with steps", () => {
    fc.assert(
      fc.property(worlds, ({ trip, facts }) => {
        const wishes = { ...trip.wishes, accessibility: ["wheelchair" as const] };
        const itinerary = plan({ ...trip, wishes }, facts);
        for (const { place } of visitsOf({ trip, facts, itinerary })) expect(place.wheelchair).not.toBe("no");
      }),
      { numRuns: 50 },
    );
  });
});

describe("the generated worlds", () => {
  it("make for plans with something in them, or the properties above say nothing", () => {
    const sample = fc.sample(planned, { numRuns: 200, seed: 7 });
    const visits = sample.flatMap((found) => visitsOf(found));
    expect(visits.filter(({ item }) => item.type === "attraction").length).toBeGreaterThan(300);
    expect(visits.filter(({ item }) => item.type === "meal").length).toBeGreaterThan(60);
    expect(sample.filter(({ trip }) => trip.destinations.length > 1).length).toBeGreaterThan(60);
    expect(sample.filter(({ trip }) => needsStepFree(trip)).length).toBeGreaterThan(10);
  });
});
