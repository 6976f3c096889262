/** The closing words about a plan: short, warm, and made of nothing but what the tools returned. */
import { formatEstimate, formatMoney } from "../../../trip/money.ts";
import { sayDates } from "../../../trip/text/date-words.ts";
import type { TripRequest } from "../../../trip/text/request.ts";
import { tellOffers } from "./offers-told.ts";
import type { DaySeen, ItemSeen, OffersSeen, PlanSeen, TripSeen, ViolationSeen } from "./results.ts";
import { counted, listOf, numberWord, partyWords, sentence } from "./words.ts";

export interface PlanTold {
  request: TripRequest | null;
  trip: TripSeen;
  plan: PlanSeen;
  flights: OffersSeen[];
  stays: OffersSeen[];
}

const MAX_HIGHLIGHTS = 5;
const MAX_WARNINGS = 3;
const MAX_NOTICES = 6;
/** What a traveller has to act on comes first; a night without a bed is the normal state before booking. */
const WARNING_ORDER = [
  "budget_at_risk",
  "booking_needed",
  "unknown_accessibility",
  "meal_missing",
  "pace_exceeded",
  "unknown_hours",
  "visit_short",
  "meal_time_odd",
  "backtracking",
  "missing_price",
];

function opening({ trip, plan }: PlanTold): string {
  const days = plan.itinerary?.days.length ?? 0;
  const where = listOf(trip.destinations.map(({ name }) => name));
  const who = partyWords(trip.travelers, trip.childAges);
  return `Here is your trip: ${counted(days, "day", "days")} in ${where}, ${sayDates(trip.startDate, trip.endDate)}, ${who}.`;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const lengthOf = ({ startTime, endTime }: ItemSeen): number => minutes(endTime) - minutes(startTime);

/** The longest visit of a day is what the day is about. */
function mainVisit({ items }: DaySeen): string | null {
  const visits = items.filter(({ type }) => type === "attraction");
  const [longest] = [...visits].sort((a, b) => lengthOf(b) - lengthOf(a));
  return longest?.title ?? null;
}

function highlights({ plan }: PlanTold): string {
  const days = plan.itinerary?.days ?? [];
  const visits = days.flatMap(({ items }) => items.filter(({ type }) => type === "attraction"));
  const named = [...new Set(days.flatMap((day) => mainVisit(day) ?? []))].slice(0, MAX_HIGHLIGHTS);
  if (named.length === 0) return "";
  const more = visits.length - named.length;
  const others = more > 0 ? [`${numberWord(more)} more ${more === 1 ? "stop" : "stops"}`] : [];
  return `It takes you to ${listOf([...named, ...others])}.`;
}

function cost({ trip, plan }: PlanTold): string {
  const { budget } = plan;
  if (!budget) return "";
  const { estimatedLow: lowMinor, estimatedHigh: highMinor, currency } = budget;
  const range = formatEstimate({ lowMinor, highMinor, currency }, budget.known);
  const known = formatMoney({ amountMinor: budget.known, currency: budget.currency });
  const everybody = trip.travelers > 1 ? " for everybody" : "";
  const sum = `Reckon with ${range}${everybody}: ${known} of that is known prices, the rest is estimated.`;
  if (!trip.budget || trip.budget.currency !== budget.currency) return sum;
  const limit = formatMoney(trip.budget);
  return budget.estimatedHigh <= trip.budget.amountMinor ? `${sum} That is within your ${limit}.` : sum;
}

const rank = ({ code }: ViolationSeen): number => {
  const index = WARNING_ORDER.indexOf(code);
  return index < 0 ? WARNING_ORDER.length : index;
};

/** One of a kind: ten places to book ahead are one remark and a number. */
function warnings({ plan }: PlanTold): string {
  const all = (plan.verdict?.violations ?? []).filter(
    ({ severity, code }) => severity === "warning" && code !== "night_without_bed",
  );
  const kinds = [...new Map(all.map((warning) => [warning.code, warning])).values()];
  const shown = kinds.sort((a, b) => rank(a) - rank(b)).slice(0, MAX_WARNINGS);
  const told = shown.map((kind) => {
    const first = all.find(({ code }) => code === kind.code) ?? kind;
    const more = all.filter(({ code }) => code === kind.code).length - 1;
    return more > 0 ? `${sentence(first.message)} (And ${more} more like it.)` : sentence(first.message);
  });
  return told.length > 0 ? `Worth knowing: ${told.join(" ")}` : "";
}

export function problems({ plan }: Pick<PlanTold, "plan">): string {
  const errors = (plan.verdict?.violations ?? []).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return "";
  const told = errors.slice(0, MAX_WARNINGS).map(({ message }) => sentence(message));
  return `It does not hold yet: the checker finds ${counted(errors.length, "problem", "problems")}. ${told.join(" ")}`;
}

/** That it does not hold, and what cannot be had together, is said in words of their own. */
function notices({ plan }: PlanTold): string {
  const { conflict = null, verdict } = plan;
  const told = plan.notices.filter(
    (notice) => notice !== conflict && !(verdict?.ok === false && notice.startsWith("The checker found errors")),
  );
  return [...new Set(told)].slice(0, MAX_NOTICES).map(sentence).join(" ");
}

function assumed({ trip }: PlanTold): string {
  return trip.assumptions.length > 0 ? trip.assumptions.map(sentence).join(" ") : "";
}

function admitted({ request, trip }: PlanTold): string {
  if (!request?.wantsFlights || trip.origin !== null) return "";
  return "Tell me where you set out from, and I will look at flights.";
}

const NEXT =
  "Tell me what to change, such as “day 2 is too full” or “we land at 22:00”; if you like it, give it a mark, such as “4 out of 5”.";

export function tellPlan(told: PlanTold): string {
  const paragraphs = [
    [opening(told), highlights(told), told.plan.conflict ?? "", cost(told)],
    [problems(told)],
    [assumed(told)],
    [notices(told)],
    [warnings(told)],
    [tellOffers("Flights", told.flights), tellOffers("Stays", told.stays)],
    [admitted(told), NEXT],
  ];
  return paragraphs
    .map((parts) => parts.filter(Boolean).join(" "))
    .filter(Boolean)
    .join("\n\n");
}
