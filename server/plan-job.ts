/**
 * One attempt at a background job, by the worker that has claimed it. It goes on from what is stored: a plan that an
 * attempt before it could not report any more is the job's plan; a trip that is there already is not understood again;
 * only else are the words read.
 */
import { DEFAULT_LIMITS } from "../agents/limits.ts";
import type { PlannerOutcome } from "../agents/outcome.ts";
import { NO_MODEL, planTrip } from "../agents/plan-trip.ts";
import { runPlanner } from "../agents/run-planner.ts";
import { NO_TOKENS } from "../agents/state.ts";
import { fencedDatabase } from "../db/fenced-database.ts";
import { createFeedbackStore } from "../db/stores/feedback-store.ts";
import {
  type ClaimedJob,
  failJob,
  findStoredPlan,
  handBackJob,
  type JobClaimParts,
  type JobFailure,
} from "../db/stores/job-claims.ts";
import { createJobRecorder, createJobTripStore, type JobRecorder } from "../db/stores/job-recorder.ts";
import { createRunEventLog } from "../db/stores/run-events.ts";
import { loadPrompt } from "../prompts/load-prompt.ts";
import { TOOLS } from "../tools/registry.ts";
import type { ToolContext } from "../tools/tool.ts";
import { ERROR_CODES, type ErrorCode, TripwrightError } from "../trip/errors.ts";
import type { Runtime } from "./compose.ts";
import { createEventWriter } from "./event-writer.ts";
import { prepareRun } from "./prepare-run.ts";

export interface JobAttempt {
  runtime: Runtime;
  parts: JobClaimParts;
  job: ClaimedJob;
  /** The worker is told to stop. */
  stop: AbortSignal;
  /** The queue has found that the job is somebody else's by now. */
  lost: AbortSignal;
}

export type AttemptResult = "completed" | "retried" | "given-up" | "handed-back";

/** Throws `cancelled` when the job was not this worker's any more: then nothing of it was written since. */
export async function planJob(attempt: JobAttempt): Promise<AttemptResult> {
  const { parts, job, stop } = attempt;
  const recorder = createJobRecorder(parts, job);
  try {
    const outcome = await plan(attempt, recorder);
    if (outcome.kind === "planned") return "completed";
    return await failJob(parts, job, { failure: failureOf(outcome), end: recorder.failedEnd() });
  } catch (error) {
    if (stop.aborted) {
      await handBackJob(parts, job);
      return "handed-back";
    }
    const failure = asFailure(error);
    if (failure.code === "cancelled") throw error;
    return failJob(parts, job, { failure, end: recorder.failedEnd() });
  }
}

/** What the traveller would have to change fails at once, and so does what passes with the day; all else may pass. */
function failureOf({ code, message }: { code: ErrorCode; message: string }): JobFailure {
  const { blame, isRetryable } = ERROR_CODES[code];
  return { code, message, isFinal: (blame === "caller" && !isRetryable) || code === "allowance_spent" };
}

function asFailure(error: unknown): JobFailure {
  if (error instanceof TripwrightError) return failureOf(error);
  return failureOf({ code: "internal", message: "Planning ended unexpectedly." });
}

async function plan(attempt: JobAttempt, recorder: JobRecorder): Promise<PlannerOutcome> {
  const { runtime, parts, job } = attempt;
  const { runId, tripId, request } = job;
  const stored = await findStoredPlan(parts, job);
  if (stored) return adopt(job, stored, recorder);
  const db = fencedDatabase(parts.db, job, { alsoAfterItsEnd: true });
  const log = createRunEventLog({ db, userId: job.userId, now: parts.now });
  const written = await log.read(runId, 0);
  const writer = createEventWriter(log, { runId, firstSeq: written.events.length });
  const run = {
    toolContext: toolContextFor(attempt),
    recorder,
    limits: DEFAULT_LIMITS,
    listener: writer.listener,
    signal: AbortSignal.any([attempt.stop, attempt.lost]),
  };
  try {
    if (tripId !== null) return await planTrip({ ...run, tripId });
    if (request === null) throw new TripwrightError("trip_not_found", "The trip that was to be planned was deleted.");
    const prepared = await prepareRun(runtime, runtime.forUser(job.userId), job.model);
    const { outcome } = await runPlanner({ ...run, ...prepared, request, tools: TOOLS, prompt: loadPrompt("planner") });
    return outcome;
  } finally {
    await writer.close();
  }
}

async function adopt(
  { runId, modelVersion }: ClaimedJob,
  stored: { tripId: string; version: number },
  recorder: JobRecorder,
): Promise<PlannerOutcome> {
  const answer = "The plan was stored already when its worker was lost; nothing was planned twice.";
  const outcome: PlannerOutcome = { kind: "planned", ...stored, answer };
  const { tripId } = stored;
  const version = modelVersion || NO_MODEL;
  const spent = { tokens: NO_TOKENS, durationMs: 0, toolCalls: 0, modelCalls: 0, costUsd: 0, verdictOk: true };
  await recorder.completeRun(runId, { tripId, modelVersion: version, result: { outcome }, ...spent });
  return outcome;
}

/** The traveller's own, but that nothing is written once the job is another worker's. */
function toolContextFor({ runtime, parts, job }: JobAttempt): Omit<ToolContext, "run" | "signal"> {
  const { userId } = job;
  return {
    ...runtime.forUser(userId).toolContext,
    trips: createJobTripStore(parts, job),
    feedback: createFeedbackStore({ db: fencedDatabase(parts.db, job), userId, newId: parts.newId }),
  };
}
