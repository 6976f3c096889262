/** Pass rates by hand: which checks a broken plan fails, what an undelivered one loses, what applies at all. */
import { describe, expect, test } from "vitest";
import { held } from "../../../evals/expectation.ts";
import {
  commonsenseMacro,
  commonsenseMicro,
  finalPass,
  hardMacro,
  hardMicro,
} from "../../../evals/scorers/constraint-rates.ts";
import { delivery } from "../../../evals/scorers/delivery.ts";
import { faultlessWorld, idOf, placeWith, withItem, withPlace, withTrip } from "../../trip/world.ts";
import { plannedWorld, sceneOf, sceneWith, scored } from "../scene-for-tests.ts";

const demand = (kind: string) => ({ demand: `keeps the ${kind}`, kind, check: () => held("said") });

describe("delivery", () => {
  test("counts a plan as 1, none as 0, and leaves impossible requests out", () => {
    expect(scored(delivery, sceneOf(faultlessWorld())).value).toBe(1);
    expect(scored(delivery, sceneWith())).toEqual({ value: 0, explanation: "no plan" });
    expect(delivery.score(sceneWith({ sample: { tags: ["impossible"] } }))).toBeNull();
  });
});

describe("a plan that breaks opening hours and repeats a place", () => {
  // Museum 1 closes at 18:00; the second visit of day one is made to be the first again.
  const late = withItem(faultlessWorld(), 0, 0, { startTime: "08:00", endTime: "09:00" });
  const scene = sceneOf(withItem(late, 0, 2, { placeId: idOf(2, 1), location: placeWith(1).location }));

  test("holds 6 of 8 commonsense checks", () => {
    const score = scored(commonsenseMicro, scene);
    expect(score.counts).toEqual({ passed: 6, of: 8 });
    expect(score.value).toBe(0.75);
    expect(score.explanation).toBe("6 of 8 hold; broken: hours, repeats");
  });

  test("passes no macro of commonsense, the macro of its budget, and not the final one", () => {
    expect(scored(commonsenseMacro, scene).value).toBe(0);
    expect(scored(hardMacro, scene).value).toBe(1);
    expect(scored(finalPass, scene).value).toBe(0);
  });
});

describe("hard checks", () => {
  test("are those that were asked for: budget and must-sees, of which one is missed", () => {
    const world = withTrip(faultlessWorld(), { wishes: { mustSee: [idOf(2, 1), idOf(2, 99)] } });
    expect(scored(hardMicro, sceneOf(world)).counts).toEqual({ passed: 1, of: 2 });
    expect(scored(hardMacro, sceneOf(world)).value).toBe(0);
  });

  test("hold a diet and steps against the places of the plan", () => {
    const wishes = { diets: ["vegan" as const], accessibility: ["wheelchair" as const] };
    const world = withPlace(withTrip(faultlessWorld(), { budget: null, wishes }), 3, { wheelchair: "no" });
    expect(scored(hardMicro, sceneOf(world))).toMatchObject({
      counts: { passed: 0, of: 2 },
      explanation: "0 of 2 hold; broken: diet, accessibility",
    });
  });

  test("count how many of a kind a day has", () => {
    const wishes = { categoryLimits: [{ category: "museums" as const, mostPerDay: 1 }] };
    expect(scored(hardMicro, sceneOf(withTrip(faultlessWorld(), { budget: null, wishes }))).value).toBe(0);
    const two = { categoryLimits: [{ category: "museums" as const, mostPerDay: 2, least: 6 }] };
    expect(scored(hardMicro, sceneOf(withTrip(faultlessWorld(), { budget: null, wishes: two }))).value).toBe(1);
  });

  test("see a lock that an edit moved", () => {
    const locked = withTrip(withItem(faultlessWorld(), 0, 0, { locked: true }), { budget: null });
    const moved = withItem(locked, 0, 0, { startTime: "10:00", endTime: "11:00" });
    const scene = (after: typeof locked) =>
      sceneWith({ plan: plannedWorld(after), before: plannedWorld(locked), sample: { tags: ["edit"] } });
    expect(scored(hardMicro, scene(locked)).value).toBe(1);
    expect(scored(hardMicro, scene(moved)).explanation).toBe("0 of 1 hold; broken: locks");
  });

  test("see a place that was not wanted any more", () => {
    const world = withTrip(faultlessWorld(), { budget: null, conditions: { avoid: [idOf(2, 5)] } });
    expect(scored(hardMicro, sceneOf(world)).value).toBe(0);
  });

  test("do not apply where nothing was asked for", () => {
    const scene = sceneOf(withTrip(faultlessWorld(), { budget: null }));
    expect(hardMicro.score(scene)).toBeNull();
    expect(hardMacro.score(scene)).toBeNull();
    expect(scored(finalPass, scene).value).toBe(1);
  });

  test("ask the sample's own demand where the trip was understood without it", () => {
    const world = withTrip(faultlessWorld(), { budget: null });
    const unmet = { ...demand("diet"), check: () => ({ holds: false, found: "no diet" }) };
    expect(scored(hardMicro, sceneOf(world, { expects: [unmet] })).counts).toEqual({ passed: 0, of: 1 });
    expect(scored(hardMicro, sceneOf(world, { expects: [demand("diet")] })).counts).toEqual({ passed: 1, of: 1 });
  });
});

describe("a plan that was asked for and is not there", () => {
  const scene = sceneWith({ sample: { expects: [demand("diet"), demand("budget"), demand("edit")] } });

  test("holds none of eight and none of what its sample demands", () => {
    expect(scored(commonsenseMicro, scene).counts).toEqual({ passed: 0, of: 8 });
    expect(scored(hardMicro, scene).counts).toEqual({ passed: 0, of: 2 });
    expect(scored(finalPass, scene)).toEqual({ value: 0, explanation: "no plan" });
  });
});
