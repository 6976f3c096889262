/** What happened when a sample was put to a solver: turn by turn what was said, called, planned and answered. */
import type { RunStatus, UngroundedClaim } from "../agents/events.ts";
import type { ToolStatus } from "../tools/tool.ts";
import type { Budget } from "../trip/budget.ts";
import type { PlanFacts } from "../trip/facts.ts";
import type { Itinerary } from "../trip/itinerary.ts";
import type { TokenUsage } from "../trip/ports.ts";
import type { Trip } from "../trip/trip.ts";
import type { Verdict } from "../trip/verdict.ts";

/** A plan with all that it is judged by. */
export interface PlannedWorld {
  readonly trip: Trip;
  readonly itinerary: Itinerary;
  readonly facts: PlanFacts;
  readonly verdict: Verdict;
  readonly budget: Budget;
}

export interface ToolCallSeen {
  readonly name: string;
  readonly args: unknown;
  readonly status: ToolStatus;
  /** `null` for a call that went well. */
  readonly errorCode: string | null;
  /** What it answered, as the model read it. */
  readonly result: unknown;
}

export interface TurnSeen {
  readonly said: string;
  readonly answer: string;
  /** `planned` whenever a version was stored; `answered` is words alone. */
  readonly outcome: "planned" | "answered" | "not-planned" | "awaiting-approval" | "failed";
  /** Why there is no plan, as the planner's code; `null` where there is one or nobody asked for one. */
  readonly code: string | null;
  readonly status: RunStatus;
  readonly toolCalls: readonly ToolCallSeen[];
  /** Names, times and prices that no tool result of the thread holds. */
  readonly ungrounded: readonly UngroundedClaim[];
  /** The trip's plan when the turn was over; `null` while there is none. */
  readonly plan: PlannedWorld | null;
}

export interface Episode {
  readonly turns: readonly TurnSeen[];
  readonly modelVersion: string;
  readonly promptHash: string;
  readonly tokens: TokenUsage;
  readonly modelCalls: number;
  /** US dollars; `null` where a price is not known. */
  readonly costUsd: number | null;
  /** Wall clock over all turns. Reported, never part of a score that decides. */
  readonly latencyMs: number;
  /** The run on record that the last turn was; `null` where none was recorded. */
  readonly runId: string | null;
  /** What broke it, in one line; `null` when every turn came to its end. */
  readonly failure: string | null;
}
