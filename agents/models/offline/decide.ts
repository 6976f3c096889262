/** From the whole conversation to the next thing to do: a new trip, an answer to a question, or a word about a plan. */

import type { Intent } from "../../../trip/text/follow-ups/intent.ts";
import { readFollowUp } from "../../../trip/text/follow-ups/read-follow-up.ts";
import { mergeRequests } from "../../../trip/text/merge-requests.ts";
import type { TripRequest } from "../../../trip/text/request.ts";
import { answerToQuestion } from "./answered-question.ts";
import { followUp } from "./follow-ups.ts";
import { offlineOutcome, WHO_I_AM } from "./outcome.ts";
import { planInView, withMentioned } from "./plan-in-view.ts";
import { isAboutQuotation, judgeQuoted, ownWordsOf } from "./quoted-text.ts";
import { planResultSchema, read, tripResultSchema } from "./results.ts";
import { nextOf } from "./script.ts";
import { type Action, nextStep, say } from "./steps.ts";
import { talkAboutPlan } from "./talk-about-plan.ts";
import { type Turn, usesOf } from "./thread.ts";
import { understood } from "./understood.ts";

const ASKS_WHO =
  /\b(?:who|what) are you\b|\bare you (?:an? )?(?:ai|bot|robot|human|gpt|chatgpt|llm|real|person|language model|claude)\b|\bwhich model\b|\bwhat model\b/i;

/** Calls of earlier turns may be gone from the prompt; the words of their answer are not. */
const TELLS_PLAN = /^Here is your trip: /;

function hasPlan(turn: Turn): boolean {
  return (
    TELLS_PLAN.test(turn.answer) ||
    usesOf(turn, "plan_itinerary").some(({ result }) => read(planResultSchema, result)?.itinerary)
  );
}

/** The trip that the latest plan before this turn belongs to. */
function plannedTrip(turns: readonly Turn[]): string | null {
  const planned = turns.findLast(hasPlan);
  const trip = planned && read(tripResultSchema, usesOf(planned, "create_trip").at(-1)?.result)?.trip;
  return trip?.id ?? null;
}

/** "Rome sounds lovely" is praise; a trip says when or how long, too. */
function isWholeTrip({ isTripRequest, destinations, countries, startDate, timing }: TripRequest): boolean {
  return (
    isTripRequest && destinations.length + countries.length > 0 && (startDate !== null || timing.duration !== null)
  );
}

/**
 * Requests that came to nothing yet: what is said now may complete them. Once there is a plan, only
 * another whole trip is such a request; words about the plan are not.
 */
function openRequests(earlier: readonly Turn[], today: string): TripRequest[] {
  const lastPlanned = earlier.findLastIndex(hasPlan);
  return earlier
    .slice(lastPlanned + 1)
    .map(({ text }) => understood(text, today))
    .filter((request) => (lastPlanned < 0 ? request.isTripRequest : isWholeTrip(request)));
}

/** What this turn asks for, together with the unfinished requests it completes. */
export function requestOf(turns: readonly Turn[], today: string): TripRequest {
  const current = understood(turns.at(-1)?.text ?? "", today);
  if (current.isTripRequest && current.missing.length === 0) return current;
  const saysSomething = current.isTripRequest || current.travelers !== null || current.budget !== null;
  const open = openRequests(turns.slice(0, -1), today);
  if (open.length === 0 || !saysSomething) return current;
  return [...open, current].reduce((earlier, later) => mergeRequests(earlier, later, today));
}

const isNewTrip = (intents: readonly Intent[], text: string, today: string): boolean =>
  intents.some(({ kind }) => kind === "new_trip") ||
  (intents.some(({ kind }) => kind === "not_understood") && isWholeTrip(understood(text, today)));

/** About the plan that the context shows; `null` for a trip that is still to be planned. */
function aboutPlan(turns: readonly Turn[], today: string): Action | null {
  const turn = turns.at(-1);
  const trip = turn?.context?.trip;
  const plan = planInView(turn?.context ?? null);
  if (!turn || !trip || !plan) return null;
  const earlier = turns.slice(0, -1);
  const view = withMentioned(plan, earlier);
  const isOpen = openRequests(earlier, today).length > 0;
  const { own, quoted } = ownWordsOf(turn.text);
  const intents = answerToQuestion(turn, earlier, view) ?? readFollowUp(own, view);
  if (quoted !== null && isAboutQuotation(intents)) return nextOf(judgeQuoted(quoted, trip), turn.uses);
  if (isNewTrip(intents, own, today)) return nextStep(understood(own, today), turn);
  if (isOpen && understood(own, today).isTripRequest && intents.every(({ kind }) => kind === "not_understood")) {
    return nextStep(requestOf(turns, today), turn);
  }
  const answers = earlier.map(({ answer }) => answer);
  return nextOf(talkAboutPlan(intents, { view, trip, answers, isChanged: false }), turn.uses);
}

export function decide(turns: readonly Turn[], today: string): Action {
  const turn = turns.at(-1);
  if (!turn) return say(offlineOutcome(understood("", today)).message);
  const planned = aboutPlan(turns, today);
  if (planned) return planned;
  if (ASKS_WHO.test(turn.text)) return say(`${WHO_I_AM} ${"I plan trips: tell me where, when and for how many."}`);
  const request = requestOf(turns, today);
  const tripId = plannedTrip(turns.slice(0, -1));
  if (tripId !== null && !isWholeTrip(request)) return followUp(turn, tripId);
  return nextStep(request, turn);
}
