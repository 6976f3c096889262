/** How a turn ended, in the record, in the event and for whoever ran it: the same in all three. */

import { TripwrightError } from "../trip/errors.ts";
import type { RunSummary } from "../trip/plan-document.ts";
import type { RunEnd } from "../trip/ports.ts";
import type { RunEvent, RunStatus } from "./events.ts";
import { knownCost } from "./limits.ts";
import { outcomeOf, type TurnOutcome } from "./outcome.ts";
import { asRunFailure, unlessOurs } from "./run-life.ts";
import type { RunTally } from "./run-tally.ts";
import type { TurnRun } from "./run-turn.ts";
import type { PlannerStateValue } from "./state.ts";
import { toolRecordsIn } from "./tool-records.ts";

export interface TurnEnd {
  status: RunStatus;
  /** `null` unless the turn came to an answer. */
  outcome: TurnOutcome | null;
  summary: RunSummary;
  /** Why it was stopped, or failed. */
  error: TripwrightError | null;
}

/** How far the graph came. */
export interface Reached {
  /** After the last node that finished. */
  state: PlannerStateValue | null;
  failure: TripwrightError | null;
}

export interface Took {
  run: TurnRun;
  tally: RunTally;
  durationMs: number;
  /** By the person, or by the process that ends. */
  isStopped: boolean;
}

/** What a command asked for is a plan; in a conversation an answer is enough. */
function statusOf({ state, failure }: Reached, outcome: TurnOutcome | null, isStopped: boolean): RunStatus {
  if (failure) return isStopped && failure.code === "cancelled" ? "stopped" : "failed";
  if (state && state.approvals.length > 0) return "awaiting-approval";
  return outcome?.kind === "not-planned" ? "failed" : "completed";
}

function whyNot(outcome: TurnOutcome | null): TripwrightError | null {
  if (outcome?.kind !== "not-planned") return null;
  return new TripwrightError(outcome.code, outcome.message, outcome.details);
}

function runEndOf({ state, failure }: Reached, status: RunStatus, { tally, run, durationMs }: Took): RunEnd {
  const { verdict = null, grounding = null, approvals = [], answeredApprovals = [] } = state ?? {};
  const asked = approvals.map(({ name, asked: { summary } }) => ({ name, summary, isApproved: null }));
  return {
    tripId: state?.plan?.tripId ?? (run.thread ? (state?.tripId ?? null) : null),
    modelVersion: tally.modelVersion || run.model.version,
    result: {
      ...(failure ? { code: failure.code } : {}),
      ...{ status, verdict, grounding, approvals: [...answeredApprovals, ...asked] },
    },
    tokens: tally.tokens,
    durationMs,
    toolCalls: tally.toolCalls,
    modelCalls: tally.modelCalls,
    firstTokenMs: tally.firstTokenMs,
    costUsd: knownCost(tally.cost),
    verdictOk: verdict?.ok ?? null,
  };
}

/** Why there is no plan is in what tools answered in this turn. */
function outcomeIn(state: PlannerStateValue, isConversation: boolean): TurnOutcome {
  const { plan, answer, messages } = state;
  if (isConversation && !plan) return { kind: "answered", answer };
  return outcomeOf({ plan, answer, toolRecords: toolRecordsIn(messages) });
}

async function recordAnswered(runId: string, reached: Reached, took: Took): Promise<Omit<TurnEnd, "summary">> {
  const { recorder, thread } = took.run;
  const isWaiting = (reached.state?.approvals.length ?? 0) > 0;
  const outcome = reached.state && !isWaiting ? outcomeIn(reached.state, thread !== undefined) : null;
  const status = statusOf(reached, outcome, took.isStopped);
  const end = runEndOf(reached, status, took);
  const result = { ...end.result, outcome };
  const error = whyNot(outcome);
  if (error) await recorder.failRun(runId, { ...end, result, error: error.message }).catch(unlessOurs);
  else await recorder.completeRun(runId, { ...end, result });
  return { status, outcome, error };
}

/** What went wrong first is what counts; a run that cannot be marked now is swept up later. */
async function recordFailed(runId: string, reached: Reached, took: Took): Promise<Omit<TurnEnd, "summary">> {
  const status = statusOf(reached, null, took.isStopped);
  const end = runEndOf(reached, status, took);
  await took.run.recorder.failRun(runId, { ...end, error: reached.failure?.message ?? "" }).catch(() => {});
  return { status, outcome: null, error: reached.failure };
}

/** A turn that ended well and cannot be put on record has failed: nobody would find it. */
export async function recordEnd(runId: string, reached: Reached, took: Took): Promise<TurnEnd> {
  const { run, tally, durationMs } = took;
  const { model, prompt, limits, signal } = run;
  const modelVersion = tally.modelVersion || model.version;
  const summary = { id: runId, modelVersion, promptHash: prompt.hash, tokens: tally.tokens, durationMs };
  if (reached.failure) return { summary, ...(await recordFailed(runId, reached, took)) };
  try {
    return { summary, ...(await recordAnswered(runId, reached, took)) };
  } catch (error) {
    const failure = asRunFailure(error, signal, limits);
    return { summary, ...(await recordFailed(runId, { ...reached, failure }, took)) };
  }
}

export function endEvent({ status, summary, error }: TurnEnd, { cost }: RunTally): RunEvent {
  const { id: runId, durationMs, tokens } = summary;
  const event = { type: "run-end" as const, runId, durationMs, status, tokens, costUsd: knownCost(cost) };
  return error ? { ...event, error: { code: error.code, message: error.message } } : event;
}
