/** One question to a chain of models, with all that was said and put on record of it. */
import { jsonSchema, type ToolSet, tool } from "ai";
import type { RunLimits } from "../../../agents/limits.ts";
import { chooseModel, type ModelSettings } from "../../../agents/models/choose-model.ts";
import type { PlannerModel } from "../../../agents/models/model.ts";
import type { FinishedModelCall, ModelAnswer } from "../../../agents/models/model-attempt.ts";
import { streamFrom } from "../../../agents/models/stream-model.ts";
import { KEY, TODAY } from "../planner-run.ts";

export interface Asked {
  answer: ModelAnswer | null;
  failure: unknown;
  said: string[];
  calls: FinishedModelCall[];
  elapsedMs: number;
}

export const chosen = (settings: ModelSettings): Promise<PlannerModel> =>
  chooseModel(
    {
      openaiApiKey: KEY,
      compatibleApiKey: KEY,
      services: { anthropic: { apiKey: KEY }, google: { apiKey: KEY } },
      ...settings,
    },
    () => TODAY,
  );

const TOOLS: ToolSet = {
  count_days: tool({
    description: "Counts days.",
    inputSchema: jsonSchema<Record<string, unknown>>({ type: "object", properties: {} }),
  }),
};

export async function ask(
  model: PlannerModel,
  options: { limits?: Partial<RunLimits>; signal?: AbortSignal; onText?: (text: string) => void } = {},
): Promise<Asked> {
  const { limits, signal = new AbortController().signal, onText } = options;
  const asked: Asked = { answer: null, failure: null, said: [], calls: [], elapsedMs: 0 };
  const startedAt = performance.now();
  try {
    asked.answer = await streamFrom(model, {
      instructions: "You plan trips.",
      messages: [{ role: "user", content: "How long is my trip?" }],
      tools: TOOLS,
      promptHash: "0123456789abcdef",
      limits: { modelTimeoutMs: 10_000, modelRetries: 2, ...limits },
      signal,
      onText: (text) => {
        asked.said.push(text);
        onText?.(text);
      },
      onCall: (call) => asked.calls.push(call),
    });
  } catch (error) {
    asked.failure = error;
  }
  asked.elapsedMs = performance.now() - startedAt;
  return asked;
}
