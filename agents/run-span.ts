/** What a run's span says, after OpenTelemetry's GenAI conventions: the parent of its model calls and tools. */
import type { Attributes } from "@opentelemetry/api";
import { knownCost } from "./limits.ts";
import { partsOfVersion } from "./models/model.ts";
import type { RunTally } from "./run-tally.ts";

export const RUN_SPAN = "invoke_agent tripwright";

export function runAttributes(run: { modelVersion: string; threadId?: string | undefined }): Attributes {
  const { provider, id } = partsOfVersion(run.modelVersion);
  return {
    "gen_ai.operation.name": "invoke_agent",
    "gen_ai.agent.name": "tripwright",
    "gen_ai.provider.name": provider,
    "gen_ai.request.model": id,
    ...(run.threadId !== undefined && { "gen_ai.conversation.id": run.threadId }),
  };
}

export function runResult(runId: string, { modelVersion, tokens, cost, toolCalls }: RunTally): Attributes {
  const costUsd = knownCost(cost);
  return {
    "tripwright.run.id": runId,
    "gen_ai.response.model": partsOfVersion(modelVersion).id,
    "gen_ai.usage.input_tokens": tokens.input,
    "gen_ai.usage.output_tokens": tokens.output,
    "gen_ai.usage.cache_read.input_tokens": tokens.cached,
    "tripwright.tool_calls": toolCalls,
    ...(costUsd !== null && { "tripwright.cost_usd": costUsd }),
  };
}
