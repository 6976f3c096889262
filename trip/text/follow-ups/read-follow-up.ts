/**
 * From what a traveller says about a plan to what is to be done, as data. A table of small rules, tried in order on
 * each part of the message; what none of them takes is handed back as not understood. Pure: the same words about the
 * same plan always mean the same.
 */
import type { EditOperation } from "../../edit/operations.ts";
import { clauseOf } from "./clause.ts";
import { findStop } from "./find-stops.ts";
import type { Intent } from "./intent.ts";
import { isOtherLanguage } from "./languages.ts";
import type { PlanInView } from "./plan-in-view.ts";
import type { FollowUpRule } from "./rule.ts";
import { beenThere } from "./rules/been-there.ts";
import { arrival, closed, rain } from "./rules/conditions.ts";
import { fillDay, freeDay, relaxDay, startOfDay, swapDays } from "./rules/days.ts";
import { feedback } from "./rules/feedback.ts";
import { addCity, dropCity, length } from "./rules/length.ts";
import { exchange, move } from "./rules/move.ts";
import { newTrip } from "./rules/new-trip.ts";
import { booking, flights, stay } from "./rules/offers.ts";
import {
  beyond,
  changes,
  check,
  cost,
  exportPlan,
  listTrips,
  placeFacts,
  planAgain,
  show,
  why,
} from "./rules/questions.ts";
import { smallTalk } from "./rules/small-talk.ts";
import { add, lock, prefer, remove, replace } from "./rules/stops.ts";
import { undo } from "./rules/undo.ts";
import { budget, interests, needs, paceAndStyle, party } from "./rules/wishes.ts";
import { splitClauses, splitSentences } from "./split-clauses.ts";

/** The surest first. */
export const RULES: readonly FollowUpRule[] = [
  smallTalk,
  undo,
  feedback,
  newTrip,
  exportPlan,
  listTrips,
  changes,
  why,
  rain,
  beyond,
  stay,
  flights,
  cost,
  beenThere,
  closed,
  arrival,
  check,
  placeFacts,
  booking,
  swapDays,
  exchange,
  prefer,
  addCity,
  length,
  dropCity,
  startOfDay,
  freeDay,
  relaxDay,
  lock,
  replace,
  remove,
  show,
  fillDay,
  move,
  needs,
  party,
  budget,
  interests,
  planAgain,
  add,
  paceAndStyle,
];

const POLITE =
  /^(?:(?:please|pls|hey|hi|hello|ok(?:ay)?|so|well|actually|hmm+|um+|oh|and|also|but|then|now|right|great|perfect|thanks|thank you|sorry|alright|cool|good|nice|yes(?=[,.!])|no(?=[,.!])|yeah|wait|one more thing|btw|by the way|maybe|perhaps|would it be possible to|is it possible to|is there a way to|do you think (?:you|we) (?:can|could)|could you(?: please)?|can you(?: please)?|would you(?: please)?|will you(?: please)?|i(?:'d| would) (?:really )?(?:like|love|want) you to|i want you to|i need you to|we(?:'d| would) like you to|i was wondering if (?:you|we) could|i think)[,!. ]+)+/i;

function bare(clause: string): string {
  const left = clause.replace(POLITE, "").trim();
  return /[\p{L}\p{N}]/u.test(left) ? left : clause;
}

function readClause(text: string, view: PlanInView): Intent[] | null {
  for (const words of new Set([text, bare(text)])) {
    const clause = clauseOf(words, view);
    const talk = smallTalk.read(clause, view);
    if (talk) return talk;
  }
  const clause = clauseOf(bare(text), view);
  for (const rule of RULES) {
    const intents = rule.read(clause, view);
    if (intents && intents.length > 0) return intents;
  }
  return null;
}

const notUnderstood = (text: string): Intent =>
  isOtherLanguage(text) ? { kind: "cannot", what: "language" } : { kind: "not_understood", text };

/** "We won't have time for the palace, drop it." */
function speakingOf(part: string, view: PlanInView): PlanInView {
  const found = findStop(part, view);
  return found.kind === "found" && found.stops.length === 1
    ? { ...view, mentioned: found.stops.map(({ title }) => title) }
    : view;
}

/** Beside a wish, why it is wished: "no dinner on Wednesday, we have plans". */
const REMARK =
  /^(?:because|since|as)\b|^(?:we|i|it|they|he|she|there|that)(?:'ve|'re|'s|'m|'ll be| have| are| is| am| was| were| won't| can't| don't)\b(?!.*\b(?:want|need|like|should|must)\b)|^(?:our |the |my )?(?:flight|plane|train) (?:is |was |got )?delayed/i;

/** Part by part where each part is understood, else as a whole. */
function readSentence(sentence: string, before: PlanInView): Intent[] {
  const parts = splitClauses(sentence);
  let view = before;
  const each = parts.map((part) => {
    const intents = readClause(part, view);
    view = speakingOf(part, view);
    return intents;
  });
  if (parts.length > 1 && each.some((intents) => intents === null)) {
    const whole = readClause(sentence, view);
    if (whole && each.every((intents) => intents === null)) return whole;
    const spoken = each.flatMap((intents) => intents ?? []);
    if (whole && spoken.length === 0) return whole;
  }
  if (parts.length === 1) return each[0] ?? [notUnderstood(sentence)];
  const isSpoken = each.some((intents) => intents !== null);
  return parts.flatMap((part, index) => each[index] ?? (isSpoken && REMARK.test(part) ? [] : [notUnderstood(part)]));
}

const POLITE_ONLY = new Set(["thanks", "greeting"]);

/** Thanks and greetings beside a wish are heard, and need no answer of their own. */
function withoutIdle(intents: Intent[]): Intent[] {
  const wishes = intents.filter((intent) => intent.kind !== "talk" || !POLITE_ONLY.has(intent.about));
  const real = wishes.filter(({ kind }) => kind !== "accept" && kind !== "decline");
  const kept = real.length > 0 ? real : wishes;
  return kept.length > 0 ? kept : intents.slice(0, 1);
}

const operationsOf = (intent: Intent): EditOperation[] => (intent.kind === "edit" ? intent.operations : []);
const isDayPace = (intent: Intent): boolean =>
  intent.kind === "edit" && intent.operations.some(({ op }) => op === "relax_day" || op === "fill_day");
const isPaceOnly = (intent: Intent): boolean =>
  intent.kind === "change" && Object.keys(intent.change).every((key) => key === "pace");

/** Said twice is meant once, and "day 2 is too full, fewer things please" is about that day. */
function settled(intents: Intent[]): Intent[] {
  const isOfDay = intents.some(isDayPace);
  const removed = new Set(
    intents.flatMap((intent) => operationsOf(intent)).flatMap(({ op, item }) => (op === "remove" ? (item ?? []) : [])),
  );
  const isGone = (intent: Intent): boolean => {
    const operations = operationsOf(intent);
    return operations.length > 0 && operations.every(({ op, item = "" }) => op !== "remove" && removed.has(item));
  };
  const told = new Set<string>();
  return intents.filter((intent) => {
    const key = JSON.stringify(intent);
    if (told.has(key) || isGone(intent) || (isOfDay && isPaceOnly(intent))) return false;
    told.add(key);
    return true;
  });
}

export function readFollowUp(text: string, view: PlanInView): Intent[] {
  if (isOtherLanguage(text)) return [{ kind: "cannot", what: "language" }];
  const sentences = splitSentences(text);
  let spoken = view;
  const intents = sentences.flatMap((sentence) => {
    const read = readSentence(sentence, spoken);
    spoken = speakingOf(sentence, spoken);
    return read;
  });
  return intents.length > 0 ? settled(withoutIdle(intents)) : [{ kind: "not_understood", text }];
}
