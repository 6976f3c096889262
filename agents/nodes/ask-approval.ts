/**
 * Between the model and its tools: whatever a call would destroy, replace or book is asked of the person first. The
 * tool says what that is; the model is not asked.
 */
import { randomUUID } from "node:crypto";
import type { ApprovalRequest } from "../../tools/tool.ts";
import { pendingToolCalls } from "../pending-calls.ts";
import type { PlannerNode } from "../planner.ts";
import type { PendingApproval } from "../state.ts";

const NOBODY_TO_ASK =
  "This would replace something of the traveller's, and nobody is there to agree to it. Leave it as it is.";

/** For whoever reads along without buttons: a plain yes or no answers it too. */
function questionOf({ summary, changes }: ApprovalRequest): string {
  return `${[summary, ...changes.map((change) => `- ${change}`)].join("\n")}\n\nSay yes, or no to leave everything as it is.\n\n`;
}

export const askApproval: PlannerNode = async ({ messages, unreadableCalls }, parts) => {
  const { tools, toolContext, emit, tally, canAsk } = parts;
  const calls = pendingToolCalls(messages);
  for (const { toolCallId: callId, toolName: name, input: args } of calls) {
    emit({ type: "tool-call", callId, name, args });
  }
  const asked = await Promise.all(
    calls.map(async ({ toolCallId: callId, toolName: name, input: args }): Promise<PendingApproval[]> => {
      if (unreadableCalls.includes(callId)) return [];
      const request = await tools.find((tool) => tool.name === name)?.approvalFor(args, toolContext);
      return request ? [{ approvalId: randomUUID(), callId, name, args, asked: request }] : [];
    }),
  );
  const approvals = asked.flat();
  if (!canAsk) return { refusals: Object.fromEntries(approvals.map(({ callId }) => [callId, NOBODY_TO_ASK])) };
  for (const approval of approvals) {
    emit({ type: "text-delta", text: questionOf(approval.asked) });
    emit({ type: "approval-request", ...approval });
  }
  // What comes of them belongs to the run that hears the answer.
  if (approvals.length > 0) emit({ type: "step-end", step: tally.steps });
  return { approvals, refusals: {} };
};
