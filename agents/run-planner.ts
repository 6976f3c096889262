/**
 * One run from request to outcome, on record from its first moment: started, kept alive by a
 * heartbeat, and ended as completed or failed, whatever happens in between.
 */
import type { Prompt } from "../prompts/load-prompt.ts";
import type { Tool, ToolContext } from "../tools/tool.ts";
import { ERROR_CODES, TripwrightError } from "../trip/errors.ts";
import type { RunSummary } from "../trip/plan-document.ts";
import type { RunEnd, RunRecorder } from "../trip/ports.ts";
import type { RunListener } from "./events.ts";
import type { RunLimits } from "./limits.ts";
import type { PlannerModel } from "./models/model.ts";
import { outcomeOf, type PlannerOutcome } from "./outcome.ts";
import { createPlanner } from "./planner.ts";
import { NO_TOKENS, type PlannerStateValue } from "./state.ts";

export interface PlannerRun {
  request: string;
  model: PlannerModel;
  tools: readonly Tool[];
  /** All of a tool's context but what only a run knows. */
  toolContext: Omit<ToolContext, "run" | "signal">;
  recorder: RunRecorder;
  prompt: Prompt;
  limits: RunLimits;
  listener: RunListener;
  signal: AbortSignal;
}

/** A third of the lease, so that one late beat does not lose the run. */
const HEARTBEAT_MS = 4_000;

export async function runPlanner(run: PlannerRun): Promise<{ outcome: PlannerOutcome; summary: RunSummary }> {
  const { request, model, prompt, recorder, limits, listener } = run;
  if (request.trim() === "") {
    throw new TripwrightError(
      "empty_request",
      'Expected a trip in your own words, got nothing. Try: "4 days in Lisbon from 2027-05-10 for two, 900 EUR".',
    );
  }
  const startedAt = performance.now();
  const { id } = await recorder.startRun({ input: { request }, modelVersion: model.version, promptHash: prompt.hash });
  listener({ type: "run-start", runId: id, modelVersion: model.version });

  const lost = new AbortController();
  const signal = AbortSignal.any([run.signal, lost.signal, AbortSignal.timeout(limits.maxDurationMs)]);
  const heartbeat = setInterval(() => {
    recorder
      .heartbeat(id)
      .catch(unlessOurs)
      .catch((error: unknown) => lost.abort(error));
  }, HEARTBEAT_MS);
  heartbeat.unref();

  let latest: PlannerStateValue | null = null;
  const endOf = (state: PlannerStateValue | null, result: Record<string, unknown>): RunEnd => ({
    tripId: state?.plan?.tripId ?? null,
    modelVersion: state?.modelVersion || model.version,
    result,
    tokens: state?.tokens ?? NO_TOKENS,
    durationMs: Math.round(performance.now() - startedAt),
    toolCalls: state?.toolRecords.length ?? 0,
  });
  const record = async (state: PlannerStateValue): Promise<void> => {
    const outcome = outcomeOf(state);
    const end = endOf(state, { outcome, verdict: state.verdict });
    if (outcome.kind === "planned") return recorder.completeRun(id, end);
    await recorder.failRun(id, { ...end, error: outcome.message }).catch(unlessOurs);
  };

  const toolContext = { ...run.toolContext, signal, run: { id, modelVersion: model.version } };
  const planner = createPlanner({ model, tools: run.tools, toolContext, prompt, limits, emit: listener, record });
  try {
    for await (const state of await planner.run(request, signal)) latest = state;
    if (!latest) throw new TripwrightError("internal", "The planner ended without a state.");
    const { durationMs, modelVersion, tokens } = endOf(latest, {});
    listener({ type: "run-end", runId: id, durationMs });
    return { outcome: outcomeOf(latest), summary: { id, modelVersion, promptHash: prompt.hash, tokens, durationMs } };
  } catch (error) {
    const failure = asRunFailure(error, signal, limits);
    // What went wrong first is what counts; a run that cannot be marked now is swept up later.
    await recorder.failRun(id, { ...endOf(latest, { code: failure.code }), error: failure.message }).catch(() => {});
    throw failure;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * A database that does not answer now ends no run by itself: a beat may be missed while the lease lasts, and a run
 * whose end cannot be recorded is swept up later, where why there is no plan is what counts.
 */
function unlessOurs(error: unknown): void {
  if (!(error instanceof TripwrightError && ERROR_CODES[error.code].blame === "us")) throw error;
}

function asRunFailure(error: unknown, signal: AbortSignal, { maxDurationMs }: RunLimits): TripwrightError {
  if (error instanceof TripwrightError) return error;
  const { reason } = signal;
  if (reason instanceof TripwrightError) return reason;
  if (reason instanceof DOMException && reason.name === "TimeoutError") {
    const message = `This run may take ${maxDurationMs / 1000} seconds, and had no plan by then. Try a simpler request.`;
    return new TripwrightError("budget_of_run_spent", message, { maxDurationMs }, error);
  }
  if (signal.aborted)
    return new TripwrightError("cancelled", "Planning was stopped before it finished. Nothing was changed.", {}, error);
  return new TripwrightError("internal", "Planning ended unexpectedly. The run is on record; try again.", {}, error);
}
