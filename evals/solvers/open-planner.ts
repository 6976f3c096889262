/**
 * Our planner as evaluations put questions to it: the same graph, tools, database and scheduler as everybody's, in one
 * process, on the date of the sample, and with a scheduler that goes by steps alone, so that a slow machine makes the
 * same plans as a fast one.
 */
import { randomUUID } from "node:crypto";
import { knownCost, NO_COST, type RunLimits, withCost } from "../../agents/limits.ts";
import type { PlannerModel } from "../../agents/models/model.ts";
import { runTurn, type TurnRun } from "../../agents/run-turn.ts";
import type { TurnEnd } from "../../agents/turn-end.ts";
import type { Prompt } from "../../prompts/load-prompt.ts";
import { createClock } from "../../server/clock.ts";
import type { Runtime, UserApplication } from "../../server/compose.ts";
import { createScheduler } from "../../server/scheduler.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { ModelCallRecord, TokenUsage } from "../../trip/ports.ts";
import type { Episode, TurnSeen } from "../episode.ts";
import type { Sample } from "../sample.ts";
import { type ConversationThread, openThread } from "./conversation-thread.ts";
import { storedWorld } from "./planned-world.ts";
import { watchTurn } from "./turn-watch.ts";

/** Long enough for any machine: steps end a search, not the clock. */
const NEVER_MS = 600_000;

export interface PlannerSetup {
  readonly runtime: Pick<Runtime, "database">;
  /** The one that evaluations act for. */
  readonly application: Pick<UserApplication, "userId" | "toolContext" | "recorder">;
  readonly model: PlannerModel;
  readonly prompt: Prompt;
  readonly limits: RunLimits;
  readonly schedulerSteps: number;
  readonly signal: AbortSignal;
  /** What a sample's own text is laid out with. */
  readonly decorate?: ((context: OpenContext, sample: Sample) => OpenContext) | undefined;
}

export type OpenContext = Omit<ToolContext, "run" | "signal">;

export type Planner = (sample: Sample) => Promise<Episode>;

export function openPlanner(setup: PlannerSetup): Planner {
  const scheduler = createScheduler({ steps: setup.schedulerSteps, deadlineMs: NEVER_MS });
  return async (sample) => {
    const { application } = setup;
    const clock = createClock(sample.today);
    const own: OpenContext = { ...application.toolContext, clock, scheduler };
    return converse(sample, setup.decorate?.(own, sample) ?? own, setup);
  };
}

async function converse(sample: Sample, context: OpenContext, setup: PlannerSetup): Promise<Episode> {
  const thread = await openThread(setup.runtime.database, setup.application.userId, `Evaluation: ${sample.id}`);
  const startedAt = performance.now();
  try {
    const talked = await talk(sample, { context, setup, thread });
    return { ...talked, promptHash: setup.prompt.hash, latencyMs: Math.round(performance.now() - startedAt) };
  } finally {
    await thread.close();
  }
}

interface Talk {
  context: OpenContext;
  setup: PlannerSetup;
  thread: ConversationThread;
}

async function talk(
  sample: Sample,
  { context, setup, thread }: Talk,
): Promise<Omit<Episode, "promptHash" | "latencyMs">> {
  const turns: TurnSeen[] = [];
  const calls: ModelCallRecord[] = [];
  let last: TurnEnd | null = null;
  let tokens: TokenUsage = { input: 0, output: 0, cached: 0, reasoning: 0 };
  let tripId: string | null = null;
  let failure: string | null = null;
  for (const said of sample.turns) {
    setup.signal.throwIfAborted();
    const watch = watchTurn();
    const end = await asAsked({
      ...{ model: setup.model, prompt: setup.prompt, limits: setup.limits, signal: setup.signal, tools: TOOLS },
      ...{ toolContext: context, recorder: setup.application.recorder, listener: watch.listener },
      input: { kind: "message", text: said },
      thread: { id: thread.id, saver: thread.saver, messageId: randomUUID() },
      onModelCall: (call) => calls.push(call),
    });
    failure = failureOf(end);
    if ("failure" in end) break;
    last = end;
    tokens = added(tokens, end.summary.tokens);
    tripId = watch.tripId() ?? tripId;
    turns.push(watch.seen(said, end, tripId === null ? null : await storedWorld(context, tripId)));
    if (failure !== null) break;
  }
  const cost = calls.reduce((sum, { costUsd }) => withCost(sum, costUsd), NO_COST);
  const modelVersion = last?.summary.modelVersion ?? setup.model.version;
  const runId = last?.summary.id ?? null;
  return { turns, modelVersion, tokens, modelCalls: calls.length, costUsd: knownCost(cost), runId, failure };
}

function failureOf(end: TurnEnd | { failure: string }): string | null {
  if ("failure" in end) return end.failure;
  if (end.status !== "failed" || end.outcome !== null) return null;
  return `${end.error?.code ?? "internal"}: ${end.error?.message ?? "the run failed"}`;
}

/** A turn that cannot begin is an answer too: what was asked broke it. */
async function asAsked(run: TurnRun): Promise<TurnEnd | { failure: string }> {
  try {
    return await runTurn(run);
  } catch (error) {
    if (run.signal.aborted || !(error instanceof TripwrightError)) throw error;
    return { failure: `${error.code}: ${error.message}` };
  }
}

function added(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    input: a.input + b.input,
    output: a.output + b.output,
    cached: a.cached + b.cached,
    reasoning: a.reasoning + b.reasoning,
  };
}
