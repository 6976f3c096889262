/** The last thing a run does: its end goes on record before anybody is told that it ended. */
import type { PlannerNode } from "../planner.ts";

export const recordRun: PlannerNode = async (state, { record }) => {
  await record(state);
  return {};
};
