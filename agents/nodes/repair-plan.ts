/** Tells the model what the checker found, place by place, so that it can plan again. Bounded by the graph. */
import type { PlannerNode } from "../planner.ts";

const SHOWN = 12;

export const repairPlan: PlannerNode = async ({ plan, verdict, repairs }, { emit }) => {
  const errors = (verdict?.violations ?? []).filter(({ severity }) => severity === "error");
  emit({ type: "repair-start", attempt: repairs + 1, errors: errors.length });
  const lines = errors
    .slice(0, SHOWN)
    .map(({ code, path, message }) => `- ${code} at ${path || "the plan"}: ${message}`);
  const content = [
    `The checker found ${errors.length} errors in version ${plan?.version} of trip ${plan?.tripId}:`,
    ...lines,
    "Call plan_itinerary again for this trip, with the ids of the places named above in `avoid`.",
  ].join("\n");
  return { repairs: repairs + 1, messages: [{ role: "user", content }] };
};
