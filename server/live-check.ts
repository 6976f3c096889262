/**
 * The live check: a trip's plan judged by what its places say this minute. It is for the person who asked: nothing of it
 * is stored, and no language model sees it.
 */
import { z } from "zod";
import { loadFacts } from "../tools/load-facts.ts";
import type { ToolContext } from "../tools/tool.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { Itinerary } from "../trip/itinerary.ts";
import { checkLive, placesToAsk } from "../trip/live/check-live.ts";
import { PLACE_STATES } from "../trip/live/live-place.ts";
import { failureWords } from "../trip/offers/failure-words.ts";
import { hoursExceptionSchema } from "../trip/opening-hours.ts";
import type { Place } from "../trip/place.ts";
import type { VendorScope } from "../trip/vendor-ports.ts";
import { verdictSchema } from "../trip/verdict.ts";
import type { LiveAnswer, LivePlaces } from "./live-places.ts";

/** A month's plan has fewer; each costs a call. */
export const MOST_PLACES = 60;

const askedPlaceSchema = z.object({
  placeId: z.uuid(),
  name: z.string(),
  outcome: z.enum(["told", "unknown", "failed", "not_asked"]),
  why: z.string().nullable().describe("where nothing was told"),
  state: z.enum(PLACE_STATES).nullable(),
  dates: z.array(hoursExceptionSchema).describe("its hours on the coming days of the plan on which it is visited"),
  link: z.string().nullable(),
});
type AskedPlace = z.infer<typeof askedPlaceSchema>;

export const liveCheckSchema = z.object({
  tripId: z.uuid(),
  version: z.int(),
  checkedAt: z.iso.datetime(),
  verdict: verdictSchema,
  places: z.array(askedPlaceSchema),
  attribution: z.array(z.object({ text: z.string(), url: z.string() })).describe("to be shown beside it"),
});
export type LiveCheck = z.infer<typeof liveCheckSchema>;

interface LiveCheckSources {
  readonly toolContext: Pick<ToolContext, "catalogue" | "trips" | "clock" | "holidays" | "offers">;
  readonly livePlaces: LivePlaces;
}

export interface LiveCheckResult {
  readonly check: LiveCheck;
  readonly itinerary: Itinerary;
}

function visitDates({ days }: Itinerary, placeId: string): Set<string> {
  return new Set(days.filter(({ items }) => items.some((item) => item.placeId === placeId)).map(({ date }) => date));
}

function askedPlace(place: Place, answer: LiveAnswer | undefined, itinerary: Itinerary, provider: string): AskedPlace {
  const { id: placeId, name } = place;
  const nothing = { placeId, name, state: null, dates: [], link: null };
  if (!answer) {
    return {
      ...nothing,
      outcome: "not_asked",
      why: `more than ${MOST_PLACES} places in the plan; the soonest were asked`,
    };
  }
  if (answer.kind === "unknown") return { ...nothing, outcome: "unknown", why: `${provider} has no such place there` };
  if (answer.kind === "failed") return { ...nothing, outcome: "failed", why: `${failureWords([answer.failure])}.` };
  const { state, dates, link } = answer.live;
  const visited = visitDates(itinerary, placeId);
  return {
    placeId,
    name,
    outcome: "told",
    why: null,
    state,
    dates: dates.filter(({ date }) => visited.has(date)),
    link,
  };
}

/** Throws `trip_not_found`, and `itinerary_not_found` for a trip that is not planned yet. */
export async function liveCheck(
  { toolContext, livePlaces }: LiveCheckSources,
  tripId: string,
  scope: VendorScope,
): Promise<LiveCheckResult> {
  const stored = await toolContext.trips.findItinerary(tripId);
  if (!stored) {
    const { title } = await toolContext.trips.getTrip(tripId);
    throw new TripwrightError("itinerary_not_found", `"${title}" has no itinerary yet. Plan it first.`, { tripId });
  }
  const { trip, itinerary } = stored;
  const facts = await loadFacts(toolContext, trip, { itinerary, stored: true });
  const places = placesToAsk(itinerary, facts);
  const answers = await livePlaces.ask(places.slice(0, MOST_PLACES), "hours", scope);
  const told = [...answers].flatMap(([id, answer]) => (answer.kind === "told" ? [[id, answer.live] as const] : []));
  const attributions = new Map(
    told.flatMap(([, { attribution }]) => (attribution ? [[attribution.url, attribution]] : [])),
  );
  const check: LiveCheck = {
    ...{ tripId, version: itinerary.version, checkedAt: toolContext.clock.now().toISOString() },
    verdict: checkLive({ trip, itinerary, facts, live: new Map(told) }),
    places: places.map((place) => askedPlace(place, answers.get(place.id), itinerary, livePlaces.provider)),
    attribution: [...attributions.values()],
  };
  return { check, itinerary };
}
