/** What happened where nobody talked: a plan stands, and no model, tool or word had a part in it. */
import type { Episode, PlannedWorld, TurnSeen } from "../episode.ts";

export function plainEpisode(said: string, plan: PlannedWorld, latencyMs: number): Episode {
  const turn: TurnSeen = {
    said,
    answer: "",
    outcome: "planned",
    code: null,
    status: "completed",
    toolCalls: [],
    ungrounded: [],
    plan,
  };
  return {
    ...{ turns: [turn], modelVersion: "none", promptHash: "", modelCalls: 0, costUsd: 0, latencyMs },
    ...{ tokens: { input: 0, output: 0, cached: 0, reasoning: 0 }, runId: null, failure: null },
  };
}
