/** Runs the model's tool calls, all at once, and hands every result back to it: failures too, as typed results. */
import type { ToolCallPart, ToolResultPart } from "ai";
import { z } from "zod";
import type { Tool, ToolContext, ToolResult } from "../../tools/tool.ts";
import type { ErrorCode } from "../../trip/errors.ts";
import { pendingToolCalls } from "../pending-calls.ts";
import type { PlannerNode } from "../planner.ts";
import type { PlannerStateUpdate } from "../state.ts";

function refusal(code: ErrorCode, message: string): ToolResult {
  return { status: "error", request: {}, notices: [], error: { code, message, details: {} } };
}

async function callTool(call: ToolCallPart, tools: readonly Tool[], context: ToolContext): Promise<ToolResult> {
  const tool = tools.find(({ name }) => name === call.toolName);
  if (tool) return tool.call(call.input, context);
  const names = tools.map(({ name }) => name).join(", ");
  return refusal("unknown_tool", `Expected one of ${names}, got "${call.toolName}".`);
}

/** The part of a stored plan that later nodes need. */
const plannedSchema = z.object({
  status: z.literal("ok"),
  request: z.object({ tripId: z.string() }),
  itinerary: z.object({ version: z.number() }),
});

function planIn(records: readonly { name: string; result: ToolResult }[]): PlannerStateUpdate {
  const planned = records
    .filter(({ name }) => name === "plan_itinerary")
    .map(({ result }) => plannedSchema.safeParse(result));
  const last = planned.findLast(({ success }) => success)?.data;
  return last ? { plan: { tripId: last.request.tripId, version: last.itinerary.version }, verdict: null } : {};
}

export const runTools: PlannerNode = async ({ messages, unreadableCalls }, { tools, toolContext, emit }) => {
  const calls = pendingToolCalls(messages);
  const records = await Promise.all(
    calls.map(async (call) => {
      const { toolCallId: callId, toolName: name } = call;
      emit({ type: "tool-call", callId, name, args: call.input });
      const result = unreadableCalls.includes(callId)
        ? refusal(
            "invalid_input",
            `${name} expected its arguments as a JSON object, got something else. Call it again.`,
          )
        : await callTool(call, tools, toolContext);
      toolContext.signal.throwIfAborted();
      emit({ type: "tool-result", callId, name, result });
      return { callId, name, result };
    }),
  );
  const parts = records.map(
    ({ callId, name, result }): ToolResultPart => ({
      type: "tool-result",
      toolCallId: callId,
      toolName: name,
      output: { type: "json", value: JSON.parse(JSON.stringify(result)) },
    }),
  );
  return {
    messages: [{ role: "tool", content: parts }],
    toolRecords: records.map(({ name, result }) => ({ name, result })),
    ...planIn(records),
  };
};
