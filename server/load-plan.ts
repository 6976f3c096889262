/** A stored plan as its document: trip, itinerary, money, verdict, and where to look for beds and flights. */
import { loadFacts } from "../tools/load-facts.ts";
import type { ToolContext } from "../tools/tool.ts";
import { daysBetween } from "../trip/calendar.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { SearchLink } from "../trip/offer.ts";
import { type PlanDocument, planDocument } from "../trip/plan-document.ts";
import type { RunRecorder } from "../trip/ports.ts";
import type { Trip } from "../trip/trip.ts";

export interface PlanSource {
  toolContext: Omit<ToolContext, "run" | "signal">;
  recorder: RunRecorder;
}
export interface PlanReference {
  tripId: string;
  version?: number | undefined;
}

async function stayLinks(
  trip: Trip,
  { offers }: PlanSource["toolContext"],
  signal: AbortSignal,
): Promise<SearchLink[]> {
  const stays = trip.destinations.filter(
    ({ arrivalDate, departureDate }) => daysBetween(arrivalDate, departureDate) > 0,
  );
  const currency = trip.budget?.currency ?? "EUR";
  const found = await Promise.all(
    stays.map(({ cityId, arrivalDate: checkInDate, departureDate: checkOutDate }) =>
      offers.searchStays(
        { cityId, checkInDate, checkOutDate, guests: trip.travelers, rooms: Math.ceil(trip.travelers / 2), currency },
        signal,
      ),
    ),
  );
  return found.flatMap(({ links }) => links);
}

/** Throws `trip_not_found`, or `itinerary_not_found` when the trip has no such version. */
export async function loadPlan(source: PlanSource, { tripId, version }: PlanReference): Promise<PlanDocument> {
  const { toolContext, recorder } = source;
  const trip = await toolContext.trips.getTrip(tripId);
  const stored = await toolContext.trips.findItinerary(tripId, version);
  if (!stored) {
    throw new TripwrightError(
      "itinerary_not_found",
      `"${trip.title}" has no itinerary yet: planning it did not succeed. Plan it again.`,
      { tripId },
    );
  }
  const { itinerary, verdict, runId } = stored;
  const [facts, links, run] = await Promise.all([
    loadFacts(toolContext, trip, { itinerary, stored: true }),
    stayLinks(trip, toolContext, AbortSignal.timeout(10_000)),
    runId === null ? null : recorder.findRun(runId),
  ]);
  return planDocument({ trip, itinerary, verdict, facts, links, run });
}
