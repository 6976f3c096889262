/**
 * Our planner as evaluations put questions to it: the same graph, tools, database and scheduler as everybody's, in one
 * process, on the date of the sample, and with a scheduler that goes by steps alone, so that a slow machine makes the
 * same plans as a fast one.
 */
import { randomUUID } from "node:crypto";
import { type RunLimits, withCost } from "../../agents/limits.ts";
import type { PlannerModel } from "../../agents/models/model.ts";
import { runTurn, type TurnRun } from "../../agents/run-turn.ts";
import type { TurnEnd } from "../../agents/turn-end.ts";
import { createCheckpointSaver } from "../../db/checkpoints/checkpoint-saver.ts";
import type { Prompt } from "../../prompts/load-prompt.ts";
import { createClock } from "../../server/clock.ts";
import type { Application } from "../../server/compose.ts";
import { createScheduler } from "../../server/scheduler.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { ModelCallRecord, TokenUsage } from "../../trip/ports.ts";
import type { Episode, PlannedWorld, TurnSeen } from "../episode.ts";
import type { Sample } from "../sample.ts";
import { storedWorld } from "./planned-world.ts";
import { watchTurn } from "./turn-watch.ts";

/** Long enough for any machine: steps end a search, not the clock. */
const NEVER_MS = 600_000;

export interface PlannerSetup {
  readonly application: Application;
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

interface Spent {
  tokens: TokenUsage;
  calls: ModelCallRecord[];
}

async function converse(sample: Sample, context: OpenContext, setup: PlannerSetup): Promise<Episode> {
  const { userId, runtime } = setup.application;
  const { database } = runtime;
  const saver = createCheckpointSaver({ db: database, userId, schema: database.schema });
  const threadId = randomUUID();
  const turns: TurnSeen[] = [];
  const spent: Spent = { tokens: { input: 0, output: 0, cached: 0, reasoning: 0 }, calls: [] };
  const startedAt = performance.now();
  let runId: string | null = null;
  let modelVersion = setup.model.version;
  let tripId: string | null = null;
  let failure: string | null = null;
  for (const said of sample.turns) {
    setup.signal.throwIfAborted();
    const watch = watchTurn();
    const end = await asAsked({
      ...{ model: setup.model, prompt: setup.prompt, limits: setup.limits, signal: setup.signal, tools: TOOLS },
      ...{ toolContext: context, recorder: setup.application.recorder, listener: watch.listener },
      input: { kind: "message", text: said },
      thread: { id: threadId, saver, messageId: randomUUID() },
      onModelCall: (call) => spent.calls.push(call),
    });
    if ("failure" in end) {
      failure = end.failure;
      break;
    }
    runId = end.summary.id;
    modelVersion = end.summary.modelVersion;
    spent.tokens = added(spent.tokens, end.summary.tokens);
    tripId = watch.tripId() ?? tripId;
    const plan: PlannedWorld | null = tripId === null ? null : await storedWorld(context, tripId);
    turns.push(watch.seen(said, end, plan));
    if (end.status === "failed" && end.outcome === null) {
      failure = `${end.error?.code ?? "internal"}: ${end.error?.message ?? "the run failed"}`;
      break;
    }
  }
  const latencyMs = Math.round(performance.now() - startedAt);
  const cost = spent.calls.reduce((sum, { costUsd }) => withCost(sum, costUsd), { usd: 0, isComplete: true });
  return {
    ...{ turns, modelVersion, promptHash: setup.prompt.hash, tokens: spent.tokens, modelCalls: spent.calls.length },
    ...{ costUsd: cost.isComplete ? cost.usd : null, latencyMs, runId, failure },
  };
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
