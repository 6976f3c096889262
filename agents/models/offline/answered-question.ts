/** What a message means when it answers the question before it: "Which one do you mean?" – "the first one". */
import { clauseOf } from "../../../trip/text/follow-ups/clause.ts";
import { findStop } from "../../../trip/text/follow-ups/find-stops.ts";
import type { Intent } from "../../../trip/text/follow-ups/intent.ts";
import type { PlanInView } from "../../../trip/text/follow-ups/plan-in-view.ts";
import { readFollowUp } from "../../../trip/text/follow-ups/read-follow-up.ts";
import type { Turn } from "./thread.ts";

const LONGEST_ANSWER = 8;
const NTH: readonly (readonly [RegExp, number])[] = [
  [/\b(?:first|1st|former)\b|^1\.?$/i, 0],
  [/\b(?:second|2nd)\b|^2\.?$/i, 1],
  [/\b(?:third|3rd)\b|^3\.?$/i, 2],
  [/\b(?:last|latter)\b/i, -1],
];
const IS_YES =
  /^(?:yes|yep|yeah|yup|sure|right|exactly|correct|that one|that'?s (?:it|the one|right)|ok(?:ay)?|i do)\b/i;

type Asked = Extract<Intent, { kind: "ask" }>;

function titleChosen(text: string, { choices }: Asked, view: PlanInView): string | null {
  const [only] = choices;
  if (choices.length === 1 && only && IS_YES.test(text.trim())) return only;
  const found = findStop(text, view);
  const titles =
    found.kind === "none" ? [] : found.stops.map(({ title }) => title).filter((title) => choices.includes(title));
  const [title] = new Set(titles);
  if (title !== undefined && new Set(titles).size === 1) return title;
  const nth = NTH.find(([pattern]) => pattern.test(text))?.[1];
  return nth === undefined ? null : (choices.at(nth) ?? null);
}

const PREPOSITION = /^(?:on|to|at|for|the|in|by)\b/i;

/** "Move the museum" – "to which day?" – "Friday". */
function joined(question: string, answer: string): string {
  return `${question.replace(/[.!?\s]+$/, "")} ${PREPOSITION.test(answer) ? answer : `to ${answer}`}`;
}

/** `null` for a message that is no answer to what was asked. */
export function answerToQuestion(turn: Turn, earlier: readonly Turn[], view: PlanInView): Intent[] | null {
  const before = earlier.at(-1);
  const text = turn.text.trim();
  if (!before || text.split(/\s+/).length > LONGEST_ANSWER) return null;
  const asked = readFollowUp(before.text, view).find((intent) => intent.kind === "ask");
  if (asked?.kind !== "ask" || !before.answer.includes(asked.question)) return null;
  const chosen = titleChosen(text, asked, view);
  if (chosen !== null) {
    const meant = readFollowUp(before.text, { ...view, chosen });
    return meant.some(({ kind }) => kind === "ask") ? null : meant;
  }
  const { days, times } = clauseOf(text, view);
  if (days.length + times.length === 0) return null;
  const meant = readFollowUp(joined(before.text, text), view);
  return meant.some(({ kind }) => kind === "ask" || kind === "not_understood") ? null : meant;
}
