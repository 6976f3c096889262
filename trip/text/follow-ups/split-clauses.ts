/** Several wishes in one message, each by itself: "move the museum to Thursday and drop the market". */
import { fold, tidy } from "./fold.ts";

const VERB =
  "move|shift|put|push|bring|drop|remove|delete|cancel|skip|add|include|replace|swap|switch|change|lock|unlock|keep|pin|undo|make|show|tell|give|export|save|send|book|find|check|start|begin|end|finish|leave|arrive|land|get|take|cut|lose|throw|see|visit|go|do|extend|shorten|delay|postpone|reschedule|rate|fill|clear|free|ditch|scrap|mark|plan|list|print|download|squeeze|fit|try|have|spend|stay|relax|lighten|unpin|fix|set|exchange|insert|put off|forget|use|bump|slide|need|want|mark";
const STARTS = new RegExp(
  `^(?:then |also |please |maybe |and |but |instead |can (?:you|we) |could (?:you|we) |would you |let'?s |i(?:'d| would) like to |we(?:'d| would) like to |i want to |we want to |after that |finally |lastly |could you also |just )*(?:(?:${VERB})\\b|(?:we|i|i'm|we're|we'll|it|it's|there|there's|my|our|everyone|they)\\b (?!.{0,3}$)|(?:day|days) \\w+ (?:is|are|was|looks|seems|feels|has)|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:is|looks|seems|was|should|needs|has)|(?:the|that|this|lunch|dinner) (?:\\S+ ){0,4}(?:is|was|are|were|should|can|could|needs|must)\\b|no more\\b|more\\b|less\\b|fewer\\b|what\\b|why\\b|when\\b|where\\b|how\\b|is it\\b|don'?t\\b|do not\\b|thanks?\\b|thank you|instead\\b)`,
);
const SENTENCE = /(?<=[.!?;])\s+(?=\S)|\s*[\n;]+\s*|(?<=\p{L}\p{L})[.!?]+(?=\p{Lu})/u;
const JOINT =
  /\s*(?:,\s*(?:and then|and also|and|then|also|but|plus|so)?|\band then\b|\band also\b|\band\b|\bthen\b|\bbut\b|\bplus\b|\balso\b)\s+/gi;
const GAPPED =
  /^(?:the |our |my )?[^,]{2,60} (?:to|on|at|until|for) (?:the )?(?:day \w+|\w+day|tomorrow|\d[\w:]*|(?:first|last|second|third) day|the (?:morning|afternoon|evening)|morning|afternoon|evening)[.! ]*$/;
const LEADING_VERB = new RegExp(
  `^(?:please |can you |could you |can we |let'?s |i'?d like to |we'?d like to |also )*(${VERB})\\b`,
);
const HAS_TARGET =
  /\b(?:to|on|at|until|for) (?:the )?(?:day \w+|\w+day|tomorrow|\d[\w:]*|(?:first|last|second|third) day|morning|afternoon|evening)/;

/** Goes with what follows. */
const SUBORDINATE = /^(?:instead of|rather than|in place of|if|since|because|as|when|now that)\b/;

/** "Move the museum to Thursday and the castle to Friday": the verb is said once. */
function withVerb(part: string, before: string): string | null {
  const verb = LEADING_VERB.exec(fold(before))?.[1];
  return verb && !LEADING_VERB.test(fold(part)) && GAPPED.test(fold(part)) && HAS_TARGET.test(fold(before))
    ? `${verb} ${part}`
    : null;
}

function clausesOf(sentence: string): string[] {
  const clauses: string[] = [];
  let from = 0;
  for (const match of sentence.matchAll(JOINT)) {
    const before = sentence.slice(from, match.index);
    const after = sentence.slice(match.index + match[0].length);
    const upTo = after.split(/\s*(?:,|\band\b)\s+/i)[0] ?? after;
    const gapped = withVerb(upTo, before);
    if (before.trim() === "" || SUBORDINATE.test(fold(before)) || (!STARTS.test(fold(after)) && gapped === null))
      continue;
    clauses.push(before);
    from = match.index + match[0].length;
  }
  clauses.push(sentence.slice(from));
  return clauses.map((clause, index) => withVerb(clause, clauses[index - 1] ?? "") ?? clause);
}

/** Sentences, and what they are made of when each part can stand alone. */
export function splitSentences(text: string): string[] {
  return tidyLines(text)
    .split(SENTENCE)
    .map(tidy)
    .filter((part) => /[\p{L}\p{N}\p{So}★]/u.test(part));
}

const tidyLines = (text: string): string => text.replace(/\r/g, "").trim();

export function splitClauses(sentence: string): string[] {
  return clausesOf(sentence)
    .map(tidy)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}
