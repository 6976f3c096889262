/** Scenes made by hand: a faultless plan of three days in Lisbon, and what was said about it. */
import type { Episode, PlannedWorld, TurnSeen } from "../../../evals/episode.ts";
import type { Expectation } from "../../../evals/expectation.ts";
import type { Scene } from "../../../evals/scene.ts";
import { draftedWorld } from "../../../evals/solvers/planned-world.ts";
import { faultlessWorld, type World } from "../../trip/world.ts";

export const plannedOf = ({ trip, itinerary, facts }: World): PlannedWorld => draftedWorld(trip, itinerary, facts);

export function turnOf(over: Partial<TurnSeen> = {}): TurnSeen {
  return {
    ...{ said: "Lisbon, three days", answer: "Here is your trip.", outcome: "planned", code: null },
    ...{ status: "completed", toolCalls: [], ungrounded: [], plan: null },
    ...over,
  };
}

/** The last turn's plan is the scene's; the one before it is what an edit started from. */
export function sceneOf(...turns: readonly TurnSeen[]): Scene {
  const episode: Episode = {
    ...{ turns, modelVersion: "test", promptHash: "", modelCalls: 0, costUsd: null, latencyMs: 0 },
    ...{ tokens: { input: 0, output: 0, cached: 0, reasoning: 0 }, runId: null, failure: null },
  };
  const sample = {
    ...{ id: "by-hand", purpose: "By hand.", today: "2026-11-22", city: null },
    ...{ turns: ["Lisbon, three days"] as const, tags: [], expects: [] },
  };
  const [plan = null, before = null] = [turns.at(-1)?.plan, turns.at(-2)?.plan];
  return { sample, method: "planner", episode, plan, before, relatives: {} };
}

export const planScene = (world: World = faultlessWorld(), answer = "Here is your trip."): Scene =>
  sceneOf(turnOf({ answer, plan: plannedOf(world) }));

/** From one plan to another by what was said. */
export const editScene = (before: World, after: World, said = "change it"): Scene =>
  sceneOf(turnOf({ plan: plannedOf(before) }), turnOf({ said, plan: plannedOf(after) }));

export const answerScene = (answer: string, over: Partial<TurnSeen> = {}): Scene =>
  sceneOf(turnOf({ answer, outcome: "not-planned", ...over }));

export const holds = (expectation: Expectation, scene: Scene): boolean => expectation.check(scene).holds;
