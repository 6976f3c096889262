/** Tells the model what the checker found, place by place, so that it can plan again. Bounded by the graph. */
import { repairNote } from "../notes.ts";
import type { PlannerNode } from "../planner.ts";

export const repairPlan: PlannerNode = async ({ plan, verdict, repairs, messages }, { emit }) => {
  if (!plan || !verdict) return {};
  const errors = verdict.violations.filter(({ severity }) => severity === "error").length;
  emit({ type: "repair-start", attempt: repairs + 1, errors });
  return { repairs: repairs + 1, repairedVersion: plan.version, messages: [...messages, repairNote(plan, verdict)] };
};
