/** What a model call's span says: names and figures after OpenTelemetry's GenAI conventions, words only when wanted. */
import type { Attributes } from "@opentelemetry/api";
import type { ModelMessage } from "ai";
import type { ModelCallRecord } from "../../trip/ports.ts";
import { type PlannerModel, partsOfVersion } from "./model.ts";

/** As the conventions name the services; others go by their own name. */
const WELL_KNOWN: Readonly<Record<string, string>> = { google: "gcp.gemini" };

export function chatAttributes(model: PlannerModel, call: { threadId?: string | undefined }): Attributes {
  const { provider, id } = partsOfVersion(model.version);
  return {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": WELL_KNOWN[provider] ?? provider,
    "gen_ai.request.model": id,
    "gen_ai.output.type": "text",
    ...(call.threadId !== undefined && { "gen_ai.conversation.id": call.threadId }),
  };
}

export function chatResult(call: Omit<ModelCallRecord, "seq">): Attributes {
  const { tokens, finishReason, firstTokenMs, costUsd } = call;
  return {
    "gen_ai.response.model": partsOfVersion(call.modelVersion).id,
    "gen_ai.usage.input_tokens": tokens.input,
    "gen_ai.usage.output_tokens": tokens.output,
    "gen_ai.usage.cache_read.input_tokens": tokens.cached,
    "gen_ai.usage.reasoning.output_tokens": tokens.reasoning,
    "tripwright.tool_calls": call.toolCalls,
    ...(finishReason !== null && { "gen_ai.response.finish_reasons": [finishReason] }),
    ...(firstTokenMs !== null && { "gen_ai.response.time_to_first_chunk": firstTokenMs / 1000 }),
    ...(costUsd !== null && { "tripwright.cost_usd": costUsd }),
  };
}

export function chatContent(
  { instructions, messages }: { instructions: string; messages: readonly ModelMessage[] },
  answer: readonly ModelMessage[],
): Record<string, unknown> {
  return {
    "gen_ai.system_instructions": [{ type: "text", content: instructions }],
    "gen_ai.input.messages": messages,
    "gen_ai.output.messages": answer,
  };
}
