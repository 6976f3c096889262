/**
 * One turn from the traveller's words to their answer, on record from its first moment: started, kept alive by
 * a heartbeat, and ended as completed, waiting, stopped or failed, whatever happens in between. The record ends after
 * the last checkpoint stands, so that whoever takes the thread up next finds all of it.
 */
import { type BaseCheckpointSaver, isInterrupted } from "@langchain/langgraph";
import type { Span } from "@opentelemetry/api";
import type { Prompt } from "../prompts/load-prompt.ts";
import { failSpan, inSpan } from "../tools/in-span.ts";
import type { Tool, ToolContext } from "../tools/tool.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { ModelCallRecord, RunRecorder, RunStart } from "../trip/ports.ts";
import { type ApprovalAnswer, plainAnswer, requireAsked } from "./approvals.ts";
import type { RunListener } from "./events.ts";
import type { RunLimits } from "./limits.ts";
import { loadTurnContext } from "./load-turn-context.ts";
import type { PlannerModel } from "./models/model.ts";
import { openPlanner, type PlannerParts, type PlannerStart } from "./planner.ts";
import { asRunFailure, keepAlive } from "./run-life.ts";
import { RUN_SPAN, runAttributes, runResult } from "./run-span.ts";
import { newTally } from "./run-tally.ts";
import type { PlannerStateValue } from "./state.ts";
import type { TurnContext } from "./turn-context.ts";
import { endEvent, type Reached, recordEnd, type TurnEnd } from "./turn-end.ts";

export type TurnInput =
  /** `asked`: the questions that the person has before them; a plain yes or no answers these. All open ones unless given. */
  | { kind: "message"; text: string; asked?: readonly string[] | undefined }
  | { kind: "approval"; answers: readonly ApprovalAnswer[] };

/** A checkpointer that may also forget what no turn goes back to. */
export type ThreadSaver = BaseCheckpointSaver & { pruneThread?(threadId: string): Promise<void> };

export interface TurnRun {
  input: TurnInput;
  /** Without one nothing is remembered, and nobody can be asked for a yes. */
  thread?: { id: string; saver: ThreadSaver; messageId: string } | undefined;
  /** Where the traveller is, as an IANA name. */
  timeZone?: string | null | undefined;
  /** What they have told us about themselves. */
  preferences?: Record<string, unknown> | undefined;
  /** The trip to talk about; the one that the thread was about last unless given. */
  tripId?: string | null | undefined;
  model: PlannerModel;
  tools: readonly Tool[];
  /** All of a tool's context but what only a run knows. */
  toolContext: Omit<ToolContext, "run" | "signal" | "report">;
  recorder: RunRecorder;
  /** How the run goes on record, where it is neither a command's nor a chat's. */
  record?: Pick<RunStart, "kind" | "runId"> | undefined;
  prompt: Prompt;
  limits: RunLimits;
  listener: RunListener;
  /** Every attempt at a model, as it goes on record. */
  onModelCall?: ((call: ModelCallRecord) => void) | undefined;
  signal: AbortSignal;
}

/**
 * Throws for a turn that cannot begin: `empty_request`, `approval_not_found`, and whatever starting a run refuses with.
 * Once begun it ends in a `TurnEnd`.
 */
export function runTurn(run: TurnRun): Promise<TurnEnd> {
  const attributes = runAttributes({ modelVersion: run.model.version, threadId: run.thread?.id });
  return inSpan(RUN_SPAN, { attributes }, (span) => carryOut(run, span));
}

async function carryOut(run: TurnRun, span: Span): Promise<TurnEnd> {
  const { input, model, prompt, limits, recorder, listener, thread } = run;
  requireWords(input);
  const startedAt = performance.now();
  const planner = openPlanner(thread);
  const left = planner.findState();
  // An answer to a question that nobody asked starts nothing.
  if (input.kind === "approval") requireAsked(input.answers, (await left)?.approvals ?? []);
  const turnContext = contextAfter(left, run);
  const { id } = await recorder.startRun(startOnRecord(run));
  const place = thread && { threadId: thread.id, messageId: thread.messageId };
  listener({ type: "run-start", runId: id, modelVersion: model.version, ...place });

  const tally = newTally();
  const life = keepAlive(recorder, id, { signal: run.signal, limits });
  const notes: Promise<void>[] = [];
  const parts: PlannerParts = {
    ...{ model, prompt, limits, tally, turnContext, emit: listener, tools: run.tools, canAsk: thread !== undefined },
    threadId: thread?.id,
    toolContext: { ...run.toolContext, signal: life.signal, run: { id, modelVersion: model.version } },
    // A call that cannot be noted down now is not worth an answer; the sums of the run hold it too.
    recordModelCall: (call) => {
      run.onModelCall?.(call);
      notes.push(recorder.recordModelCall(id, call).catch(() => {}));
    },
  };
  const reached: Reached = { state: null, failure: null };
  try {
    const start = startOf(input, await left);
    for await (const state of await planner.run(start, parts)) {
      // What it waits for is announced as if it were a state.
      if (!isInterrupted(state)) reached.state = state;
    }
    // Tidying up that fails is made good by the next turn.
    await thread?.saver.pruneThread?.(thread.id).catch(() => {});
  } catch (error) {
    reached.failure = asRunFailure(error, life.signal, limits);
  }
  await Promise.all(notes);
  const took = { run, tally, durationMs: Math.round(performance.now() - startedAt), isStopped: run.signal.aborted };
  const end = await recordEnd(id, reached, took);
  life.end();
  span.setAttributes(runResult(id, tally));
  if (end.error) failSpan(span, end.error.code);
  listener(endEvent(end, tally));
  return end;
}

function requireWords(input: TurnInput): void {
  if (input.kind === "approval" || input.text.trim() !== "") return;
  throw new TripwrightError(
    "empty_request",
    'Expected a trip in your own words, got nothing. Try: "4 days in Lisbon from 2027-05-10 for two, 900 EUR".',
  );
}

/** Loads while the run is put on record; whoever waits for it hears of its failure. */
function contextAfter(left: Promise<PlannerStateValue | null>, run: TurnRun): Promise<TurnContext> {
  const { timeZone = null, preferences = {}, tripId, toolContext } = run;
  const context = left.then((state) =>
    loadTurnContext(toolContext, { timeZone, preferences }, tripId ?? state?.tripId ?? null),
  );
  context.catch(() => {});
  return context;
}

function startOnRecord({ input, model, prompt, thread, record }: TurnRun): RunStart {
  const { kind, ...said } = input;
  const turn = thread && { threadId: thread.id, messageId: thread.messageId };
  return {
    input: kind === "message" ? { request: input.text } : said,
    modelVersion: model.version,
    promptHash: prompt.hash,
    ...(turn && { kind: "chat", turn }),
    ...record,
  };
}

/** While a question is open, a plain yes or no answers it; everything else is the next message. */
function startOf(input: TurnInput, left: PlannerStateValue | null): PlannerStart {
  if (input.kind === "approval") return { answers: input.answers };
  const open = left?.approvals ?? [];
  const { asked } = input;
  const isBeforeThem = open.every(({ approvalId }) => asked === undefined || asked.includes(approvalId));
  const isYes = open.length > 0 && isBeforeThem ? plainAnswer(input.text) : null;
  if (isYes === null) return { request: input.text };
  return { answers: open.map(({ approvalId }) => ({ approvalId, isApproved: isYes })) };
}
