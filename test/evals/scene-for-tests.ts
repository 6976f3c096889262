/** Scenes to score, built of hand-made worlds: what is not given is an ordinary request that was answered well. */
import type { Episode, PlannedWorld, ToolCallSeen, TurnSeen } from "../../evals/episode.ts";
import type { Sample } from "../../evals/sample.ts";
import type { Scene } from "../../evals/scene.ts";
import type { Score, Scorer } from "../../evals/scorer.ts";
import { budgetOf } from "../../trip/budget.ts";
import { check } from "../../trip/check/check.ts";
import type { ItineraryDraft } from "../../trip/itinerary.ts";
import { idOf, type World } from "../trip/world.ts";

/** A world with its plan judged: verdict and budget are the checker's own. */
export function plannedWorld({ trip, facts, itinerary: draft }: Omit<World, "places">): PlannedWorld {
  const itinerary = {
    ...{ id: idOf(8, 1), version: 1, parentId: null, isSelected: true, aiModelVersion: null },
    days: withIds(draft),
  };
  return { trip, facts, itinerary, verdict: check(trip, itinerary, facts), budget: budgetOf(trip, itinerary, facts) };
}

function withIds(draft: ItineraryDraft): PlannedWorld["itinerary"]["days"] {
  let count = 0;
  return draft.days.map((day) => ({
    ...day,
    items: day.items.map((item) => {
      count += 1;
      return { ...item, id: idOf(4, count) };
    }),
  }));
}

export function sampleWith(over: Partial<Sample> = {}): Sample {
  return {
    id: "three-days-in-lisbon",
    purpose: "An ordinary request is answered with a plan.",
    today: "2026-11-22",
    turns: ["3 days in Lisbon in May for two"],
    tags: [],
    city: "Lisbon",
    expects: [],
    ...over,
  };
}

export function callWith(name: string, args: unknown = {}, over: Partial<ToolCallSeen> = {}): ToolCallSeen {
  return { name, args, status: "ok", errorCode: null, result: { status: "ok", request: {}, notices: [] }, ...over };
}

export function turnWith(over: Partial<TurnSeen> = {}): TurnSeen {
  return {
    ...{ said: "3 days in Lisbon in May for two", answer: "", outcome: "planned", code: null, status: "completed" },
    ...{ toolCalls: [], ungrounded: [], plan: null },
    ...over,
  };
}

export function episodeWith(over: Partial<Episode> = {}): Episode {
  return {
    turns: [],
    ...{ modelVersion: "offline/1", promptHash: "a1b2c3", modelCalls: 0, costUsd: 0, latencyMs: 0 },
    tokens: { input: 0, output: 0, cached: 0, reasoning: 0 },
    ...{ runId: null, failure: null },
    ...over,
  };
}

export function sceneWith(over: Partial<Omit<Scene, "sample">> & { sample?: Partial<Sample> } = {}): Scene {
  const { sample, ...rest } = over;
  return {
    ...{ method: "planner", episode: episodeWith(), plan: null, before: null, relatives: {} },
    ...rest,
    sample: sampleWith(sample),
  };
}

/** Of a world's plan alone, as a method or a pasted text leaves it. */
export const sceneOf = (world: Omit<World, "places">, sample: Partial<Sample> = {}): Scene =>
  sceneWith({ plan: plannedWorld(world), sample });

/** Fails where the scorer does not apply. */
export function scored(scorer: Scorer, scene: Scene): Score {
  const score = scorer.score(scene);
  if (score === null) throw new Error(`${scorer.name} does not apply to ${scene.sample.id}.`);
  return score;
}
