/** What a turn showed while it ran, gathered from the events that a chat's page and a command's progress are made of. */
import type { RunEvent, UngroundedClaim } from "../../agents/events.ts";
import { outcomeOf } from "../../agents/outcome.ts";
import type { TurnEnd } from "../../agents/turn-end.ts";
import type { ToolResult } from "../../tools/tool.ts";
import type { PlannedWorld, ToolCallSeen, TurnSeen } from "../episode.ts";

export interface TurnWatch {
  listener(event: RunEvent): void;
  /** The trip that the turn planned or changed last. */
  readonly tripId: () => string | null;
  seen(said: string, end: TurnEnd, plan: PlannedWorld | null): TurnSeen;
}

interface Call {
  name: string;
  args: unknown;
  result: ToolResult | null;
}

export function watchTurn(): TurnWatch {
  const calls = new Map<string, Call>();
  let tripId: string | null = null;
  let text = "";
  let ungrounded: readonly UngroundedClaim[] = [];
  let isStored = false;
  const onEvent = (event: RunEvent): void => {
    if (event.type === "tool-call") calls.set(event.callId, { name: event.name, args: event.args, result: null });
    else if (event.type === "tool-result") {
      const call = calls.get(event.callId) ?? { name: event.name, args: null, result: null };
      calls.set(event.callId, { ...call, result: event.result });
    } else if (event.type === "itinerary-draft") {
      tripId = event.tripId;
      isStored = true;
    } else if (event.type === "text-delta") text += event.text;
    else if (event.type === "step-start") text = "";
    else if (event.type === "answer-checked") ungrounded = event.claims;
  };
  const seen = (said: string, end: TurnEnd, plan: PlannedWorld | null): TurnSeen => {
    const answer = end.outcome && "answer" in end.outcome ? end.outcome.answer : (end.error?.message ?? text);
    const made = [...calls.values()];
    const { outcome, code } = outcomeOfTurn(end, { isStored, hasPlan: plan !== null, answer, calls: made });
    return {
      ...{ said, answer: answer || text, outcome, code, status: end.status, ungrounded, plan },
      toolCalls: made.map(seenCall),
    };
  };
  return { listener: onEvent, tripId: () => tripId, seen };
}

function seenCall({ name, args, result }: Call): ToolCallSeen {
  return { name, args, status: result?.status ?? "error", errorCode: result?.error?.code ?? null, result };
}

/** In a conversation words are an answer; whether they stand for a plan that could not be made is in the tool results. */
function outcomeOfTurn(
  end: TurnEnd,
  turn: { isStored: boolean; hasPlan: boolean; answer: string; calls: readonly Call[] },
): Pick<TurnSeen, "outcome" | "code"> {
  if (end.status === "failed" || end.status === "stopped") return { outcome: "failed", code: end.error?.code ?? null };
  if (end.status === "awaiting-approval") return { outcome: "awaiting-approval", code: null };
  if (turn.isStored) return { outcome: "planned", code: null };
  const toolRecords = turn.calls.flatMap(({ name, result }) => (result ? [{ name, result }] : []));
  const ended = outcomeOf({ plan: null, answer: turn.answer, toolRecords });
  const code = ended.kind === "not-planned" ? ended.code : null;
  if (!turn.hasPlan) return { outcome: "not-planned", code };
  return { outcome: "answered", code: code === "needs_input" ? null : code };
}
