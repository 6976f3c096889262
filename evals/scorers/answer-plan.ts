/**
 * Do the words tell the plan there is? Names and times of the last answer are looked up in the plan of that turn.
 * What is told of as left out, taken out, as a place's hours or as an example is no claim about the plan.
 */
import { timesIn } from "../../agents/grounding/times.ts";
import type { PlannedWorld } from "../episode.ts";
import { lastTurn } from "../scene.ts";
import type { Scorer } from "../scorer.ts";
import { plannedIds } from "./constraint-classes.ts";
import { COUNTED_SHARE, naming, rate } from "./counting.ts";
import { contextOf } from "./reading.ts";

/** Sentences and lines; a stop before a digit or a small letter ends none: "9.30", "St. Vitus" stays with what follows. */
const SENTENCE = /[^\n]+?(?:[.!?](?=\s+\p{Lu})|(?=\n)|$)/gu;
const ABOUT_OTHERS =
  /\b(?:left out|leaves? out|dropped|removed|taken out|took out|instead of|replaced|replaces|swapped|skipped|did not fit|didn't fit|no room|no longer|not in the plan|alternatives?|could also|closed|was on|moved from)\b/i;
const ABOUT_HOURS = /\b(?:opens?|opening|closes?|closing|last entry|last admission|hours|checked? at|until)\b/i;
/** "Tell me what to change, such as “we land at 22:00”": a way of asking. */
const EXAMPLE = /\b(?:for example|for instance|such as|e\.g\.)/i;

interface Claim {
  readonly text: string;
  readonly holds: boolean;
}

const escaped = (name: string): string => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** Longest first, so that a name inside another is not found in it. */
function placeClaims(sentence: string, plan: PlannedWorld): Claim[] {
  const planned = plannedIds(plan);
  const names = new Map<string, boolean>();
  for (const { id, name, nameLocal } of plan.facts.places.values()) {
    // Of two places by one name the planned one is meant.
    for (const one of [name, nameLocal]) if (one) names.set(one, planned.has(id) || (names.get(one) ?? false));
  }
  let left = sentence;
  const claims: Claim[] = [];
  const candidates = [...names].filter(([name]) => sentence.includes(name)).sort(([a], [b]) => b.length - a.length);
  for (const [text, holds] of candidates) {
    const said = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(text)}(?![\p{L}\p{N}])`, "gu");
    if (!said.test(left)) continue;
    left = left.replaceAll(said, " ");
    claims.push({ text, holds });
  }
  return claims;
}

function timeClaims(sentence: string, plan: PlannedWorld): Claim[] {
  const times = new Set(contextOf(plan).items.flatMap(({ item }) => [item.startTime, item.endTime]));
  return timesIn(sentence).map(({ text, time, orElse }) => ({
    text,
    holds: times.has(time) || (orElse !== null && times.has(orElse)),
  }));
}

function claimsOf(answer: string, plan: PlannedWorld): Claim[] {
  const all = (answer.match(SENTENCE) ?? []).flatMap((sentence) => {
    if (EXAMPLE.test(sentence)) return [];
    const isAside = ABOUT_OTHERS.test(sentence);
    const names = placeClaims(sentence, plan).filter(({ holds }) => holds || !isAside);
    const times = timeClaims(sentence, plan).filter(({ holds }) => holds || !(isAside || ABOUT_HOURS.test(sentence)));
    return [...names, ...times];
  });
  return [...new Map(all.map((claim) => [claim.text, claim])).values()];
}

export const answerPlan: Scorer = {
  name: "answer-plan",
  title: "Words and plan agree",
  formula:
    "names of known places and times in the last answer that the plan of that turn has / all of them, each once; what was the plan's before an edit, and sentences about what was left out and about opening hours, only count for the answer",
  ...COUNTED_SHARE,
  score: (scene) => {
    const turn = lastTurn(scene);
    if (!turn?.plan) return null;
    // An edit is told by what it changed: how things stood before is no claim about how they stand.
    const { before } = scene;
    const old = new Set(
      before ? claimsOf(turn.answer, before).flatMap(({ text, holds }) => (holds ? [text] : [])) : [],
    );
    const claims = claimsOf(turn.answer, turn.plan).filter(({ text, holds }) => holds || !old.has(text));
    const wrong = claims.filter(({ holds }) => !holds).map(({ text }) => text);
    const right = claims.length - wrong.length;
    const without = wrong.length > 0 ? `; not${naming(wrong)}` : "";
    return rate(right, claims.length, `${right} of ${claims.length} names and times are the plan's${without}`);
  },
};
