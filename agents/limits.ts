/** What a run may use at most. Every loop and every wait of the agent is bounded by one of these. */
import type { TokenUsage } from "../trip/ports.ts";

export interface RunLimits {
  /** Model calls, repairs included. */
  maxSteps: number;
  maxRepairs: number;
  /** Input and output tokens over all model calls. */
  maxTokens: number;
  /** Over all model calls, as far as their prices are known. */
  maxCostUsd: number;
  maxDurationMs: number;
  /** Of one call of one model, its retries included; a model that takes over has as long again. */
  modelTimeoutMs: number;
  /** Of one model, before the next one takes over. */
  modelRetries: number;
}

/** US dollars of the calls whose price is known, and whether these are all. */
export interface RunCost {
  usd: number;
  isComplete: boolean;
}
export const NO_COST: RunCost = { usd: 0, isComplete: true };

/** `null` is a call without a known price. */
export function withCost({ usd, isComplete }: RunCost, more: number | null): RunCost {
  return { usd: usd + (more ?? 0), isComplete: isComplete && more !== null };
}

/** As it goes on record: unknown when a part of it is. */
export function knownCost({ usd, isComplete }: RunCost): number | null {
  return isComplete ? usd : null;
}

/** A run that has spent its allowance makes no further model call. */
export function isSpent(
  spent: { steps: number; tokens: TokenUsage; cost: RunCost },
  { maxSteps, maxTokens, maxCostUsd }: RunLimits,
): boolean {
  const isOut = spent.tokens.input + spent.tokens.output >= maxTokens;
  return isOut || spent.steps >= maxSteps || spent.cost.usd >= maxCostUsd;
}

export const DEFAULT_LIMITS: RunLimits = {
  maxSteps: 12,
  maxRepairs: 2,
  maxTokens: 100_000,
  maxCostUsd: 1,
  maxDurationMs: 180_000,
  modelTimeoutMs: 60_000,
  modelRetries: 2,
};
