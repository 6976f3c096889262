/**
 * What the graph itself says to the model in the course of a turn. It takes the place of a traveller's message and is
 * none: nothing of it stays in the conversation.
 */
import type { ModelMessage } from "ai";
import type { Verdict } from "../trip/verdict.ts";
import type { UngroundedClaim } from "./events.ts";
import type { StoredPlan } from "./state.ts";

const CHECKER_SAYS = "The checker found ";
const ANSWER_CHECK_SAYS = "The answer check found ";
const SHOWN = 12;

export function isNote(text: string): boolean {
  return text.startsWith(CHECKER_SAYS) || text.startsWith(ANSWER_CHECK_SAYS);
}

function note(lines: readonly string[]): ModelMessage {
  return { role: "user", content: lines.join("\n") };
}

export function repairNote({ tripId, version }: StoredPlan, { violations }: Verdict): ModelMessage {
  const errors = violations.filter(({ severity }) => severity === "error");
  return note([
    `${CHECKER_SAYS}${errors.length} ${errors.length === 1 ? "error" : "errors"} in version ${version} of trip ${tripId}:`,
    ...errors.slice(0, SHOWN).map(({ code, path, message }) => `- ${code} at ${path || "the plan"}: ${message}`),
    "Mend what the traveller did not ask for in so many words: call plan_itinerary again with the ids of the places named above in `avoid`, or change the edit. If it cannot be mended, say plainly what does not hold, and why.",
  ]);
}

export function answerNote(claims: readonly UngroundedClaim[]): ModelMessage {
  return note([
    `${ANSWER_CHECK_SAYS}words in your answer that no tool returned in this conversation:`,
    ...claims.slice(0, SHOWN).map(({ kind, text }) => `- ${kind}: ${text}`),
    "Answer again, whole, with what the tools returned and without these; or look them up with a tool first.",
  ]);
}
