/** What a trip's wishes and the world's facts become: worth, minutes, windows, limits. */
import { describe, expect, it } from "vitest";
import type { PlanFacts } from "../../../../trip/facts.ts";
import type { Place } from "../../../../trip/place.ts";
import type { Change } from "../../../../trip/schedule/mapping/change.ts";
import { problemFrom } from "../../../../trip/schedule/mapping/from-trip.ts";
import type { Problem, Visit } from "../../../../trip/schedule/problem.ts";
import type { Trip } from "../../../../trip/trip.ts";
import { eateryWith, euros, everyDay, factsWith, idOf, placeWith, tripWith } from "../../world.ts";

function problemWith(places: readonly Place[], trip: Trip = tripWith(), change: Change = {}): Problem {
  return problemFrom(trip, factsWith(places), { change }).problem;
}

function visitOf(over: Partial<Place>, wishes: Partial<Trip["wishes"]> = {}, change: Change = {}): Visit {
  const [visit] = problemWith([placeWith(1, over)], tripWith({ wishes }), change).visits;
  if (!visit) throw new Error("Expected a visit.");
  return visit;
}

const openDays = ({ windows }: Visit): number[] => windows.flatMap((day, index) => (day.length > 0 ? [index] : []));

describe("a sight", () => {
  it("may be cut by a quarter, never below twenty minutes, and is worth less then", () => {
    expect(visitOf({ visitMinutes: 118 })).toMatchObject({ minutes: 120, leastMinutes: 90, shortWorth: 0.85 });
    expect(visitOf({ visitMinutes: 22 })).toMatchObject({ minutes: 25, leastMinutes: 20 });
    expect(visitOf({ visitMinutes: 10 })).toMatchObject({ minutes: 10, leastMinutes: 10 });
  });

  it("costs the whole party its admission", () => {
    expect(visitOf({ admission: euros(12) }).cost).toBe(2_400);
  });

  it("is open at several hours of a date, and on a date's own hours where it has some", () => {
    const hours = {
      ...everyDay("09:00", "18:00"),
      tuesday: [
        { open: "09:00", close: "12:00" },
        { open: "14:00", close: "18:00" },
      ],
      exceptions: [
        { date: "2027-05-10", intervals: [] },
        { date: "2027-05-12", intervals: [{ open: "16:00", close: "22:00" }] },
      ],
    };
    const { windows } = visitOf({ hours });
    expect(windows.map((day) => day.map(({ openMinute, closeMinute }) => [openMinute / 60, closeMinute / 60]))).toEqual(
      [
        [],
        [
          [9, 12],
          [14, 18],
        ],
        [[16, 22]],
      ],
    );
  });

  it("is not offered when it was seen before, unless it must be seen again", () => {
    const alreadySeen = [idOf(2, 1)];
    expect(problemWith([placeWith(1)], tripWith({ wishes: { alreadySeen } })).visits).toEqual([]);
    expect(visitOf({}, { alreadySeen, mustSee: alreadySeen }).isMustSee).toBe(true);
  });

  it("is not offered to a wheelchair that cannot get in", () => {
    const trip = tripWith({ wishes: { accessibility: ["wheelchair"] } });
    expect(problemWith([placeWith(1, { wheelchair: "no" }), placeWith(2)], trip).visits).toHaveLength(1);
  });
});

describe("crowds", () => {
  const at = (visit: Visit, hour: number): number => visit.crowd?.[hour] ?? 0;

  it("cost a museum most at midday, a view most towards sunset, and a quiet place nothing", () => {
    const museum = visitOf({ crowdedness: "high" });
    expect(at(museum, 12)).toBeCloseTo(museum.score * 0.25);
    expect(at(museum, 9)).toBeLessThan(at(museum, 12));
    const view = visitOf({ crowdedness: "high", type: "viewpoint" });
    expect(at(view, 18)).toBeGreaterThan(at(view, 12));
    expect(visitOf({ crowdedness: "low" }).crowd).toBeNull();
    expect(visitOf({ crowdedness: null }).crowd).toBeNull();
  });

  it("cost twice as much of its worth to those who avoid them", () => {
    const avoiding = visitOf({ crowdedness: "high" }, { avoidCrowds: true });
    expect(at(avoiding, 12)).toBeCloseTo(avoiding.score * 0.5);
  });
});

describe("rain", () => {
  const rainyDates = ["2027-05-11"];

  it("keeps people out of the park that day, and in the museum", () => {
    expect(openDays(visitOf({ type: "park" }, {}, { rainyDates }))).toEqual([0, 2]);
    expect(openDays(visitOf({}, {}, { rainyDates }))).toEqual([0, 1, 2]);
  });

  it("does not keep them from what must be seen and is open on no other day", () => {
    const hours = { ...everyDay("09:00", "18:00"), monday: [], wednesday: [] };
    const park = { type: "park", hours } as const;
    expect(openDays(visitOf(park, {}, { rainyDates }))).toEqual([]);
    expect(openDays(visitOf(park, { mustSee: [idOf(2, 1)] }, { rainyDates }))).toEqual([1]);
  });
});

describe("changes", () => {
  it("shut a museum on their dates only", () => {
    const closures = [{ placeId: idOf(2, 1), dates: ["2027-05-10", "2027-05-12"] }];
    expect(openDays(visitOf({}, {}, { closures }))).toEqual([1]);
    const { eateries } = problemWith([eateryWith(1)], tripWith(), { closures });
    expect(eateries[0]?.windows.map((day) => day.length)).toEqual([0, 1, 0]);
  });

  it("want a place on a date, or do not want it at all", () => {
    const wanted = [{ placeId: idOf(2, 1), date: "2027-05-12" }];
    const visit = visitOf({}, {}, { wanted });
    expect(visit.isMustSee).toBe(true);
    expect(openDays(visit)).toEqual([2]);
    const change: Change = { avoid: [idOf(2, 1)] };
    expect(problemWith([placeWith(1)], tripWith({ wishes: { mustSee: [idOf(2, 1)] } }), change).visits).toEqual([]);
  });
});

describe("wishes about categories", () => {
  it("become limits that the sights of the category count towards", () => {
    const trip = tripWith({
      wishes: {
        categoryLimits: [
          { category: "culture_history", mostPerDay: 1 },
          { category: "parks", least: 2 },
        ],
      },
    });
    const park = placeWith(2, { type: "park", categories: ["parks"] });
    const { limits, visits } = problemWith([placeWith(1), park], trip);
    expect(limits).toEqual([
      { category: 0, most: null, mostPerDay: 1, least: 0 },
      { category: 1, most: null, mostPerDay: null, least: 2 },
    ]);
    expect(Object.fromEntries(visits.map(({ id, categories }) => [id, categories]))).toEqual({
      [idOf(2, 1)]: [0],
      [idOf(2, 2)]: [1],
    });
  });
});

describe("a long list of places", () => {
  it("is cut to the best, and never cuts what must be seen", () => {
    const places = Array.from({ length: 300 }, (_, index) => placeWith(index + 1, { popularity: 0.9 - index / 1_000 }));
    const last = idOf(2, 300);
    const { visits } = problemWith(places, tripWith({ wishes: { mustSee: [last] } }));
    expect(visits).toHaveLength(241);
    expect(visits.some(({ id }) => id === last)).toBe(true);
  });
});

describe("an empty purse", () => {
  it("does not make a plan impossible: people eat all the same, and see what is free", () => {
    const trip = tripWith({ budget: { amountMinor: 100, currency: "EUR" } });
    const { budget, days, eateries } = problemWith([placeWith(1), eateryWith(2)], trip);
    expect(budget).toBe(0);
    expect(days.flatMap((day) => day.meals.map(({ costWithoutPlace }) => costWithoutPlace))).toEqual([0, 0, 0, 0, 0]);
    // A meal for two is 32 EUR here, and the simplest is reckoned at 10.45.
    expect(eateries[0]?.cost).toBe(3_200 - 1_045);
  });
});

describe("facts of no use", () => {
  it("leave days with meals and nothing else", () => {
    const facts: PlanFacts = factsWith([]);
    expect(problemFrom(tripWith(), facts).problem).toMatchObject({ visits: [], eateries: [] });
  });
});
