/** What may be said once there is a plan: show it, check it, mark it. Edits are beyond these rules, and they say so. */
import { formatDateLong } from "../../../trip/calendar.ts";
import { problems } from "./answer.ts";
import { failureIn, type PlanSeen, planResultSchema, read } from "./results.ts";
import { type Action, call, say } from "./steps.ts";
import { type Turn, usesOf } from "./thread.ts";
import { sentence } from "./words.ts";

const CAN = "I can show the plan again, check it, keep your mark for it (“4 out of 5”) or plan another trip.";
const CANNOT = "Changing single stops is beyond my rules: tell me the whole trip anew, with what should be different.";

interface FollowUp {
  pattern: RegExp;
  tool: string;
  argumentsOf(match: RegExpExecArray, text: string): Record<string, unknown> | null;
  tell(result: unknown): string;
}

const MARKS: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

function tellDays(result: unknown): string {
  const plan = read(planResultSchema, result);
  const days = plan?.itinerary?.days ?? [];
  if (days.length === 0) return "This trip has no plan yet. Tell me to plan it.";
  const lines = days.map(({ date, city, items }) => {
    const stops = items.map(({ startTime, title }) => `${startTime} ${title}`);
    return `${formatDateLong(date)}, ${city.name}: ${stops.join("; ") || "nothing planned"}.`;
  });
  return `Here it is again.\n\n${lines.join("\n")}`;
}

function tellVerdict(result: unknown): string {
  const plan: PlanSeen | null = read(planResultSchema, result);
  if (!plan?.verdict) return "I could not check it just now. Please try again.";
  if (!plan.verdict.ok) return problems({ plan });
  const warnings = plan.verdict.violations.filter(({ code }) => code !== "night_without_bed");
  const [first] = warnings;
  if (!first) return "Yes, it holds: the checker finds nothing wrong.";
  return `Yes, it holds: the checker finds no error. It does say: ${sentence(first.message)}`;
}

const FOLLOW_UPS: readonly FollowUp[] = [
  {
    pattern:
      /\b([1-5]|one|two|three|four|five) ?(?:out of (?:5|five)|\/ ?5|stars?)\b|\b(?:rate|mark|rating|score)\b\D{0,20}([1-5])\b/i,
    tool: "record_feedback",
    argumentsOf(match, text) {
      const said = (match[1] ?? match[2] ?? "").toLowerCase();
      return { type: "rating", rating: MARKS[said] ?? Number(said), text: text.slice(0, 4_000) };
    },
    tell: () => "Thank you, I have noted your mark with the plan.",
  },
  {
    pattern:
      /\b(?:is (?:it|this|that|the plan|everything) (?:ok|okay|all right|alright|feasible|possible|realistic|good|fine|valid|open)|check (?:it|this|the plan|again)|does (?:it|this) (?:work|hold|add up)|any (?:problems?|issues?|errors?)|will (?:it|this) work)\b/i,
    tool: "check_itinerary",
    argumentsOf: () => ({}),
    tell: tellVerdict,
  },
  {
    pattern:
      /\b(?:show|see|print|display|repeat|remind|give|read|list|open)\b.{0,30}\b(?:it|plan|trip|itinerary|again|me|days?)\b|\bwhat(?:'s| is| was) (?:the|my|our) (?:plan|itinerary)|\bagain\b/i,
    tool: "get_trip",
    argumentsOf: () => ({}),
    tell: tellDays,
  },
];

const THANKS =
  /^(?:many |ok(?:ay)?,? |great,? |perfect,? )*(?:thanks?|thank you|thx|cheers|great|perfect|lovely|wonderful|nice|super|awesome|ok(?:ay)?)\b(?!.*\?)/i;

/** After a plan for `tripId`: the call, then, with its answer, the words. */
export function followUp(turn: Turn, tripId: string): Action {
  const found = FOLLOW_UPS.map((rule) => ({ rule, match: rule.pattern.exec(turn.text) })).find(
    ({ match }) => match !== null,
  );
  if (!found?.match) return say(THANKS.test(turn.text.trim()) ? `You are welcome. ${CAN}` : `${CAN} ${CANNOT}`);
  const { rule, match } = found;
  const use = usesOf(turn, rule.tool).at(-1);
  if (!use) return call([{ name: rule.tool, input: { tripId, ...rule.argumentsOf(match, turn.text) } }]);
  const failure = failureIn(use.result);
  return say(failure ? failure.message : rule.tell(use.result));
}
