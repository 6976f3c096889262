/** Hours, ways, detours, pace and meals of the faultless three days in Lisbon, and of the same with one thing broken. */
import { describe, expect, test } from "vitest";
import { backtracking } from "../../../evals/scorers/backtracking.ts";
import { hoursKept, hoursViolations } from "../../../evals/scorers/hours.ts";
import { meals } from "../../../evals/scorers/meals.ts";
import { pace } from "../../../evals/scorers/pace.ts";
import { travelFeasibility } from "../../../evals/scorers/travel-feasibility.ts";
import { everyDay, faultlessWorld, LISBON, near, withItem, withPlace } from "../../trip/world.ts";
import { sceneOf, sceneWith, scored } from "../scene-for-tests.ts";

describe("hours", () => {
  test("eleven visits, one before opening, one at unknown hours: 9 of 10 are open", () => {
    const early = withItem(faultlessWorld(), 0, 0, { startTime: "08:00", endTime: "09:00" });
    const scene = sceneOf(withPlace(early, 3, { hours: null }));
    expect(scored(hoursViolations, scene).value).toBe(1);
    expect(scored(hoursKept, scene)).toEqual({
      value: 0.9,
      counts: { passed: 9, of: 10 },
      explanation: "9 of 10 are open; not: Museum 1",
    });
  });

  test("a visit after last entry that ends after closing is two violations at one visit", () => {
    const hours = { ...everyDay("09:00", "11:00"), lastEntryMinutes: 60 };
    const scene = sceneOf(withPlace(faultlessWorld(), 1, { hours }));
    expect(scored(hoursViolations, scene).value).toBe(2);
    expect(scored(hoursKept, scene).counts).toEqual({ passed: 10, of: 11 });
  });

  test("do not apply without a plan", () => {
    expect(hoursViolations.score(sceneWith())).toBeNull();
    expect(hoursKept.score(sceneWith())).toBeNull();
  });
});

describe("ways", () => {
  test("of 3 + 3 + 2 hops one is too short, one overlaps", () => {
    const near2 = faultlessWorld();
    expect(scored(travelFeasibility, sceneOf(near2)).counts).toEqual({ passed: 8, of: 8 });
    // Lunch begins as the museum ends, a walk away; on day two the afternoon begins before lunch is over.
    const hurried = withItem(near2, 0, 1, { startTime: "11:30", endTime: "12:30" });
    const overlapping = withItem(hurried, 1, 2, { startTime: "13:00", endTime: "14:00" });
    const score = scored(travelFeasibility, sceneOf(overlapping));
    expect(score.counts).toEqual({ passed: 6, of: 8 });
    expect(score.value).toBe(0.75);
  });
});

describe("backtracking", () => {
  test("a day on a line in order goes no farther than it must", () => {
    expect(scored(backtracking, sceneOf(faultlessWorld())).value).toBe(1);
  });

  test("north, back south and north again: five kilometres instead of three", () => {
    // Stops at 0, 2, 1 and 3 km; meals may not change places with each other, sights may.
    const at = (kilometers: number) => ({ location: near(LISBON, kilometers * 1000, 0) });
    const stretched = [
      [1, 0],
      [22, 2],
      [3, 1],
      [24, 3],
    ].reduce((world, [place = 0, kilometers = 0]) => withPlace(world, place, at(kilometers)), faultlessWorld());
    const oneDay = { ...stretched, itinerary: { days: stretched.itinerary.days.slice(0, 1) } };
    // Museum 3 before lunch: 0 → 1 → 2 → 3, so five kilometres are walked where three would do.
    expect(scored(backtracking, sceneOf(oneDay)).value).toBeCloseTo(5 / 3, 3);
  });

  test("does not apply to days of two stops", () => {
    const world = faultlessWorld();
    const days = world.itinerary.days.map((day) => ({ ...day, items: day.items.slice(0, 2) }));
    expect(backtracking.score(sceneOf({ ...world, itinerary: { days } }))).toBeNull();
  });
});

describe("pace", () => {
  test("a day with eight and a half hours of museums is one of three too full", () => {
    const long = withItem(faultlessWorld(), 0, 2, { startTime: "13:45", endTime: "18:00" });
    const longer = withItem(long, 0, 0, { startTime: "08:00", endTime: "12:15" });
    expect(scored(pace, sceneOf(longer))).toMatchObject({
      counts: { passed: 2, of: 3 },
      explanation: "2 of 3 days keep a moderate pace; too full: day 1",
    });
  });
});

describe("meals", () => {
  test("of five meals one is taken out: four of five are served", () => {
    expect(scored(meals, sceneOf(faultlessWorld())).counts).toEqual({ passed: 5, of: 5 });
    expect(scored(meals, sceneOf(withItem(faultlessWorld(), 1, 1, null)))).toEqual({
      value: 0.8,
      counts: { passed: 4, of: 5 },
      explanation: "4 of 5 meals are served; no: lunch on day 2",
    });
  });
});
