/** A stored plan as its document: trip, itinerary, money, verdict, and where to look for beds and flights. */
import type { PlanLinks } from "../trip/booking-link.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { PlanFacts } from "../trip/facts.ts";
import { type Itinerary, isActive } from "../trip/itinerary.ts";
import type { SearchLink } from "../trip/offer.ts";
import type { Place } from "../trip/place.ts";
import { type PlanDocument, planDocument } from "../trip/plan-document.ts";
import type { RunRecorder } from "../trip/ports.ts";
import type { Trip } from "../trip/trip.ts";
import { searchesOf } from "../trip/trip-searches.ts";
import { loadFacts } from "./load-facts.ts";
import type { ToolContext } from "./tool.ts";

export interface PlanSource {
  toolContext: Omit<ToolContext, "run" | "signal">;
  /** Without one the document does not say which run made the plan. */
  recorder: Pick<RunRecorder, "findRun"> | null;
}
export interface PlanReference {
  tripId: string;
  version?: number | undefined;
  /** A model reads it: what a seller keeps from models is left out. */
  isForModel?: boolean | undefined;
}

async function linksOf(
  trip: Trip,
  { cities }: PlanFacts,
  { offers }: PlanSource["toolContext"],
): Promise<SearchLink[]> {
  const { stays, flights } = searchesOf(trip, cities);
  const found = await Promise.all([
    ...stays.map((query) => offers.stayLinks(query)),
    ...flights.map((query) => offers.flightLinks(query)),
  ]);
  return found.flat();
}

/** What the plan visits, in its order. */
function visitedIn({ days }: Itinerary, { places }: PlanFacts): Place[] {
  const visits = days.flatMap(({ items }) => items.filter((item) => item.type === "attraction" && isActive(item)));
  return [...new Set(visits.map(({ placeId }) => placeId))].flatMap((id) => places.get(id ?? "") ?? []);
}

function withoutHidden({ ofPlaces, failures }: PlanLinks, hidden: ReadonlySet<string>): PlanLinks {
  const shown = [...ofPlaces].map(
    ([id, links]) => [id, links.filter(({ provider }) => !hidden.has(provider))] as const,
  );
  return { ofPlaces: new Map(shown), failures };
}

/** Throws `trip_not_found`, or `itinerary_not_found` when the trip has no such version. */
export async function loadPlan(
  source: PlanSource,
  { tripId, version, isForModel = false }: PlanReference,
): Promise<PlanDocument> {
  const { toolContext, recorder } = source;
  const stored = await toolContext.trips.findItinerary(tripId, version);
  if (!stored) {
    const trip = await toolContext.trips.getTrip(tripId);
    throw new TripwrightError(
      "itinerary_not_found",
      `"${trip.title}" has no itinerary yet: planning it did not succeed. Plan it again.`,
      { tripId },
    );
  }
  const { trip, itinerary, verdict, runId } = stored;
  const [facts, run] = await Promise.all([
    loadFacts(toolContext, trip, { itinerary, stored: true, isShown: true }),
    runId === null ? null : (recorder?.findRun(runId) ?? null),
  ]);
  const hidden = isForModel ? toolContext.hiddenFromModels : undefined;
  const [links, found] = await Promise.all([
    linksOf(trip, facts, toolContext),
    toolContext.bookingLinks?.linksFor({ trip, places: visitedIn(itinerary, facts) }),
  ]);
  const tickets = found && hidden ? withoutHidden(found, hidden) : found;
  return planDocument({ trip, itinerary, verdict, facts, links, run, tickets });
}
