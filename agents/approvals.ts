/**
 * Who may say yes: the person, and nobody else. An answer counts when it names an approval that was really asked for;
 * words count when they are a plain yes or no and nothing more.
 */
import { TripwrightError } from "../trip/errors.ts";
import type { PendingApproval } from "./state.ts";

export interface ApprovalAnswer {
  approvalId: string;
  isApproved: boolean;
}

const YES = [
  ...["yes", "y", "yep", "yeah", "yup", "ya", "sure", "ok", "okay", "okey", "k", "fine", "agreed"],
  ...["absolutely", "definitely", "certainly", "of course", "by all means", "why not", "please do", "do it"],
  ...["do that", "do so", "go ahead", "go for it", "go on", "make it so", "sounds good", "looks good", "that works"],
  ...["that is fine", "thats fine", "that is ok", "thats ok", "approve", "approved", "i approve", "i agree", "confirm"],
  ...["confirmed", "i confirm", "accept", "accepted", "lets do it", "let us do it", "replace it"],
  ...["yes i do", "yes i am", "i do", "sure thing", "all right", "alright", "very well"],
  ...["sim", "si", "oui", "ja", "да", "はい", "是"],
];
const NO = [
  ...["no", "n", "nope", "nah", "no way", "never", "not now", "not yet", "not really", "rather not", "id rather not"],
  ...["dont", "do not", "dont do it", "do not do it", "dont do that", "do not do that", "stop", "cancel", "abort"],
  ...[
    "leave it",
    "leave it as it is",
    "leave it as is",
    "keep it",
    "keep it as it is",
    "keep it as is",
    "keep the plan",
  ],
  ...["keep mine", "reject", "rejected", "decline", "declined", "refuse", "i disagree", "forget it", "never mind"],
  ...["nevermind", "better not", "please dont", "please do not", "wait", "hold on", "no i do not", "no i dont"],
  ...["não", "nao", "non", "nein", "нет", "いいえ", "不"],
];
const COURTESY = /\b(?:please|thank you|thanks?|thx|cheers)\b/g;
const MEANINGS = new Map<string, boolean>([
  ...YES.map((words) => [words, true] as const),
  ...NO.map((words) => [words, false] as const),
]);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** `null` for anything that is more, or less, than a yes or a no: "yes, but not on Monday" is a new wish. */
export function plainAnswer(text: string): boolean | null {
  const said = plain(text);
  const known = MEANINGS.get(said);
  if (known !== undefined) return known;
  const bare = said.replaceAll(COURTESY, " ").replaceAll(/\s+/g, " ").trim();
  const parts = [MEANINGS.get(bare), ...splitInTwo(bare)];
  return parts.find((part) => part !== undefined) ?? null;
}

/** "yes go ahead", "no keep it": two of them that say the same. */
function splitInTwo(said: string): (boolean | undefined)[] {
  const words = said.split(" ");
  return words.slice(1).map((_, index) => {
    const [first, second] = [words.slice(0, index + 1), words.slice(index + 1)];
    const meaning = MEANINGS.get(first.join(" "));
    return meaning === MEANINGS.get(second.join(" ")) ? meaning : undefined;
  });
}

/** Throws `approval_not_found` unless every answer is to something that was asked and is still open. */
export function requireAsked(answers: readonly ApprovalAnswer[], asked: readonly PendingApproval[]): void {
  const open = new Set(asked.map(({ approvalId }) => approvalId));
  const unknown = answers.find(({ approvalId }) => !open.has(approvalId));
  if (answers.length > 0 && !unknown) return;
  throw new TripwrightError(
    "approval_not_found",
    `Expected the id of a question that is open in this conversation, got ${unknown ? `"${unknown.approvalId}"` : "none"}. It may have been answered already; load the conversation again.`,
    { approvalId: unknown?.approvalId ?? null },
  );
}

/** What is not answered is not agreed to. */
export function isApproved(pending: PendingApproval, answers: readonly ApprovalAnswer[]): boolean {
  const [first, ...others] = answers.filter(({ approvalId }) => approvalId === pending.approvalId);
  return first?.isApproved === true && others.every((answer) => answer.isApproved);
}
