/** What happened on the way: "we skipped the market", "we did the castle already". Stays in the plan as history. */
import { askAbout } from "../ask.ts";
import { without } from "../clause.ts";
import { findStops } from "../find-stops.ts";
import { edit, type FollowUpRule } from "../rule.ts";

const WHO = "(?:we|i|they|the kids|(?:our|the) group)";
const SKIPPED = new RegExp(
  `\\b(?:${WHO}(?:'?ve| have| had)?(?: just| actually| unfortunately| sadly| ended up)* (?:skipped|skipping|missed|passed on|gave up on|left out|dropped|had to (?:skip|miss|drop|leave out)|didn'?t (?:go(?: to)?|make it(?: to)?|get to(?: see| visit| do)?|see|visit|do|manage|have time for|have time to (?:see|visit|do)|end up (?:going|visiting|seeing))|did not (?:go to|make it to|see|visit|do|manage)|never (?:made it to|went to|got to|saw|visited)|couldn'?t (?:make it to|go to|get in(?:to)?|visit|see|do)|(?:haven'?t|have not) (?:been to|seen|visited|done)|ran out of time for|weren'?t able to (?:see|visit|do|go to)|failed to (?:see|visit|go))|^(?:didn'?t|did not|couldn'?t|never) (?:have time for|make it to|see|visit|do|go to|get to|manage|made it to|got to)|(?:was|were|got) skipped|had to be skipped|(?:had )?no time for|didn'?t happen|did not happen)\\b`,
);
const DONE = new RegExp(
  `\\b(?:${WHO}(?:'?ve| have)?(?: just| already| finally| now)* (?:did|done|visited|seen|saw|finished|completed|been to|been at|went to|were at|ticked off|checked off|had)(?: already)?|mark(?:ed)? (?:.{2,60} )?as (?:done|visited|completed|seen)|(?:is|was|are) (?:already )?(?:done|visited|completed|ticked off)|tick off|check off)\\b`,
);
const WORDS =
  /\b(?:mark(?:ed)?|as|already|time|managed?|ticked|tick|check(?:ed)? off|unfortunately|sadly|ended|group|able|failed|ran|was|were|been|seen|had)\b/g;

const NOT_PAST = /\b(?:can|could|should|shall|would|will|let'?s|want|wish|rather|like|please)\b/;

export const beenThere: FollowUpRule = {
  name: "been there",
  read(clause, view) {
    const isSkipped = SKIPPED.test(clause.folded);
    const isDone = !isSkipped && DONE.test(clause.folded);
    if ((!isSkipped && !isDone) || NOT_PAST.test(clause.folded)) return null;
    const pattern = new RegExp(`${(isSkipped ? SKIPPED : DONE).source}|${WORDS.source}`, "g");
    const said = /\bas (?:done|visited|completed|seen)\b/.test(clause.folded)
      ? without(clause, /\bmark(?:ed)?\b|\bas (?:done|visited|completed|seen)\b/g)
      : without(clause, pattern);
    const days = clause.days.flatMap((day) => day.days);
    const found = findStops(said, view, days.length > 0 ? { days } : {});
    const question = askAbout(found, view, days.length > 0 ? days : undefined);
    if (found.kind === "none" && isDone && found.said !== "") return null;
    if (question) return [question];
    const stops = found.kind === "found" ? found.stops : [];
    const op = isSkipped ? ("skip" as const) : ("complete" as const);
    return [edit(stops.map(({ position }) => ({ op, item: position })))];
  },
};
