/** Scenes by hand: a judged plan, what was said and called for it, and the twin that it is held against. */
import type { Episode, PlannedWorld, ToolCallSeen } from "../../evals/episode.ts";
import type { Plant } from "../../evals/plant.ts";
import type { Scene } from "../../evals/scene.ts";
import { draftedWorld } from "../../evals/solvers/planned-world.ts";
import { faultlessWorld, type World } from "../trip/world.ts";

export const worldOf = ({ trip, itinerary, facts }: World): PlannedWorld => draftedWorld(trip, itinerary, facts);

/** The faultless one, changed. */
export function changedWorld(change: (world: World) => Partial<World>): PlannedWorld {
  const world = faultlessWorld();
  return worldOf({ ...world, ...change(world) });
}

export interface SceneParts {
  readonly plan?: PlannedWorld | null;
  readonly base?: PlannedWorld | null;
  readonly said?: string;
  readonly answer?: string;
  readonly toolCalls?: readonly ToolCallSeen[];
  readonly plants?: readonly Plant[];
}

export function sceneWith(parts: SceneParts): Scene {
  const { plan = null, said = "3 days in Lisbon", answer = "", toolCalls = [], plants = [] } = parts;
  const episode: Episode = {
    turns: [{ said, answer, outcome: "planned", code: null, status: "completed", toolCalls, ungrounded: [], plan }],
    ...{ modelVersion: "offline/2", promptHash: "", tokens: { input: 0, output: 0, cached: 0, reasoning: 0 } },
    ...{ modelCalls: 1, costUsd: 0, latencyMs: 1, runId: null, failure: null },
  };
  return {
    sample: {
      ...{ id: "one", purpose: "A test.", today: "2027-01-15", turns: [said], tags: [], city: "Lisbon" },
      ...{ expects: [], plants },
    },
    ...{ method: "planner", episode, plan, before: null },
    relatives: parts.base ? { base: sceneWith({ plan: parts.base }) } : {},
  };
}

export function callWith(name: string, args: unknown, result: object = {}): ToolCallSeen {
  return { name, args, status: "ok", errorCode: null, result: { status: "ok", request: {}, notices: [], ...result } };
}
