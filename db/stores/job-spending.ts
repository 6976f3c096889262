/** What a job has used over all its attempts: also those of which nobody heard the end, for each call is on record. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { RunEnd } from "../../trip/ports.ts";
import type { Transaction } from "../transaction.ts";

const spentSchema = z.object({
  tokens: z.object({ input: z.number(), output: z.number(), cached: z.number(), reasoning: z.number() }),
  modelCalls: z.number(),
  toolCalls: z.number(),
  /** `null` when a call had no known price. */
  costUsd: z.number().nullable(),
});
export type Spent = z.infer<typeof spentSchema>;

export const NOTHING_SPENT: Spent = {
  tokens: { input: 0, output: 0, cached: 0, reasoning: 0 },
  modelCalls: 0,
  toolCalls: 0,
  costUsd: 0,
};

export function spentBefore(tx: Transaction, runId: string): Promise<Spent> {
  return tx.one(
    spentSchema,
    sql`
      select coalesce(max(seq), 0)::int as "modelCalls", coalesce(sum(tool_calls), 0)::int as "toolCalls",
        case when bool_or(cost_usd is null) then null else coalesce(sum(cost_usd), 0)::float8 end as "costUsd",
        jsonb_build_object(
          'input', coalesce(sum(tokens_input), 0), 'output', coalesce(sum(tokens_output), 0),
          'cached', coalesce(sum(tokens_cached), 0), 'reasoning', coalesce(sum(tokens_reasoning), 0)) as tokens
      from model_calls where run_id = ${runId}`,
  );
}

/** An attempt's end as the end of all of them. */
export function addedTo(spent: Spent, end: RunEnd): RunEnd {
  const { tokens, costUsd = null } = end;
  return {
    ...end,
    tokens: {
      input: spent.tokens.input + tokens.input,
      output: spent.tokens.output + tokens.output,
      cached: spent.tokens.cached + tokens.cached,
      reasoning: spent.tokens.reasoning + tokens.reasoning,
    },
    toolCalls: spent.toolCalls + end.toolCalls,
    modelCalls: spent.modelCalls + (end.modelCalls ?? 0),
    costUsd: spent.costUsd === null || costUsd === null ? null : spent.costUsd + costUsd,
  };
}
