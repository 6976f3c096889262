/** One call of the model, streamed. Tools are described to it here and run in their own node. */
import { jsonSchema, type ToolSet, tool } from "ai";
import { modelSchemaOf } from "../../tools/model-schema.ts";
import type { Tool } from "../../tools/tool.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { isSpent, type RunLimits } from "../limits.ts";
import { streamFrom } from "../models/stream-model.ts";
import { hasPendingToolCalls } from "../pending-calls.ts";
import type { PlannerNode } from "../planner.ts";
import { countModelCall, type RunTally } from "../run-tally.ts";
import { toolsForTurn } from "../tools-for-turn.ts";

const toolSets = new WeakMap<readonly Tool[], ToolSet>();

/**
 * The model sees the schema; only the tool itself judges arguments, so that every caller gets the same answer. Made
 * once for a registry: schemas take longer to write out than a turn has.
 */
function toolSet(tools: readonly Tool[]): ToolSet {
  const known = toolSets.get(tools);
  if (known) return known;
  const made: ToolSet = Object.fromEntries(
    tools.map((described) => {
      const { name, description } = described;
      return [name, tool({ description, inputSchema: jsonSchema(modelSchemaOf(described)) })];
    }),
  );
  toolSets.set(tools, made);
  return made;
}

/** Throws `budget_of_run_spent` before the call that would exceed a cap. */
function requireAllowance(tally: RunTally, limits: RunLimits): void {
  if (!isSpent(tally, limits)) return;
  const { steps, tokens, cost } = tally;
  const spent = tokens.input + tokens.output;
  const { maxSteps, maxTokens, maxCostUsd } = limits;
  throw new TripwrightError(
    "budget_of_run_spent",
    `This run may make ${maxSteps} model calls, use ${maxTokens} tokens and cost ${maxCostUsd} USD; it has made ${steps}, used ${spent} and cost ${cost.usd.toFixed(4)} without an answer. Try a simpler request.`,
    { steps, tokens: spent, costUsd: cost.usd },
  );
}

export const callModel: PlannerNode = async (state, parts) => {
  const { model, tools, toolContext, turnContext, prompt, limits, tally, threadId, emit } = parts;
  requireAllowance(tally, limits);
  const step = tally.steps + 1;
  emit({ type: "step-start", step });
  const hasTrip = (await turnContext).trip !== null;
  const answer = await streamFrom(model, {
    instructions: prompt.fill({}),
    messages: [...state.messages],
    tools: toolSet(toolsForTurn(tools, { hasTrip, messages: state.messages })),
    promptHash: prompt.hash,
    ...{ threadId, limits },
    signal: toolContext.signal,
    onText: (text) => emit({ type: "text-delta", text }),
    onCall: (call) => {
      countModelCall(tally, call);
      parts.recordModelCall({ ...call, seq: tally.modelCalls });
    },
  });
  tally.steps = step;
  if (!hasPendingToolCalls(answer.messages)) emit({ type: "step-end", step });
  const { messages, unreadableCalls, text } = answer;
  return { messages: [...state.messages, ...messages], unreadableCalls, answer: text };
};
