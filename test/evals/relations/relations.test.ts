/** What a changed twin may and may not do: every relation with a pair that keeps to it and one that does not. */
import { describe, expect, test } from "vitest";
import type { PlannedWorld } from "../../../evals/episode.ts";
import type { Expectation } from "../../../evals/expectation.ts";
import { notCheaper, notDearer, sameCostAt, withinBudget } from "../../../evals/expectations/relations/costs.ts";
import { identicalPlan, mustSeesStay, sameDays } from "../../../evals/expectations/relations/same-plan.ts";
import { sameUnderstanding, understood } from "../../../evals/expectations/relations/same-understanding.ts";
import { noErrors, onDates, openThen } from "../../../evals/expectations/relations/season.ts";
import { mealsServe, noMoreVisits, sightsMostlyStay } from "../../../evals/expectations/relations/wishes.ts";
import { addDays } from "../../../trip/calendar.ts";
import type { Trip } from "../../../trip/trip.ts";
import { euros, everyDay, faultlessWorld, type World } from "../../trip/world.ts";
import { changedWorld, sceneWith, worldOf } from "../scenes-for-tests.ts";

const BASE = worldOf(faultlessWorld());
const withTrip = (change: Partial<Trip>): PlannedWorld =>
  changedWorld(({ trip }) => ({ trip: { ...trip, ...change } }));
const withWishes = (change: Partial<Trip["wishes"]>): PlannedWorld =>
  changedWorld(({ trip }) => ({ trip: { ...trip, wishes: { ...trip.wishes, ...change } } }));

const withoutFirst = ({ itinerary }: World): Partial<World> => ({
  itinerary: { days: itinerary.days.map((day, at) => (at === 0 ? { ...day, items: day.items.slice(1) } : day)) },
});
const shifted = ({ trip, itinerary }: World): Partial<World> => ({
  trip: { ...trip, startDate: addDays(trip.startDate, 92), endDate: addDays(trip.endDate, 92) },
  itinerary: { days: itinerary.days.map((day) => ({ ...day, date: addDays(day.date, 92) })) },
});
const withPlaces = (change: object, kind: "museum" | "restaurant"): PlannedWorld =>
  changedWorld(({ facts }) => ({
    facts: {
      ...facts,
      places: new Map(
        [...facts.places].map(([id, place]) => [id, place.type === kind ? { ...place, ...change } : place]),
      ),
    },
  }));
const vegan = withPlaces({ diets: ["vegan"] }, "restaurant");
const firstSight = faultlessWorld().places[0]?.id ?? "";
const insisting = withWishes({ mustSee: [firstSight] });
const withMoney = (amountMinor: number, currency = "EUR"): PlannedWorld =>
  withTrip({ budget: { amountMinor, currency } });

type Case = readonly [expectation: Expectation, kept: PlannedWorld, broken: PlannedWorld, base?: PlannedWorld];
const CASES: readonly Case[] = [
  [identicalPlan, BASE, changedWorld(withoutFirst)],
  [sameDays, BASE, changedWorld(({ itinerary }) => ({ itinerary: { days: itinerary.days.slice(0, 2) } }))],
  [sameUnderstanding(), BASE, withWishes({ pace: "relaxed" })],
  [sameUnderstanding(["pace"]), withWishes({ pace: "relaxed" }), withWishes({ pace: "relaxed", diets: ["vegan"] })],
  [sameUnderstanding(["start"]), changedWorld(shifted), withTrip({ travelers: 3 })],
  [understood("travellers", "4 (0)"), withTrip({ travelers: 4 }), BASE],
  [understood("city", "Lisbon"), BASE, withTrip({ destinations: [] })],
  [mustSeesStay, BASE, changedWorld(withoutFirst), insisting],
  [onDates("2027-08-10", "2027-08-12"), changedWorld(shifted), BASE],
  [openThen, BASE, withPlaces({ hours: everyDay("17:00", "18:00") }, "museum")],
  [noErrors, BASE, withPlaces({ hours: everyDay("17:00", "18:00") }, "museum")],
  [notDearer, BASE, withTrip({ travelers: 4 })],
  [notCheaper, withTrip({ travelers: 4 }), withTrip({ travelers: 1 })],
  [withinBudget, BASE, withMoney(5_000)],
  [sameCostAt(1.15), withMoney(172_500, "USD"), BASE],
  [mealsServe("vegetarian"), vegan, BASE],
  [noMoreVisits, changedWorld(withoutFirst), BASE, changedWorld(withoutFirst)],
  [sightsMostlyStay, changedWorld(withoutFirst), changedWorld(() => ({ itinerary: { days: [] } }))],
];

describe("a relation", () => {
  test.each(CASES.map((one) => [one[0].demand, one] as const))("%s", (_, [expectation, kept, broken, base = BASE]) => {
    expect(expectation.check(sceneWith({ plan: kept, base }))).toMatchObject({ holds: true });
    expect(expectation.check(sceneWith({ plan: broken, base }))).toMatchObject({ holds: false });
  });

  test("does not hold where there is no plan, or no twin to hold it against", () => {
    for (const [expectation] of CASES) expect(expectation.check(sceneWith({ base: BASE })).holds).toBe(false);
    expect(identicalPlan.check(sceneWith({ plan: BASE }))).toEqual({
      ...{ holds: false, found: "the trip that it is a twin of was not planned" },
    });
  });

  test("says what it found in the plan's own words", () => {
    const gone = identicalPlan.check(sceneWith({ plan: changedWorld(withoutFirst), base: BASE }));
    expect(gone.found).toBe("1 stops gone, 0 come: 2027-05-10 10:30–11:30 Museum 1 / none");
    const dearer = withPlaces({ admission: euros(20) }, "museum");
    expect(withinBudget.check(sceneWith({ plan: dearer })).found).toMatch(/ of €1,500$/);
  });
});
