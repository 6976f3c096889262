/** A new message begins a turn: what was said before it, the trip as it stands now, and then its words. */
import type { ModelMessage } from "ai";
import { factsInContext, factsInWords, mergeFacts } from "../grounding/known-facts.ts";
import { historyOf } from "../history.ts";
import type { PlannerNode } from "../planner.ts";
import { type AnsweredApproval, FRESH_TURN } from "../state.ts";
import { contextText } from "../turn-context.ts";

export const beginTurn: PlannerNode = async (state, { emit, turnContext }) => {
  const { messages, approvals: open, request } = state;
  const context = await turnContext;
  // Whoever says something else has not said yes.
  for (const { approvalId, callId } of open) emit({ type: "approval-answer", approvalId, callId, isApproved: false });
  const answeredApprovals = open.map(({ name, asked }): AnsweredApproval => {
    return { name, summary: asked.summary, isApproved: false };
  });
  const message: ModelMessage = {
    role: "user",
    content: [
      { type: "text", text: contextText(context) },
      { type: "text", text: request },
    ],
  };
  return {
    ...FRESH_TURN,
    answeredApprovals,
    tripId: context.trip?.id ?? null,
    known: mergeFacts(state.known, factsInContext(context), factsInWords(request)),
    messages: [...historyOf(messages, open), message],
  };
};
