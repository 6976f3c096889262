/** One request without a conversation around it, as a command makes it: from a sentence to a plan, or to why not. */
import { TripwrightError } from "../trip/errors.ts";
import type { RunSummary } from "../trip/plan-document.ts";
import type { PlannerOutcome } from "./outcome.ts";
import { runTurn, type TurnRun } from "./run-turn.ts";

export interface PlannerRun extends Omit<TurnRun, "input" | "thread"> {
  request: string;
}

/** Throws what stopped the run; that there is no plan is an outcome. */
export async function runPlanner({
  request,
  ...run
}: PlannerRun): Promise<{ outcome: PlannerOutcome; summary: RunSummary }> {
  const { outcome, summary, error } = await runTurn({ ...run, input: { kind: "message", text: request } });
  if (outcome && outcome.kind !== "answered") return { outcome, summary };
  throw error ?? new TripwrightError("internal", "The planner ended without an outcome.");
}
