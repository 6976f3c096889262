/**
 * What a process logs of the runs it carries: that one began and ended, which tools and models were asked, how long
 * that took and how it ended. What people and models said stays out.
 */
import type { RunEvent, RunListener } from "../agents/events.ts";
import type { ModelCallRecord } from "../trip/ports.ts";
import type { EventFields, EventLog } from "./event-log.ts";

/** `null` for events that are somebody's words, or no news to whoever looks after the process. */
function fieldsOf(event: RunEvent): EventFields | null {
  switch (event.type) {
    case "run-start":
      return { run: event.runId, model: event.modelVersion, ...(event.threadId && { thread: event.threadId }) };
    case "tool-result":
      return {
        tool: event.name,
        status: event.result.status,
        ...(event.result.error && { code: event.result.error.code }),
      };
    case "approval-request":
      return { tool: event.name };
    case "approval-answer":
      return { approved: event.isApproved };
    case "itinerary-checked":
      return { trip: event.tripId, version: event.version, ok: event.verdict.ok };
    case "repair-start":
      return { attempt: event.attempt, errors: event.errors };
    case "answer-checked":
      return { grounded: event.isGrounded, claims: event.claims.length };
    case "run-end": {
      const { runId, durationMs, status = "completed", tokens, costUsd, error } = event;
      return {
        run: runId,
        status,
        milliseconds: durationMs,
        ...(tokens && {
          input: tokens.input,
          output: tokens.output,
          cached: tokens.cached,
          reasoning: tokens.reasoning,
        }),
        ...(costUsd !== undefined && { usd: costUsd }),
        ...(error && { code: error.code }),
      };
    }
    default:
      return null;
  }
}

export interface RunLog {
  listener: RunListener;
  onModelCall(call: ModelCallRecord): void;
}

/** One run's lines; each names the run once it has begun. */
export function createRunLog(log: EventLog): RunLog {
  let run: string | null = null;
  return {
    listener(event) {
      if (event.type === "run-start") run = event.runId;
      const fields = fieldsOf(event);
      if (fields) log(event.type, { run, ...fields });
    },
    onModelCall(call) {
      const { provider, modelVersion, tokens, costUsd, firstTokenMs, durationMs, toolCalls, errorCode } = call;
      log("model-call", {
        run,
        seq: call.seq,
        provider,
        model: modelVersion,
        milliseconds: durationMs,
        firstTokenMilliseconds: firstTokenMs,
        input: tokens.input,
        output: tokens.output,
        cached: tokens.cached,
        usd: costUsd,
        tools: toolCalls,
        ...(errorCode !== null && { code: errorCode }),
      });
    },
  };
}
