/** The shape of a rule of follow-ups: a clause and the plan in view to intents, or nothing when it is about something else. */
import type { EditOperation } from "../../edit/operations.ts";
import type { Clause } from "./clause.ts";
import type { Intent } from "./intent.ts";
import type { PlanInView } from "./plan-in-view.ts";

export interface FollowUpRule {
  name: string;
  read(clause: Clause, view: PlanInView): Intent[] | null;
}

export function edit(operations: EditOperation[], notes: string[] = []): Intent {
  return { kind: "edit", operations, notes };
}
