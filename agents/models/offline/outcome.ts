/** What the offline model says when it calls no tool: that something is missing, or that this is no trip. As a code too. */
import type { TripRequest } from "../../../trip/text/request.ts";
import { MAX_TRAVELERS } from "../../../trip/trip.ts";
import { listOf } from "./words.ts";

export interface OfflineOutcome {
  /** `null`: nothing stands in the way of planning. */
  code: "needs_input" | "not_a_trip_request" | null;
  message: string;
}

export const WHO_I_AM = "I am Tripwright's built-in offline model, a set of rules.";

const WHAT_I_DO =
  "I plan trips: tell me where, when and for how many, for example “4 days in Lisbon in May for two, food and viewpoints, 900 EUR”.";

const EXAMPLES = "“10 to 13 May”, “a weekend in April” or “next weekend”";

export function askWhichCity(countries: readonly string[]): string {
  return `Which city in ${listOf(countries)} would you like to see? Name one or several, and I will plan them.`;
}

function askWhere({ countries }: TripRequest): string {
  if (countries.length === 0) {
    return "Where would you like to go? Name one city or several, for example Lisbon, or Rome and Florence.";
  }
  return askWhichCity(countries.map(({ text }) => text));
}

function askWhen({ destinations, timing }: TripRequest): string {
  const where = listOf(destinations.map(({ text }) => text));
  const when = where ? `When would you like to go to ${where}` : "When would you like to go";
  return timing.duration
    ? `${when}? Say for example ${EXAMPLES}.`
    : `${when}, and for how long? Say for example ${EXAMPLES}.`;
}

function askBoth(): string {
  return `Where would you like to go, and when? Name a city, and dates such as ${EXAMPLES}.`;
}

const impossibleDates = ({ notUnderstood }: TripRequest): string =>
  notUnderstood
    .filter((said) => /^(?:\S+ )*(?=\d).*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{4})/i.test(said))
    .map((said) => `“${said}” is no date in the calendar. `)
    .join("");

/** Said here in the traveller's words; the tools refuse it too, in a model's. */
function tooMany({ travelers }: TripRequest): string | null {
  if (travelers === null || travelers <= MAX_TRAVELERS) return null;
  return `I plan for at most ${MAX_TRAVELERS} people, and you are ${travelers}. Split the party and plan for each part.`;
}

/** What is missing is asked for once, all of it together, with examples to choose from. */
export function offlineOutcome(request: TripRequest): OfflineOutcome {
  if (!request.isTripRequest) return { code: "not_a_trip_request", message: `${WHAT_I_DO} ${WHO_I_AM}` };
  const crowd = tooMany(request);
  if (crowd) return { code: "needs_input", message: crowd };
  const lacksPlace = request.missing.includes("destination");
  const lacksDates = request.missing.includes("dates");
  if (!lacksPlace && !lacksDates) return { code: null, message: "" };
  const isOpen = lacksPlace && lacksDates && request.countries.length === 0;
  const questions = isOpen
    ? [askBoth()]
    : [...(lacksPlace ? [askWhere(request)] : []), ...(lacksDates ? [askWhen(request)] : [])];
  return { code: "needs_input", message: impossibleDates(request) + questions.join(" ") };
}
