/** One call of the model, streamed. Tools are described to it here and run in their own node. */
import { asSchema, jsonSchema, streamText, type TextStreamPart, type ToolSet, tool } from "ai";
import type { Tool } from "../../tools/tool.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { TokenUsage } from "../../trip/ports.ts";
import type { RunListener } from "../events.ts";
import { isSpent, type RunLimits } from "../limits.ts";
import { explainModelFailure } from "../models/explain-failure.ts";
import type { PlannerNode } from "../planner.ts";
import type { PlannerStateValue } from "../state.ts";

/** The SDK would print its remarks about a model's abilities into a traveller's terminal. */
globalThis.AI_SDK_LOG_WARNINGS = false;

/** The model sees the schema; only the tool itself judges arguments, so that every caller gets the same answer. */
function toolSet(tools: readonly Tool[]): ToolSet {
  return Object.fromEntries(
    tools.map(({ name, description, input }) => {
      const inputSchema = jsonSchema(asSchema(input).jsonSchema);
      return [name, tool({ description, inputSchema })];
    }),
  );
}

/** Throws `budget_of_run_spent` before the call that would exceed a cap. */
function requireAllowance(state: PlannerStateValue, limits: RunLimits): void {
  if (!isSpent(state, limits)) return;
  const { steps, tokens } = state;
  const spent = tokens.input + tokens.output;
  throw new TripwrightError(
    "budget_of_run_spent",
    `This run may make ${limits.maxSteps} model calls and use ${limits.maxTokens} tokens; it has made ${steps} and used ${spent} without an answer. Try a simpler request.`,
    { steps, tokens: spent },
  );
}

function added(before: TokenUsage, more: TokenUsage): TokenUsage {
  return {
    input: before.input + more.input,
    output: before.output + more.output,
    cached: before.cached + more.cached,
    reasoning: before.reasoning + more.reasoning,
  };
}

export const callModel: PlannerNode = async (state, { model, tools, toolContext, limits, emit }) => {
  requireAllowance(state, limits);
  const step = state.steps + 1;
  emit({ type: "step-start", step });
  const result = streamText({
    model: model.model,
    instructions: state.instructions,
    messages: state.messages,
    tools: toolSet(tools),
    maxRetries: limits.modelRetries,
    timeout: { totalMs: limits.modelTimeoutMs },
    abortSignal: toolContext.signal,
    // Failures are read from the stream; without this the SDK prints them.
    onError: () => {},
  });
  const heard = await listen(result.stream, emit);
  toolContext.signal.throwIfAborted();
  if (heard.isAborted) throw tookTooLong(model.version, limits);
  if (heard.failure !== undefined) throw explainModelFailure(heard.failure, model.version);
  const [usage, messages, response] = await Promise.all([result.usage, result.responseMessages, result.response]);
  return {
    // The SDK answers calls that it cannot read itself: ours are all answered in one place, by `run-tools.ts`.
    messages: messages.filter(({ role }) => role === "assistant"),
    unreadableCalls: heard.unreadableCalls,
    answer: heard.answer,
    steps: step,
    modelVersion: reportedVersion(model.version, response.modelId),
    tokens: added(state.tokens, {
      input: usage.inputTokens ?? 0,
      output: usage.outputTokens ?? 0,
      cached: usage.inputTokenDetails.cacheReadTokens ?? 0,
      reasoning: usage.outputTokenDetails.reasoningTokens ?? 0,
    }),
  };
};

/** A stream that just stops looks like an answer to whoever does not ask how it ended. */
const INCOMPLETE: readonly string[] = ["interrupted", "error"];

interface Heard {
  answer: string;
  unreadableCalls: string[];
  failure: unknown;
  isAborted: boolean;
}

async function listen(stream: AsyncIterable<TextStreamPart<ToolSet>>, emit: RunListener): Promise<Heard> {
  const heard: Heard = { answer: "", unreadableCalls: [], failure: undefined, isAborted: false };
  for await (const part of withFailuresAsParts(stream)) {
    if (part.type === "text-delta") {
      heard.answer += part.text;
      emit({ type: "text-delta", text: part.text });
    } else if (part.type === "tool-call" && part.invalid && typeof part.input === "string") {
      heard.unreadableCalls.push(part.toolCallId);
    } else if (part.type === "error") heard.failure ??= part.error;
    else if (part.type === "abort") heard.isAborted = true;
    else if (part.type === "finish" && INCOMPLETE.includes(part.finishReason)) {
      heard.failure ??= new Error(`the answer ended as ${part.finishReason}`);
    }
  }
  return heard;
}

/** A connection that breaks makes the SDK's stream throw, where every other failure is a part of it. */
async function* withFailuresAsParts(
  stream: AsyncIterable<TextStreamPart<ToolSet>>,
): AsyncGenerator<TextStreamPart<ToolSet>> {
  try {
    yield* stream;
  } catch (error) {
    yield { type: "error", error };
  }
}

function tookTooLong(modelVersion: string, { modelTimeoutMs }: RunLimits): TripwrightError {
  return new TripwrightError(
    "model_failed",
    `${modelVersion} took longer than ${modelTimeoutMs / 1000} seconds. Try again, or leave --model out to use the built-in offline model.`,
    { modelVersion, modelTimeoutMs },
  );
}

/** `openai/gpt-5` asked for, `gpt-5-2026-08-01` answered: the second is what produced the plan. */
function reportedVersion(asked: string, reported: string | undefined): string {
  const [provider] = asked.split("/");
  if (!reported) return asked;
  return reported.startsWith(`${provider}/`) ? reported : `${provider}/${reported}`;
}
