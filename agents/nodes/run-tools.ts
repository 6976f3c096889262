/** Runs the model's tool calls, all at once, and hands every result back to it: failures too, as typed results. */
import type { ToolCallPart, ToolResultPart } from "ai";
import type { ToolResult } from "../../tools/tool.ts";
import type { ErrorCode } from "../../trip/errors.ts";
import type { StoredItinerary } from "../../trip/ports.ts";
import { factsInResults, mergeFacts } from "../grounding/known-facts.ts";
import { pendingToolCalls } from "../pending-calls.ts";
import type { PlannerNode, PlannerParts } from "../planner.ts";
import type { PlannerStateValue } from "../state.ts";
import { watchTrips } from "../watched-trips.ts";

function refusal(code: ErrorCode, message: string): ToolResult {
  return { status: "error", request: {}, notices: [], error: { code, message, details: {} } };
}

/** `null` when the call may be made. */
function refusalOf({ toolCallId, toolName }: ToolCallPart, state: PlannerStateValue): ToolResult | null {
  if (state.unreadableCalls.includes(toolCallId)) {
    const message = `${toolName} expected its arguments as a JSON object, got something else. Call it again.`;
    return refusal("invalid_input", message);
  }
  const refused = state.refusals[toolCallId];
  return refused === undefined ? null : refusal("not_allowed", refused);
}

interface FinishedCall {
  callId: string;
  name: string;
  result: ToolResult;
  stored: readonly StoredItinerary[];
  tripId: string | null;
}

async function carryOut(call: ToolCallPart, state: PlannerStateValue, parts: PlannerParts): Promise<FinishedCall> {
  const { tools, toolContext, emit } = parts;
  const { toolCallId: callId, toolName: name, input } = call;
  const watched = watchTrips(toolContext.trips);
  const report: typeof toolContext.report = ({ message, draft }) => {
    if (!toolContext.signal.aborted) emit({ type: "tool-progress", callId, name, message, draft });
  };
  const attempt = async (): Promise<ToolResult> => {
    const refused = refusalOf(call, state);
    if (refused) return refused;
    const tool = tools.find((candidate) => candidate.name === name);
    if (tool) return tool.call(input, { ...toolContext, trips: watched.trips, report });
    const names = tools.map((candidate) => candidate.name).join(", ");
    return refusal("unknown_tool", `Expected one of ${names}, got "${name}".`);
  };
  const result = await attempt();
  toolContext.signal.throwIfAborted();
  emit({ type: "tool-result", callId, name, result });
  for (const { trip, itinerary } of watched.stored) {
    const { version, isSelected, days } = itinerary;
    emit({ type: "itinerary-draft", tripId: trip.id, version, isSelected, draft: { days } });
  }
  return { callId, name, result, stored: watched.stored, tripId: watched.tripId };
}

function resultPart({ callId, name, result }: FinishedCall): ToolResultPart {
  const value = JSON.parse(JSON.stringify(result));
  return { type: "tool-result", toolCallId: callId, toolName: name, output: { type: "json", value } };
}

export const runTools: PlannerNode = async (state, parts) => {
  const { tally, emit } = parts;
  const finished = await Promise.all(pendingToolCalls(state.messages).map((call) => carryOut(call, state, parts)));
  tally.toolCalls += finished.length;
  // A run that begins with an answer has no step under way: that ended with the question.
  if (tally.steps > 0) emit({ type: "step-end", step: tally.steps });
  const planned = finished.findLast(({ stored }) => stored.length > 0);
  const last = planned?.stored.at(-1);
  return {
    messages: [...state.messages, { role: "tool", content: finished.map(resultPart) }],
    refusals: {},
    known: mergeFacts(state.known, factsInResults(finished.map(({ result }) => result))),
    tripId: finished.findLast(({ tripId }) => tripId !== null)?.tripId ?? state.tripId,
    ...(last && { plan: { tripId: last.trip.id, version: last.itinerary.version }, verdict: null }),
  };
};
