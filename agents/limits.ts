/** What a run may use at most. Every loop and every wait of the agent is bounded by one of these. */
import type { TokenUsage } from "../trip/ports.ts";

export interface RunLimits {
  /** Model calls, repairs included. */
  maxSteps: number;
  maxRepairs: number;
  /** Input and output tokens over all model calls. */
  maxTokens: number;
  maxDurationMs: number;
  /** Of one model call, its retries included. */
  modelTimeoutMs: number;
  modelRetries: number;
}

/** A run that has spent its allowance makes no further model call. */
export function isSpent(spent: { steps: number; tokens: TokenUsage }, { maxSteps, maxTokens }: RunLimits): boolean {
  return spent.steps >= maxSteps || spent.tokens.input + spent.tokens.output >= maxTokens;
}

export const DEFAULT_LIMITS: RunLimits = {
  maxSteps: 12,
  maxRepairs: 2,
  maxTokens: 100_000,
  maxDurationMs: 180_000,
  modelTimeoutMs: 60_000,
  modelRetries: 2,
};
