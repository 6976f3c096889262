/** What an answer took: tokens, money, time. Facts beside the scores: a dearer answer may be worth it. */
import type { Scorer } from "../scorer.ts";
import { UNBOUNDED } from "./counting.ts";

const AMOUNT = { range: [0, UNBOUNDED], total: "mean" } as const;

export const tokens: Scorer = {
  name: "tokens",
  title: "Tokens",
  formula: "tokens read + tokens written over all turns, reasoning included; not where no model was called",
  ...{ ...AMOUNT, better: "lower", unit: "tokens" },
  score: ({ episode: { tokens: used, modelCalls } }) => {
    if (modelCalls === 0) return null;
    const parts = `${used.input} read (${used.cached} from cache), ${used.output} written (${used.reasoning} of reasoning)`;
    return { value: used.input + used.output, explanation: `${parts} in ${modelCalls} calls` };
  },
};

export const cost: Scorer = {
  name: "cost",
  title: "Cost",
  formula: "list price of all model calls in US dollars; not where a price is not known",
  ...{ ...AMOUNT, better: "lower", unit: "usd" },
  score: ({ episode: { costUsd, modelCalls } }) =>
    costUsd === null || modelCalls === 0
      ? null
      : { value: costUsd, explanation: `$${costUsd.toFixed(4)} for ${modelCalls} model calls` },
};

export const latency: Scorer = {
  name: "latency",
  title: "Latency",
  formula: "wall clock over all turns; of this machine, so it decides nothing",
  ...{ ...AMOUNT, better: "neither", unit: "ms" },
  score: ({ episode: { latencyMs, turns } }) =>
    turns.length === 0
      ? null
      : { value: latencyMs, explanation: `${(latencyMs / 1000).toFixed(1)} s for ${turns.length} turns` },
};
