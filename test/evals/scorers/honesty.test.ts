/** Suitability, grounding, words against the plan, and what an edit leaves alone, counted by hand. */
import { describe, expect, test } from "vitest";
import { answerPlan } from "../../../evals/scorers/answer-plan.ts";
import { answerGrounding, placeGrounding, priceGrounding } from "../../../evals/scorers/grounding.ts";
import { stability } from "../../../evals/scorers/stability.ts";
import { accessibility, diet } from "../../../evals/scorers/suitability.ts";
import {
  euros,
  faultlessWorld,
  idOf,
  placeWith,
  withItem,
  withMorePlaces,
  withPlace,
  withTrip,
} from "../../trip/world.ts";
import { episodeWith, plannedWorld, sceneOf, sceneWith, scored, turnWith } from "../scene-for-tests.ts";

describe("suitability", () => {
  test("two of five tables feed a vegetarian, one by being vegan; a meal without a place counts for neither", () => {
    const asked = withTrip(faultlessWorld(), { wishes: { diets: ["vegetarian"] } });
    const fed = withPlace(withPlace(asked, 22, { diets: ["vegan"] }), 24, { diets: ["vegetarian"] });
    expect(scored(diet, sceneOf(fed)).counts).toEqual({ passed: 2, of: 5 });
    expect(scored(diet, sceneOf(withItem(fed, 2, 1, { placeId: null }))).counts).toEqual({ passed: 2, of: 4 });
    expect(diet.score(sceneOf(faultlessWorld()))).toBeNull();
  });

  test("of eleven places one has steps and nobody knows of another: 9 of 11", () => {
    const asked = withTrip(faultlessWorld(), { wishes: { accessibility: ["wheelchair"] } });
    const world = withPlace(withPlace(asked, 1, { wheelchair: "no" }), 3, { wheelchair: null });
    expect(scored(accessibility, sceneOf(withPlace(world, 5, { wheelchair: "limited" })))).toMatchObject({
      counts: { passed: 9, of: 11 },
      explanation: "9 of 11 places are step-free, 1 of them in part; not known to be: Museum 1, Museum 3",
    });
    expect(accessibility.score(sceneOf(faultlessWorld()))).toBeNull();
  });
});

describe("grounding", () => {
  test("one of eleven places is none of ours", () => {
    const world = withItem(faultlessWorld(), 0, 0, { placeId: idOf(2, 99), title: "Zorblax Tower", cost: null });
    expect(scored(placeGrounding, sceneOf(world))).toMatchObject({
      counts: { passed: 10, of: 11 },
      explanation: "10 of 11 places are known; not: Zorblax Tower",
    });
  });

  test("a sight without a place is unknown, a meal without one claims nothing", () => {
    const world = withItem(faultlessWorld(), 0, 0, { placeId: null, cost: null });
    expect(scored(placeGrounding, sceneOf(world)).counts).toEqual({ passed: 10, of: 11 });
    expect(scored(placeGrounding, sceneOf(withItem(faultlessWorld(), 0, 1, { placeId: null }))).counts).toEqual({
      passed: 10,
      of: 10,
    });
  });

  test("of six prices and a stay's one contradicts the catalogue", () => {
    const world = withItem(faultlessWorld(), 0, 0, { cost: euros(3) });
    expect(scored(priceGrounding, sceneOf(world)).counts).toEqual({ passed: 6, of: 7 });
  });

  test("of four claims of an answer one was made up", () => {
    const answer = "We start at Belém Tower at 10:30. Then visit the Zorblax Museum, for €12.";
    const turns = [turnWith({ answer, ungrounded: [{ kind: "place", text: "Zorblax Museum" }] })];
    expect(scored(answerGrounding, sceneWith({ episode: episodeWith({ turns }) }))).toEqual({
      value: 0.75,
      counts: { passed: 3, of: 4 },
      explanation: "3 of 4 claims are borne out; not: Zorblax Museum",
    });
    expect(answerGrounding.score(sceneWith({ episode: episodeWith({ turns: [turnWith()] }) }))).toBeNull();
  });
});

describe("words against the plan", () => {
  const plan = plannedWorld(withMorePlaces(faultlessWorld(), placeWith(40, { name: "Fado Hall" })));
  const say = (answer: string) => {
    return sceneWith({ plan, episode: episodeWith({ turns: [turnWith({ answer, plan })] }) });
  };

  test("two names and one time of four claims are the plan's", () => {
    expect(scored(answerPlan, say("Museum 1 at 10:30, then Tasca 22. At 21:45 on to Fado Hall."))).toEqual({
      value: 0.6,
      counts: { passed: 3, of: 5 },
      explanation: "3 of 5 names and times are the plan's; not: Fado Hall, 21:45",
    });
  });

  test("what an edit moved from is no claim", () => {
    const after = plannedWorld(withItem(faultlessWorld(), 0, 0, { startTime: "10:00", endTime: "11:00" }));
    const earlier = plannedWorld(withItem(faultlessWorld(), 0, 0, { startTime: "10:20", endTime: "11:20" }));
    const turns = [turnWith({ answer: "Museum 1: 10:20 → 10:00, not 08:15.", plan: after })];
    const scene = sceneWith({ before: earlier, plan: after, episode: episodeWith({ turns }) });
    expect(scored(answerPlan, scene).counts).toEqual({ passed: 2, of: 3 });
  });

  test("a longer name is not its beginning", () => {
    expect(scored(answerPlan, say("Museum 11 comes last.")).counts).toEqual({ passed: 1, of: 1 });
  });

  test("what was left out and when a door opens are no claims", () => {
    const answer = "I left out Fado Hall. Museum 1 opens at 09:00.";
    expect(scored(answerPlan, say(answer)).counts).toEqual({ passed: 1, of: 1 });
    expect(answerPlan.score(say("Tell me more, such as “we land at 22:00”."))).toBeNull();
  });
});

describe("stability", () => {
  const before = plannedWorld(faultlessWorld());
  const edited = (tags: string[]) => {
    const moved = withItem(faultlessWorld(), 0, 0, { startTime: "10:00", endTime: "11:00", itemKey: "free:" });
    return sceneWith({ before, plan: plannedWorld(withItem(moved, 2, 1, null)), sample: { tags } });
  };

  test("of eleven items one is gone and one is moved", () => {
    expect(scored(stability, edited(["edit"])).counts).toEqual({ passed: 9, of: 11 });
    expect(scored(stability, sceneWith({ before, plan: before, sample: { tags: ["edit"] } })).value).toBe(1);
    expect(stability.score(edited([]))).toBeNull();
  });
});
