/**
 * Where a turn stands until the person has answered, for a second or for a week, and in whichever process. What they
 * agreed to is what they were shown: when the plan has changed since, their yes was to something else.
 */
import { isDeepStrictEqual } from "node:util";
import { interrupt } from "@langchain/langgraph";
import { type ApprovalAnswer, isApproved, requireAsked } from "../approvals.ts";
import type { PlannerNode } from "../planner.ts";
import type { AnsweredApproval } from "../state.ts";

const SAID_NO = "The traveller said no. Leave it as it is, and ask what they would rather have.";
const HAS_CHANGED =
  "The plan has changed since the traveller was asked, so nothing was done. Look at it again and propose anew.";

export const awaitApproval: PlannerNode = async ({ approvals, answeredApprovals }, parts) => {
  const { tools, toolContext, emit } = parts;
  const answers = interrupt<unknown, ApprovalAnswer[]>({ approvals });
  requireAsked(answers, approvals);
  const answered = await Promise.all(
    approvals.map(async (pending) => {
      const { name, args, asked } = pending;
      if (!isApproved(pending, answers)) return { pending, isApproved: false, refusal: SAID_NO };
      const now = await tools.find((tool) => tool.name === name)?.approvalFor(args, toolContext);
      const refusal = isDeepStrictEqual(now, asked) ? null : HAS_CHANGED;
      return { pending, isApproved: true, refusal };
    }),
  );
  for (const { pending, isApproved: isYes } of answered) {
    const { approvalId, callId } = pending;
    emit({ type: "approval-answer", approvalId, callId, isApproved: isYes });
  }
  const refused = answered.flatMap(({ pending, refusal }) => (refusal ? [[pending.callId, refusal] as const] : []));
  const told = answered.map(({ pending, isApproved: isYes }): AnsweredApproval => {
    return { name: pending.name, summary: pending.asked.summary, isApproved: isYes };
  });
  return {
    approvals: [],
    refusals: Object.fromEntries(refused),
    answeredApprovals: [...answeredApprovals, ...told],
  };
};
