/** What one run has taken so far, failed calls too: counted as it happens, so that a run that fails has its sum. */
import type { TokenUsage } from "../trip/ports.ts";
import { NO_COST, type RunCost, withCost } from "./limits.ts";
import type { FinishedModelCall } from "./models/model-attempt.ts";
import { NO_TOKENS } from "./state.ts";

export interface RunTally {
  /** Model calls that were answered. */
  steps: number;
  /** All of them, each attempt one. */
  modelCalls: number;
  tokens: TokenUsage;
  cost: RunCost;
  toolCalls: number;
  /** Of the last call, as its service reported it. */
  modelVersion: string;
  /** Of the first call that said anything. */
  firstTokenMs: number | null;
}

export function newTally(): RunTally {
  return {
    ...{ steps: 0, modelCalls: 0, tokens: NO_TOKENS, cost: NO_COST, toolCalls: 0 },
    ...{ modelVersion: "", firstTokenMs: null },
  };
}

function addTokens(before: TokenUsage, more: TokenUsage): TokenUsage {
  return {
    input: before.input + more.input,
    output: before.output + more.output,
    cached: before.cached + more.cached,
    reasoning: before.reasoning + more.reasoning,
  };
}

export function countModelCall(tally: RunTally, call: FinishedModelCall): void {
  tally.modelCalls += 1;
  tally.tokens = addTokens(tally.tokens, call.tokens);
  tally.cost = withCost(tally.cost, call.costUsd);
  tally.firstTokenMs ??= call.firstTokenMs;
  tally.modelVersion = call.modelVersion;
}
