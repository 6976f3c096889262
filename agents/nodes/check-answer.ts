/**
 * Holds the answer against what the tools of the conversation returned. What none of them did goes back to the model
 * once; what is still there then is flagged, for the page to show and the record to keep.
 */
import { ungroundedClaims } from "../grounding/check-grounding.ts";
import { isSpent } from "../limits.ts";
import { answerNote } from "../notes.ts";
import type { PlannerNode } from "../planner.ts";

const MAX_ANSWER_REPAIRS = 1;

export const checkAnswer: PlannerNode = async (state, { tally, limits, emit }) => {
  const { answer, known, answerRepairs, messages } = state;
  const claims = ungroundedClaims(answer, known);
  const isGrounded = claims.length === 0;
  if (!isGrounded && answerRepairs < MAX_ANSWER_REPAIRS && !isSpent(tally, limits)) {
    emit({ type: "repair-start", attempt: answerRepairs + 1, errors: claims.length });
    return {
      answerRepairs: answerRepairs + 1,
      grounding: null,
      messages: [...messages, answerNote(claims)],
    };
  }
  emit({ type: "answer-checked", isGrounded, claims });
  return { grounding: { isGrounded, claims } };
};
