/**
 * Planning a trip that is understood already: no model is asked, for there is nothing left to understand. The same
 * tool, the same bounded repair and the same events as in the planner's graph.
 */
import { planItinerary } from "../tools/plan-itinerary.ts";
import type { ToolContext, ToolResult } from "../tools/tool.ts";
import { ERROR_CODES, type ErrorCode } from "../trip/errors.ts";
import type { RunEnd, RunRecorder } from "../trip/ports.ts";
import type { RunListener } from "./events.ts";
import type { RunLimits } from "./limits.ts";
import type { PlannerOutcome } from "./outcome.ts";
import { type PlanSeen, placesToAvoid, planSeenIn } from "./plan-seen.ts";
import { asRunFailure, keepAlive } from "./run-life.ts";
import { NO_TOKENS } from "./state.ts";

export interface TripPlanning {
  tripId: string;
  toolContext: Omit<ToolContext, "run" | "signal">;
  recorder: RunRecorder;
  limits: RunLimits;
  listener: RunListener;
  signal: AbortSignal;
}

/** As the model's version on record, where no model took part. */
export const NO_MODEL = "none";

export async function planTrip(planning: TripPlanning): Promise<PlannerOutcome> {
  const { tripId, recorder, listener, limits } = planning;
  const startedAt = performance.now();
  const input = { tripId };
  const { id } = await recorder.startRun({ input, modelVersion: NO_MODEL, promptHash: "", kind: "background" });
  listener({ type: "run-start", runId: id, modelVersion: NO_MODEL });
  const life = keepAlive(recorder, id, { signal: planning.signal, limits });
  const { signal } = life;
  const context: ToolContext = { ...planning.toolContext, signal, run: { id, modelVersion: NO_MODEL } };
  try {
    const tried = await planUntilItHolds({ ...planning, signal }, context);
    const outcome = outcomeFor(tripId, tried.last);
    const durationMs = Math.round(performance.now() - startedAt);
    const end: RunEnd = {
      ...{ tripId, modelVersion: NO_MODEL, result: { outcome }, tokens: NO_TOKENS, durationMs, costUsd: 0 },
      ...{ toolCalls: tried.calls, modelCalls: 0, verdictOk: planSeenIn(tried.last)?.verdict.ok ?? null },
    };
    if (outcome.kind === "planned") await recorder.completeRun(id, end);
    else await recorder.failRun(id, { ...end, error: outcome.message });
    listener({ type: "run-end", runId: id, durationMs, status: outcome.kind === "planned" ? "completed" : "failed" });
    return outcome;
  } catch (error) {
    throw asRunFailure(error, signal, limits);
  } finally {
    life.end();
  }
}

async function planUntilItHolds(
  { tripId, listener, limits, signal }: TripPlanning,
  context: ToolContext,
): Promise<{ last: ToolResult; calls: number }> {
  let avoid: string[] = [];
  for (let calls = 1; ; calls += 1) {
    const last = await callOnce({ tripId, avoid }, { callId: `plan-${calls}`, listener, context });
    signal.throwIfAborted();
    const seen = planSeenIn(last);
    if (!seen) return { last, calls };
    const { version } = seen.itinerary;
    listener({ type: "itinerary-checked", tripId, version, verdict: seen.verdict });
    const more = nextToAvoid(seen, avoid);
    if (calls > limits.maxRepairs || more.length === avoid.length) return { last, calls };
    const errors = seen.verdict.violations.filter(({ severity }) => severity === "error").length;
    listener({ type: "repair-start", attempt: calls, errors });
    avoid = more;
  }
}

const MAX_AVOIDED = 60;

function nextToAvoid(seen: PlanSeen, before: readonly string[]): string[] {
  return seen.verdict.ok ? [...before] : [...new Set([...before, ...placesToAvoid(seen)])].slice(0, MAX_AVOIDED);
}

async function callOnce(
  plain: { tripId: string; avoid: string[] },
  { callId, listener, context }: { callId: string; listener: RunListener; context: ToolContext },
): Promise<ToolResult> {
  const { name } = planItinerary;
  // Where somebody has chosen a plan meanwhile, this one stays a proposal: nobody is there to ask.
  const asked = await planItinerary.approvalFor(plain, context);
  const args = { ...plain, select: asked === null };
  listener({ type: "tool-call", callId, name, args });
  const result = await planItinerary.call(args, {
    ...context,
    report: ({ message, draft }) => listener({ type: "tool-progress", callId, name, message, draft }),
  });
  listener({ type: "tool-result", callId, name, result });
  return result;
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_CODES, code);

function outcomeFor(tripId: string, result: ToolResult): PlannerOutcome {
  const seen = planSeenIn(result);
  if (seen) return { kind: "planned", tripId, version: seen.itinerary.version, answer: answerFor(seen) };
  const { code, message, details } = result.error ?? { code: "internal", message: "No plan came back.", details: {} };
  return { kind: "not-planned", code: isErrorCode(code) ? code : "internal", message, details };
}

function answerFor({ itinerary, verdict }: PlanSeen): string {
  const items = itinerary.days.flatMap((day) => day.items);
  const count = (type: string): number => items.filter((item) => item.type === type).length;
  const size = `Days planned: ${itinerary.days.length}, visits: ${count("attraction")}, meals: ${count("meal")}.`;
  return verdict.ok
    ? `${size} The checker finds no error.`
    : `${size} It does not hold yet: see what the checker found.`;
}
