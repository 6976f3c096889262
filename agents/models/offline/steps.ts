/**
 * What to do next on the way from a request to a plan: a table of states, tried from the top. Each step
 * reads only the request and the tools' answers so far, so the same prompt always gets the same step.
 */
import { z } from "zod";
import type { TripRequest } from "../../../trip/text/request.ts";
import { tellPlan } from "./answer.ts";
import { resolveSights, sightNames, sightSearches, unwantedPlaces } from "./must-sees.ts";
import { askWhichCity, offlineOutcome } from "./outcome.ts";
import { citySearches, explainUnknown, type Resolution, resolveCities, splitSearches } from "./resolve-cities.ts";
import {
  failureIn,
  offersResultSchema,
  type PlanSeen,
  planResultSchema,
  read,
  type TripSeen,
  tripResultSchema,
} from "./results.ts";
import { type ToolUse, type Turn, usesOf } from "./thread.ts";
import { createTripCall, offerCalls } from "./trip-arguments.ts";

export interface ToolCall {
  name: string;
  input: Record<string, unknown>;
}

export type Action = { kind: "say"; text: string } | { kind: "call"; calls: ToolCall[] };

export const say = (text: string): Action => ({ kind: "say", text });
export const call = (calls: ToolCall[]): Action => ({ kind: "call", calls });

interface Progress {
  request: TripRequest;
  turn: Turn;
  searches: ToolUse[];
  resolution: Resolution;
  sights: string[];
  trip: TripSeen | null;
  plan: PlanSeen | null;
}

function lastOf(turn: Turn, name: string): unknown {
  return usesOf(turn, name).at(-1)?.result;
}

function progressOf(request: TripRequest, turn: Turn): Progress {
  const searches = usesOf(turn, "search_cities");
  const resolution = resolveCities(request, searches);
  return {
    request,
    turn,
    searches,
    resolution,
    sights: sightNames(request.mustSee, resolution),
    trip: read(tripResultSchema, lastOf(turn, "create_trip"))?.trip ?? null,
    plan: read(planResultSchema, lastOf(turn, "plan_itinerary")),
  };
}

type Step = (progress: Progress) => Action | null;

const askForMissing: Step = ({ request }) => {
  const { code, message } = offlineOutcome(request);
  return code === null ? null : say(message);
};

const searchCities: Step = ({ request, searches }) => (searches.length > 0 ? null : call(citySearches(request)));

const searchParts: Step = ({ request, searches, trip, turn }) => {
  if (trip || turn.uses.length > searches.length) return null;
  const more = splitSearches(request, searches);
  return more.length > 0 ? call(more) : null;
};

/** "Vietnam in November, kayaking": what was only guessed to be a city of that country is none. */
function countryOfGuesses({ destinations }: TripRequest): string | null {
  const [first] = destinations;
  const isGuessed = destinations.every(({ certainty, hint }) => certainty === "guess" && hint?.countryCode);
  return isGuessed ? (first?.hint?.text ?? null) : null;
}

const admitUnknown: Step = ({ request, resolution }) => {
  const country = resolution.cities.length === 0 ? countryOfGuesses(request) : null;
  if (country) return say(askWhichCity([country]));
  if (resolution.unknown.length > 0) return say(explainUnknown(resolution.unknown));
  return resolution.cities.length === 0
    ? say("I could not find a city to plan. Name it once more, with its country.")
    : null;
};

const MAX_CITIES = 10;

const admitTooMany: Step = ({ resolution: { cities } }) =>
  cities.length > MAX_CITIES
    ? say(`A plan visits at most ${MAX_CITIES} cities, and you named ${cities.length}. Plan it in parts.`)
    : null;

const searchSights: Step = ({ request, sights: wanted, resolution, turn }) => {
  const sights = [...wanted, ...request.avoid];
  const isDone = sights.length === 0 || usesOf(turn, "search_attractions").length > 0;
  return isDone ? null : call(sightSearches(sights, resolution));
};

const createTrip: Step = ({ request, resolution, sights, turn }) => {
  if (usesOf(turn, "create_trip").length > 0) return null;
  const found = resolveSights(sights, usesOf(turn, "search_attractions"), resolution.dropped);
  return call([createTripCall(request, resolution, found)]);
};

const explainRefusal: Step = ({ turn, trip }) => {
  const failure = failureIn(lastOf(turn, "create_trip"));
  if (failure) return say(failure.message);
  return trip ? null : say("I could not store the trip. Please try again.");
};

const planTrip: Step = ({ request, resolution, trip, turn }) => {
  if (!trip || usesOf(turn, "plan_itinerary").length > 0) return null;
  const avoid = unwantedPlaces(request.avoid, usesOf(turn, "search_attractions"));
  const plan = { name: "plan_itinerary", input: { tripId: trip.id, ...(avoid.length > 0 && { avoid }) } };
  return call([plan, ...offerCalls(request, trip, resolution)]);
};

const explainNoPlan: Step = ({ turn, plan }) => {
  const failure = failureIn(lastOf(turn, "plan_itinerary"));
  if (failure) return say(failure.message);
  return plan?.itinerary ? null : say("I could not make a plan. Please try again.");
};

/** The places behind the errors, by their paths in the plan. */
function placesToAvoid({ itinerary, verdict }: PlanSeen): string[] {
  const ids = (verdict?.violations ?? [])
    .filter(({ severity }) => severity === "error")
    .flatMap(({ path }) => {
      const [, day, item] = /^days\[(\d+)\]\.items\[(\d+)\]/.exec(path) ?? [];
      return itinerary?.days[Number(day)]?.items[Number(item)]?.placeId ?? [];
    });
  return [...new Set(ids)];
}

const avoidSchema = z.object({ avoid: z.array(z.string()).catch([]) });

/** Once by itself, and once more for each time the graph asks. What was left out before stays out. */
const planAgain: Step = ({ plan, trip, turn }) => {
  if (!plan || !trip || plan.verdict?.ok !== false) return null;
  const plans = usesOf(turn, "plan_itinerary");
  const isAsked = turn.repairFrom !== null && turn.uses.length === turn.repairFrom;
  if (plans.length > 1 && !isAsked) return null;
  const before = plans.flatMap(({ input }) => read(avoidSchema, input)?.avoid ?? []);
  const avoid = [...new Set([...before, ...placesToAvoid(plan)])].slice(0, 60);
  if (avoid.length === before.length) return null;
  return call([{ name: "plan_itinerary", input: { tripId: trip.id, avoid } }]);
};

const answer: Step = ({ request, trip, plan, turn }) => {
  if (!trip || !plan) return null;
  const offersOf = (name: string) => usesOf(turn, name).flatMap(({ result }) => read(offersResultSchema, result) ?? []);
  return say(tellPlan({ request, trip, plan, flights: offersOf("search_flights"), stays: offersOf("search_hotels") }));
};

const STEPS: readonly Step[] = [
  askForMissing,
  searchCities,
  searchParts,
  admitUnknown,
  admitTooMany,
  searchSights,
  createTrip,
  explainRefusal,
  planTrip,
  explainNoPlan,
  planAgain,
  answer,
];

export function nextStep(request: TripRequest, turn: Turn): Action {
  const progress = progressOf(request, turn);
  for (const step of STEPS) {
    const action = step(progress);
    if (action) return action;
  }
  return say("I lost the thread. Please tell me once more where and when you would like to go.");
}
