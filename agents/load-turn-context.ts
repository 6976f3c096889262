/** Reads the trip of a conversation as it stands, in one round of parallel reads, for the model to know. */

import { weekdayOf } from "../trip/calendar.ts";
import { TripwrightError } from "../trip/errors.ts";
import { type ItineraryDay, type ItineraryItem, isActive } from "../trip/itinerary.ts";
import { formatMoney } from "../trip/money.ts";
import type { StayOffer } from "../trip/offer.ts";
import type { Clock, StoredItinerary, TripStore, VersionSummary } from "../trip/ports.ts";
import type { Trip } from "../trip/trip.ts";
import type { TurnContext } from "./turn-context.ts";

type TripContext = NonNullable<TurnContext["trip"]>;

export interface TravellerFacts {
  /** IANA name; `null` when nobody said. */
  timeZone: string | null;
  preferences: Record<string, unknown>;
}

function marksOf({ locked, status }: ItineraryItem): string[] {
  return [...(locked ? ["locked"] : []), ...(status === "planned" ? [] : [status])];
}

/** Positions count what is to come or was seen, as edits count them; history stands there without one. */
function dayContext({ dayNumber, date, city, items }: ItineraryDay): TripContext["days"][number] {
  let place = 0;
  const stops = items.map((item): TripContext["days"][number]["stops"][number] => {
    if (isActive(item)) place++;
    const position = `${dayNumber}.${isActive(item) ? place : "-"}`;
    return [position, item.type, item.startTime, item.endTime, item.title, marksOf(item)];
  });
  return { day: dayNumber, date, weekday: weekdayOf(date), city: city.name, stops };
}

function stayContext({ cityId, propertyName, price, checkInDate, checkOutDate }: StayOffer) {
  const words = `${formatMoney(price)} per ${price.per}`;
  return { cityId, name: propertyName, price: words, from: checkInDate, to: checkOutDate };
}

/** Versions come newest first. */
function versionsInForce(
  versions: readonly VersionSummary[],
): Pick<TripContext, "version" | "previousVersion" | "proposedVersion"> {
  const selected = versions.find(({ isSelected }) => isSelected);
  const [newest] = versions;
  const isProposed = newest !== undefined && newest.version > (selected?.version ?? 0);
  return {
    version: selected?.version ?? null,
    previousVersion: selected?.parentVersion ?? null,
    proposedVersion: isProposed ? newest.version : null,
  };
}

function tripContext(
  trip: Trip,
  parts: { stored: StoredItinerary | null; versions: readonly VersionSummary[]; stays: readonly StayOffer[] },
): TripContext {
  const { stored, versions, stays } = parts;
  return {
    id: trip.id,
    title: trip.title,
    startDate: trip.startDate,
    endDate: trip.endDate,
    travelers: trip.travelers,
    childAges: trip.childAges,
    cities: trip.destinations.map(({ cityId, name, arrivalDate, departureDate }) => ({
      ...{ id: cityId, name, from: arrivalDate, to: departureDate },
    })),
    budget: trip.budget && formatMoney(trip.budget),
    ...(trip.budget && { currency: trip.budget.currency }),
    pace: trip.wishes.pace,
    interests: trip.wishes.interests.map(({ category }) => category),
    stays: stays.map(stayContext),
    origin: trip.origin && `${trip.origin.name} (${trip.origin.iataCode})`,
    ...versionsInForce(versions),
    days: (stored?.itinerary.days ?? []).map(dayContext),
  };
}

/** `null` for a trip that is gone: the conversation outlives it. */
async function loadTrip(trips: TripStore, tripId: string): Promise<TripContext | null> {
  try {
    const [trip, stored, versions, stays] = await Promise.all([
      trips.getTrip(tripId),
      trips.findItinerary(tripId),
      trips.listVersions(tripId),
      trips.listStays(tripId),
    ]);
    return tripContext(trip, { stored, versions, stays });
  } catch (error) {
    if (error instanceof TripwrightError && error.code === "trip_not_found") return null;
    throw error;
  }
}

export async function loadTurnContext(
  { clock, trips }: { clock: Clock; trips: TripStore },
  { timeZone, preferences }: TravellerFacts,
  tripId: string | null,
): Promise<TurnContext> {
  const today = clock.today();
  const trip = tripId === null ? null : await loadTrip(trips, tripId);
  return { today, weekday: weekdayOf(today), timeZone, preferences, trip };
}
