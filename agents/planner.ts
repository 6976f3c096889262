/**
 * The planner graph, one turn of a conversation: begin → model ⇄ tools (asking the person first where it matters) →
 * check → repair (bounded) → check of the answer. The model understands and chooses; the tools place and judge;
 * nothing here decides where a visit goes.
 */
import {
  type BaseCheckpointSaver,
  Command,
  END,
  type LangGraphRunnableConfig,
  START,
  StateGraph,
} from "@langchain/langgraph";
import type { Prompt } from "../prompts/load-prompt.ts";
import type { Tool, ToolContext } from "../tools/tool.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { ModelCallRecord } from "../trip/ports.ts";
import type { ApprovalAnswer } from "./approvals.ts";
import type { RunListener } from "./events.ts";
import { isSpent, type RunLimits } from "./limits.ts";
import type { PlannerModel } from "./models/model.ts";
import { askApproval } from "./nodes/ask-approval.ts";
import { awaitApproval } from "./nodes/await-approval.ts";
import { beginTurn } from "./nodes/begin-turn.ts";
import { callModel } from "./nodes/call-model.ts";
import { checkAnswer } from "./nodes/check-answer.ts";
import { checkPlan } from "./nodes/check-plan.ts";
import { repairPlan } from "./nodes/repair-plan.ts";
import { runTools } from "./nodes/run-tools.ts";
import { hasPendingToolCalls } from "./pending-calls.ts";
import type { RunTally } from "./run-tally.ts";
import { PlannerState, type PlannerStateUpdate, type PlannerStateValue } from "./state.ts";
import type { TurnContext } from "./turn-context.ts";

/** Everything a run of the graph works with; the same for all its nodes, and in no checkpoint. */
export interface PlannerParts {
  model: PlannerModel;
  tools: readonly Tool[];
  toolContext: ToolContext;
  prompt: Prompt;
  limits: RunLimits;
  emit: RunListener;
  tally: RunTally;
  /** Being loaded while the run is put on record. */
  turnContext: Promise<TurnContext>;
  /** Whether somebody may be asked for a yes: not without a thread to come back to. */
  canAsk: boolean;
  threadId?: string | undefined;
  recordModelCall(call: ModelCallRecord): void;
}
export type PlannerNode = (state: PlannerStateValue, parts: PlannerParts) => Promise<PlannerStateUpdate>;

/** A model call and what may follow it: approval, its wait, tools; or check and repair. */
const NODES_PER_STEP = 4;
/** Begin, the last checks, and one to spare: the graph must not run out before the limits speak. */
const OTHER_NODES = 5;

const needsCheck = ({ plan, verdict }: PlannerStateValue): boolean => plan !== null && verdict === null;

/**
 * A plan with errors is better than a run that dies in a repair it cannot pay for; and a model that has answered the
 * errors without another version has said what it has to say.
 */
function needsRepair(state: PlannerStateValue, { limits, tally }: PlannerParts): boolean {
  const { verdict, plan, repairs, repairedVersion } = state;
  const isNew = plan?.version !== repairedVersion;
  return verdict?.ok === false && isNew && repairs < limits.maxRepairs && !isSpent(tally, limits);
}

/** After the model: its tools, or, when it has answered, the check of what it planned and of what it said. */
function afterModel(state: PlannerStateValue): "ask" | "check" | "verify" {
  if (hasPendingToolCalls(state.messages)) return "ask";
  return needsCheck(state) ? "check" : "verify";
}

function partsOf({ context }: LangGraphRunnableConfig<Record<string, unknown>>): PlannerParts {
  const { parts } = context ?? {};
  if (parts === undefined) throw new TripwrightError("internal", "The planner's graph was run without its parts.");
  return parts as PlannerParts;
}

/** Built once: what belongs to a run comes with its call. */
const planner = buildGraph();

function buildGraph() {
  const node = (run: PlannerNode) => (state: PlannerStateValue, config: LangGraphRunnableConfig) =>
    run(state, partsOf(config));
  return new StateGraph(PlannerState)
    .addNode("begin", node(beginTurn))
    .addNode("model", node(callModel))
    .addNode("ask", node(askApproval))
    .addNode("wait", node(awaitApproval))
    .addNode("tools", node(runTools))
    .addNode("check", node(checkPlan))
    .addNode("repair", node(repairPlan))
    .addNode("verify", node(checkAnswer))
    .addEdge(START, "begin")
    .addEdge("begin", "model")
    .addConditionalEdges("model", afterModel, ["ask", "check", "verify"])
    .addConditionalEdges("ask", ({ approvals }) => (approvals.length > 0 ? "wait" : "tools"), ["wait", "tools"])
    .addEdge("wait", "tools")
    .addEdge("tools", "model")
    .addConditionalEdges(
      "check",
      (state, config: LangGraphRunnableConfig) => (needsRepair(state, partsOf(config)) ? "repair" : "verify"),
      ["repair", "verify"],
    )
    .addEdge("repair", "model")
    .addConditionalEdges("verify", ({ grounding }) => (grounding ? END : "model"), ["model", END]);
}

/** A thread's own graph: what it was left at, and how it goes on. */
export interface Planner {
  /** `null` for a thread that nothing has happened in. */
  findState(): Promise<PlannerStateValue | null>;
  /** The state after every node, the last one being the end or the wait. Stops when the signal says so. */
  run(start: PlannerStart, parts: PlannerParts): Promise<AsyncIterable<PlannerStateValue>>;
}
export type PlannerStart = { request: string } | { answers: readonly ApprovalAnswer[] };

export function openPlanner(thread?: { id: string; saver: BaseCheckpointSaver }): Planner {
  const graph = planner.compile(thread && { checkpointer: thread.saver });
  const config = thread ? { configurable: { thread_id: thread.id } } : {};
  return {
    async findState() {
      if (!thread) return null;
      const { values } = await graph.getState(config);
      return Object.keys(values).length > 0 ? values : null;
    },
    run: (start, parts) =>
      graph.stream(
        "request" in start ? start : new Command<unknown, PlannerStateUpdate, never>({ resume: start.answers }),
        {
          ...config,
          context: { parts },
          streamMode: "values",
          durability: "exit",
          signal: parts.toolContext.signal,
          recursionLimit: NODES_PER_STEP * parts.limits.maxSteps + OTHER_NODES,
        },
      ),
  };
}
