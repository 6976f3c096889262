/** Taking back what was changed last. */
import type { FollowUpRule } from "../rule.ts";

const UNDO =
  /\b(?:undo|revert|roll(?:ed)? (?:it |that |this )?back|take (?:it|that|this|the last (?:one|change)) back|(?:go|change|switch|put|set|bring|turn) (?:(?:it|that|this|everything|things|the plan|them|all of it) )?back(?: again)?(?: (?:to (?:how|the way|what) (?:it|things) (?:was|were)|how it was|(?:the way|as|like) it was(?: before)?|to the (?:previous|old|last|earlier|original) (?:version|plan|one|state)))?(?: please)?[.! ]*$|go back(?: one)? (?:step|version|to (?:the )?(?:previous|old|last|earlier|original|before))|(?:restore|get back|return to|give me back|i want|i'?d like|we want) (?:the |my |our )?(?:previous|old|last|earlier|original) (?:version|plan|one|state|itinerary)(?: back)?|that was (?:a mistake|wrong|not what i (?:wanted|meant))|(?:i|we) (?:changed (?:my|our) mind(?! about)|didn'?t mean (?:that|it|to)|liked? it (?:better|more) (?:before|the way it was))|it was better before|(?:as|like|the way|how) it was(?: before)?$|un-?do|scratch that|reverse (?:that|it|the last)|back to (?:how|the way) it was|discard (?:that|the last|this) change|cancel (?:the|that|my) (?:last |latest )?(?:change|edit))\b/;

export const undo: FollowUpRule = {
  name: "undo",
  read: ({ folded }) => (UNDO.test(folded) ? [{ kind: "undo" }] : null),
};
