/**
 * The planner graph: load context → model ⇄ tools → check → repair (bounded) → record. The model
 * understands and chooses; the tools place and judge; nothing here decides where a visit goes.
 */
import { END, START, StateGraph } from "@langchain/langgraph";
import type { Prompt } from "../prompts/load-prompt.ts";
import type { Tool, ToolContext } from "../tools/tool.ts";
import type { RunListener } from "./events.ts";
import { isSpent, type RunLimits } from "./limits.ts";
import type { PlannerModel } from "./models/model.ts";
import { callModel } from "./nodes/call-model.ts";
import { checkPlan } from "./nodes/check-plan.ts";
import { loadContext } from "./nodes/load-context.ts";
import { recordRun } from "./nodes/record-run.ts";
import { repairPlan } from "./nodes/repair-plan.ts";
import { runTools } from "./nodes/run-tools.ts";
import { hasPendingToolCalls } from "./pending-calls.ts";
import { PlannerState, type PlannerStateUpdate, type PlannerStateValue } from "./state.ts";

/** Everything a run of the graph works with; the same for all its nodes. */
export interface PlannerParts {
  model: PlannerModel;
  tools: readonly Tool[];
  toolContext: ToolContext;
  prompt: Prompt;
  limits: RunLimits;
  emit: RunListener;
  /** Writes the end of the run; given by whoever started it. */
  record(state: PlannerStateValue): Promise<void>;
}
export type PlannerNode = (state: PlannerStateValue, parts: PlannerParts) => Promise<PlannerStateUpdate>;

/** After the model: its tools, or, when it has answered, the check of what it planned. */
function afterModel(state: PlannerStateValue): "tools" | "check" {
  return hasPendingToolCalls(state.messages) ? "tools" : "check";
}

/** A plan with errors is better than a run that dies in a repair it cannot pay for. */
function needsRepair(state: PlannerStateValue, limits: RunLimits): boolean {
  return state.verdict?.ok === false && state.repairs < limits.maxRepairs && !isSpent(state, limits);
}

/** A compiled graph, ready for one run. */
export interface Planner {
  /** The state after every node, the last one being the end. Stops when the signal says so. */
  run(request: string, signal: AbortSignal): Promise<AsyncIterable<PlannerStateValue>>;
}

/** A model call and what may follow it: tools, or check and repair. */
const NODES_PER_STEP = 3;
/** Context, the last check, the record, and one to spare: the graph must not run out before the limits speak. */
const OTHER_NODES = 4;

export function createPlanner(parts: PlannerParts): Planner {
  const graph = compileGraph(parts);
  const recursionLimit = NODES_PER_STEP * parts.limits.maxSteps + OTHER_NODES;
  return {
    run: (request, signal) => graph.stream({ request }, { streamMode: "values", signal, recursionLimit }),
  };
}

function compileGraph(parts: PlannerParts) {
  const node = (run: PlannerNode) => (state: PlannerStateValue) => run(state, parts);
  return new StateGraph(PlannerState)
    .addNode("context", node(loadContext))
    .addNode("model", node(callModel))
    .addNode("tools", node(runTools))
    .addNode("check", node(checkPlan))
    .addNode("repair", node(repairPlan))
    .addNode("record", node(recordRun))
    .addEdge(START, "context")
    .addEdge("context", "model")
    .addConditionalEdges("model", afterModel, ["tools", "check"])
    .addEdge("tools", "model")
    .addConditionalEdges("check", (state) => (needsRepair(state, parts.limits) ? "repair" : "record"), [
      "repair",
      "record",
    ])
    .addEdge("repair", "model")
    .addEdge("record", END)
    .compile();
}
