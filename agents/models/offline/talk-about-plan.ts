/** A message about the plan in view: what it asks for, done in the order that keeps positions true, and told. */
import type { Beyond, Intent } from "../../../trip/text/follow-ups/intent.ts";
import type { PlanInView } from "../../../trip/text/follow-ups/plan-in-view.ts";
import { type ChangeIntent, changeTrip, type EditIntent, editPlan, selectVersion } from "./edit-script.ts";
import { WHO_I_AM } from "./outcome.ts";
import type { TripContext } from "./plan-in-view.ts";
import {
  checkPlan,
  exportAs,
  keepFeedback,
  listTrips,
  showPlan,
  tellChanges,
  tellCost,
  tellReason,
  tellStops,
} from "./plan-script.ts";
import { failureIn } from "./results.ts";
import { callOne, type Script } from "./script.ts";
import { findFlights, otherStay } from "./stay-script.ts";

export interface PlanTalk {
  view: PlanInView;
  trip: TripContext;
  /** What was answered before, the oldest first. */
  answers: readonly string[];
  /** The plan was changed earlier in this message. */
  isChanged: boolean;
}

const EXAMPLES =
  "“move the museum to Friday”, “day 2 is too full”, “it will rain on Saturday”, “one more day”, “export it as a calendar” or “undo that”";
const CAN = `You can say things like ${EXAMPLES}.`;

const BEYOND: Record<Beyond, string> = {
  weather:
    "I cannot see the weather: I know no forecast. If you tell me “it will rain on Friday”, I plan that day under a roof.",
  booking:
    "I cannot book or pay for anything. I can search and put offers into the plan; booking is done on the provider's own page.",
  language: "I am sorry, I understand only English so far. Please say it in English, and I will see to it.",
  pdf: "I have no PDF. I can give you a page to print (“export it as html”), a calendar, text or map data.",
  route:
    "I cannot give directions. The plan leaves time for the ways between the stops; say “show day 1” to see the times.",
  hours:
    "I cannot read out opening hours here, but every plan is checked against them: say “check it” and I do it again.",
  joke: "That is beyond me: I plan trips, and nothing else.",
  stay_wish: "I can look for rooms by price only so far, not by such wishes.",
  delete_trip: "I do not delete trips from here. You can plan another one at any time; this one does no harm.",
};

const TALK: Record<Extract<Intent, { kind: "talk" }>["about"], string> = {
  thanks: "You are welcome. If anything should be different, just tell me.",
  greeting: `Hello! What shall we do with your plan? ${CAN}`,
  who: `${WHO_I_AM} I plan trips and change them as you say. ${CAN}`,
  help: `I can change the plan, show it, check it, keep your marks, export it, or plan another trip. ${CAN}`,
  goodbye: "Have a wonderful trip!",
};

const isEdit = (intent: Intent): intent is EditIntent =>
  intent.kind === "edit" || intent.kind === "add" || intent.kind === "replace";
const isChange = (intent: Intent): intent is ChangeIntent => intent.kind === "change" || intent.kind === "add_city";

function* undo({ trip }: PlanTalk): Script {
  if (trip.previousVersion === null) return "There is nothing to undo: this is the first version of the plan.";
  return yield* selectVersion(trip.id, trip.previousVersion, "Done: the plan is as it was before the last change.");
}

function* accept({ trip }: PlanTalk): Script {
  if (trip.proposedVersion === null) return "Good. If anything should be different, just tell me.";
  return yield* selectVersion(
    trip.id,
    trip.proposedVersion,
    "Done: that is your plan now. Say “undo that” and I take it back.",
  );
}

function* again({ trip }: PlanTalk): Script {
  const failure = failureIn(yield* callOne("plan_itinerary", { tripId: trip.id }));
  if (!failure) return "Done: I planned it anew. Say “show me the plan”, or “undo that” to have the old one back.";
  return ["not_approved", "not_allowed"].includes(failure.code) ? "Fine, I left the plan as it was." : failure.message;
}

const NO_CALLS: readonly never[] = [];
type Teller = (talk: PlanTalk) => Script;
/** A script that needs no call. */
function* words(text: string): Script {
  yield* NO_CALLS;
  return text;
}

function tellerOf(intent: Intent): Teller {
  switch (intent.kind) {
    case "undo":
      return undo;
    case "accept":
      return accept;
    case "decline":
      return () => words("Fine, everything stays as it is.");
    case "feedback":
      return (talk) => keepFeedback(intent, talk);
    case "stay":
      return ({ trip }) => otherStay(intent.wish, intent.city, trip);
    case "flights":
      return ({ trip }) => findFlights(trip);
    case "export":
      return ({ trip }) => exportAs(intent.format, trip.id);
    case "show":
      return (talk) => showPlan(intent.day, talk);
    case "show_stops":
      return ({ view }) => words(tellStops(intent.items, view));
    case "reason":
      return (talk) => tellReason(intent.item, talk);
    case "check":
      return ({ trip }) => checkPlan(trip.id);
    case "cost":
      return ({ trip }) => tellCost(trip.id);
    case "changes":
      return ({ answers }) => words(tellChanges(answers));
    case "list_trips":
      return () => listTrips();
    case "plan_again":
      return again;
    default:
      return () => words(saidOf(intent));
  }
}

function saidOf(intent: Intent): string {
  if (intent.kind === "cannot") return BEYOND[intent.what];
  if (intent.kind === "ask") return intent.question;
  if (intent.kind === "missing") return intent.message;
  if (intent.kind === "talk") return TALK[intent.about];
  if (intent.kind === "not_understood") return `I did not understand “${intent.text.slice(0, 120)}”. ${CAN}`;
  return "";
}

/** Before an edit moves positions, and after it. */
const FIRST: ReadonlySet<Intent["kind"]> = new Set(["undo", "feedback", "accept"]);

export function* talkAboutPlan(intents: readonly Intent[], talk: PlanTalk): Script {
  const told: string[] = [];
  const others = intents.filter((intent) => !isEdit(intent) && !isChange(intent));
  for (const intent of others.filter(({ kind }) => FIRST.has(kind))) told.push(yield* tellerOf(intent)(talk));
  const edits = intents.filter(isEdit);
  if (edits.length > 0) told.push(yield* editPlan(edits, talk.trip));
  const changes = intents.filter(isChange);
  if (changes.length > 0) told.push(yield* changeTrip(changes, talk.trip));
  const isChanged =
    edits.length + changes.length > 0 || others.some(({ kind }) => kind === "undo" || kind === "accept");
  for (const intent of others.filter(({ kind }) => !FIRST.has(kind))) {
    told.push(yield* tellerOf(intent)({ ...talk, isChanged }));
  }
  return [...new Set(told)].filter(Boolean).join("\n\n");
}
